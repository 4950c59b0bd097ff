/**
 * Metabolism in liver and gut wall, each pathway by its enzyme.
 *
 * The liver is well stirred: enzymes see the unbound concentration of the organ as a whole. In
 * the gut wall they see what passes through the enterocytes. Pathways with a Michaelis constant
 * saturate; others are linear.
 */
import type { Block } from "../../core/model/model";
import { gutSegments } from "../body/gut";
import type { Drug, DrugNumber, Metabolism } from "../drug";

export function metabolismBlocks(drug: Drug): Block[] {
  return [
    {
      name: `${drug.id}.metabolised`,
      states: {
        A: { unit: "mg", label: `${drug.name} metabolised`, substance: drug.id },
      },
      outputs: {
        [`${drug.id}/metabolised`]: { text: "A", unit: "mg", label: "amount metabolised" },
      },
    },
    ...drug.metabolism.flatMap((pathway) => [
      ...(pathway.organs.includes("liver") ? [inLiver(drug, pathway)] : []),
      ...(pathway.organs.includes("gut") && drug.absorption ? inGut(drug, pathway) : []),
    ]),
  ];
}

// ——— the parts ———

const sink = (drug: Drug) => `${drug.id}.metabolised.A`;

function inLiver(drug: Drug, { enzyme, kinetics, calibration }: Metabolism): Block {
  const { id } = drug;
  const factor = calibration ? "factor * " : "";
  const numbers = {
    ...(calibration && { factor: labelled(calibration, `calibration of ${enzyme}`) }),
  };
  const shared = {
    Cu: { is: `${id}.liver.Cu`, unit: "mg/L" },
    M: { is: `${id}.M`, unit: "mg/µmol" },
    activity: { is: `${enzyme}.liverActivity`, unit: "ratio" },
    E: { is: `${enzyme}.liver`, unit: "µmol/L" },
    V_cells: { is: "liver.cells", unit: "L" },
    protein: { is: "liver.protein", unit: "mg" },
    scale: { is: "liver.volume", unit: "L" },
  };
  const block = (
    parts: Pick<Block, "parameters" | "define">,
    rate: string,
    used: (keyof typeof shared)[],
  ) => ({
    name: `${id}.liver.${enzyme}`,
    inputs: Object.fromEntries(used.map((key) => [key, shared[key]])),
    ...parts,
    parameters: { ...parts.parameters, ...numbers },
    transfers: {
      metabolised: {
        from: `${id}.liver.A`,
        to: sink(drug),
        rate,
        label: `metabolised by ${enzyme}`,
      },
    },
  });
  switch (kinetics.kind) {
    case "turnover":
      return block(
        {
          parameters: michaelis(kinetics.Km, { kcat: labelled(kinetics.kcat, "turnover number") }),
          define: {
            Vmax: {
              text: `${factor}kcat * E * activity * V_cells * M`,
              unit: "mg/h",
              label: "maximal rate",
            },
          },
        },
        saturable,
        ["Cu", "M", "activity", "E", "V_cells"],
      );
    case "microsomes":
      return block(
        {
          parameters: michaelis(kinetics.Km, {
            vmax: labelled(kinetics.Vmax, "maximal rate per microsomal protein"),
          }),
          define: {
            Vmax: {
              text: `${factor}vmax * protein * activity * M`,
              unit: "mg/h",
              label: "maximal rate",
            },
          },
        },
        saturable,
        ["Cu", "M", "activity", "protein"],
      );
    case "specific":
      return block(
        {
          parameters: {
            specific: labelled(
              kinetics.clearance,
              "clearance per 1 µM of enzyme and volume of cells",
            ),
            unitConcentration: oneMicromolar,
          },
          define: {
            CLint: {
              text: `${factor}specific * E / unitConcentration * activity * V_cells`,
              unit: "L/h",
              label: "unbound intrinsic clearance",
            },
          },
        },
        "CLint * Cu",
        ["Cu", "activity", "E", "V_cells"],
      );
    case "intrinsic":
      return block(
        {
          parameters: {
            CL: labelled(kinetics.clearance, "unbound intrinsic clearance of the reference liver"),
            referenceVolume: {
              value: 1.8 / 1.05,
              unit: "L",
              label: "liver of the reference man",
              provenance: { kind: "from", source: "ICRP89", where: "1800 g at 1.05 g/mL" },
            },
          },
          define: {
            CLint: {
              text: `${factor}CL * activity * scale / referenceVolume`,
              unit: "L/h",
              label: "unbound intrinsic clearance",
            },
          },
        },
        "CLint * Cu",
        ["Cu", "activity", "scale"],
      );
    default:
      return kinetics satisfies never;
  }
}

const saturable = "Vmax * Cu / (Km * M + Cu)";

function inGut(drug: Drug, pathway: Metabolism): Block[] {
  const { id } = drug;
  const { enzyme, kinetics, calibration, gutCalibration } = pathway;
  if (kinetics.kind !== "turnover") {
    throw new RangeError(`${id}: gut metabolism by ${enzyme} needs a turnover number`);
  }
  const factors = [
    ...(calibration ? ["factor"] : []),
    ...(gutCalibration ? ["gutFactor"] : []),
  ].map((name) => `${name} * `);
  return gutSegments
    .filter((segment) => segment.of === "smallIntestine")
    .map((segment) => ({
      name: `${id}.${segment.id}.${enzyme}`,
      inputs: {
        C_ent: { is: `${id}.${segment.id}.C_ent`, unit: "mg/L" },
        M: { is: `${id}.M`, unit: "mg/µmol" },
        activity: { is: `${enzyme}.gutActivity`, unit: "ratio" },
        amount: { is: `${enzyme}.gut`, unit: "µmol" },
        share: { is: `${segment.id}.enzymeShare`, unit: "fraction" },
      },
      parameters: michaelis(kinetics.Km, {
        kcat: labelled(kinetics.kcat, "turnover number"),
        ...(calibration && { factor: labelled(calibration, `calibration of ${enzyme}`) }),
        ...(gutCalibration && {
          gutFactor: labelled(gutCalibration, `calibration of ${enzyme} in the gut wall`),
        }),
      }),
      define: {
        Vmax: {
          text: `${factors.join("")}kcat * amount * share * activity * M`,
          unit: "mg/h",
          label: "maximal rate",
        },
      },
      transfers: {
        metabolised: {
          from: `${id}.${segment.id}.enterocyte`,
          to: sink(drug),
          rate: "Vmax * C_ent / (Km * M + C_ent)",
          label: `metabolised by ${enzyme}`,
        },
      },
    }));
}

const oneMicromolar = {
  value: 1,
  unit: "µM",
  label: "the concentration that specific clearances refer to",
  provenance: { kind: "assumed", why: "the definition of a specific clearance" } as const,
};

function labelled(number: DrugNumber, label: string) {
  return { ...number, label };
}

function michaelis(Km: DrugNumber, others: NonNullable<Block["parameters"]>) {
  return { ...others, Km: labelled(Km, "Michaelis constant, unbound") };
}
