import { type ListedLink, linksIn } from "./links";
import type { Publisher } from "./publishers";

/** An edition that a listing offers. */
export interface OfferedEdition {
	/** "2027", "2025 Update", "2026 Apr": the folder's name, or the date in the file's. */
	label: string;
	year: number;
	/** Month of an update between, 1-12; 0 for the edition of the year. */
	month: number;
	files: { url: string; name: string }[];
}

/** Reads a page as text; throws what the network throws. */
export type FetchText = (url: string) => Promise<string>;

/** A listing that was read and has nothing of what was looked for. */
export class ListingError extends Error {
	override readonly name = "ListingError";
}

const MONTH_NAMES = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const MONTHS = MONTH_NAMES.map((name) => name.toLowerCase());
/** Folders that are opened: the newest ones. */
const MAX_FOLDERS = 6;

/**
 * Editions that a publisher offers, the newest first. Addresses are taken from the listing as it is
 * today; only the listing's own address is known beforehand.
 *
 * @throws ListingError when the page has no archive that fits, or what `fetchText` throws.
 */
export async function findEditions(publisher: Publisher, fetchText: FetchText): Promise<OfferedEdition[]> {
	const top = linksIn(await fetchText(publisher.listing), publisher.listing);
	const editions = new Map<string, OfferedEdition>();
	if (publisher.folder) {
		const below = new URL(publisher.listing).pathname;
		const folders = top.filter(
			(link) =>
				link.url.endsWith("/") &&
				new URL(link.url).pathname.startsWith(below) &&
				publisher.folder?.test(link.name),
		);
		const newest = distinct(folders)
			.sort((a, b) => order(dateIn(b.name), dateIn(a.name)))
			.slice(0, MAX_FOLDERS);
		for (const folder of newest) {
			const files = linksIn(await fetchText(folder.url), folder.url).filter((link) => fits(publisher, link));
			// Two folders of a year (the edition and its update) are two editions.
			addFiles(editions, dateIn(folder.name), folder.name.replace(/[-_\s]+/g, " "), files);
		}
	} else {
		for (const link of top.filter((one) => fits(publisher, one))) {
			const date = dateIn(dateIn(link.name).year ? link.name : `${link.name} ${link.text}`);
			addFiles(editions, date, date.month ? `${date.year} ${MONTH_NAMES[date.month - 1]}` : `${date.year}`, [
				link,
			]);
		}
	}
	const found = [...editions.values()].sort(order).reverse();
	if (found.length === 0) {
		throw new ListingError(
			`${publisher.title}: the listing has no files of this kind today. Get them from the publisher's site and import them by file.`,
		);
	}
	return found;
}

const fits = (publisher: Publisher, link: ListedLink): boolean =>
	publisher.file.test(link.name) && !publisher.not.test(link.name);

function addFiles(
	editions: Map<string, OfferedEdition>,
	{ year, month }: { year: number; month: number },
	label: string,
	files: readonly ListedLink[],
): void {
	if (files.length === 0 || year === 0) return;
	const edition = editions.get(label) ?? { label, year, month, files: [] };
	for (const file of distinct(files)) edition.files.push({ url: file.url, name: file.name });
	editions.set(label, edition);
}

function distinct(links: readonly ListedLink[]): ListedLink[] {
	return [...new Map(links.map((link) => [link.url, link])).values()];
}

/** Year and month that a name states; 0 where it does not. */
function dateIn(name: string): { year: number; month: number } {
	const year = Number(/(?:^|\D)(20\d\d)(?!\d)/.exec(name)?.[1] ?? 0);
	const month = /(?:^|[^a-z])(jan|apr|jul|oct)[a-z]*/i.exec(name)?.[1]?.toLowerCase();
	return { year, month: month ? MONTHS.indexOf(month) + 1 : 0 };
}

const order = (a: { year: number; month: number }, b: { year: number; month: number }): number =>
	a.year - b.year || a.month - b.month;
