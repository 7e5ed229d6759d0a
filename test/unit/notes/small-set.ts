import type { CodeNote, CodeSet, CodeSystem, IndexPath } from "../../../utils/codesets/types";

/** Rows of a small classification of our own wording: code, title, then names that lead to it. */
const ROWS: readonly [string, string, ...string[]][] = [
	["A41", "Sepsis"],
	["A41.9", "Sepsis, unspecified organism", "Sepsis"],
	["E11", "Type 2 diabetes mellitus"],
	["E11.2", "Type 2 diabetes mellitus with kidney complications"],
	["E11.22", "Type 2 diabetes mellitus with diabetic chronic kidney disease"],
	["E11.9", "Type 2 diabetes mellitus without complications", "Diabetes", "Diabetes > type 2"],
	["E31", "Polyglandular dysfunction"],
	["E31.2", "Multiple endocrine neoplasia [MEN] syndromes"],
	[
		"E31.20",
		"Multiple endocrine neoplasia [MEN] syndrome, unspecified",
		"MEN",
		"Multiple endocrine neoplasia",
	],
	["E78", "Disorders of lipoprotein metabolism"],
	["E78.5", "Hyperlipidemia, unspecified", "Hyperlipidemia"],
	["H10", "Conjunctivitis"],
	["H10.5", "Blepharoconjunctivitis"],
	["H10.50", "Unspecified blepharoconjunctivitis"],
	["H10.503", "Unspecified blepharoconjunctivitis, bilateral"],
	["H10.509", "Unspecified blepharoconjunctivitis, unspecified eye", "Blepharoconjunctivitis"],
	["H10.9", "Unspecified conjunctivitis", "Conjunctivitis"],
	["H26", "Other cataract"],
	["H26.9", "Unspecified cataract", "Cataract"],
	["I10", "Essential (primary) hypertension", "Hypertension"],
	["I11", "Hypertensive heart disease"],
	["I11.0", "Hypertensive heart disease with heart failure"],
	["I12", "Hypertensive chronic kidney disease"],
	[
		"I12.9",
		"Hypertensive chronic kidney disease with stage 1 through 4 or unspecified chronic kidney disease",
	],
	["I13", "Hypertensive heart and chronic kidney disease"],
	["I13.0", "Hypertensive heart and chronic kidney disease with heart failure and stage 1 through 4"],
	["I50", "Heart failure"],
	["I50.2", "Systolic (congestive) heart failure"],
	["I50.20", "Unspecified systolic (congestive) heart failure", "Failure > heart > systolic"],
	["I50.21", "Acute systolic (congestive) heart failure"],
	["I50.9", "Heart failure, unspecified", "Failure > heart"],
	["J18", "Pneumonia, unspecified organism"],
	["J18.9", "Pneumonia, unspecified organism", "Pneumonia"],
	["M25", "Other joint disorder"],
	["M25.5", "Pain in joint"],
	["M25.51", "Pain in shoulder", "Pain > shoulder"],
	["M25.511", "Pain in right shoulder"],
	["M25.512", "Pain in left shoulder"],
	["M25.519", "Pain in unspecified shoulder"],
	["M25.56", "Pain in knee"],
	["M25.561", "Pain in right knee"],
	["M25.562", "Pain in left knee"],
	["M25.569", "Pain in unspecified knee", "Pain > knee"],
	["C81", "Hodgkin lymphoma"],
	["C81.90", "Hodgkin lymphoma, unspecified", "Lymphoma > Hodgkin"],
	["C85", "Other specified and unspecified types of non-Hodgkin lymphoma"],
	["C85.90", "Non-Hodgkin lymphoma, unspecified", "Lymphoma > non-Hodgkin"],
	["M86", "Osteomyelitis"],
	["M86.8", "Other osteomyelitis"],
	["M86.87", "Other osteomyelitis, ankle and foot"],
	["M86.9", "Osteomyelitis, unspecified", "Osteomyelitis"],
	["S06", "Intracranial injury"],
	["S06.0", "Concussion"],
	["S06.00", "Concussion without loss of consciousness"],
	["S06.09", "Concussion with loss of consciousness of unspecified duration", "Concussion"],
	["N18", "Chronic kidney disease (CKD)"],
	["N18.3", "Chronic kidney disease, stage 3 (moderate)"],
	["N18.30", "Chronic kidney disease, stage 3 unspecified"],
	["N18.31", "Chronic kidney disease, stage 3a"],
	["N18.32", "Chronic kidney disease, stage 3b"],
	["N18.4", "Chronic kidney disease, stage 4 (severe)"],
	["N18.9", "Chronic kidney disease, unspecified", "Disease > kidney > chronic"],
	["N20", "Calculus of kidney and ureter"],
	["N20.0", "Calculus of kidney", "Calculus > kidney"],
	["N20.1", "Calculus of ureter", "Calculus > ureter"],
	["R05", "Cough"],
	["R05.9", "Cough, unspecified", "Cough"],
	["R07", "Pain in throat and chest"],
	["R07.9", "Chest pain, unspecified", "Pain > chest"],
	["S20", "Superficial injury of thorax"],
	["S20.0", "Contusion of breast", "Contusion > breast"],
	["S20.1", "Other and unspecified superficial injuries of breast"],
	["S20.11", "Abrasion of breast", "Abrasion > breast"],
	["S20.12", "Blister of breast", "Blister > breast"],
	["S20.14", "External constriction of part of breast", "Constriction > breast"],
	["S20.15", "Superficial foreign body of breast", "Splinter > breast"],
	["S20.16", "Insect bite of breast", "Bite > breast"],
	["S30", "Superficial injury of trunk"],
	["S30.1", "Contusion of trunk", "Contusion > trunk"],
	["S52", "Fracture of forearm"],
	["S52.5", "Fracture of lower end of radius"],
	["S52.50", "Unspecified fracture of the lower end of radius"],
	["S52.501", "Unspecified fracture of the lower end of right radius"],
	[
		"S52.501A",
		"Unspecified fracture of the lower end of right radius, initial encounter for closed fracture",
	],
	[
		"S52.501D",
		"Unspecified fracture of the lower end of right radius, subsequent encounter for closed fracture with routine healing",
	],
	["S52.502", "Unspecified fracture of the lower end of left radius"],
	["S52.502A", "Unspecified fracture of the lower end of left radius, initial encounter for closed fracture"],
	[
		"S52.502D",
		"Unspecified fracture of the lower end of left radius, subsequent encounter for closed fracture with routine healing",
	],
	["S52.509", "Unspecified fracture of the lower end of unspecified radius", "Fracture > radius > lower end"],
	[
		"S52.509A",
		"Unspecified fracture of the lower end of unspecified radius, initial encounter for closed fracture",
	],
	["Z79", "Long term (current) drug therapy"],
	["Z79.4", "Long term (current) use of insulin"],
	["Z80", "Family history of primary malignant neoplasm"],
	["Z80.3", "Family history of malignant neoplasm of breast"],
	["Z85", "Personal history of malignant neoplasm"],
	["Z85.3", "Personal history of malignant neoplasm of breast"],
	["Z87", "Personal history of other diseases and conditions"],
	["Z87.891", "Personal history of nicotine dependence"],
	["C50", "Malignant neoplasm of breast"],
	["C50.9", "Malignant neoplasm of breast of unspecified site"],
	["C50.91", "Malignant neoplasm of breast of unspecified site, female"],
	["C50.911", "Malignant neoplasm of unspecified site of right female breast"],
	["C50.912", "Malignant neoplasm of unspecified site of left female breast"],
	["C50.919", "Malignant neoplasm of unspecified site of unspecified female breast", "Cancer > breast"],
];

/** A code set in memory with made-up rows; enough of the contract for reading notes. */
export function smallSet(
	rows: readonly (readonly [string, string, ...string[]])[] = ROWS,
	system: CodeSystem = "ICD-10-CM",
): CodeSet {
	const sorted = [...rows].sort((a, b) => (a[0] < b[0] ? -1 : 1));
	const plain = sorted.map(([code]) => code.replace(".", ""));
	const parents = plain.map((code, row) => {
		for (let other = row - 1; other >= 0; other--) if (code.startsWith(plain[other] as string)) return other;
		return -1;
	});
	const ends = plain.map((code, row) => {
		let end = row + 1;
		while (end < plain.length && (plain[end] as string).startsWith(code)) end++;
		return end;
	});
	const paths = sorted.map(([, , ...names]): IndexPath[] =>
		names.map((name) => {
			const parts = name.split(" > ");
			return { parts, source: "index", isDefault: parts.length === 1 };
		}),
	);
	const none: CodeNote[] = [];
	return {
		release: {
			system,
			edition: "test",
			validFrom: "2026-10-01",
			validTo: null,
			sources: [],
			counts: { rows: sorted.length, billable: 0 },
		},
		size: sorted.length,
		code: (row) => (sorted[row] as (typeof sorted)[number])[0],
		title: (row) => (sorted[row] as (typeof sorted)[number])[1],
		billable: (row) => ends[row] === row + 1,
		parent: (row) => parents[row] as number,
		end: (row) => ends[row] as number,
		children: (row) => parents.flatMap((parent, child) => (parent === row ? [child] : [])),
		find: (code) => plain.indexOf(code.replace(".", "").toUpperCase()),
		prefix: () => ({ start: 0, end: 0 }),
		notes: () => none,
		inheritedNotes: () => none,
		levelNotes: () => none,
		levels: () => [],
		modifiers: () => [],
		seventhCharacters: () => [],
		indexPaths: (row) => paths[row] as IndexPath[],
		validity: () => ({ from: null, to: null }),
		chapter: () => "",
		section: () => null,
	};
}
