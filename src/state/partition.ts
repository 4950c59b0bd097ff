/** Re-exported for the panels, which do not know the engine. */
export type { PartitionTable } from "../engine/api";
