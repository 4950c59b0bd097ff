/** What the inspector shows, by the names that panels know. */
export type { ExplainedEquation, ExplainedNumber, Explanation, Flux } from "../engine/api";
