import type { CodeSet } from "../../codesets/types";
import type { Engine } from "../../engine/engine";

export type { AnalysisRun, Engine } from "../../engine/engine";

/** Opens the engine over the code sets in force; tests give one of their own. */
export type EngineFactory = (sets: readonly CodeSet[]) => Engine;
