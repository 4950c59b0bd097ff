/** Glomerular filtration by age and kidney: the typical rate, and what a measured one means. */
import { bodySurface } from "./typical-body";

/** What is known of somebody's filtration, and the body it belongs to. */
export interface FiltrationRequest {
  /** Absolute, mL/min. */
  readonly egfrMlMin?: number;
  /** mL/min per 1.73 m² of body surface. */
  readonly egfrMlMin173?: number;
}

interface Filtering {
  readonly ageYears: number;
  readonly heightCm: number;
  readonly weightKg: number;
  /** L. */
  readonly kidneys: number;
}

/** L/h; what is measured goes before what is typical. */
export function filtration(
  { egfrMlMin, egfrMlMin173 }: FiltrationRequest,
  { ageYears, heightCm, weightKg, kidneys }: Filtering,
): number {
  if (egfrMlMin !== undefined) return egfrMlMin * 0.06;
  if (egfrMlMin173 !== undefined) {
    return (egfrMlMin173 * 0.06 * bodySurface(heightCm, weightKg)) / 1.73;
  }
  return typicalFiltration(ageYears, kidneys);
}

/** L/h: 117 mL/min in the reference man, by kidney volume, maturation and ageing (Schlender 2016). */
export function typicalFiltration(ageYears: number, kidneysL: number): number {
  const past30 = Math.max(0, ageYears - 30);
  const ageing = 1 - past30 ** 1.5 / (54 ** 1.5 + past30 ** 1.5);
  return 117.04 * 0.06 * (kidneysL / referenceKidneyVolume) * maturation(ageYears) * ageing;
}

// ——— the parts ———

const referenceKidneyVolume = 0.31 / 1.05;

function maturation(ageYears: number): number {
  const postmenstrualWeeks = 40 + ageYears * 52.18;
  return 0.258 + 0.742 * (1 / (1 + (44.4 / postmenstrualWeeks) ** 15));
}
