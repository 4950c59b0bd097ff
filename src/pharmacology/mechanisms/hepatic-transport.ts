/**
 * Transport at the liver: uptake from the interstitium into the cells, and from the cells into bile.
 *
 * Bile is a way out: what is excreted with it is counted with the faeces and not taken up again.
 */
import type { Block } from "../../core/model/model";
import type { Substance } from "../substances";
import { cellState, isPermeabilityLimited } from "./distribution";
import { slowedBy } from "./efflux";
import type { Modulation } from "./modulation";

export function hepaticTransportBlocks(drug: Substance, modulation: Modulation): Block[] {
  return [...uptakeBlocks(drug, modulation), ...biliaryBlocks(drug, modulation)];
}

// ——— the parts ———

function uptakeBlocks(drug: Substance, modulation: Modulation): Block[] {
  const { id, uptake = [] } = drug;
  if (!isPermeabilityLimited(drug, "liver")) return [];
  return uptake.map(({ transporter, kcat, Km }) => {
    const inhibited = modulation.inhibition(transporter, "liver", drug);
    const slowed = inhibited.nonCompetitive === "1" ? "" : ` / ${inhibited.nonCompetitive}`;
    const raised = inhibited.competitive === "1" ? "" : ` * ${inhibited.competitive}`;
    return {
      name: `${id}.liver.${transporter}`,
      inputs: {
        Cu: { is: `${id}.liver.Cu_int`, unit: "mg/L" },
        M: { is: `${id}.M`, unit: "mg/µmol" },
        activity: { is: modulation.activity(transporter, "liver"), unit: "ratio" },
        E: { is: `${transporter}.liver`, unit: "µmol/L" },
        V_cells: { is: "liver.cells", unit: "L" },
        ...inhibited.inputs,
      },
      parameters: {
        kcat: { ...kcat, label: "turnover number" },
        Km: { ...Km, label: "Michaelis constant, unbound" },
      },
      define: {
        Vmax: {
          text: `kcat * E * V_cells * activity * M${slowed}`,
          unit: "mg/h",
          label: "maximal rate",
        },
      },
      transfers: {
        takenUp: {
          from: `${id}.liver.A`,
          to: `${id}.liver.cell`,
          rate: `Vmax * Cu / (Km * M${raised} + Cu)`,
          label: `taken up by ${transporter}`,
        },
      },
    };
  });
}

function biliaryBlocks(drug: Substance, modulation: Modulation): Block[] {
  const { id, name, conservedAs, excretion } = drug;
  const { biliary } = excretion;
  if (!biliary) return [];
  const inhibited = modulation.inhibition("Pgp", "liver", drug);
  return [
    {
      name: `${id}.bile`,
      inputs: {
        Cu: { is: `${id}.liver.Cu`, unit: "mg/L" },
        activity: { is: modulation.activity("Pgp", "liver"), unit: "ratio" },
        ...inhibited.inputs,
      },
      parameters: { CL_bile: { ...biliary, label: "intrinsic clearance into bile" } },
      states: { A: { unit: "mg", label: `${name} excreted with bile`, substance: conservedAs } },
      transfers: {
        excreted: {
          from: `${id}.liver.${cellState(drug, "liver")}`,
          to: "A",
          rate: `CL_bile * activity * Cu${slowedBy(inhibited)}`,
          label: "excreted with bile",
        },
      },
      outputs: { [`${id}/bile`]: { text: "A", unit: "mg", label: "amount excreted with bile" } },
    },
  ];
}
