/** What two titles of one code must agree on, read off their words. */

const SITES =
	"abdomen abdominal ankle anus aorta aortic arm back bladder bone brain breast buttock calf cecum cervical cervix cheek chest clavicle colon conjunctiva cornea ear elbow esophagus eye eyebrow eyelid face femoral femur fibula finger foot forearm forehead gallbladder gum hand head heart heel hip humerus ileum iliac jaw kidney knee larynx leg lip liver lumbar lumbosacral lung lymph mandible maxilla mouth nail neck nose orbit ovary palate pancreas patella pelvis penis perineum pharynx popliteal prostate radius rectum retina rib sacral sacrum scalp scapula scrotum shoulder skin skull spine spleen sternum stomach testis thigh thoracic throat thumb thyroid tibia tibial toe tongue tonsil tooth trachea ulna ureter urethra uterus vagina vertebra vulva wrist".split(
		" ",
	);

const PLURALS: Record<string, string> = {
	arteries: "artery",
	feet: "foot",
	lungs: "lung",
	legs: "leg",
	kidneys: "kidney",
	eyes: "eye",
	ears: "ear",
	ribs: "rib",
	toes: "toe",
	fingers: "finger",
	teeth: "tooth",
	breasts: "breast",
	vertebrae: "vertebra",
	bones: "bone",
};

/** Axis name -> words whose presence has to be the same in both titles. */
const AXES: Record<string, string[]> = {
	side: ["right", "left", "bilateral", "unilateral"],
	episode: ["initial", "subsequent", "sequela"],
	fracture: ["routine", "delayed", "nonunion", "malunion", "displaced", "nondisplaced", "open", "closed"],
	stage: ["mild", "moderate", "severe", "early", "late", "stage", "trimester", "first", "second", "third"],
	time: ["acute", "chronic", "subacute", "recurrent", "persistent", "remission", "relapse"],
	intent: ["accidental", "self-harm", "assault", "undetermined", "adverse", "underdosing"],
	link: ["with", "without"],
	negation: ["not", "no", "non", "nonrheumatic", "nontraumatic", "absence"],
	unspecified: ["unspecified"],
	other: ["other"],
	site: SITES,
	sex: ["male", "female"],
};

function words(title: string): string[] {
	return title
		.toLowerCase()
		.replace(/not elsewhere classified/g, "")
		.replace(/self-harm/g, "self-harm")
		.split(/[^a-z0-9-]+/)
		.flatMap((w) => (w === "self-harm" ? [w] : [w, ...w.split("-")].filter((v, i, a) => a.indexOf(v) === i)))
		.filter((w) => w !== "")
		.map((w) => PLURALS[w] ?? (w.endsWith("s") && SITES.includes(w.slice(0, -1)) ? w.slice(0, -1) : w));
}

/** Axes on which `ours` differs from `theirs`, each with the words of ours that differ ("side: left"). */
export function axisDifferences(ours: string, theirs: string): string[] {
	const a = new Set(words(ours));
	const b = new Set(words(theirs));
	const out: string[] = [];
	for (const [axis, list] of Object.entries(AXES)) {
		const wrong = list.filter((w) => a.has(w) !== b.has(w));
		if (wrong.length === 0) continue;
		const said = wrong.map((w) => (a.has(w) ? w : `${w} missing`));
		out.push(`${axis} (${said.join(", ")})`);
	}
	const numbers = (s: Set<string>) =>
		[...s].filter((w) => /^\d+$|^(i|ii|iii|iv|v|iiia|iiib|iiic)$/.test(w)).sort();
	if (numbers(a).join() !== numbers(b).join()) out.push(`numbers (${numbers(a).join(" ") || "none"})`);
	return out;
}

/** Share of the longer title's content stems that both titles have, from 0 to 1. */
export function overlap(ours: string, theirs: string): number {
	const stems = (t: string) =>
		new Set(
			words(t)
				.filter((w) => w.length > 3)
				.map((w) => w.slice(0, 6)),
		);
	const a = stems(ours);
	const b = stems(theirs);
	if (a.size === 0 || b.size === 0) return a.size === b.size ? 1 : 0;
	let both = 0;
	for (const w of a) if (b.has(w)) both++;
	return both / Math.max(a.size, b.size);
}
