/** A victim with the other drugs and alone, solved: curves, ratios, what the enzymes do. */
import type { Outcome } from "../core/model/model";
import type { SimulateRequest, SimulationResult } from "../engine/api";
import {
  dosesOf,
  lastGiven,
  interactionStudies,
  type InteractionStudies,
  type WholeStudy,
} from "../engine/interaction-studies";
import type { Drug } from "../pharmacology/drug";
import {
  activityOutput,
  placesOf,
  turnedOverBy,
  type Place,
} from "../pharmacology/mechanisms/modulation";
import {
  actionsOn,
  givenForms,
  pathwaysOf,
  type Action,
  type Pathway,
} from "../pharmacology/mechanisms/pathways";
import { remainingOutput } from "../pharmacology/mechanisms/remaining";
import { moleculesOf, substancesOf } from "../pharmacology/substances";
import { clearedShares, clearingStates, type ClearedShares } from "../engine/cleared";
import { lumenOutputsFor, outputsFor } from "./places";

export type Solve = (request: SimulateRequest) => Promise<Outcome<SimulationResult>>;

export interface Exposure {
  readonly area: number;
  readonly max: number;
}

export interface SolvedPair {
  /** Of which study it is. */
  readonly studies: InteractionStudies;
  readonly victim: Drug;
  readonly others: readonly Drug[];
  readonly actions: readonly Action[];
  readonly with: SimulationResult;
  readonly without: SimulationResult;
  readonly exposure: { readonly with: Exposure; readonly without: Exposure };
  readonly aucRatio: number;
  readonly cmaxRatio: number;
  /** What clears the victim while it is alone. */
  readonly shares: ClearedShares;
}

/** What of a protein is recorded in an organ. */
export interface ProteinOutput {
  readonly output: string;
  readonly protein: string;
  readonly place: Place;
}

export async function solvePair(
  study: WholeStudy,
  victimId: string,
  solve: Solve,
): Promise<Outcome<SolvedPair>> {
  const studies = interactionStudies(study, victimId);
  if (!studies.ok) return studies;
  const victim = study.drugs.find(({ id }) => id === victimId);
  if (!victim) throw new RangeError(`no drug ${victimId}`);
  const others = study.drugs.filter(({ id }) => id !== victimId);
  const own = [...outputsFor(victimId), ...(victim.absorption ? lumenOutputsFor(victimId) : [])];
  const without = await solve({
    study: studies.value.without,
    outputs: [...own, ...ownActivity(victim)],
    fluxesOf: clearingStates(victim),
  });
  if (!without.ok) return without;
  const exposed = await solve({
    study: studies.value.with,
    outputs: [...new Set([...own, ...outputsOfOthers(victim, others)])],
    fluxesOf: [],
  });
  if (!exposed.ok) return exposed;
  const exposure = { with: exposureIn(exposed.value), without: exposureIn(without.value) };
  const { times, fluxes } = without.value;
  return {
    ok: true,
    value: {
      studies: studies.value,
      victim,
      others,
      actions: actionsOn(victim, others),
      with: exposed.value,
      without: without.value,
      exposure,
      aucRatio: exposure.with.area / exposure.without.area,
      cmaxRatio: exposure.with.max / exposure.without.max,
      shares: clearedShares(victim, times, fluxes),
    },
  };
}

/** Of the first output, which is the victim's plasma. */
export function exposureIn({ summaries }: SimulationResult): Exposure {
  const [summary] = summaries;
  if (!summary) throw new Error("nothing was recorded");
  return { area: summary.area, max: summary.max };
}

/** Proteins that drugs of the study destroy or induce, organ by organ: amount, 1 without drugs. */
export function amountOutputs(drugs: readonly Drug[]): ProteinOutput[] {
  return [...turnedOverBy(drugs.flatMap(substancesOf))].flatMap((protein) =>
    placesOf(protein).map((place) => ({
      output: activityOutput(protein, place),
      protein,
      place,
    })),
  );
}

/** What is left of the victim's pathways on which others act; of a mixture, of one of its forms. */
export function remainingOutputs(victim: Drug, others: readonly Drug[]): ProteinOutput[] {
  return remainingIn(
    victim,
    actionsOn(victim, others).map(({ pathway }) => pathway),
  );
}

/** Curve by the name of its output. */
export function curveIn({ curves }: SimulationResult, output: string): Float64Array | undefined {
  return curves.find(({ name }) => name === output)?.values;
}

/** When the last of the others is given, and the victim for the first time after or before it. */
export function offsetIn(study: WholeStudy, victim: string): number {
  const own = study.drugs.filter(({ id }) => id === victim);
  const others = study.drugs.filter(({ id }) => id !== victim);
  const first = Math.min(...dosesOf(own, study.doses).map(({ atHours }) => atHours));
  return first - lastGiven(dosesOf(others, study.doses));
}

// ——— the parts ———

function outputsOfOthers(victim: Drug, others: readonly Drug[]): string[] {
  return [
    ...others.flatMap((drug) => moleculesOf(drug).map(({ id }) => `${id}/venous-plasma`)),
    ...amountOutputs([victim, ...others]).map(({ output }) => output),
    ...remainingOutputs(victim, others).map(({ output }) => output),
  ];
}

/** What a victim does to its own proteins it does alone, too. */
function ownActivity(victim: Drug): string[] {
  const changed = turnedOverBy(substancesOf(victim));
  return [
    ...amountOutputs([victim]),
    ...remainingIn(
      victim,
      givenForms(victim)
        .flatMap(pathwaysOf)
        .filter(({ protein }) => changed.has(protein)),
    ),
  ].map(({ output }) => output);
}

function remainingIn(victim: Drug, pathways: readonly Pathway[]): ProteinOutput[] {
  const proteins = new Map(pathways.map((pathway) => [pathway.protein, pathway]));
  return [...proteins.values()].flatMap(({ protein, places }) =>
    formsTakenBy(victim, protein).flatMap((form) =>
      places.map((place) => ({ output: remainingOutput(form, protein, place), protein, place })),
    ),
  );
}

/** One is enough: what others do to a protein they do for each form alike. */
function formsTakenBy(victim: Drug, protein: string): string[] {
  const takes = givenForms(victim).find((form) =>
    pathwaysOf(form).some((pathway) => pathway.protein === protein),
  );
  return takes ? [takes.id] : [];
}
