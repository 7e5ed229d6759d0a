import type { CodeSet } from "../../../utils/codesets/types";
import type { Engine } from "../../../utils/engine/engine";

export type { AnalysisRun, Engine } from "../../../utils/engine/engine";

/** Opens the engine over the code sets in force; tests give one of their own. */
export type EngineFactory = (sets: readonly CodeSet[]) => Engine;
