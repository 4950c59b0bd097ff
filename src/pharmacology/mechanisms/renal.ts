/**
 * Loss into urine: filtration of unbound drug from arterial plasma, and secretion from the
 * kidney's own tissue, which the blood flow to the kidney limits by itself. What is secreted goes
 * with the function of the kidneys as filtration does.
 *
 * Filtration is taken from the pool that drives it, so no amount can become negative.
 */
import type { Block } from "../../core/model/model";
import type { Substance } from "../substances";
import { cellState } from "./distribution";
import { slowedBy } from "./efflux";
import type { Modulation } from "./modulation";

export function renalBlocks(drug: Substance, modulation: Modulation): Block[] {
  const { id, name, excretion, conservedAs } = drug;
  const { filtration, renalClearance, secretion, secretionByPgp } = excretion;
  const inhibited = modulation.inhibition("Pgp", "kidneys", drug);
  const urine: Block = {
    name: `${id}.urine`,
    inputs: {
      Cp: { is: `${id}.arterialBlood.Cp`, unit: "mg/L" },
      ...(filtration && {
        GFR: { is: "body.GFR", unit: "L/h" },
        fup: { is: `${id}.fup`, unit: "fraction" },
      }),
      ...(renalClearance && { weight: { is: "body.weight", unit: "kg" } }),
      ...(secretion && {
        Cu_kidney: { is: `${id}.kidneys.Cu`, unit: "mg/L" },
        working: { is: "kidneys.function", unit: "ratio" },
      }),
      ...(secretion &&
        secretionByPgp && {
          Pgp: { is: modulation.activity("Pgp", "kidneys"), unit: "ratio" },
          ...inhibited.inputs,
        }),
    },
    parameters: {
      ...(filtration && {
        f_GFR: { ...filtration, label: "share of the filtered drug that is lost" },
      }),
      ...(renalClearance && { CL_R: { ...renalClearance, label: "renal plasma clearance" } }),
      ...(secretion && { CL_sec: { ...secretion, label: "intrinsic clearance of secretion" } }),
      ...(secretion &&
        secretionByPgp && {
          byPgp: { ...secretionByPgp, label: "share of the secretion by P-glycoprotein" },
        }),
    },
    states: { A: { unit: "mg", label: `${name} in urine`, substance: conservedAs } },
    transfers: {
      ...(filtration && {
        filtered: {
          from: `${id}.arterialBlood.A`,
          to: "A",
          rate: "f_GFR * GFR * fup * Cp",
          label: "filtered by the kidneys",
        },
      }),
      ...(renalClearance && {
        excreted: {
          from: `${id}.arterialBlood.A`,
          to: "A",
          rate: "CL_R * weight * Cp",
          label: "excreted by the kidneys",
        },
      }),
      ...(secretion && {
        secreted: {
          from: `${id}.kidneys.${cellState(drug, "kidneys")}`,
          to: "A",
          rate: secretionByPgp
            ? `CL_sec * Cu_kidney * ((1 - byPgp) * working + byPgp * Pgp${slowedBy(inhibited)})`
            : "CL_sec * working * Cu_kidney",
          label: "secreted by the kidneys",
        },
      }),
    },
    outputs: { [`${id}/urine`]: { text: "A", unit: "mg", label: "amount in urine" } },
  };
  return [urine];
}
