/** Age groups of the Medicare Code Editor, with their full years, inclusive. */
export const AGE_GROUPS = {
	newborn: { min: 0, max: 0, what: "newborn" },
	pediatric: { min: 0, max: 17, what: "paediatric" },
	maternity: { min: 9, max: 64, what: "maternity" },
	adult: { min: 15, max: 124, what: "adult" },
} as const;

export type AgeGroup = keyof typeof AGE_GROUPS;

/** Lists of the Medicare Code Editor that a user has loaded. All codes undotted, upper case. */
export interface MceLists {
	/** Not accepted as principal diagnosis. */
	principal: ReadonlySet<string>;
	/** Manifestations: not accepted as principal diagnosis either. */
	manifestation: ReadonlySet<string>;
	ages: Readonly<Record<AgeGroup, ReadonlySet<string>>>;
}

/** A list file that cannot be read; the message names file, line and cause. */
export class MceError extends Error {
	override name = "MceError";
}
