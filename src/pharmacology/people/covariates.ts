/** What is told of a virtual person, as one number each: for tables, plots and comparisons. */
import { portalOrgans } from "../body/organs";
import type { Person } from "../body/person";
import { bodySurface } from "../body/typical-body";

export interface Covariate {
  readonly id: string;
  /** For people, with a capital. */
  readonly name: string;
  readonly unit: string;
  readonly of: (person: Person) => number;
}

/** Of everybody, whatever the drug. */
export const covariates: readonly Covariate[] = [
  { id: "female", name: "Female", unit: "0 or 1", of: ({ sex }) => (sex === "female" ? 1 : 0) },
  { id: "age", name: "Age", unit: "years", of: ({ ageYears }) => ageYears },
  { id: "height", name: "Height", unit: "cm", of: ({ heightCm }) => heightCm },
  { id: "weight", name: "Weight", unit: "kg", of: ({ weightKg }) => weightKg },
  {
    id: "bmi",
    name: "Body mass index",
    unit: "kg/m²",
    of: ({ weightKg, heightCm }) => weightKg / (heightCm / 100) ** 2,
  },
  {
    id: "surface",
    name: "Body surface",
    unit: "m²",
    of: ({ weightKg, heightCm }) => bodySurface(heightCm, weightKg),
  },
  { id: "fat", name: "Fat", unit: "L", of: ({ volume }) => volume.adipose },
  { id: "muscle", name: "Muscle", unit: "L", of: ({ volume }) => volume.muscle },
  { id: "liver", name: "Liver", unit: "L", of: ({ volume }) => volume.liver },
  { id: "kidneys", name: "Kidneys", unit: "L", of: ({ volume }) => volume.kidneys },
  {
    id: "blood",
    name: "Blood",
    unit: "L",
    of: ({ arterialBloodVolume, venousBloodVolume }) => arterialBloodVolume + venousBloodVolume,
  },
  {
    id: "output",
    name: "Cardiac output",
    unit: "L/min",
    of: ({ flow }) => flow.lungs / 60,
  },
  {
    id: "liverFlow",
    name: "Blood flow of the liver",
    unit: "L/min",
    of: ({ flow }) => portalOrgans.reduce((sum, organ) => sum + flow[organ], flow.liver) / 60,
  },
  { id: "gfr", name: "Kidney filtration", unit: "mL/min", of: ({ gfr }) => gfr / 0.06 },
  { id: "haematocrit", name: "Haematocrit", unit: "fraction", of: (person) => person.haematocrit },
  { id: "albumin", name: "Albumin", unit: "g/L", of: ({ albumin }) => albumin },
  { id: "aag", name: "α1-acid glycoprotein", unit: "g/L", of: ({ aag }) => aag },
  {
    id: "microsomes",
    name: "Microsomal protein of the liver",
    unit: "mg/g",
    of: ({ microsomalProtein }) => microsomalProtein,
  },
  {
    id: "emptying",
    name: "Time in the stomach",
    unit: "× typical",
    of: ({ gastricEmptyingTime }) => gastricEmptyingTime,
  },
  {
    id: "transit",
    name: "Time in the small intestine",
    unit: "× typical",
    of: ({ intestinalTransitTime }) => intestinalTransitTime,
  },
];

/** Activities of enzymes and transporters, relative to the typical adult. */
export function activityCovariates(enzymes: readonly string[]): readonly Covariate[] {
  return enzymes.flatMap((id) => [
    {
      id: `liver.${id}`,
      name: `${id} in the liver`,
      unit: "× typical",
      of: ({ liverActivity }: Person) => liverActivity[id] ?? 1,
    },
    {
      id: `gut.${id}`,
      name: `${id} in the gut`,
      unit: "× typical",
      of: ({ gutActivity }: Person) => gutActivity[id] ?? 1,
    },
  ]);
}
