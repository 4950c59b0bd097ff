/**
 * Observed concentrations: what was measured in people, with its citation, and the study that
 * repeats it. Numbers only; scoring is engine/score.ts.
 *
 * Values are means of the named groups, read from published figures by the Open Systems
 * Pharmacology community: an error of a few percent a point is normal, more below 5 % of the peak.
 */
import type { PersonRequest } from "./body/person";
import type { DoseRequest } from "./study";

export interface EvidenceSet {
  /** `<drug>/<study>`. */
  readonly id: string;
  readonly drug: string;
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
  readonly person: PersonRequest;
  readonly doses: readonly DoseRequest[];
  /** Time after the first dose in h, mg/L in venous plasma, standard deviation where reported. */
  readonly points: readonly (readonly [timeHours: number, mgPerL: number, sd?: number])[];
}

const modules = import.meta.glob<Record<string, readonly EvidenceSet[]>>("./evidence/*.ts", {
  eager: true,
});

export const evidenceSets: readonly EvidenceSet[] = Object.values(modules)
  .flatMap((module) => Object.values(module))
  .flat();

export function evidenceOf(drug: string): EvidenceSet[] {
  return evidenceSets.filter((set) => set.drug === drug);
}
