/** Reported interactions: those beside a computed one, and those that serve as a start. */
import { guestLimits, withinGuest } from "../engine/guest-limits";
import type { WholeStudy } from "../engine/interaction-studies";
import { studiesOf } from "../engine/score-interactions";
import type { InteractionRow } from "../pharmacology/evidence";
import { baseShare } from "../pharmacology/salts";
import { usualFormulation } from "../pharmacology/mechanisms/absorption";
import type { DoseRequest, Study } from "../pharmacology/study";

export type { InteractionRow } from "../pharmacology/evidence";

export interface ReportedRatio {
  readonly row: InteractionRow;
  /** Whether drugs, amounts and times are those of the study, so that one predicts the other. */
  readonly isSame: boolean;
  /** Guest's limits around the observed ratio of areas; undefined where none is reported. */
  readonly limits: readonly [low: number, high: number] | undefined;
}

/** Of these drugs with the victim by the same route, those with the study's own doses first. */
export function reportedFor(
  rows: readonly InteractionRow[],
  study: WholeStudy,
  victim: string,
): ReportedRatio[] {
  const others = study.drugs.map(({ id }) => id).filter((id) => id !== victim);
  return rows
    .filter((row) => row.victim === victim && others.includes(row.perpetrator))
    .filter((row) => routesOf(row.doses, victim) === routesOf(study.doses, victim))
    .map((row) => ({
      row,
      isSame: others.length === 1 && alike(row.doses, study) === alike(study.doses, study),
      limits: row.aucRatio === undefined ? undefined : guestLimits(row.aucRatio),
    }))
    .toSorted((a, b) => Number(b.isSame) - Number(a.isSame));
}

/** Undefined where the row reports no area. */
export function isWithin({ row }: ReportedRatio, aucRatio: number): boolean | undefined {
  return row.aucRatio === undefined ? undefined : withinGuest(aucRatio, row.aucRatio);
}

export interface InteractionExample {
  readonly row: string;
  readonly title: string;
  readonly more: string;
}

/** Each a reported study, with its doses. */
export const interactionExamples: readonly InteractionExample[] = [
  {
    row: "midazolam-itraconazole/backman1998",
    title: "Midazolam with itraconazole",
    more: "Inhibited: CYP3A4 in gut wall and liver, by the drug and its metabolites.",
  },
  {
    row: "midazolam-clarithromycin/gurley2006",
    title: "Midazolam with clarithromycin, twice daily",
    more: "Destroyed: CYP3A4 has to be made anew, which takes days.",
  },
  {
    row: "midazolam-rifampicin/backman1998-po-185",
    title: "Midazolam 4 days after rifampicin",
    more: "Induced: the drug has gone, the enzyme is still there.",
  },
  {
    row: "caffeine-fluvoxamine/jeppesen1996",
    title: "Caffeine with fluvoxamine",
    more: "Inhibited: CYP1A2, by which nearly all caffeine leaves.",
  },
  {
    row: "digoxin-clarithromycin/gurley2007",
    title: "Digoxin with clarithromycin",
    more: "No enzyme: P-glycoprotein, which carries digoxin out.",
  },
];

/** What an example puts on the page; undefined where there is no such row. */
export function exampleStudy(rows: readonly InteractionRow[], id: string): Study | undefined {
  const row = rows.find((one) => one.id === id);
  return row && studiesOf(row).with;
}

// ——— the parts ———

function routesOf(doses: readonly DoseRequest[], drug: string): string {
  const routes = doses.filter((dose) => dose.drug === drug).map(({ route }) => route);
  return [...new Set(routes)].toSorted().join(" ");
}

/** As text: the same administrations, whatever order they stand in. */
function alike(doses: readonly DoseRequest[], { drugs }: WholeStudy): string {
  const known = new Map(drugs.map((drug) => [drug.id, drug]));
  const usual = (id: string) => usualFormulation(known.get(id) ?? {});
  const ofDrug = (amount: number | undefined, { drug, amountOf }: DoseRequest) =>
    // four figures: an amount of a salt and the same of the drug are alike
    amount && (amount * (baseShare({ amountOf }, known.get(drug) ?? {}) ?? 1)).toPrecision(4);
  return doses
    .map(({ everyHours, count = 1, formulation, fed = false, ...dose }) =>
      JSON.stringify([
        dose.drug,
        dose.route,
        ofDrug(dose.amountMg, dose),
        ofDrug(dose.amountMgPerKg, dose),
        dose.atHours,
        dose.overHours,
        count > 1 ? [everyHours, count] : 1,
        dose.route === "oral" ? [formulation ?? usual(dose.drug), fed] : [],
      ]),
    )
    .toSorted()
    .join(" ");
}
