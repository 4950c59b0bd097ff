/** By what people of one size differ, and where each number is from: the list that is shown. */
import { organs } from "../body/organs";
import { plasmaProteinSource } from "../body/plasma-proteins";
import { bodySurfaceSource } from "../body/typical-body";
import type { Provenance } from "../../core/model/model";
import { spreadSource } from "./anthropometry";
import {
  flowVariations,
  gutVariations,
  liverCorrelationSource,
  liverVariations,
  tissueVariations,
  variations,
  type Variation,
} from "./variability";

export interface Spread {
  /** For people, with a capital. */
  readonly what: string;
  /** Coefficient of variation; undefined where it goes by age. */
  readonly cv: number | undefined;
  readonly provenance: Provenance;
}

const names: Readonly<Record<string, string>> = {
  ...Object.fromEntries(organs.map(({ id, name }) => [id, name])),
  blood: "Blood",
  cardiacOutput: "Cardiac output",
  organFlow: "Blood flow of each organ",
  haematocrit: "Haematocrit",
  albumin: "Albumin",
  aag: "α1-acid glycoprotein",
  filtration: "Kidney filtration of adults",
  childFiltration: "Kidney filtration of children",
  microsomalProtein: "Microsomal protein of the liver",
  gastricEmptyingTime: "Time in the stomach",
  intestinalTransitTime: "Time in the small intestine",
};

export function spreads(): readonly Spread[] {
  return [
    { what: "Height and weight", cv: undefined, provenance: spreadSource },
    { what: "Plasma proteins by age", cv: undefined, provenance: plasmaProteinSource },
    { what: "Body surface", cv: undefined, provenance: bodySurfaceSource },
    ...listed(tissueVariations, (name) => name),
    ...listed({ organFlow: flowVariations.rest, ...variations }, (name) => name),
    ...listed(liverVariations, (name) => `${name} in the liver`),
    { what: "Enzymes of one liver go together", cv: undefined, provenance: liverCorrelationSource },
    ...listed(gutVariations, (name) => `${name} in the gut`),
  ];
}

// ——— the parts ———

function listed(
  table: Readonly<Record<string, Variation>>,
  named: (name: string) => string,
): Spread[] {
  return Object.entries(table).map(([id, { cv, provenance }]) => ({
    what: named(names[id] ?? id),
    cv,
    provenance,
  }));
}
