/**
 * How much of a pathway drugs leave: a report, by which nothing flows.
 *
 * Of each protein that takes a molecule, in each organ: the intrinsic clearance now relative to that
 * without any drug, 1 where none acts. It is the amount of the protein (modulation.ts) divided by
 * what inhibits it there and then. What the molecule itself destroys or induces counts; how far it
 * saturates the protein is left out. The parts of the small intestine's wall count by how much of the protein they carry.
 */
import type { Block } from "../../core/model/model";
import { gutSegments } from "../body/gut";
import type { Substance } from "../substances";
import { slowedBy } from "./efflux";
import { organName, outputPath, type Modulation, type Place } from "./modulation";
import { pathwaysOf } from "./pathways";

export function remainingBlocks(substances: readonly Substance[], modulation: Modulation): Block[] {
  return substances.flatMap((substance) =>
    pathwaysOf(substance).flatMap(({ protein, places }) =>
      places.flatMap((place) => blocksAt(substance, protein, place, modulation)),
    ),
  );
}

/** What a study records of it. */
export function remainingOutput(molecule: string, protein: string, place: Place): string {
  return `${molecule}/${protein}/${outputPath[place]}/remaining`;
}

// ——— the parts ———

const segments = gutSegments.filter(({ of }) => of === "smallIntestine");

function blocksAt(
  substance: Substance,
  protein: string,
  place: Place,
  modulation: Modulation,
): Block[] {
  const name = `remaining.${substance.id}.${protein}.${place}`;
  const outputs = {
    [remainingOutput(substance.id, protein, place)]: {
      text: "remaining",
      unit: "ratio",
      label: `${protein} for ${substance.name} in the ${organName[place]}, relative to no drug`,
    },
  };
  if (place !== "gut") {
    const site = siteBlock(name, substance, protein, place, place, modulation);
    return site ? [{ ...site, outputs }] : [];
  }
  const parts = segments.flatMap(({ id }) => {
    const block = siteBlock(`${name}.${id}`, substance, protein, place, id, modulation);
    return block ? [{ id, block }] : [];
  });
  if (parts.length === 0) return [];
  return [...parts.map(({ block }) => block), { ...meanOf(name, protein, parts), outputs }];
}

/** Undefined where no drug of the study acts on the protein. */
function siteBlock(
  name: string,
  substance: Substance,
  protein: string,
  place: Place,
  site: string,
  modulation: Modulation,
): Block | undefined {
  const inhibited = modulation.inhibition(protein, site, substance);
  const amount = modulation.amount(protein, place);
  if (amount === undefined && Object.keys(inhibited.inputs).length === 0) return undefined;
  return {
    name,
    inputs: { ...inhibited.inputs, ...(amount && { amount: { is: amount, unit: "ratio" } }) },
    define: {
      remaining: {
        text: `${amount === undefined ? "1" : "amount"}${slowedBy(inhibited)}`,
        unit: "ratio",
        label: "clearance relative to no drug",
      },
    },
  };
}

/** Of the wall's parts, each by its share of the protein. */
function meanOf(name: string, protein: string, parts: readonly { readonly id: string }[]): Block {
  const share = protein === "Pgp" ? "flowFraction" : "enzymeShare";
  const inputs = parts.flatMap(({ id }) => [
    [`left_${id}`, { is: `${name}.${id}.remaining`, unit: "ratio" }] as const,
    [`share_${id}`, { is: `${id}.${share}`, unit: "fraction" }] as const,
  ]);
  const weighted = parts.map(({ id }) => `share_${id} * left_${id}`).join(" + ");
  const whole = parts.map(({ id }) => `share_${id}`).join(" + ");
  return {
    name,
    inputs: Object.fromEntries(inputs),
    define: {
      remaining: {
        text: `(${weighted}) / (${whole})`,
        unit: "ratio",
        label: "clearance relative to no drug",
      },
    },
  };
}
