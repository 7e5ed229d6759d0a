/** Words that look like plurals and are not, and irregular plurals of the field. */
const IRREGULAR: Readonly<Record<string, string>> = {
	feet: "foot",
	teeth: "tooth",
	children: "child",
	women: "woman",
	men: "man",
	metastases: "metastasis",
	diagnoses: "diagnosis",
	apices: "apex",
	cervices: "cervix",
	indices: "index",
	phalanges: "phalanx",
	meninges: "meninx",
	bronchi: "bronchus",
	thrombi: "thrombus",
	emboli: "embolus",
	calculi: "calculus",
	nevi: "nevus",
	naevi: "nevus",
	naevus: "nevus",
	foci: "focus",
	fungi: "fungus",
	bacilli: "bacillus",
	diverticula: "diverticulum",
	ova: "ovum",
	ganglia: "ganglion",
	condylomata: "condyloma",
	lice: "louse",
	pancreas: "pancreas",
	atlas: "atlas",
	gas: "gas",
	herpes: "herpes",
	diabetes: "diabetes",
	rabies: "rabies",
	scabies: "scabies",
	caries: "caries",
	series: "series",
	species: "species",
	feces: "feces",
	faeces: "feces",
	faecal: "fecal",
	ascites: "ascites",
	lens: "lens",
	measles: "measles",
	mumps: "mumps",
	shingles: "shingles",
	rickets: "rickets",
	news: "news",
	biceps: "biceps",
	triceps: "triceps",
	quadriceps: "quadriceps",
	forceps: "forceps",
	pubes: "pubes",
	aids: "aids",
	aches: "ache",
	headaches: "headache",
	grey: "gray",
	programme: "program",
};

/**
 * Base form of a folded word: American spelling, singular. Deliberately light (no derivations: "diabetic"
 * stays), so that spelling correction and completion can work on the surface words.
 */
export function baseForm(word: string): string {
	const known = Object.hasOwn(IRREGULAR, word) ? IRREGULAR[word] : undefined;
	if (known !== undefined) return known;
	if (word.length < 4) return word;
	return american(singular(word));
}

function singular(word: string): string {
	const n = word.length;
	if (word.endsWith("ae")) return n > 5 ? word.slice(0, -1) : word;
	if (!word.endsWith("s") || /(?:ss|us|is|ous|itis|osis|\ds)$/.test(word)) return word;
	if (word.endsWith("ies")) return n > 4 ? `${word.slice(0, -3)}y` : word;
	if (/(?:[oey]s|tas)es$/.test(word) && !/(?:noses|doses|roses|hoses|loses|closes|exposes|eyes)$/.test(word))
		return `${word.slice(0, -2)}is`;
	if (/(?:xes|ches|shes|sses|zes)$/.test(word)) return word.slice(0, -2);
	return word.slice(0, -1);
}

function american(word: string): string {
	if (!/ae|oe|our|tre$|bre$|lyse|is(?:e|ed|ing|ation)$|sulph|leuc/.test(word)) return word;
	return word
		.replace(/^oe(?=[ds])/, "e")
		.replace(/oea/, "ea")
		.replace(/(?<=f)oe(?=t)/, "e")
		.replace(/(?<=c)oe(?=li)/, "e")
		.replace(/(?<=[a-z])ae(?!ro)(?=[a-z])/, "e")
		.replace(/^ae(?=t)/, "e")
		.replace(/(?<=[a-z]{3})our(?=$|ed$|ing$|al$)/, "or")
		.replace(/(?<=[a-z]{2}[bt])re$/, "er")
		.replace(/isation$/, "ization")
		.replace(/lys(?=e[ds]?$|ing$)/, "lyz")
		.replace("sulph", "sulf")
		.replace("leuc", "leuk");
}
