/**
 * Observed concentrations: what was measured in people, with its citation, and the study that
 * repeats it. Numbers only; scoring is engine/score.ts.
 *
 * Values are means of the named groups, read from published figures by the Open Systems
 * Pharmacology community: an error of a few percent a point is normal, more below 5 % of the peak.
 */
import type { DoseRequest, OneRequest } from "./study";

export type EvidenceGroup =
  | "children"
  | "newborn"
  | "elderly"
  | "cirrhosis"
  | "renal impairment"
  | "genotype"
  | "interaction";

export interface EvidenceSet {
  /** `<drug>/<study>`. */
  readonly id: string;
  readonly drug: string;
  /** What was measured, where it is not the drug itself: a form or a metabolite of it. */
  readonly molecule?: string;
  /** Drugs that were given besides. */
  readonly with?: readonly string[];
  readonly label: string;
  readonly citation: string;
  readonly digitisedBy: string;
  readonly population: string;
  readonly n: number | undefined;
  readonly dose: string;
  readonly statistic: string;
  readonly matrix: string;
  /** Used to set parameters, kept to verify, or shown without being scored (then `why`). */
  readonly use: "fit" | "verify" | "shown";
  readonly why?: string;
  /** Earlier points are not scored: what was sampled then the model cannot show, and why. */
  readonly scoredFrom?: { readonly hours: number; readonly why: string };
  /** Whom it verifies the model in, where they are not healthy adults of the usual genotype. */
  readonly group?: EvidenceGroup;
  readonly person: OneRequest;
  readonly doses: readonly DoseRequest[];
  /** Time on the clock of the doses in h, mg/L in venous plasma, standard deviation where reported. */
  readonly points: readonly (readonly [timeHours: number, mgPerL: number, sd?: number])[];
}

/**
 * What a second drug did to the exposure to a first, as a study reports it.
 *
 * Where the report does not name a formulation it is a tablet, but of midazolam only in the 7.5 and
 * 15 mg that its tablets have: every other dose of it was a liquid.
 */
export interface InteractionRow {
  /** `<victim>-<perpetrator>/<study>`. */
  readonly id: string;
  readonly victim: string;
  readonly perpetrator: string;
  readonly label: string;
  readonly citation: string;
  readonly collectedBy: string;
  readonly mechanism: string;
  /** How the source formed its ratios. */
  readonly basis: string;
  readonly use: "fit" | "verify" | "shown";
  readonly why?: string;
  readonly person: OneRequest;
  /** Of both; the victim's alone are the comparison. */
  readonly doses: readonly DoseRequest[];
  /** With over without. */
  readonly aucRatio?: number;
  readonly cmaxRatio?: number;
}
