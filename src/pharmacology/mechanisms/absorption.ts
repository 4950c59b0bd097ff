/**
 * From a swallowed dose to the liver: stomach, seven segments of gut, enterocytes.
 *
 * In every place the drug is solid or dissolved; solid dissolves at the formulation's rate,
 * dissolved drug crosses the effective surface into the enterocytes, and from there the mucosal
 * blood takes it to the liver, at once or after the time that it needs to leave the cells.
 * Enterocytes see the drug on its first pass only: what circulates does not return to them, unless
 * P-glycoprotein carries it (efflux.ts). A form that releases by Weibull's function is still held
 * where it is (release.ts).
 */
import type { Block, Parameter } from "../../core/model/model";
import { gutSegments, type GutSegment } from "../body/gut";
import type { Absorption, DrugNumber, Molecule } from "../drug";
import type { Substance } from "../substances";
import { ionisation } from "./partition";
import { heldState, lumenStatesOf, releaseBlocks } from "./release";

/** States of drug within the wall of the gut, by organ: part of what the organ holds. */
export function enterocyteStates(drug: Molecule): Record<GutSegment["of"], string[]> {
  const of = (organ: GutSegment["of"]) =>
    drug.absorption
      ? gutSegments.filter((s) => s.of === organ).map((s) => `${drug.id}.${s.id}.enterocyte`)
      : [];
  return { smallIntestine: of("smallIntestine"), largeIntestine: of("largeIntestine") };
}

/**
 * Where a swallowed dose is put, by formulation.
 *
 * @param form  which of the forms that release at a time holds it, where it is released by Weibull
 */
export function doseState(drug: Molecule, formulation: Formulation, form = 1): string {
  switch (formulation) {
    case "solution":
      return `${drug.id}.gastricLumen.dissolved`;
    case "tablet":
      return `${drug.id}.gastricLumen.solid`;
    case "enteric":
      return `${drug.id}.duodenum.solid`;
    case "weibull":
      return heldState(drug, form);
    default:
      return formulation satisfies never;
  }
}

export const formulations = ["solution", "tablet", "enteric", "weibull"] as const;
export type Formulation = (typeof formulations)[number];

/** What a swallowed dose is where nobody says: as the drug declares it, else a tablet. */
export function usualFormulation({ absorption }: Pick<Molecule, "absorption">): Formulation {
  return absorption?.release ? "weibull" : "tablet";
}

/** @param forms  how many forms release at a time by Weibull's function */
export function absorptionBlocks(drug: Substance, forms: number): Block[] {
  const { absorption } = drug;
  if (!absorption) return [];
  return [
    stomach(drug, absorption),
    ...gutSegments.map((segment, index) => gutSegment(drug, segment, gutSegments[index + 1])),
    ...releaseBlocks(drug, forms),
    faeces(drug),
    lumen(drug, forms),
  ];
}

// ——— the parts ———

const amount = (drug: Substance, label: string) => ({
  unit: "mg",
  label,
  substance: drug.conservedAs,
});

function stomach(drug: Substance, { dissolution, emptyingFactor }: Absorption): Block {
  const { id, name } = drug;
  const next = gutSegments[0]?.id ?? "";
  const emptying = emptyingFactor ? "factor * k_ge" : "k_ge";
  return {
    name: `${id}.gastricLumen`,
    inputs: { k_ge: { is: "gastricLumen.emptying", unit: "1/h" } },
    parameters: {
      kd: { ...dissolution, label: "dissolution" },
      ...(emptyingFactor && {
        factor: { ...emptyingFactor, label: "factor on how fast the stomach empties" },
      }),
    },
    states: {
      solid: amount(drug, `solid ${name} in the stomach`),
      dissolved: amount(drug, `dissolved ${name} in the stomach`),
    },
    transfers: {
      dissolves: { from: "solid", to: "dissolved", rate: "kd * solid", label: "dissolves" },
      emptySolid: {
        from: "solid",
        to: `${id}.${next}.solid`,
        rate: `${emptying} * solid`,
        label: "leaves the stomach, solid",
      },
      empty: {
        from: "dissolved",
        to: `${id}.${next}.dissolved`,
        rate: `${emptying} * dissolved`,
        label: "leaves the stomach",
      },
    },
  };
}

function gutSegment(drug: Substance, segment: GutSegment, next: GutSegment | undefined): Block {
  const { id, name, absorption } = drug;
  if (!absorption) throw new RangeError(`${id} is not absorbed`);
  const { colonFactor, wallTime, solubility, precipitates } = absorption;
  const inColon = segment.of === "largeIntestine" && colonFactor;
  const own = (label: string, quantity: string, unit: string) => ({
    [label]: { is: `${segment.id}.${quantity}`, unit },
  });
  return {
    name: `${id}.${segment.id}`,
    inputs: {
      ...own("k_t", "transit", "1/h"),
      ...own("S", "area", "dm^2"),
      ...own("V_lumen", "fluid", "L"),
      ...own("V_ent", "mucosa", "L"),
      ...own("Q_ent", "mucosalFlow", "L/h"),
      kd: { is: `${id}.gastricLumen.kd`, unit: "1/h" },
    },
    parameters: {
      P: { ...absorption.permeability, label: "specific intestinal permeability" },
      ...(inColon && { areaFactor: { ...colonFactor, label: "factor on the colon's surface" } }),
      ...(solubility && { C_s: solubilityAt(drug, solubility, segment) }),
      ...(wallTime && { t_wall: { ...wallTime, label: "mean time to leave the wall's cells" } }),
    },
    states: {
      solid: amount(drug, `solid ${name} in the ${segment.name}`),
      dissolved: amount(drug, `dissolved ${name} in the ${segment.name}`),
      enterocyte: amount(drug, `${name} in the wall of the ${segment.name}`),
    },
    define: {
      ka: {
        text: inColon ? "P * S * areaFactor / V_lumen" : "P * S / V_lumen",
        unit: "1/h",
        label: "absorption rate constant",
      },
      C_ent: { text: "enterocyte / V_ent", unit: "mg/L", label: "concentration in enterocytes" },
    },
    transfers: {
      dissolves: {
        from: "solid",
        to: "dissolved",
        // beyond saturation it runs backwards: what is solid takes dissolved drug up
        rate: solubility ? "kd * solid * (1 - dissolved / (C_s * V_lumen))" : "kd * solid",
        label: "dissolves",
      },
      passSolid: {
        from: "solid",
        to: next ? `${id}.${next.id}.solid` : `${id}.faeces.A`,
        rate: "k_t * solid",
        label: "moves on, solid",
      },
      pass: {
        from: "dissolved",
        to: next ? `${id}.${next.id}.dissolved` : `${id}.faeces.A`,
        rate: "k_t * dissolved",
        label: "moves on",
      },
      absorbed: {
        from: "dissolved",
        to: "enterocyte",
        // what has come out of solution crosses nothing, and waits for room in the fluid
        rate: solubility && precipitates ? "ka * min(dissolved, C_s * V_lumen)" : "ka * dissolved",
        label: "into the gut wall",
      },
      drained: {
        from: "enterocyte",
        to: `${id}.liver.A`,
        rate: wallTime ? "enterocyte / (V_ent / Q_ent + t_wall)" : "Q_ent * C_ent",
        label: "with portal blood to the liver",
      },
    },
  };
}

/** Charged forms come on top of the uncharged, in equilibrium with it (Henderson and Hasselbalch). */
function solubilityAt(drug: Molecule, solubility: DrugNumber, { name, pH }: GutSegment): Parameter {
  const values = (pKas: readonly DrugNumber[]) => pKas.map(({ value }) => value);
  const all = ionisation({ acidPKa: values(drug.acidPKa), basePKa: values(drug.basePKa) }, pH);
  const { value, unit, provenance } = solubility;
  const how = `${value} ${unit} of the uncharged form, times ${all.toPrecision(3)} at pH ${pH}`;
  const sources = provenance.kind === "from" ? [provenance.source] : [];
  return {
    value: value * all,
    unit,
    label: `solubility in the fluid of the ${name}`,
    provenance: { kind: "derived", how, sources },
  };
}

function faeces(drug: Substance): Block {
  const { id, name } = drug;
  return {
    name: `${id}.faeces`,
    states: { A: amount(drug, `${name} in faeces`) },
    outputs: { [`${id}/faeces`]: { text: "A", unit: "mg", label: "amount in faeces" } },
  };
}

/** What is still in the gut, for the picture and the balance. */
function lumen(drug: Substance, forms: number): Block {
  const { id } = drug;
  const parts = [
    { id: "gastricLumen", of: "stomach" as const },
    ...gutSegments.map(({ id: segment, of }) => ({ id: segment, of })),
  ].map((part) => ({ ...part, states: lumenStatesOf(drug, part.id, forms) }));
  const local = (part: string, place: number) =>
    `${part}_${["solid", "dissolved"][place] ?? `form${place - 1}`}`;
  const names = (of?: string) =>
    parts.flatMap((part) =>
      of === undefined || part.of === of ? part.states.map((_, i) => local(part.id, i)) : [],
    );
  const inputs = parts.flatMap((part) =>
    part.states.map((state, i) => [local(part.id, i), { is: state, unit: "mg" }]),
  );
  const sums = {
    all: names(),
    stomach: names("stomach"),
    smallIntestine: names("smallIntestine"),
    largeIntestine: names("largeIntestine"),
  };
  const output = (path: string, label: string, text: keyof typeof sums) => ({
    [`${id}/${path}`]: { text, unit: "mg", label },
  });
  return {
    name: `${id}.lumen`,
    inputs: Object.fromEntries(inputs),
    define: Object.fromEntries(
      Object.entries(sums).map(([name, parts]) => [name, { text: parts.join(" + "), unit: "mg" }]),
    ),
    outputs: {
      ...output("lumen", "amount in the gut's lumen", "all"),
      ...output("stomach-lumen", "amount in the stomach's lumen", "stomach"),
      ...output("small-intestine-lumen", "amount in the small intestine's lumen", "smallIntestine"),
      ...output("large-intestine-lumen", "amount in the large intestine's lumen", "largeIntestine"),
    },
  };
}
