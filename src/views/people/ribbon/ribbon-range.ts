/** The values that a chart of ribbons shows. */
import { logRange } from "../../ui/ticks";
import { dataRange, roundRange, type Range } from "../plot/axis";
import {
  mostSingles,
  type ObservedSet,
  type PersonLine,
  type Population,
  type Threshold,
} from "./ribbon";

export type ScaleKind = "linear" | "log";

interface Contents {
  readonly populations: readonly Population[];
  readonly lines: readonly PersonLine[];
  readonly observed: readonly ObservedSet[];
  readonly threshold: Threshold | undefined;
  /** Fixes the range while a run goes on. */
  readonly limits: Range | undefined;
}

/**
 * Round numbers around everything. A linear axis begins at nothing; a logarithmic one reaches three
 * to four decades down from the largest value, as the charts of single curves do.
 */
export function ribbonRange(kind: ScaleKind, contents: Contents): Range {
  const { limits } = contents;
  const max = limits?.max ?? largest(contents);
  if (kind === "linear") return roundRange("linear", { min: Math.min(limits?.min ?? 0, 0), max });
  if (limits && limits.min > 0) return roundRange("log", limits);
  const [low, high] = logRange(max);
  return { min: low, max: high };
}

function largest({ populations, lines, observed, threshold }: Contents): number {
  const curves = populations.flatMap(({ ribbon, chosen, singles = [] }) => [
    ribbon.p95,
    chosen?.values ?? [],
    ...singles.slice(0, mostSingles),
  ]);
  const values = [
    ...[...curves, ...lines.map((line) => line.values)].map(
      (curve) => dataRange(curve, "linear").max,
    ),
    ...observed.flatMap(({ points }) => points.map(([, value, sd = 0]) => value + sd)),
    threshold?.value ?? 0,
  ];
  return Math.max(0, ...values.filter((value) => Number.isFinite(value)));
}
