/** Filtration as creatinine in serum tells it: an estimate, with how far estimates are off. */
import type { Sex } from "../body/typical-body";
import { derived, from } from "../provenance";

/** mL/min per 1.73 m² of an adult, from mg/dL: CKD-EPI 2021, without race. */
export function adultRate(creatinine: number, ageYears: number, sex: Sex): number {
  const female = sex === "female";
  const relative = creatinine / (female ? 0.7 : 0.9);
  return (
    142 *
    Math.min(relative, 1) ** (female ? -0.241 : -0.302) *
    Math.max(relative, 1) ** -1.2 *
    0.9938 ** ageYears *
    (female ? 1.012 : 1)
  );
}
export const adultRateSource = from("Inker21", "creatinine equation of 2021");

/** mL/min per 1.73 m² of a child, from mg/dL: the bedside Schwartz equation. */
export function childRate(creatinine: number, heightCm: number): number {
  return (0.413 * heightCm) / creatinine;
}
export const childRateSource = from("Schwartz09", "bedside equation");

/** Standard deviation of the logarithm of measured over estimated rates. */
export const rateLogSd = 0.17;
export const rateLogSdSource = derived(
  "within 30 % of what was measured in about 87 % of people: ln 1.3 / 1.51",
  "Inker21",
);
