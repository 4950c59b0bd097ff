/** What of a body and of its way with a drug a twin's learning is told in. */
import type { Person } from "../body/person";
import type { Drug } from "../drug";
import { ownFactorNames, ownVariations } from "./own-factors";
import { ownNormal } from "./prior";

export interface Trait {
  readonly id: string;
  /** For people: "Kidney filtration". */
  readonly name: string;
  readonly unit: string;
  readonly of: (person: Person, row: ArrayLike<number>) => number;
}

export function traitsOf(drugs: readonly Drug[]): Trait[] {
  const enzymes = [
    ...new Set(drugs.flatMap(({ metabolism }) => metabolism.map(({ enzyme }) => enzyme))),
  ].filter((enzyme) => enzyme !== "unspecific");
  return [
    { id: "weight", name: "Weight", unit: "kg", of: ({ weightKg }) => weightKg },
    { id: "height", name: "Height", unit: "cm", of: ({ heightCm }) => heightCm },
    { id: "age", name: "Age", unit: "a", of: ({ ageYears }) => ageYears },
    { id: "gfr", name: "Kidney filtration", unit: "mL/min", of: ({ gfr }) => gfr / 0.06 },
    { id: "albumin", name: "Albumin", unit: "g/L", of: ({ albumin }) => albumin },
    { id: "liver", name: "Liver", unit: "L", of: ({ volume }) => volume.liver },
    ...enzymes.map((enzyme) => ({
      id: `liver-${enzyme}`,
      name: `${enzyme} in the liver`,
      unit: "",
      of: ({ liverActivity }: Person) => liverActivity[enzyme] ?? Number.NaN,
    })),
    ...drugs.flatMap((drug, index) =>
      ownFactorNames.map((factor, i) => ({
        id: `${drug.id}-${factor}`,
        name: ownNames[factor](drug.name),
        unit: "",
        of: (_person: Person, row: ArrayLike<number>) =>
          Math.exp(
            Math.sqrt(Math.log1p(ownVariations[factor].cv ** 2)) *
              (row[ownNormal(index * ownFactorNames.length + i)] ?? 0),
          ),
      })),
    ),
  ];
}

// ——— the parts ———

const ownNames = {
  elimination: (drug: string) => `Own pace of clearing ${drug}`,
  distribution: (drug: string) => `Own hold of tissues on ${drug}`,
  absorption: (drug: string) => `Own pace of taking up ${drug}`,
} as const;
