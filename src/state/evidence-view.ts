/**
 * The evidence as the Evidence view lists it: every data set and every reported interaction with how
 * far off the model is, the worst first, and which of them somebody asked to see.
 */
import type { Problem } from "../core/model/model";
import type { EvidenceScore, InteractionScore } from "../engine/api";
import {
  interactionOffBy,
  isMissedInteraction,
  isMissedSet,
  kindOf,
  setOffBy,
  summarise,
  type EvidenceKind,
  type ScoreSummary,
} from "../engine/evidence-summary";
import type { Drug, Molecule } from "../pharmacology/drug";
import { shippedDrug, shippedDrugs } from "../pharmacology/drugs/library";
import type { EvidenceSet, InteractionRow } from "../pharmacology/evidence";
import { moleculesOf } from "../pharmacology/substances";
import type { EvidenceRun } from "./evidence-run.svelte";
import { displayFactor, usualUnit, type ConcentrationUnit } from "./units";

export {
  summariseEvidence,
  type EvidenceKind,
  type EvidenceSummary,
  type ScoreSummary,
} from "../engine/evidence-summary";
export { isMet, targetRows, type TargetRow } from "../engine/evidence-targets";
export type { EvidenceScore, InteractionScore } from "../engine/api";
export type { FoldErrors } from "../engine/fold-errors";
export { guestLimits } from "../engine/guest-limits";

export interface SetItem extends Item {
  readonly set: EvidenceSet;
  /** Undefined while it waits, and where it failed. */
  readonly score: EvidenceScore | undefined;
}

export interface InteractionItem extends Item {
  readonly row: InteractionRow;
  readonly score: InteractionScore | undefined;
}

interface Item {
  readonly id: string;
  readonly kind: EvidenceKind;
  /** What it is evidence of, and what was given besides. */
  readonly drugs: readonly string[];
  /** "Midazolam with itraconazole". */
  readonly name: string;
  readonly isMiss: boolean;
  /** How many fold the worst of its figures is off; undefined while nobody knows. */
  readonly offBy: number | undefined;
  readonly problem: Problem | undefined;
}

export const kindFilters = ["all", "misses", "verify", "special", "interaction", "fit"] as const;

export type KindFilter = (typeof kindFilters)[number];

/** The worst first; what is not scored yet last. */
export function setItems(run: EvidenceRun): SetItem[] {
  return run.sets
    .map((set): SetItem => {
      const score = run.scores.get(set.id);
      const drugs = [set.drug, ...(set.with ?? [])];
      return {
        id: set.id,
        kind: kindOf(set),
        drugs,
        name: inWords(moleculeOf(set)?.name ?? set.drug, set.with),
        isMiss: score !== undefined && isMissedSet(score),
        offBy: score && setOffBy(score),
        problem: run.failures.get(set.id),
        set,
        score,
      };
    })
    .toSorted(byMisses);
}

export function interactionItems(run: EvidenceRun): InteractionItem[] {
  return run.rows
    .map((row): InteractionItem => {
      const score = run.interactions.get(row.id);
      return {
        id: row.id,
        kind: row.use === "verify" ? "interaction" : row.use,
        drugs: [row.victim, row.perpetrator],
        name: inWords(nameOfDrug(row.victim), [row.perpetrator]),
        isMiss: score !== undefined && isMissedInteraction(score),
        offBy: score && interactionOffBy(score),
        problem: run.failures.get(row.id),
        row,
        score,
      };
    })
    .toSorted(byMisses);
}

/** @param drug  undefined: of all */
export function ofDrug<T extends Item>(items: readonly T[], drug: string | undefined): T[] {
  return items.filter(({ drugs }) => drug === undefined || drugs.includes(drug));
}

export function ofKind<T extends Item>(items: readonly T[], filter: KindFilter): T[] {
  if (filter === "all") return [...items];
  return items.filter(({ kind, isMiss }) => (filter === "misses" ? isMiss : kind === filter));
}

export interface Failure extends Item {
  readonly problem: Problem;
}

export function failuresIn(items: readonly Item[]): Failure[] {
  return items.flatMap((item) => (item.problem ? [{ ...item, problem: item.problem }] : []));
}

/** What was scored, for the sums. */
export function scoresIn<S>(items: readonly { readonly score: S | undefined }[]): S[] {
  return items.flatMap(({ score }) => score ?? []);
}

/** What was measured: the drug, or a form or metabolite of it. */
export function moleculeOf({ drug, molecule = drug }: EvidenceSet): Molecule | undefined {
  const shipped = shippedDrug(drug);
  return shipped && moleculesOf(shipped).find(({ id }) => id === molecule);
}

export function nameOfDrug(id: string): string {
  return shippedDrug(id)?.name ?? id;
}

/** A drug with what its evidence says together. */
export interface DrugRow {
  readonly drug: Drug;
  /** Of what is scored. */
  readonly count: number;
  readonly misses: number;
  /** Of all data sets that it was not fitted to. */
  readonly predicted: ScoreSummary;
  readonly fitted: ScoreSummary;
}

/** Drugs that have evidence, by name. */
export function drugRows(
  sets: readonly SetItem[],
  interactions: readonly InteractionItem[],
): DrugRow[] {
  return shippedDrugs.flatMap((drug): DrugRow[] => {
    const own = ofDrug(sets, drug.id);
    const all = [...own, ...ofDrug(interactions, drug.id)];
    if (all.length === 0) return [];
    // what it did to another drug says how good its own curve is not
    const measured = own.filter(({ set }) => set.drug === drug.id);
    return [
      {
        drug,
        count: all.filter(({ kind }) => kind !== "shown").length,
        misses: all.filter(({ isMiss }) => isMiss).length,
        predicted: summarise(scoresIn(measured.filter(({ kind }) => kind !== "fit"))),
        fitted: summarise(scoresIn(measured.filter(({ kind }) => kind === "fit"))),
      },
    ];
  });
}

/** The worst first; a drug with nothing but fitted sets last. */
export function byWorst(rows: readonly DrugRow[]): DrugRow[] {
  const offBy = ({ predicted }: DrugRow) => predicted.concentrations.gmfe || 0;
  return rows.toSorted((a, b) => b.misses - a.misses || offBy(b) - offBy(a));
}

/** The unit that a set is shown in, and its factor from mg/L. */
export function unitFor(set: EvidenceSet): { unit: ConcentrationUnit; factor: number } {
  const unit = usualUnit(Math.max(...set.points.map(([, value]) => value)));
  const molecule = moleculeOf(set);
  return { unit, factor: molecule ? displayFactor(unit, molecule) : 1 };
}

// ——— the parts ———

function inWords(name: string, others: readonly string[] = []): string {
  if (others.length === 0) return name;
  return `${name} with ${others.map((id) => nameOfDrug(id).toLowerCase()).join(" and ")}`;
}

/** What is only shown is nobody's miss, however far off it is. */
function byMisses(a: Item, b: Item): number {
  const rank = ({ isMiss, kind, offBy }: Item) =>
    isMiss ? 3 : offBy === undefined ? 0 : kind === "shown" ? 1 : 2;
  return rank(b) - rank(a) || (b.offBy ?? 0) - (a.offBy ?? 0);
}
