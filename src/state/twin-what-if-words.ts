/** What the same bodies have under a changed history, in natural frequencies. */
import { ofTen, ratios, shareWhere } from "./twin-frequency";
import type { WhatIfAnswer } from "./twin-shown";
import { changeInWords, figures } from "./twin-words";

type Bodies = WhatIfAnswer["bodies"][number];

export type Measure = "area" | "peak" | "trough";

export interface Limit {
  readonly of: Measure;
  /** mg h/L of areas, mg/L else. */
  readonly value: number;
}

export const measureNames: Readonly<Record<Measure, { name: string; unit: string }>> = {
  area: { name: "area", unit: "mg h/L" },
  peak: { name: "highest level", unit: "mg/L" },
  trough: { name: "level at the end", unit: "mg/L" },
};

export function whatIfInWords(bodies: Bodies, limit: Limit | undefined): string[] {
  return [areaInWords(bodies), ...(limit ? [limitInWords(bodies, limit)] : [])];
}

// ——— the parts ———

/** Changes that most people would call one. */
const quarter = 1.25;

function areaInWords({ usual, changed }: Bodies): string {
  const all = ratios(changed.area, usual.area);
  const middle = all.filter(Number.isFinite).toSorted()[all.length >> 1] ?? Number.NaN;
  if (!Number.isFinite(middle)) return "The area could not be computed.";
  const size = `The area over the same 24 h is ${sizeOf(middle)} in the middle body`;
  const higher = shareWhere(all, (ratio) => ratio > quarter);
  const lower = shareWhere(all, (ratio) => ratio < 1 / quarter);
  const told =
    higher >= lower
      ? { share: higher, side: "more than a quarter higher" }
      : { share: lower, side: "more than a fifth lower" };
  return `${size}; in ${ofTen(told.share)} bodies consistent with your data it is ${told.side}.`;
}

function sizeOf(ratio: number): string {
  return Math.abs(ratio - 1) < 0.005 ? "unchanged" : changeInWords(ratio);
}

function limitInWords({ usual, changed }: Bodies, { of, value }: Limit): string {
  const { name, unit } = measureNames[of];
  const share = (values: ArrayLike<number>) => ofTen(shareWhere(values, (one) => one > value));
  return `The ${name} is above ${figures(value)} ${unit} in ${share(changed[of])} bodies then, and in ${share(usual[of])} as written.`;
}
