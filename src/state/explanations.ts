/** What the inspector shows, by the names that panels know. */
export type { ExplainedNumber, Explanation } from "../engine/api";
