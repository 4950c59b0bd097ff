/** Re-exported for the panels, which do not know the engine. */
export type { ProveResult as GpuProofResult } from "../engine/api";
