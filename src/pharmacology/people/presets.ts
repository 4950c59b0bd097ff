/** Crowds with a name: the ages and sizes that studies of special populations are about. */
import type { Provenance } from "../../core/model/model";
import { assumed, from } from "../provenance";
import type { ManyRequest } from "./request";

export interface CrowdPreset {
  readonly id: string;
  readonly name: string;
  readonly ageYears: readonly [number, number];
  /** kg/m² */
  readonly bmi?: readonly [number, number];
  /** Why these limits. */
  readonly provenance: Provenance;
}

const ich = (where: string) => from("ICHE11", where);

export const crowdPresets: readonly CrowdPreset[] = [
  {
    id: "adults",
    name: "Adults, 20 to 50",
    ageYears: [20, 50],
    provenance: assumed("those whom most studies of drugs are done in"),
  },
  {
    id: "elderly",
    name: "Elderly, 65 to 90",
    ageYears: [65, 90],
    provenance: from("ICHE7", "geriatric: 65 years and older"),
  },
  {
    id: "obesity",
    name: "Adults with obesity, BMI 30 to 40",
    ageYears: [20, 50],
    bmi: [30, 40],
    provenance: from("WHO00", "obesity classes I and II: body mass index 30 to 40"),
  },
  {
    id: "adolescents",
    name: "Adolescents, 12 to 18",
    ageYears: [12, 18],
    provenance: ich("adolescents: 12 to 16 or 18 years"),
  },
  {
    id: "children",
    name: "Children, 2 to 11",
    ageYears: [2, 11],
    provenance: ich("children: 2 to 11 years"),
  },
  {
    id: "infants",
    name: "Infants, 1 month to 2 years",
    ageYears: [0.08, 2],
    provenance: ich("infants and toddlers: 28 days to 23 months"),
  },
  {
    id: "newborns",
    name: "Newborns, first month",
    ageYears: [0, 0.08],
    provenance: ich("term newborn infants: 0 to 27 days"),
  },
];

/** The named crowd that a recipe asks for; undefined where it is one of its own. */
export function presetOf({ ageYears = [20, 50], bmi }: ManyRequest): CrowdPreset | undefined {
  return crowdPresets.find(
    (preset) => isSame(preset.ageYears, ageYears) && isSame(preset.bmi, bmi),
  );
}

function isSame(a: readonly number[] | undefined, b: readonly number[] | undefined): boolean {
  return a === b || (a !== undefined && b !== undefined && a.every((value, i) => value === b[i]));
}
