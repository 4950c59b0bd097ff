/** From weighted draws to what is shown of them: bands, intervals, residuals, what moved. */
import {
  effectiveDraws,
  resample,
  weightedMean,
  weightedInterval,
  weightedQuantiles,
  type Interval,
} from "../../core/inference/weighted";
import { studentCdf } from "../../core/inference/student";
import type { CloudShape } from "./cloud";
import { logErrorOf, readCurve } from "./likelihood";
import { dosesOfStudy, historyOf, isDoubtful } from "./histories";
import type { Learnt } from "./learn";
import type { TwinStudy } from "./plan-twin";
import type { Band, DoseDoubt, Exposure, LevelFit, TraitChange, TwinCurve } from "./twin-api";

const bandShares = [0.05, 0.25, 0.5, 0.75, 0.95];
const hundredShares = Array.from({ length: 100 }, (_, i) => (i + 0.5) / 100);
/** More than anybody watches. */
const shownBodies = 40;

export const drugOf = (output: string): string => output.slice(0, output.indexOf("/"));

export function curvesOf(shape: CloudShape, learnt: Learnt): TwinCurve[] {
  const [prior, posterior] = [learnt.prior, learnt.posterior].map((weights) => ({
    thinned: equalDraws(weights, bandDraws),
    shown: equalDraws(weights, shownBodies),
  }));
  return shape.outputs.map((name, output) => {
    const band = (draws: Int32Array) => bandOf(shape, learnt, output, draws);
    const bodies = (draws: Int32Array) =>
      Array.from(new Set(draws), (draw) => curveOf(shape, learnt, draw, output).slice());
    return {
      drug: drugOf(name),
      hours: shape.hours,
      prior: band(prior?.thinned ?? none),
      posterior: band(posterior?.thinned ?? none),
      priorBodies: bodies(prior?.shown ?? none),
      posteriorBodies: bodies(posterior?.shown ?? none),
    };
  });
}

export function exposuresOf(shape: CloudShape, learnt: Learnt): Exposure[] {
  return shape.outputs.flatMap((name, output) =>
    (["area", "peak", "trough"] as const).map((what) => {
      const values = windowValues(shape, learnt, output, what);
      const prior = weightedInterval(values, learnt.prior);
      return {
        drug: drugOf(name),
        what,
        unit: what === "area" ? "mg h/L" : "mg/L",
        prior,
        posterior: weightedInterval(values, learnt.posterior),
        below: shareBelow(prior.middle, values, learnt.posterior),
        hundred: weightedQuantiles(values, learnt.posterior, hundredShares),
      };
    }),
  );
}

/** A value for each draw, over the window of the areas. */
export function windowValues(
  shape: CloudShape,
  { draws }: Pick<Learnt, "draws">,
  output: number,
  what: "area" | "peak" | "trough",
): Float64Array {
  const [from, until] = shape.windowRows;
  return Float64Array.from({ length: draws.count }, (_, draw) => {
    if (draws.solved[draw] === 0) return Number.NaN;
    if (what === "area") return draws.areas[draw * shape.outputs.length + output] ?? Number.NaN;
    const offset = offsetOf(shape, draw, output);
    if (what === "trough") return draws.curves[offset + until] ?? Number.NaN;
    let most = 0;
    for (let row = from; row <= until; row++) {
      most = Math.max(most, draws.curves[offset + row] ?? 0);
    }
    return most;
  });
}

export function levelsOf(shape: CloudShape, learnt: Learnt): LevelFit[] {
  const { draws, errors } = learnt;
  return learnt.levels.map((read) => {
    const { level, output } = read;
    const values = new Float64Array(draws.count);
    const cumulative = new Float64Array(draws.count);
    const residuals = new Float64Array(draws.count);
    for (let draw = 0; draw < draws.count; draw++) {
      if (draws.solved[draw] === 0) continue;
      const at = readCurve(read.reading, draws.curves, offsetOf(shape, draw, output));
      const error = Math.hypot(logErrorOf(read, at, errors), errors.betweenOccasions);
      const x = (Math.log(level.mgPerL) - Math.log(at.value)) / error;
      values[draw] = at.value;
      cumulative[draw] = studentCdf(x, errors.degrees);
      residuals[draw] = x;
    }
    return {
      id: level.id,
      drug: level.drug,
      atHours: level.atHours,
      measured: level.mgPerL,
      isBelow: level.isBelow,
      prior: weightedInterval(values, learnt.prior),
      posterior: weightedInterval(values, learnt.posterior),
      position: weightedMean(cumulative, learnt.posterior),
      residual: weightedMean(residuals, learnt.posterior),
    };
  });
}

export function traitsMoved(shape: CloudShape, learnt: Learnt): TraitChange[] {
  const { draws, prior, posterior } = learnt;
  return shape.traits
    .map((trait, index) => {
      const values = Float64Array.from(
        { length: draws.count },
        (_, draw) => draws.traits[draw * shape.traits.length + index] ?? Number.NaN,
      );
      const [before, after] = [
        weightedInterval(values, prior),
        weightedInterval(values, posterior),
      ];
      const width = ({ low, high }: Interval) => Math.log(high / low);
      // 5 to 95 of a hundred are 3.29 standard deviations of a normal
      const sd = width(before) / 3.29;
      return {
        ...trait,
        prior: before,
        posterior: after,
        moved: sd > 1e-9 ? Math.log(after.middle / before.middle) / sd : 0,
        narrowed: sd > 1e-9 ? Math.max(0, 1 - width(after) / width(before)) : 0,
        below: shareBelow(before.middle, values, posterior),
      };
    })
    .toSorted((a, b) => Math.abs(b.moved) - Math.abs(a.moved));
}

/** Of doses that may not have been taken, how probable it is that they were. */
export function doubtsOf(shape: CloudShape, study: TwinStudy, learnt: Learnt): DoseDoubt[] {
  if (!isDoubtful(study)) return [];
  const { draws, posterior } = learnt;
  const { dimensions } = shape;
  const histories = Int32Array.from({ length: draws.count }, (_, draw) =>
    historyOf(draws.latents[(draw + 1) * dimensions - 1] ?? 0),
  );
  return dosesOfStudy(study)
    .filter(({ prior }) => prior < 1)
    .map(({ drug, atHours, prior, taken }) => {
      const wasTaken = Float64Array.from(histories, (history) => taken[history] ?? 0);
      return { drug, atHours, prior, posterior: weightedMean(wasTaken, posterior) };
    });
}

export function bandOf(
  shape: CloudShape,
  { draws }: Pick<Learnt, "draws">,
  output: number,
  chosen: Int32Array,
): Band {
  const rows = shape.hours.length;
  const percentiles = bandShares.map(() => new Float64Array(rows));
  const column = new Float64Array(chosen.length);
  for (let row = 0; row < rows; row++) {
    chosen.forEach((draw, i) => {
      column[i] = draws.curves[offsetOf(shape, draw, output) + row] ?? Number.NaN;
    });
    column.sort();
    bandShares.forEach((share, i) => {
      const percentile = percentiles[i];
      if (percentile) percentile[row] = quantileOfSorted(column, share);
    });
  }
  const [p5, p25, p50, p75, p95] = percentiles;
  const nothing = new Float64Array(rows);
  return {
    p5: p5 ?? nothing,
    p25: p25 ?? nothing,
    p50: p50 ?? nothing,
    p75: p75 ?? nothing,
    p95: p95 ?? nothing,
  };
}

/** Draws as often as their weight says; never more than count. */
export function equalDraws(weights: Float64Array, most: number): Int32Array {
  const count = Math.max(1, Math.min(most, Math.round(effectiveDraws(weights) * 4)));
  return resample(weights, count, 0.5);
}

// ——— the parts ———

const none = new Int32Array(0);
/** Percentiles of a band are drawn, not reported: so many bodies make a smooth edge. */
const bandDraws = 1000;

function shareBelow(limit: number, values: Float64Array, weights: Float64Array): number {
  return weightedMean(
    values.map((value) => Number(value < limit)),
    weights,
  );
}

function offsetOf({ outputs, hours }: CloudShape, draw: number, output: number): number {
  return (draw * outputs.length + output) * hours.length;
}

function curveOf(shape: CloudShape, { draws }: Learnt, draw: number, output: number): Float32Array {
  const offset = offsetOf(shape, draw, output);
  return draws.curves.subarray(offset, offset + shape.hours.length);
}

function quantileOfSorted(sorted: Float64Array, share: number): number {
  const at = Math.min(sorted.length - 1, Math.max(0, share * sorted.length - 0.5));
  const below = Math.floor(at);
  const [low, high] = [sorted[below] ?? NaN, sorted[Math.min(sorted.length - 1, below + 1)] ?? NaN];
  return low + (at - below) * (high - low);
}
