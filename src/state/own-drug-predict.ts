/**
 * What a person's own drug would do in the reference adult: simulated once as it stands, and over
 * the ranges of what nobody has measured.
 *
 * Bioavailability is what a swallowed dose leaves in plasma against the same dose injected; its
 * parts are what left the gut's lumen, what one passage of the liver leaves (from clearance and
 * blood flow), and for the gut's wall what remains between them. All of it deterministic.
 */
import type { Outcome } from "../core/model/model";
import type { EngineService, PartitionTable, SimulationResult } from "../engine/api";
import type { MetricName } from "../engine/metrics";
import type { Drug } from "../pharmacology/drug";
import { drawDrugs, oneAtATime } from "../pharmacology/own-drug/draws";
import { referenceOf } from "../pharmacology/own-drug/scaling";
import type { Route, Study } from "../pharmacology/study";

export type Engine = Pick<EngineService, "simulate" | "partition">;

export interface Trial {
  readonly amountMg: number;
  readonly untilHours: number;
}

/** A number may be missing: the curve does not determine it. */
export interface Prediction {
  readonly table: PartitionTable;
  /** The trial's own curve, mg/L in venous plasma. */
  readonly curve: Curve;
  readonly route: Route;
  readonly values: Values;
  readonly parts: { readonly Fa: number; readonly Fg: number; readonly Fh: number } | undefined;
}

export interface Curve {
  readonly times: Float64Array;
  readonly values: Float64Array;
}

export interface Values {
  readonly CLLPerH: number | undefined;
  /** By the drug's own method. */
  readonly VssL: number | undefined;
  readonly tHalfH: number | undefined;
  readonly F: number | undefined;
  readonly CmaxMgPerL: number | undefined;
  readonly TmaxH: number | undefined;
  /** To the end of the trial, mg·h/L. */
  readonly AUC: number | undefined;
}

export type ValueName = keyof Values;

export interface Range {
  readonly low: number;
  readonly high: number;
}

/** 5 to 95 % of the draws. */
export interface Band {
  readonly times: Float64Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
  readonly ranges: Readonly<Partial<Record<ValueName, Range>>>;
  readonly draws: number;
  /** Draws that could not be. */
  readonly refused: number;
  /** What nobody has measured, and how far the area goes with it alone; the widest first. */
  readonly widest: readonly { readonly name: string; readonly AUC: Range; readonly fold: number }[];
}

export const drawCount = 64;

export async function predict(
  engine: Engine,
  drug: Drug,
  trial: Trial,
): Promise<Outcome<Prediction>> {
  const injected = await injectedLongEnough(engine, drug, trial);
  if (!injected.ok) return injected;
  const { untilHours } = injected.value;
  const table = await engine.partition(studyOf(drug, trial, "iv"), drug.id);
  if (!table.ok) return table;
  const route = drug.absorption ? "oral" : "iv";
  const shown = await simulate(engine, drug, trial, route);
  if (!shown.ok) return shown;
  const all = await simulate(engine, drug, { ...trial, untilHours }, route);
  if (!all.ok) return all;
  const F = route === "oral" ? bioavailability(drug, all.value, injected.value) : undefined;
  return {
    ok: true,
    value: {
      table: table.value,
      curve: plasmaOf(drug, shown.value),
      route,
      values: {
        ...valuesOf(drug, trial, shown.value, injected.value),
        VssL: table.value.usedVssL,
        F,
      },
      parts: F === undefined ? undefined : partsOf(drug, trial, F, all.value, injected.value),
    },
  };
}

/** @returns undefined where everything is known, or somebody asked for something newer meanwhile */
export async function predictBand(
  engine: Engine,
  drug: Drug,
  trial: Trial,
  isStale: () => boolean,
): Promise<Band | undefined> {
  const { drugs, refused } = drawDrugs(drug, drawCount);
  if (drugs.length === 0) return undefined;
  const drawn: { readonly curve: Curve; readonly values: Values }[] = [];
  let failed = 0;
  for (const one of drugs) {
    if (isStale()) return undefined;
    const found = await predictDraw(engine, one, trial);
    if (found) drawn.push(found);
    else failed++;
  }
  const widest = await widestOf(engine, drug, trial, isStale);
  const times = drawn[0]?.curve.times;
  if (isStale() || !times || !widest) return undefined;
  const at = (share: number) =>
    times.map((_, i) =>
      quantile(
        drawn.map(({ curve }) => curve.values[i] ?? 0),
        share,
      ),
    );
  return {
    times,
    low: at(0.05),
    high: at(0.95),
    ranges: rangesOf(drawn.map(({ values }) => values)),
    draws: drawn.length,
    refused: refused + failed,
    widest,
  };
}

/** Of sorted or unsorted numbers, by straight lines between them. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const at = share * (sorted.length - 1);
  const below = sorted[Math.floor(at)] ?? Number.NaN;
  const above = sorted[Math.ceil(at)] ?? below;
  return below + (at - Math.floor(at)) * (above - below);
}

// ——— the parts ———

async function predictDraw(engine: Engine, drug: Drug, trial: Trial) {
  const shown = await simulate(engine, drug, trial, drug.absorption ? "oral" : "iv");
  if (!shown.ok) return undefined;
  const injected = await injectedLongEnough(engine, drug, trial);
  if (!injected.ok) return undefined;
  const table = await engine.partition(studyOf(drug, trial, "iv"), drug.id);
  const VssL = table.ok ? table.value.usedVssL : undefined;
  const F = drug.absorption ? bioavailability(drug, shown.value, injected.value) : undefined;
  const values = { ...valuesOf(drug, trial, shown.value, injected.value), VssL, F };
  return { curve: plasmaOf(drug, shown.value), values };
}

async function widestOf(engine: Engine, drug: Drug, trial: Trial, isStale: () => boolean) {
  const found: Band["widest"][number][] = [];
  const route = drug.absorption ? "oral" : "iv";
  for (const { name, ends } of oneAtATime(drug)) {
    const areas: number[] = [];
    for (const end of [drug, ...ends]) {
      if (isStale()) return undefined;
      const result = await simulate(engine, end, trial, route);
      const area = result.ok ? metric(result.value, plasma(drug), "AUC") : undefined;
      if (area !== undefined) areas.push(area);
    }
    const AUC = { low: Math.min(...areas), high: Math.max(...areas) };
    found.push({ name, AUC, fold: AUC.high / AUC.low });
  }
  return found.toSorted((a, b) => b.fold - a.fold);
}

/** What an injection shows, over a span that its decline fills. */
interface Injected {
  readonly result: SimulationResult;
  readonly untilHours: number;
  /** Of the whole curve. */
  readonly area: number | undefined;
  readonly tHalfH: number | undefined;
}

/** So long that at most a fiftieth of the area is beyond the end, else five years. */
async function injectedLongEnough(
  engine: Engine,
  drug: Drug,
  trial: Trial,
): Promise<Outcome<Injected>> {
  for (let untilHours = Math.max(24, trial.untilHours); ; untilHours *= 4) {
    const injected = await simulate(engine, drug, { ...trial, untilHours }, "iv");
    if (!injected.ok) return injected;
    const result = injected.value;
    const area = wholeArea(drug, result);
    const seen = metric(result, plasma(drug), "AUC") ?? 0;
    if ((area !== undefined && seen > 0.98 * area) || untilHours * 4 > longestHours) {
      const tHalfH = await halfLife(engine, drug, trial, { result, untilHours });
      return { ok: true, value: { result, untilHours, area, tHalfH } };
    }
  }
}

const longestHours = 43_800;

/** What is so small at its end that no slope can be read off has nothing beyond it either. */
function wholeArea(drug: Drug, result: SimulationResult): number | undefined {
  const all = metric(result, plasma(drug), "AUCinf");
  const { values } = plasmaOf(drug, result);
  const isGone = (values.at(-1) ?? 0) < 1e-4 * (metric(result, plasma(drug), "Cmax") ?? 0);
  return all ?? (isGone ? metric(result, plasma(drug), "AUC") : undefined);
}

/** Of what is gone before the end, the slope is looked for earlier. */
async function halfLife(
  engine: Engine,
  drug: Drug,
  trial: Trial,
  { result, untilHours }: Pick<Injected, "result" | "untilHours">,
): Promise<number | undefined> {
  let found = metric(result, plasma(drug), "tHalf");
  for (let hours = untilHours / 2; found === undefined && hours >= 1; hours /= 2) {
    const earlier = await simulate(engine, drug, { ...trial, untilHours: hours }, "iv");
    found = earlier.ok ? metric(earlier.value, plasma(drug), "tHalf") : undefined;
  }
  return found;
}

async function simulate(
  engine: Engine,
  drug: Drug,
  trial: Trial,
  route: Route,
): Promise<Outcome<SimulationResult>> {
  const study = studyOf(drug, trial, route);
  return engine.simulate({ study, outputs: [], fluxesOf: [] });
}

function studyOf(drug: Drug, { amountMg, untilHours }: Trial, route: Route): Study {
  const { id } = drug;
  const places = ["venous-plasma", "venous-blood", "urine"];
  const ofGut = drug.absorption ? ["faeces", "lumen"] : [];
  return {
    perfuse: 1,
    drugs: [drug],
    people: { one: {} },
    doses: [
      { drug: id, route, amountMg, atHours: 0, ...(route === "oral" && { formulation: "tablet" }) },
    ],
    untilHours,
    record: { outputs: [...places, ...ofGut].map((place) => `${id}/${place}`) },
  };
}

const plasma = ({ id }: Drug) => `${id}/venous-plasma`;

function plasmaOf(drug: Drug, { times, curves }: SimulationResult): Curve {
  const curve = curves.find(({ name }) => name === plasma(drug));
  return { times, values: curve?.values ?? new Float64Array(times.length) };
}

function valuesOf(
  drug: Drug,
  { amountMg }: Trial,
  shown: SimulationResult,
  { area, tHalfH }: Injected,
): Omit<Values, "F" | "VssL"> {
  return {
    CLLPerH: area && amountMg / area,
    tHalfH,
    CmaxMgPerL: metric(shown, plasma(drug), "Cmax"),
    TmaxH: metric(shown, plasma(drug), "Tmax"),
    AUC: metric(shown, plasma(drug), "AUC"),
  };
}

function bioavailability(
  drug: Drug,
  oral: SimulationResult,
  { area }: Injected,
): number | undefined {
  const swallowed = wholeArea(drug, oral);
  return swallowed !== undefined && area ? swallowed / area : undefined;
}

function partsOf(
  drug: Drug,
  { amountMg }: Trial,
  F: number,
  oral: SimulationResult,
  { result: iv, area }: Injected,
): Prediction["parts"] {
  const left = lastOf(oral, `${drug.id}/faeces`) + lastOf(oral, `${drug.id}/lumen`);
  const Fa = 1 - left / amountMg;
  const seen = metric(iv, plasma(drug), "AUC");
  const inBlood = metric(iv, `${drug.id}/venous-blood`, "AUC");
  if (!area || !seen || inBlood === undefined) return undefined;
  const blood = (area * inBlood) / seen;
  // what is not in urine went through the liver
  const hepatic = (1 - lastOf(iv, `${drug.id}/urine`) / amountMg) * (amountMg / blood);
  const Fh = 1 - hepatic / referenceOf(iv.person).liverFlowLPerH;
  return { Fa, Fg: F / (Fa * Fh), Fh };
}

function lastOf({ curves }: SimulationResult, name: string): number {
  return curves.find((curve) => curve.name === name)?.values.at(-1) ?? 0;
}

function metric(
  { curves, metrics }: SimulationResult,
  output: string,
  wanted: MetricName,
): number | undefined {
  const index = curves.findIndex(({ name }) => name === output);
  return metrics[index]?.find((one) => one.metric === wanted)?.value;
}

function rangesOf(all: readonly Values[]): Band["ranges"] {
  const names = Object.keys(all[0] ?? {}) as ValueName[];
  return Object.fromEntries(
    names.flatMap((name) => {
      const known = all.flatMap((values) => values[name] ?? []);
      // of too few that are known, nothing is said
      if (known.length < all.length / 2) return [];
      return [[name, { low: quantile(known, 0.05), high: quantile(known, 0.95) }]];
    }),
  );
}
