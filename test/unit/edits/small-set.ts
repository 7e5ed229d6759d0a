import { loadTables } from "../../../scripts/lib/load-tables";
import { writePack } from "../../../utils/codesets/pack/container";
import { buildSet } from "../../../utils/codesets/set/build-set";
import type { CodeSetDraft, DraftNote } from "../../../utils/codesets/set/draft";
import { openCodeSet } from "../../../utils/codesets/set/open-set";
import type { CodeSet } from "../../../utils/codesets/types";

/** Codes and titles in the classification's order; a title behind "-" is a header. */
const ROWS = `
B95 - Bacteria as the cause of diseases elsewhere
B95.6 - Staphylococcus as the cause of diseases elsewhere
B95.62 MRSA infection as the cause of diseases classified elsewhere
E11 - Type 2 diabetes mellitus
E11.2 - Type 2 diabetes mellitus with kidney complications
E11.22 Type 2 diabetes mellitus with diabetic chronic kidney disease
E11.9 Type 2 diabetes mellitus without complications
E85 - Amyloidosis
E85.4 Organ-limited amyloidosis
E66 - Overweight and obesity
E66.9 Obesity, unspecified
H25 - Age-related cataract
H25.1 - Age-related nuclear cataract
H25.11 Age-related nuclear cataract, right eye
H25.12 Age-related nuclear cataract, left eye
H25.13 Age-related nuclear cataract, bilateral
H25.10 Age-related nuclear cataract, unspecified eye
I10 Essential (primary) hypertension
I43 Cardiomyopathy in diseases classified elsewhere
I50 - Heart failure
I50.9 Heart failure, unspecified
J18 - Pneumonia, unspecified organism
J18.9 Pneumonia, unspecified organism
J69 - Pneumonitis due to solids and liquids
J69.0 Pneumonitis due to inhalation of food and vomit
K52 - Other and unspecified noninfective gastroenteritis and colitis
K52.0 Gastroenteritis and colitis due to radiation
K52.1 Toxic gastroenteritis and colitis due to drugs
K52.9 Noninfective gastroenteritis and colitis, unspecified
K85 - Acute pancreatitis
K85.9 Acute pancreatitis, unspecified
M79 - Other and unspecified soft tissue disorders
M79.1 Myalgia
M79.2 Neuralgia and neuritis, unspecified
M79.7 Fibromyalgia
N18 - Chronic kidney disease (CKD)
N18.30 Chronic kidney disease, stage 3 unspecified
N70 - Salpingitis and oophoritis
N70.01 Acute salpingitis
N70.11 Chronic salpingitis
S52 - Fracture of forearm
S52.5 - Fracture of lower end of radius
S52.50 - Unspecified fracture of the lower end of radius
S52.501 - Unspecified fracture of the lower end of right radius
S52.501A Unspecified fracture of the lower end of right radius, initial encounter for closed fracture
S52.501D Unspecified fracture of the lower end of right radius, subsequent encounter
S52.501S Unspecified fracture of the lower end of right radius, sequela
S60 - Superficial injury of wrist
S60.0 - Contusion of finger
S60.0XXA Contusion of finger, initial encounter
T36 - Poisoning by antibiotics
T36.0X5A Adverse effect of penicillins, initial encounter
M21 - Other acquired deformities
M21.6 Other acquired deformity of foot
R07 - Pain in chest
R07.9 Chest pain, unspecified
W19 - Unspecified fall
W19.XXXA Unspecified fall, initial encounter
Z00 - General examination
Z00.00 Encounter for general adult medical examination
Z38 - Liveborn infants
Z38.00 Single liveborn infant, delivered vaginally
Z68 - Body mass index
Z68.35 Body mass index 35.0-35.9, adult
Z86 - Personal history of other diseases
Z86.73 Personal history of TIA
`;

const NOTES: DraftNote[] = [
	{
		level: "E11.22",
		kind: "useAdditional",
		text: "code to identify stage of chronic kidney disease (N18.1-N18.6)",
	},
	{ level: "I43", kind: "codeFirst", text: "underlying disease, such as:" },
	{ level: "I43", kind: "codeFirst", text: "amyloidosis (E85.-)" },
	{ level: "J18", kind: "excludes1", text: "aspiration pneumonia (J69.0)" },
	{ level: "10", kind: "excludes1", text: "chest pain (R07.9)" },
	{ level: "N18", kind: "codeFirst", text: "any associated: type 2 diabetes (E11.22)" },
	{ level: "K85", kind: "codeAlso", text: "chest pain of every attack (R07.9)" },
	{ level: "K85", kind: "excludes2", text: "amyloidosis (E85.-)" },
];

const SEVENTHS = [
	["S52", "A", "initial encounter"],
	["S52", "D", "subsequent encounter"],
	["S52", "S", "sequela"],
	["S60", "A", "initial encounter"],
	["T36", "A", "initial encounter"],
	["W19", "A", "initial encounter"],
] as const;

/** A classification of fifty rows, enough for every check. Opened from a pack, as in the product. */
export function smallSet(): CodeSet {
	loadTables();
	const rows = ROWS.trim()
		.split("\n")
		.map((line) => {
			const [, code, header, title] = /^(\S+) (- )?(.*)$/.exec(line) as unknown as [
				string,
				string,
				string?,
				string?,
			];
			return { code, title: title ?? "", billable: header === undefined };
		});
	const draft: CodeSetDraft = {
		system: "ICD-10-CM",
		edition: "FY2026",
		validFrom: "2025-10-01",
		validTo: "2026-09-30",
		sources: [],
		rows,
		levels: [{ id: "10", kind: "chapter", title: "Respiratory", first: "J18", last: "J69" }],
		notes: NOTES,
		sevenths: SEVENTHS.map(([level, char, text]) => ({ level, char, text })),
	};
	return openCodeSet(writePack({ normaliser: 0, lexicon: 0 }, buildSet(draft)));
}
