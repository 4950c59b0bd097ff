/**
 * How one person's handling of one drug differs beyond what their body explains: three factors a
 * drug, on what leads out, on what tissues hold, and on how fast the gut lets it through.
 *
 * Without them a twin would take every misfit of the model for a fact about the person's organs.
 */
import type { Model } from "../../core/model/model";
import type { Drug } from "../drug";
import { assumed } from "../provenance";
import { idsOf } from "../substances";

export const ownVariations = {
  elimination: {
    cv: 0.2,
    provenance: assumed("what enzymes, filtration and flows leave open of a drug's clearance"),
  },
  distribution: {
    cv: 0.2,
    provenance: assumed("partition methods are a third off for most drugs; people vary by less"),
  },
  absorption: {
    cv: 0.3,
    provenance: assumed("permeability of the same gut differs from day to day by about a third"),
  },
} as const;
export type OwnFactor = keyof typeof ownVariations;
export const ownFactorNames = Object.keys(ownVariations) as readonly OwnFactor[];

/** Parameters of a drug by the last word of their name. */
const eliminating = new Set([
  "kcat",
  "vmax",
  "specific",
  "CL",
  "CL_R",
  "CL_sec",
  "CL_bile",
  "f_GFR",
]);
const holding = new Set(["Kp", "K_cell"]);
const gutSegment = /\.(?:duodenum|(?:upper|lower)(?:Jejunum|Ileum)|(?:proximal|distal)Colon)\.P$/;

export interface OwnPlace {
  readonly place: number;
  /** Which of the person's own normals, in the order of drugs and `ownFactorNames`. */
  readonly normal: number;
  /** Of the logarithm. */
  readonly sd: number;
}

/** Which parameters of an assembled model the factors act on. */
export function ownPlaces(model: Model, drugs: readonly Drug[]): OwnPlace[] {
  const names = model.blocks.flatMap((block) =>
    Object.keys(block.parameters ?? {}).map((local) => `${block.name}.${local}`),
  );
  return drugs.flatMap((drug, index) => {
    const ids = idsOf(drug);
    return names.flatMap((name, place) => {
      const factor = ids.some((id) => name.startsWith(`${id}.`)) ? factorOf(name) : undefined;
      if (!factor) return [];
      const normal = index * ownFactorNames.length + ownFactorNames.indexOf(factor);
      return [{ place, normal, sd: Math.sqrt(Math.log1p(ownVariations[factor].cv ** 2)) }];
    });
  });
}

// ——— the parts ———

function factorOf(name: string): OwnFactor | undefined {
  const last = name.slice(name.lastIndexOf(".") + 1);
  if (eliminating.has(last)) return "elimination";
  if (holding.has(last)) return "distribution";
  return gutSegment.test(name) ? "absorption" : undefined;
}
