/** Units in which concentrations are shown. The engine's is mg/L. */
import type { Molecule } from "../pharmacology/drug";

export const concentrationUnits = [
  { id: "mg/L", label: "mg/L" },
  { id: "ng/mL", label: "ng/mL" },
  { id: "µmol/L", label: "µmol/L" },
] as const;

export type ConcentrationUnit = (typeof concentrationUnits)[number]["id"];

/** The unit that needs the fewest zeros. @param peak mg/L */
export function usualUnit(peak: number): ConcentrationUnit {
  return peak >= 0.1 ? "mg/L" : "ng/mL";
}

/** Multiply mg/L by this. */
export function displayFactor(
  unit: ConcentrationUnit,
  { molarMass }: Pick<Molecule, "molarMass">,
): number {
  if (unit === "ng/mL") return 1000;
  return unit === "µmol/L" ? 1000 / molarMass.value : 1;
}
