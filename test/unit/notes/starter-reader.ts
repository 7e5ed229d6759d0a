import { loadTables } from "../../../scripts/lib/load-tables";
import { readStarterIcd } from "../../../scripts/read-tables";
import { readPack, writePack } from "../../../utils/codesets/pack/container";
import { buildSet } from "../../../utils/codesets/set/build-set";
import { openCodeSet } from "../../../utils/codesets/set/open-set";
import { toDraft } from "../../../utils/codesets/starter/to-draft";
import { type NoteReader, openReader } from "../../../utils/notes/reader";

/** A note reader over the ICD-10-CM starter set, compiled from its tables; loads all tables. */
export function starterReader(): NoteReader {
	loadTables();
	const sections = buildSet(toDraft(readStarterIcd()));
	return openReader(openCodeSet(readPack(writePack({ normaliser: 1, lexicon: 1 }, sections))));
}
