import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** A server of small pages on loopback: `origin` under 127.0.0.1, `other` the same under localhost. */
export interface Pages {
	origin: string;
	other: string;
	close(): Promise<void>;
}

/** Serves these pages by path; `make` is told both origins. */
export async function servePages(
	make: (origins: { origin: string; other: string }) => Record<string, string>,
): Promise<Pages> {
	let pages: Record<string, string> = {};
	const server = createServer((request, response) => {
		const html = pages[new URL(request.url ?? "/", "http://pages.invalid").pathname];
		response.writeHead(html === undefined ? 404 : 200, { "content-type": "text/html; charset=utf-8" });
		response.end(
			html === undefined
				? ""
				: `<!doctype html><html lang="en"><head><title>Page</title></head>${html}</html>`,
		);
	});
	await new Promise<void>((done) => server.listen(0, done));
	const { port } = server.address() as AddressInfo;
	const origins = { origin: `http://127.0.0.1:${port}`, other: `http://localhost:${port}` };
	pages = make(origins);
	return {
		...origins,
		close: () =>
			new Promise((done) => {
				server.closeAllConnections();
				server.close(() => done());
			}),
	};
}
