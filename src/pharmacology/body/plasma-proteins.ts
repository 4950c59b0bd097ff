/** Albumin and α1-acid glycoprotein of plasma by age: what the unbound fraction of a drug goes with. */
import { from } from "../provenance";

export type PlasmaProtein = "albumin" | "aag";

/** g/L. */
export function typicalProtein(protein: PlasmaProtein, ageYears: number): number {
  // a newborn's protein is that of the first day; adults keep what they have at 20 years
  const days = Math.min(Math.max(1, ageYears * 365.25), adultDays);
  if (days === adultDays) return referenceProtein[protein];
  return byAge[protein](days);
}

export const plasmaProteinSource = from(
  "Johnson06",
  "albumin 1.1287 ln(days) + 33.746 g/L, α1-acid glycoprotein 0.887 days^0.38 / (8.89^0.38 + days^0.38) g/L",
);

// ——— the parts ———

const adultDays = 20 * 365.25;

const byAge: Readonly<Record<PlasmaProtein, (days: number) => number>> = {
  albumin: (days) => 1.1287 * Math.log(days) + 33.746,
  aag: (days) => (0.887 * days ** 0.38) / (8.89 ** 0.38 + days ** 0.38),
};

/** Of adults, for whom the unbound fractions of drugs are given; g/L. */
export const referenceProtein: Readonly<Record<PlasmaProtein, number>> = {
  albumin: byAge.albumin(adultDays),
  aag: byAge.aag(adultDays),
};
