/** What an explanation of a model consists of: plain data, to be posted and shown. */
import type { Provenance } from "../core/model/model";

/** A block of the model as people read it. */
export interface Explanation {
  readonly block: string;
  readonly equations: readonly ExplainedEquation[];
  readonly numbers: readonly ExplainedNumber[];
}

export interface ExplainedEquation {
  readonly symbol: string;
  readonly formula: string;
  readonly unit: string;
  readonly label: string;
}

export interface ExplainedNumber {
  /** As the formulas call it. */
  readonly symbol: string;
  /** Its name in the whole model, by which a study may override it. */
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly label: string;
  readonly source: string;
  readonly provenance: Provenance;
}
