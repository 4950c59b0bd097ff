/**
 * Metabolism in liver, gut wall and kidneys, each pathway by its enzyme.
 *
 * In liver and kidneys enzymes see the unbound concentration of the cells, which is that of the
 * whole organ where no membrane limits it. In the gut wall they see what passes through the
 * enterocytes. Pathways with a Michaelis constant saturate; others are linear. What other
 * molecules of the study do to the enzyme is told by modulation.ts.
 */
import type { Block } from "../../core/model/model";
import { gutSegments } from "../body/gut";
import type { DrugNumber, MetabolicOrgan, Metabolism } from "../drug";
import type { Substance } from "../substances";
import { cellState } from "./distribution";
import type { InhibitionAt, Modulation } from "./modulation";

export function metabolismBlocks(
  substance: Substance,
  modulation: Modulation,
  productState: (id: string) => string,
): Block[] {
  const { id, name, metabolism, conservedAs } = substance;
  return [
    {
      name: `${id}.metabolised`,
      states: { A: { unit: "mg", label: `${name} metabolised`, substance: conservedAs } },
      outputs: {
        [`${id}/metabolised`]: { text: "A", unit: "mg", label: "amount metabolised" },
      },
    },
    ...metabolism.flatMap((pathway) => {
      const { product } = pathway;
      const to = product === undefined ? `${id}.metabolised.A` : productState(product);
      return pathway.organs.flatMap((organ) =>
        organ === "gut"
          ? inGut(substance, pathway, modulation, to)
          : [inOrgan(substance, pathway, organ, modulation, to)],
      );
    }),
  ];
}

// ——— the parts ———

type Inputs = NonNullable<Block["inputs"]>;

/** What a pathway needs to know of a place, by the names its formula uses. */
interface Enzymes {
  /** Amount of the enzyme, in µmol, as a formula. */
  readonly amount: string;
  readonly inputs: Inputs;
  readonly parameters: NonNullable<Block["parameters"]>;
  /** Fitted factors, each followed by " * ". */
  readonly factors: string;
}

function inOrgan(
  substance: Substance,
  pathway: Metabolism,
  organ: Exclude<MetabolicOrgan, "gut">,
  modulation: Modulation,
  to: string,
): Block {
  const { id } = substance;
  const { enzyme, calibration } = pathway;
  const rate = rateOf(
    pathway,
    {
      amount: "E * V_cells",
      inputs: {
        E: { is: `${enzyme}.${organ}`, unit: "µmol/L" },
        V_cells: { is: `${organ}.cells`, unit: "L" },
        activity: { is: modulation.activity(enzyme, organ), unit: "ratio" },
        protein: { is: `${organ}.protein`, unit: "mg" },
        scale: { is: `${organ}.volume`, unit: "L" },
      },
      parameters: calibrations(pathway, false),
      factors: calibration ? "factor * " : "",
    },
    modulation.inhibition(enzyme, organ, substance),
  );
  return {
    name: `${id}.${organ}.${enzyme}${pathway.product ? `.${pathway.product}` : ""}`,
    ...rate.block,
    inputs: {
      ...rate.block.inputs,
      Cu: { is: `${id}.${organ}.Cu`, unit: "mg/L" },
      ...(rate.isMolar && { M: { is: `${id}.M`, unit: "mg/µmol" } }),
    },
    transfers: {
      metabolised: {
        from: `${id}.${organ}.${cellState(substance, organ)}`,
        to,
        rate: rate.text("Cu"),
        label: `metabolised by ${enzyme}`,
      },
    },
  };
}

function inGut(
  substance: Substance,
  pathway: Metabolism,
  modulation: Modulation,
  to: string,
): Block[] {
  const { id, absorption } = substance;
  if (!absorption) return [];
  const { enzyme, calibration, gutCalibration } = pathway;
  const factors = [...(calibration ? ["factor"] : []), ...(gutCalibration ? ["gutFactor"] : [])];
  return gutSegments.map((segment) => {
    const rate = rateOf(
      pathway,
      {
        amount: "amount * share",
        inputs: {
          amount: { is: `${enzyme}.gut`, unit: "µmol" },
          share: { is: `${segment.id}.enzymeShare`, unit: "fraction" },
          activity: { is: modulation.activity(enzyme, "gut"), unit: "ratio" },
        },
        parameters: calibrations(pathway, true),
        factors: factors.map((name) => `${name} * `).join(""),
      },
      modulation.inhibition(enzyme, segment.id, substance),
    );
    return {
      name: `${id}.${segment.id}.${enzyme}${pathway.product ? `.${pathway.product}` : ""}`,
      ...rate.block,
      inputs: {
        ...rate.block.inputs,
        C_ent: { is: `${id}.${segment.id}.C_ent`, unit: "mg/L" },
        ...(rate.isMolar && { M: { is: `${id}.M`, unit: "mg/µmol" } }),
      },
      transfers: {
        metabolised: {
          from: `${id}.${segment.id}.enterocyte`,
          to,
          rate: rate.text("C_ent"),
          label: `metabolised by ${enzyme}`,
        },
      },
    };
  });
}

interface Rate {
  readonly block: Pick<Block, "inputs" | "parameters" | "define">;
  /** Whether molar units are converted. */
  readonly isMolar: boolean;
  /** Of a concentration, mg/h. */
  readonly text: (concentration: string) => string;
}

function rateOf({ kinetics, enzyme }: Metabolism, at: Enzymes, inhibited: InhibitionAt): Rate {
  const { competitive, nonCompetitive } = inhibited;
  const used = (...names: readonly string[]): Inputs =>
    Object.fromEntries(
      Object.entries({ ...at.inputs, ...inhibited.inputs }).filter(
        ([name]) => names.includes(name) || Object.hasOwn(inhibited.inputs, name),
      ),
    );
  const amountInputs = at.amount.split(" * ");
  const slowed = nonCompetitive === "1" ? "" : ` / ${nonCompetitive}`;
  const saturable = (concentration: string) =>
    competitive === "1"
      ? `Vmax * ${concentration} / (Km * M + ${concentration})`
      : `Vmax * ${concentration} / (Km * M * ${competitive} + ${concentration})`;
  const linear = (concentration: string) => `CLint * ${concentration}`;
  const slowedByAll = `${slowed}${competitive === "1" ? "" : ` / ${competitive}`}`;
  switch (kinetics.kind) {
    case "turnover":
      return {
        block: {
          inputs: used("activity", ...amountInputs),
          parameters: {
            kcat: labelled(kinetics.kcat, "turnover number"),
            Km: labelled(kinetics.Km, "Michaelis constant, unbound"),
            ...at.parameters,
          },
          define: {
            Vmax: {
              text: `${at.factors}kcat * ${at.amount} * activity * M${slowed}`,
              unit: "mg/h",
              label: "maximal rate",
            },
          },
        },
        isMolar: true,
        text: saturable,
      };
    case "microsomes":
      return {
        block: {
          inputs: used("activity", "protein"),
          parameters: {
            vmax: labelled(kinetics.Vmax, "maximal rate per microsomal protein"),
            Km: labelled(kinetics.Km, "Michaelis constant, unbound"),
            ...at.parameters,
          },
          define: {
            Vmax: {
              text: `${at.factors}vmax * protein * activity * M${slowed}`,
              unit: "mg/h",
              label: "maximal rate",
            },
          },
        },
        isMolar: true,
        text: saturable,
      };
    case "specific":
      return {
        block: {
          inputs: used("activity", ...amountInputs),
          parameters: {
            specific: labelled(
              kinetics.clearance,
              "clearance per 1 µM of enzyme and volume of cells",
            ),
            unitConcentration: oneMicromolar,
            ...at.parameters,
          },
          define: {
            CLint: {
              text: `${at.factors}specific * ${at.amount} / unitConcentration * activity${slowedByAll}`,
              unit: "L/h",
              label: "unbound intrinsic clearance",
            },
          },
        },
        isMolar: false,
        text: linear,
      };
    case "intrinsic":
      return {
        block: {
          inputs: used("activity", "scale"),
          parameters: {
            CL: labelled(kinetics.clearance, "unbound intrinsic clearance of the reference liver"),
            referenceVolume: referenceLiver,
            ...at.parameters,
          },
          define: {
            CLint: {
              text: `${at.factors}CL * activity * scale / referenceVolume${slowedByAll}`,
              unit: "L/h",
              label: `unbound intrinsic clearance by ${enzyme}`,
            },
          },
        },
        isMolar: false,
        text: linear,
      };
    default:
      return kinetics satisfies never;
  }
}

function calibrations({ enzyme, calibration, gutCalibration }: Metabolism, isGut: boolean) {
  return {
    ...(calibration && { factor: labelled(calibration, `calibration of ${enzyme}`) }),
    ...(isGut &&
      gutCalibration && {
        gutFactor: labelled(gutCalibration, `calibration of ${enzyme} in the gut wall`),
      }),
  };
}

const oneMicromolar = {
  value: 1,
  unit: "µM",
  label: "the concentration that specific clearances refer to",
  provenance: { kind: "assumed", why: "the definition of a specific clearance" } as const,
};

const referenceLiver = {
  value: 1.8 / 1.05,
  unit: "L",
  label: "liver of the reference man",
  provenance: { kind: "from", source: "ICRP89", where: "1800 g at 1.05 g/mL" } as const,
};

function labelled(number: DrugNumber, label: string) {
  return { ...number, label };
}
