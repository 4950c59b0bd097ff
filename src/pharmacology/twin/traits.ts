/** What of a body and of its way with a drug a twin's learning is told in. */
import type { Model } from "../../core/model/model";
import type { Person } from "../body/person";
import type { Drug } from "../drug";
import { ownFactorNames, ownPlaces, ownVariations } from "./own-factors";
import { ownNormal } from "./prior";

export interface Trait {
  readonly id: string;
  /** For people: "Kidney filtration". */
  readonly name: string;
  readonly unit: string;
  readonly of: (person: Person, row: ArrayLike<number>) => number;
}

/** @param model  that of the drugs: a factor that acts on nothing in it is not told */
export function traitsOf(drugs: readonly Drug[], model: Model): Trait[] {
  const acting = new Set(ownPlaces(model, drugs).map(({ normal }) => normal));
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
      ownFactorNames.flatMap((factor, i) => {
        const normal = index * ownFactorNames.length + i;
        if (!acting.has(normal)) return [];
        const sd = Math.sqrt(Math.log1p(ownVariations[factor].cv ** 2));
        const of = (_person: Person, row: ArrayLike<number>) =>
          Math.exp(sd * (row[ownNormal(normal)] ?? 0));
        return [{ id: `${drug.id}-${factor}`, name: ownNames[factor](drug.name), unit: "", of }];
      }),
    ),
  ];
}

// ——— the parts ———

const ownNames = {
  elimination: (drug: string) => `Own pace of clearing ${drug}`,
  distribution: (drug: string) => `Own hold of tissues on ${drug}`,
  absorption: (drug: string) => `Own pace of taking up ${drug}`,
} as const;
