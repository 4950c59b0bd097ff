/**
 * Why one drug changes the exposure to another, in numbers read off the model: what acts on which
 * protein, how much of it is there unbound, what that leaves of the victim's clearance, how large a
 * share of the victim takes that way, and what the textbook's equation makes of it.
 *
 * Nothing is estimated here. Concentrations, flows and what is left of clearances are recorded in
 * simulations of the two studies that give the ratio itself, constants are read off their model.
 */
import type { Outcome } from "../core/model/model";
import { gutSegments } from "../pharmacology/body/gut";
import type { Drug } from "../pharmacology/drug";
import type { Place } from "../pharmacology/mechanisms/modulation";
import {
  actionsOn,
  givenForms,
  pathwaysOf,
  type Pathway,
} from "../pharmacology/mechanisms/pathways";
import { remainingOutput } from "../pharmacology/mechanisms/remaining";
import type { Study } from "../pharmacology/study";
import { clearedIn, clearingStates, type Cleared } from "./cleared";
import type { CompiledStudies } from "./compiled-study";
import { integralOf, meanBetween, peakIn, weightedMean } from "./curve-means";
import { effectsOf, type DeclaredEffect } from "./interaction-effects";
import { planStudy, type DrugLookup, type StudyPlan } from "./plan";
import { record, transfersAcross, type Probe, type Recording } from "./recording";
import { reportTimes } from "./report-times";
import { staticRatio, steadyFactor, type StaticEffectAt } from "./static-interaction";
import type { ExplainedEquation, ExplainedNumber } from "./explained";

export interface ExplainedInteraction {
  readonly victim: string;
  /** Simulated, with the others over without. */
  readonly aucRatio: number;
  readonly cmaxRatio: number;
  readonly effects: readonly ExplainedEffect[];
  readonly pathways: readonly ExplainedPathway[];
  /** Of what enters the gut's wall, without the others; undefined where nothing is swallowed. */
  readonly escapesGut: number | undefined;
  /** By the static equation from average concentrations; undefined where no enzyme is acted on. */
  readonly staticRatio: number | undefined;
  /** By the same equation from what the simulation left of each clearance. */
  readonly ratioFromSimulated: number | undefined;
}

/** What one molecule does to one protein on the victim's way. */
export interface ExplainedEffect {
  readonly by: string;
  readonly kind: DeclaredEffect["kind"];
  readonly protein: string;
  readonly equations: readonly ExplainedEquation[];
  readonly numbers: readonly ExplainedNumber[];
  readonly places: readonly EffectAt[];
}

/** Unbound where the protein is, in µM. */
export interface EffectAt {
  readonly place: Place;
  readonly max: number;
  readonly maxAtHours: number;
  /** Of what acts at once: while the victim is there. Of what changes amounts: while it is given. */
  readonly average: number;
  /** What it alone makes of the clearance once that average has lasted. */
  readonly factor: number;
}

/** A protein on the victim's way, in an organ. */
export interface ExplainedPathway {
  readonly protein: string;
  readonly place: Place;
  /**
   * Of all that leaves after the gut's wall, or of what the gut's wall takes. Undefined of a
   * carrier, which shares its flow with what passes by itself.
   */
  readonly share: number | undefined;
  /** What is left of its clearance, relative to the victim alone. */
  readonly least: number;
  readonly most: number;
  /** Weighed by how much of the victim is there. */
  readonly average: number;
  /** By the averages of all that acts, once they have lasted. */
  readonly steady: number;
}

export function explainInteraction(
  pair: { readonly with: Study; readonly without: Study },
  victimId: string,
  studies: CompiledStudies,
  lookup: DrugLookup,
): Outcome<ExplainedInteraction> {
  const both = planStudy(pair.with, lookup);
  if (!both.ok) return both;
  const alone = planStudy(pair.without, lookup);
  if (!alone.ok) return alone;
  const victim = both.value.drugs.find(({ id }) => id === victimId);
  if (!victim) throw new RangeError(`${victimId} is not in the study that explains it`);
  const asked = questionOf(victim, both.value, alone.value);
  const without = record(alone.value, aloneRequest(asked), studies);
  if (!without.ok) return without;
  const exposed = record(both.value, bothRequest(asked), studies);
  if (!exposed.ok) return exposed;
  return { ok: true, value: answer({ ...asked, exposed: exposed.value, without: without.value }) };
}

// ——— what is asked ———

interface Question {
  readonly victim: Drug;
  readonly both: StudyPlan;
  readonly alone: StudyPlan;
  readonly pathways: readonly Way[];
  readonly effects: readonly DeclaredEffect[];
}

/** A protein on the victim's way, by the form of the victim that stands for all. */
interface Way {
  readonly protein: string;
  readonly isEnzyme: boolean;
  readonly form: string;
  readonly place: Place;
}

interface Solved extends Question {
  readonly exposed: Recording;
  readonly without: Recording;
}

function questionOf(victim: Drug, both: StudyPlan, alone: StudyPlan): Question {
  const others = both.drugs.filter(({ id }) => id !== victim.id);
  const actions = actionsOn(victim, others);
  const isSwallowed = alone.administrations.some(({ into }) =>
    into.some(({ name }) => !name.includes(".venousBlood.")),
  );
  const pathways = distinct(actions.map(({ pathway }) => pathway)).flatMap((pathway) =>
    pathway.places
      .filter((place) => place !== "gut" || isSwallowed)
      .map((place) => ({ ...pathway, place, form: formTakenBy(victim, pathway) })),
  );
  const places = (protein: string) =>
    pathways.filter((way) => way.protein === protein).map(({ place }) => place);
  return { victim, both, alone, pathways, effects: effectsOf(actions, both.model, places) };
}

function distinct(pathways: readonly Pathway[]): Pathway[] {
  return [...new Map(pathways.map((pathway) => [pathway.protein, pathway])).values()];
}

/** What others do to a protein they do for each form of a mixture alike. */
function formTakenBy(victim: Drug, { protein }: Pathway): string {
  const takes = givenForms(victim).find((form) =>
    pathwaysOf(form).some((pathway) => pathway.protein === protein),
  );
  return (takes ?? victim).id;
}

const remainingOf = ({ form, protein, place }: Way) => remainingOutput(form, protein, place);
const presence = ({ form, place }: Way) => `victim ${form} ${place}`;
const concentration = (by: string, place: Place) => `acting ${by} ${place}`;

function aloneRequest({ victim, alone, pathways }: Question) {
  const states = clearingStates(victim);
  const drained = alone.model.blocks.flatMap(({ name, transfers = {} }) =>
    givenForms(victim).some(({ id }) => name.startsWith(`${id}.`)) && "drained" in transfers
      ? [`${name}.drained`]
      : [],
  );
  return {
    times: reportTimes(alone),
    outputs: [`${victim.id}/venous-plasma`, ...recordable(alone, pathways.map(remainingOf))],
    probes: Object.fromEntries(pathways.map((way) => [presence(way), victimProbe(way)])),
    fluxes: [...transfersAcross(alone.model, states), ...drained],
  };
}

function bothRequest({ victim, both, alone, pathways, effects }: Question) {
  const times = new Set([...reportTimes(both), ...reportTimes(alone)]);
  const acting = effects.flatMap(({ by, places }) => places.map((place) => [by, place] as const));
  return {
    times: Float64Array.from(times).toSorted(),
    outputs: [`${victim.id}/venous-plasma`, ...recordable(both, pathways.map(remainingOf))],
    probes: Object.fromEntries(
      acting.map(([by, place]) => [concentration(by.id, place), actingProbe(by.id, place)]),
    ),
  };
}

/** Nothing is left to report of a protein that nobody in the study acts on. */
function recordable({ model }: StudyPlan, names: readonly string[]): string[] {
  const known = new Set(model.blocks.flatMap(({ outputs = {} }) => Object.keys(outputs)));
  return [...new Set(names)].filter((name) => known.has(name));
}

/** Of the victim where the protein takes it: unbound in an organ, in the wall what its enzymes see. */
function victimProbe({ form, place }: Way): Probe {
  if (place !== "gut") return plain(`${form}.${place}.Cu`, "mg/L");
  const segments = gutSegments.filter(({ of }) => of === "smallIntestine").map(({ id }) => id);
  return {
    inputs: Object.fromEntries(
      segments.flatMap((id) => [
        [`C_${id}`, { is: `${form}.${id}.C_ent`, unit: "mg/L" }],
        [`share_${id}`, { is: `${id}.enzymeShare`, unit: "fraction" }],
      ]),
    ),
    text: segments.map((id) => `share_${id} * C_${id}`).join(" + "),
    unit: "mg/L",
  };
}

function actingProbe(by: string, place: Place): Probe {
  const is = place === "gut" ? `${by}.gutWall.gut` : `${by}.${place}.Cu`;
  return {
    inputs: { Cu: { is, unit: "mg/L" }, M: { is: `${by}.M`, unit: "mg/µmol" } },
    text: "Cu / M",
    unit: "µM",
  };
}

const plain = (is: string, unit: string): Probe => ({
  inputs: { x: { is, unit } },
  text: "x",
  unit,
});

// ——— what is answered ———

function answer(solved: Solved): ExplainedInteraction {
  const { victim, effects, exposed, without } = solved;
  const [drained, clearing] = partition(without.fluxes, isDrained);
  const cleared = clearedIn(victim, without.times, clearing);
  const escapesGut = escapeOf(cleared, without.times, drained);
  const explained = effects.map((effect) => explainedEffect(solved, effect));
  const pathways = solved.pathways.map((way) =>
    explainedPathway(solved, way, effects, explained, shareOf(way, cleared)),
  );
  const ratio = (kind: "steady" | "average") => {
    const shared = pathways.flatMap(({ share, place, ...left }) =>
      share === undefined ? [] : [{ place, share, factor: left[kind] }],
    );
    return shared.length === 0 ? undefined : staticRatio(shared, escapesGut ?? 1);
  };
  return {
    victim: victim.name,
    aucRatio: exposed.summary.area / without.summary.area,
    cmaxRatio: exposed.summary.max / without.summary.max,
    effects: explained,
    pathways,
    escapesGut,
    staticRatio: ratio("steady"),
    ratioFromSimulated: ratio("average"),
  };
}

const isDrained = ({ name }: { readonly name: string }) => name.endsWith(".drained");

function partition<T>(all: readonly T[], is: (one: T) => boolean): [T[], T[]] {
  return [all.filter(is), all.filter((one) => !is(one))];
}

/** Undefined where nothing passes the gut's wall. */
function escapeOf(
  { byEnzyme }: Cleared,
  times: Float64Array,
  drained: Recording["fluxes"],
): number | undefined {
  const passed = drained.reduce((sum, { values }) => sum + integralOf(times, values), 0);
  if (!(passed > 0)) return undefined;
  return passed / (passed + inWall(byEnzyme));
}

function inWall(byEnzyme: Cleared["byEnzyme"]): number {
  return byEnzyme
    .filter(({ place }) => place === "gut")
    .reduce((sum, { amountMg }) => sum + amountMg, 0);
}

function shareOf(way: Way, { totalMg, byEnzyme }: Cleared): number | undefined {
  if (!way.isEnzyme) return undefined;
  const wall = inWall(byEnzyme);
  const whole = way.place === "gut" ? wall : totalMg - wall;
  const own = byEnzyme
    .filter(({ enzyme, place }) => enzyme === way.protein && place === way.place)
    .reduce((sum, { amountMg }) => sum + amountMg, 0);
  return whole > 0 ? own / whole : 0;
}

function explainedEffect(solved: Solved, effect: DeclaredEffect): ExplainedEffect {
  const { by, kind, protein, equations, numbers, places } = effect;
  return {
    by: by.name,
    kind,
    protein,
    equations,
    numbers,
    places: places.map((place) => {
      const { times, of } = solved.exposed;
      const values = of(concentration(by.id, place));
      const { value, atHours } = peakIn(times, values);
      const average = averageOf(solved, effect, place, values);
      const factor = steadyFactor([{ effect: effect.at(place), concentration: average }]);
      return { place, max: value, maxAtHours: atHours, average, factor };
    }),
  };
}

function averageOf(
  solved: Solved,
  { kind, protein, drug }: DeclaredEffect,
  place: Place,
  values: Float64Array,
): number {
  const { both, exposed, pathways } = solved;
  const [fromHours, untilHours] = givenSpan(both, drug);
  const overall = meanBetween(exposed.times, values, fromHours, untilHours);
  if (kind === "inactivates" || kind === "induces") return overall;
  const way = pathways.find((one) => one.protein === protein && one.place === place);
  return (way && whileThere(solved, way, values)) ?? overall;
}

/** Mean of what was recorded with the others, weighed by how much of the victim is there alone. */
function whileThere(
  { exposed, without }: Solved,
  way: Way,
  values: Float64Array,
): number | undefined {
  const place = new Map(Array.from(exposed.times, (time, i) => [time, i]));
  const own = Array.from(without.times, (time) => values[place.get(time) ?? -1] ?? Number.NaN);
  return weightedMean(without.times, own, without.of(presence(way)));
}

/** From a drug's first dose until an interval after its last, or a day where it is given once. */
function givenSpan({ administrations, untilHours }: StudyPlan, drug: string): [number, number] {
  const hours = administrations
    .filter((each) => each.drug === drug)
    .map(({ atHours }) => atHours)
    .toSorted((a, b) => a - b);
  const [first = 0, last = 0] = [hours[0], hours.at(-1)];
  const interval = last - (hours.findLast((hour) => hour < last) ?? last - 24);
  return [first, Math.min(untilHours, last + interval)];
}

function explainedPathway(
  solved: Solved,
  way: Way,
  effects: readonly DeclaredEffect[],
  explained: readonly ExplainedEffect[],
  share: number | undefined,
): ExplainedPathway {
  const { alone, exposed } = solved;
  const name = remainingOf(way);
  const byItself = remainsAlone(solved, way);
  const left = exposed.of(name).map((value) => value / byItself);
  const acting = effects.flatMap((effect, i): StaticEffectAt[] => {
    if (effect.protein !== way.protein) return [];
    const here = explained[i]?.places.find(({ place }) => place === way.place);
    return here ? [{ effect: effect.at(way.place), concentration: here.average }] : [];
  });
  const begin = Math.min(...alone.administrations.map(({ atHours }) => atHours));
  const present = exposed.times.findIndex((time) => time >= begin);
  const seen = left.slice(present);
  const times = exposed.times.slice(present);
  return {
    protein: way.protein,
    place: way.place,
    share,
    least: peakIn(times, seen, -1).value,
    most: peakIn(times, seen).value,
    average: whileThere(solved, way, left) ?? meanBetween(times, seen, begin, Infinity),
    steady: steadyFactor(acting),
  };
}

/** What the victim leaves of the pathway by itself: 1 unless it destroys or induces the protein. */
function remainsAlone({ alone, without }: Solved, way: Way): number {
  const name = remainingOf(way);
  if (recordable(alone, [name]).length === 0) return 1;
  return weightedMean(without.times, without.of(name), without.of(presence(way))) ?? 1;
}
