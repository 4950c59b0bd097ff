/** A scored data set as a picture takes it: points and curve in the unit that is shown. */
import type { EvidenceScore } from "../engine/api";
import { unitFor } from "./evidence-view";

export type ScaleKind = "linear" | "log";

interface Range {
  readonly min: number;
  readonly max: number;
}

interface CurvePoint {
  readonly timeHours: number;
  readonly observed: number;
  readonly sd: number | undefined;
  /** Undefined where the point is not scored. */
  readonly predicted: number | undefined;
}

export interface SetCurve {
  readonly unit: string;
  readonly points: readonly CurvePoint[];
  readonly times: Float64Array;
  readonly predicted: Float64Array;
  /** From a little before the first point: days before the observed dose would leave no room. */
  readonly span: Range;
  readonly range: Readonly<Record<ScaleKind, Range>>;
}

export function curveOf({ set, points, times, predicted }: EvidenceScore): SetCurve {
  const { unit, factor } = unitFor(set);
  const shown = set.points.map(([timeHours, value, sd]) => {
    const scored = points.find((point) => point.timeHours === timeHours);
    return {
      timeHours,
      observed: value * factor,
      sd: sd === undefined ? undefined : sd * factor,
      predicted: scored && scored.predicted * factor,
    };
  });
  const span = spanOf(shown, times);
  const values = predicted.map((value) => value * factor);
  const inSpan = values.filter(
    (_, i) => (times[i] ?? 0) >= span.min && (times[i] ?? 0) <= span.max,
  );
  return {
    unit,
    points: shown,
    times,
    predicted: values,
    span,
    range: { linear: linearRange(shown, inSpan), log: logRange(shown, inSpan) },
  };
}

// ——— the parts ———

function spanOf(points: readonly CurvePoint[], times: Float64Array): Range {
  const [first, last] = [points[0]?.timeHours ?? 0, points.at(-1)?.timeHours ?? 24];
  const begin = first - 0.15 * (last - first);
  // a curve from its dose on where that is close
  const min = begin <= 0 && first >= 0 ? Math.max(0, times[0] ?? 0) : begin;
  return { min, max: last + 0.03 * (last - first) };
}

function linearRange(points: readonly CurvePoint[], curve: Float64Array): Range {
  const tops = points.map(({ observed, sd = 0 }) => observed + sd);
  // a prediction that shoots past everything measured is cut off, not the measurements made flat
  const most = Math.max(...tops);
  return { min: 0, max: Math.max(most, Math.min(4 * most, Math.max(...curve))) };
}

/** Down to a thirtieth of the lowest point: what is predicted below was below anybody's assay. */
function logRange(points: readonly CurvePoint[], curve: Float64Array): Range {
  const { max } = linearRange(points, curve);
  const positive = points.map(({ observed }) => observed).filter((value) => value > 0);
  const scored = points.flatMap(({ predicted }) => ((predicted ?? 0) > 0 ? [predicted ?? 0] : []));
  const least = Math.min(...positive);
  return { min: Math.max(Math.min(least, ...scored), least / 30), max };
}
