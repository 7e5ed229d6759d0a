import { strToU8, zipSync } from "fflate";
import type { SourceFile } from "../../../utils/codesets/import/archive";

/** Invented files in the publishers' layouts. Codes and texts are made up for the tests. */

export const file = (name: string, text: string | Uint8Array): SourceFile => ({
	name,
	bytes: typeof text === "string" ? strToU8(text) : text,
});

export const zip = (name: string, files: Record<string, string | Uint8Array>): SourceFile => ({
	name,
	bytes: zipSync(
		Object.fromEntries(Object.entries(files).map(([k, v]) => [k, typeof v === "string" ? strToU8(v) : v])),
	),
});

/** Lines of an order file from [code, billable, title]. */
export function orderFile(
	rows: readonly (readonly [code: string, billable: 0 | 1, title: string])[],
): string {
	return rows
		.map(([code, billable, title], i) => {
			const number = String(i + 1).padStart(5, "0");
			return `${number} ${code.padEnd(7)} ${billable} ${title.slice(0, 60).padEnd(60)} ${title}\r\n`;
		})
		.join("");
}

export const ORDER = orderFile([
	["A00", 0, "Made-up fever"],
	["A000", 1, "Made-up fever of the left kind"],
	["A009", 1, "Made-up fever, unspecified"],
	["C43", 0, "Invented growth"],
	["C430", 1, "Invented growth of lip"],
	["C4A", 1, "Other invented growth"],
	["C44", 1, "Further invented growth"],
	["S52", 0, "Break of the invented bone"],
	["S520", 0, "Break of its upper end"],
	["S520XXA", 1, "Break of its upper end, first time"],
	["S520XXD", 1, "Break of its upper end, later"],
]);

export const TABULAR = `<?xml version="1.0" encoding="utf-8"?>
<ICD10CM.tabular>
  <version>2026</version>
  <chapter>
    <name>1</name>
    <desc>Made-up infections (A00-B99)</desc>
    <excludes2><note>things that are elsewhere (S52.-)</note></excludes2>
    <section id="A00-A09">
      <desc>Made-up fevers (A00-A09)</desc>
      <includes><note>all sorts of fever &amp; chills</note></includes>
      <diag>
        <name>A00</name>
        <desc>Made-up fever</desc>
        <codeFirst><note>the cause, if known (C43.-)</note></codeFirst>
        <diag><name>A00.0</name><desc>Made-up fever of the left kind</desc>
          <inclusionTerm><note>Left fever</note><note>Sinister fever</note></inclusionTerm>
        </diag>
        <diag><name>A00.9</name><desc>Made-up fever, unspecified</desc></diag>
      </diag>
    </section>
  </chapter>
  <chapter>
    <name>19</name>
    <desc>Made-up injuries (S00-T88)</desc>
    <section id="S50-S59">
      <desc>Breaks (S50-S59)</desc>
      <diag>
        <name>S52</name>
        <desc>Break of the invented bone</desc>
        <sevenChrNote><note>One of these is added to each code of S52:</note></sevenChrNote>
        <sevenChrDef><extension char="A">first time</extension><extension char="D">later</extension></sevenChrDef>
        <diag placeholder="true"><name>S52.0</name><desc>Break of its upper end</desc></diag>
      </diag>
    </section>
  </chapter>
</ICD10CM.tabular>
`;

export const INDEX = `<?xml version="1.0" encoding="utf-8"?>
<ICD10CM.index>
  <version>2026</version>
  <title>ICD-10-CM INDEX TO DISEASES and INJURIES</title>
  <letter>
    <title>F</title>
    <mainTerm>
      <title>Fever<nemod>(hot) (made-up)</nemod> NEC</title>
      <code>A00.9</code>
      <term level="1"><title>left</title><code>A00.0</code><manif>C43.0</manif></term>
    </mainTerm>
    <mainTerm><title>Heat</title><see>Fever, left</see></mainTerm>
    <mainTerm><title>Chill</title><seeAlso>Fever</seeAlso><subcat>C43.-</subcat></mainTerm>
    <mainTerm><title>Ague</title><code>Q99.9</code></mainTerm>
  </letter>
</ICD10CM.index>
`;

export const DRUGS = `<?xml version="1.0" encoding="utf-8"?>
<ICD10CM.index>
  <version>2026</version>
  <indexHeading><head col="1">Substance</head><head col="2">By accident</head><head col="3">On purpose</head></indexHeading>
  <letter><title>P</title>
    <mainTerm><title>Potion</title><cell col="2">S52.0XX</cell><cell col="3">--</cell>
      <term level="1"><title>green</title><cell col="2">A00.0</cell></term>
    </mainTerm>
  </letter>
</ICD10CM.index>
`;

/** A record of 320 columns. */
export function hcpcsRecord(
	code: string,
	sequence: number,
	kind: 3 | 4 | 7 | 8,
	long: string,
	more: { short?: string; xref?: string; added?: string; ended?: string } = {},
): string {
	const columns = [..." ".repeat(320)];
	const put = (at: number, text: string) =>
		[...text].forEach((c, i) => {
			columns[at + i] = c;
		});
	put(kind > 4 ? 3 : 0, code);
	put(5, `${String(sequence).padStart(4, "0")}0`.slice(-5));
	put(10, String(kind));
	put(11, long);
	put(91, more.short ?? "");
	put(204, more.xref ?? "");
	put(268, more.added ?? "");
	put(284, more.ended ?? "");
	return columns.join("");
}
