/**
 * How a drug is carried by blood into organs and out again.
 *
 * Organs in parallel between the arterial and the venous pool; stomach, gut, pancreas and spleen
 * drain through the liver; the lungs stand between the two pools. A perfusion-limited organ is
 * well mixed: blood leaves it in equilibrium with the tissue. In a permeability-limited organ
 * vessels and interstitium are one well-mixed space, and the cells lie behind a membrane.
 */
import type { Block, Provenance } from "../../core/model/model";
import { interstitialFraction, standsFor, standsForSource } from "../body/composition";
import { organs, type Organ, type OrganId } from "../body/organs";
import type { Molecule } from "../drug";
import { parameter, type OfPerson, type PersonalBlock, type PersonalParameter } from "../personal";
import { derived } from "../provenance";
import type { SourceId } from "../sources";
import type { Substance } from "../substances";
import { bloodPlasmaRatio, unboundFraction } from "./plasma";
import {
  interstitialPartition,
  partitionMethods,
  partitionOf,
  type Chemistry,
  type PartitionMethod,
} from "./partition";

/** The drug's numbers that all its blocks share. */
export function drugBlock(drug: Substance): PersonalBlock {
  return {
    name: drug.id,
    parameters: {
      M: { ...drug.molarMass, label: "molar mass" },
      fup: { ...drug.fup, value: unboundFraction(drug), label: "fraction unbound in plasma" },
      BP: {
        ...drug.bloodPlasmaRatio,
        value: bloodPlasmaRatio(drug),
        label: "blood:plasma concentration ratio",
      },
    },
  };
}

/** Arterial and venous blood, and what may be measured in plasma. */
export function bloodBlocks(drug: Substance): Block[] {
  const { id, name, conservedAs } = drug;
  const pool = (place: "arterial" | "venous"): Block => ({
    name: `${id}.${place}Blood`,
    inputs: {
      V: { is: `body.${place}Blood`, unit: "L" },
      BP: { is: `${id}.BP`, unit: "ratio" },
      fup: { is: `${id}.fup`, unit: "fraction" },
    },
    ...(place === "venous" && {
      forcings: { infusion: { unit: "mg/h", label: `infusion of ${name}` } },
      transfers: {
        infused: { from: null, to: "A", rate: "infusion", label: "infusion" },
      },
    }),
    states: {
      A: { unit: "mg", label: `${name} in ${place} blood`, substance: conservedAs },
    },
    define: {
      C: { text: "A / V", unit: "mg/L", label: `concentration in ${place} blood` },
      Cp: { text: "C / BP", unit: "mg/L", label: `concentration in ${place} plasma` },
      Cu: { text: "fup * C / BP", unit: "mg/L", label: "unbound concentration in plasma" },
    },
    outputs: {
      [`${id}/${place}-blood`]: { text: "C", unit: "mg/L", label: `${place} blood` },
      [`${id}/${place}-blood/amount`]: { text: "A", unit: "mg", label: `amount in ${place} blood` },
      [`${id}/${place}-plasma`]: { text: "Cp", unit: "mg/L", label: `${place} plasma` },
      [`${id}/${place}-plasma/unbound`]: {
        text: "Cu",
        unit: "mg/L",
        label: `unbound in ${place} plasma`,
      },
    },
  });
  return [pool("arterial"), pool("venous")];
}

/** Kp of an organ in a person, as a method predicts it, whichever the drug uses. */
export function predictedPartition(
  method: PartitionMethod,
  drug: Molecule,
  organ: OrganId,
): OfPerson {
  const Kp = partitionOf(method, chemistryOf(drug), organ);
  const fup = unboundIn(drug);
  return (person) => Kp(fup(person), person.haematocrit);
}

export function isPermeabilityLimited({ permeabilityLimited }: Molecule, organ: OrganId): boolean {
  if (!permeabilityLimited) return false;
  const { organs: which } = permeabilityLimited;
  return which === "all" || which.includes(organ);
}

/** The state whose unbound concentration is `Cu`: the cells where a membrane limits them. */
export function cellState(drug: Molecule, organ: OrganId): "A" | "cell" {
  return isPermeabilityLimited(drug, organ) ? "cell" : "A";
}

/** One block an organ. `also` lists further states of the organ that count into its total. */
export function organBlocks(
  drug: Substance,
  also: Partial<Record<OrganId, readonly string[]>>,
): PersonalBlock[] {
  return organs.map((organ) => {
    const extra = also[organ.id] ?? [];
    return isPermeabilityLimited(drug, organ.id)
      ? permeabilityLimitedOrgan(drug, organ, extra)
      : perfusionLimitedOrgan(drug, organ, extra);
  });
}

// ——— the two kinds of organ ———

function perfusionLimitedOrgan(
  drug: Substance,
  organ: Organ & { id: OrganId },
  also: readonly string[],
): PersonalBlock {
  const { id, conservedAs } = drug;
  return {
    name: `${id}.${organ.id}`,
    inputs: { ...commonInputs(id, organ.id), ...alsoInputs(also) },
    parameters: { Kp: tissuePartition(drug, organ.id) },
    states: {
      A: {
        unit: "mg",
        label: `${drug.name} in ${organ.name.toLowerCase()}`,
        substance: conservedAs,
      },
    },
    define: {
      C: { text: "A / V", unit: "mg/L", label: "concentration in the tissue" },
      Cu: { text: "fup * C / Kp", unit: "mg/L", label: "unbound concentration" },
      C_out: { text: "BP * C / Kp", unit: "mg/L", label: "concentration in the blood that leaves" },
      total: {
        text: ["A", ...alsoNames(also)].join(" + "),
        unit: "mg",
        label: "amount in the organ",
      },
      C_organ: { text: "total / V", unit: "mg/L", label: "concentration in the organ" },
    },
    transfers: perfusion(id, organ),
    outputs: organOutputs(id, organ),
  };
}

function permeabilityLimitedOrgan(
  drug: Substance,
  organ: Organ & { id: OrganId },
  also: readonly string[],
): PersonalBlock {
  const { id, permeabilityLimited, conservedAs } = drug;
  if (!permeabilityLimited) throw new RangeError(`${id} has no permeability`);
  const name = organ.name.toLowerCase();
  const fup = unboundIn(drug);
  return {
    name: `${id}.${organ.id}`,
    inputs: {
      ...commonInputs(id, organ.id),
      ...alsoInputs(also),
      f: { is: `${organ.id}.interstitialFraction`, unit: "fraction" },
      S: { is: `${organ.id}.cellSurface`, unit: "dm^2" },
    },
    parameters: {
      Kp: tissuePartition(drug, organ.id),
      K_int: parameter(
        (person) => interstitialPartition(fup(person)),
        "ratio",
        "interstitium:plasma ratio",
        derived("interstitial water and protein against plasma", "Willmann05"),
      ),
      K_cell: parameter(
        cellPartition(drug, organ.id),
        "ratio",
        "cell:plasma ratio",
        derived("what Kp leaves when the interstitium is taken out", "Willmann05"),
      ),
      P: { ...permeabilityLimited.permeability, label: "permeability of the cell membrane" },
    },
    states: {
      A: {
        unit: "mg",
        label: `${drug.name} in the interstitium of ${name}`,
        substance: conservedAs,
      },
      cell: { unit: "mg", label: `${drug.name} in the cells of ${name}`, substance: conservedAs },
    },
    define: {
      C_int: { text: "A / (f * V)", unit: "mg/L", label: "concentration in the interstitium" },
      Cu_int: { text: "fup * C_int / K_int", unit: "mg/L", label: "unbound in the interstitium" },
      Cu: {
        text: "fup * cell / ((1 - f) * V) / K_cell",
        unit: "mg/L",
        label: "unbound in the cells",
      },
      C_out: {
        text: "BP * C_int / K_int",
        unit: "mg/L",
        label: "concentration in the blood that leaves",
      },
      PS: { text: "P * S", unit: "L/h", label: "permeability times surface" },
      total: {
        text: ["A + cell", ...alsoNames(also)].join(" + "),
        unit: "mg",
        label: "amount in the organ",
      },
      C_organ: { text: "total / V", unit: "mg/L", label: "concentration in the organ" },
    },
    transfers: {
      ...perfusion(id, organ),
      intoCells: { from: "A", to: "cell", rate: "PS * Cu_int", label: "into the cells" },
      outOfCells: { from: "cell", to: "A", rate: "PS * Cu", label: "out of the cells" },
    },
    outputs: organOutputs(id, organ),
  };
}

// ——— the parts ———

function chemistryOf(drug: Molecule): Chemistry {
  return {
    lipophilicity: drug.lipophilicity.value,
    acidPKa: drug.acidPKa.map((pKa) => pKa.value),
    basePKa: drug.basePKa.map((pKa) => pKa.value),
    fup: drug.fup.value,
    bloodPlasmaRatio: drug.bloodPlasmaRatio.value,
    baseAffinityFactor: drug.partition.baseAffinityFactor?.value,
  };
}

function commonInputs(drug: string, organ: OrganId): NonNullable<Block["inputs"]> {
  const blood = organ === "lungs" ? "venousBlood" : "arterialBlood";
  const flow = organ === "lungs" ? "body.cardiacOutput" : `${organ}.flow`;
  return {
    Q: { is: flow, unit: "L/h" },
    V: { is: `${organ}.volume`, unit: "L" },
    BP: { is: `${drug}.BP`, unit: "ratio" },
    fup: { is: `${drug}.fup`, unit: "fraction" },
    C_in: { is: `${drug}.${blood}.C`, unit: "mg/L" },
    ...(organ === "liver" && { Q_ha: { is: "liver.arterialFlow", unit: "L/h" } }),
  };
}

/** Blood in and out. The liver gets its portal blood from the organs that drain into it. */
function perfusion(drug: string, organ: Organ): NonNullable<Block["transfers"]> {
  const source = organ.id === "lungs" ? `${drug}.venousBlood.A` : `${drug}.arterialBlood.A`;
  const sink = {
    "venous blood": `${drug}.venousBlood.A`,
    "arterial blood": `${drug}.arterialBlood.A`,
    liver: `${drug}.liver.A`,
  }[organ.drains];
  const inflow = organ.id === "liver" ? "Q_ha * C_in" : "Q * C_in";
  return {
    in: { from: source, to: "A", rate: inflow, label: "with blood, in" },
    out: { from: "A", to: sink, rate: "Q * C_out", label: "with blood, out" },
  };
}

function organOutputs(drug: string, organ: Organ): NonNullable<Block["outputs"]> {
  const name = organ.name.toLowerCase();
  return {
    [`${drug}/${organ.path}`]: { text: "C_organ", unit: "mg/L", label: name },
    [`${drug}/${organ.path}/unbound`]: { text: "Cu", unit: "mg/L", label: `unbound in ${name}` },
    [`${drug}/${organ.path}/amount`]: { text: "total", unit: "mg", label: `amount in ${name}` },
  };
}

function alsoInputs(also: readonly string[]): NonNullable<Block["inputs"]> {
  return Object.fromEntries(also.map((state, i) => [`also_${i}`, { is: state, unit: "mg" }]));
}

function alsoNames(also: readonly string[]): string[] {
  return also.map((_, i) => `also_${i}`);
}

function tissuePartition(drug: Molecule, organ: OrganId): PersonalParameter {
  const { method, factor } = drug.partition;
  const { name, sources } = partitionMethods[method];
  const times = factor ? `, times ${factor.value} (${describe(factor)})` : "";
  const stand = organ in standsFor ? `; ${standsForText}` : "";
  return parameter(
    partitionIn(drug, organ),
    "ratio",
    "tissue:plasma ratio at steady state",
    derived(
      `method of ${name} from lipophilicity ${drug.lipophilicity.value}, pKa and fup${times}${stand}`,
      ...(sources satisfies readonly SourceId[]),
    ),
  );
}

const standsForText = standsForSource.kind === "assumed" ? standsForSource.why : "";

function describe({ provenance }: { provenance: Provenance }): string {
  if (provenance.kind === "fitted") return `fitted to ${provenance.to.join(", ")}`;
  if (provenance.kind === "assumed") return `assumed: ${provenance.why}`;
  return provenance.kind;
}

/** Kp of an organ in a person, as the drug uses it. */
function partitionIn(drug: Molecule, organ: OrganId): OfPerson {
  const { method, factor } = drug.partition;
  const predicted = predictedPartition(method, drug, organ);
  const times = factor?.value ?? 1;
  return (person) => predicted(person) * times;
}

function unboundIn(drug: Molecule): OfPerson {
  const fup = unboundFraction(drug);
  return typeof fup === "number" ? () => fup : fup;
}

/** Kp = f K_int + (1 − f) K_cell, K_cell kept above zero where the interstitium explains it all. */
function cellPartition(drug: Molecule, organ: OrganId): OfPerson {
  const f = interstitialFraction(organ);
  const partition = partitionIn(drug, organ);
  const fup = unboundIn(drug);
  return (person) => {
    const Kp = partition(person);
    return Math.max((Kp - f * interstitialPartition(fup(person))) / (1 - f), 0.02 * Kp + 1e-4);
  };
}
