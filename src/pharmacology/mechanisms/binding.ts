/**
 * Saturable binding to a target in tissue: sites fill and empty at their own pace.
 *
 * Bound drug is counted into what the organ holds; only unbound drug of the organ's cells binds.
 */
import type { Block } from "../../core/model/model";
import type { OrganId } from "../body/organs";
import type { TissueBinding } from "../drug";
import type { Substance } from "../substances";
import { cellState } from "./distribution";

/** States of bound drug, by organ. */
export function boundStates(drug: Substance): Partial<Record<OrganId, string[]>> {
  const states: Partial<Record<OrganId, string[]>> = {};
  for (const binding of drug.binding ?? []) {
    for (const organ of organsOf(binding)) {
      states[organ] = [...(states[organ] ?? []), `${blockName(drug, organ, binding)}.bound`];
    }
  }
  return states;
}

export function bindingBlocks(drug: Substance): Block[] {
  return (drug.binding ?? []).flatMap((binding) =>
    organsOf(binding).map((organ) => bindingBlock(drug, organ, binding)),
  );
}

// ——— the parts ———

function bindingBlock(drug: Substance, organ: OrganId, binding: TissueBinding): Block {
  const { id, name, conservedAs } = drug;
  const { Kd, koff, sites, calibration, expression, expressionProvenance, target } = binding;
  const free = `${id}.${organ}.${cellState(drug, organ)}`;
  return {
    name: blockName(drug, organ, binding),
    inputs: {
      Cu: { is: `${id}.${organ}.Cu`, unit: "mg/L" },
      V: { is: `${organ}.volume`, unit: "L" },
      M: { is: `${id}.M`, unit: "mg/µmol" },
    },
    parameters: {
      Kd: { ...Kd, label: `dissociation constant at ${target}` },
      koff: { ...koff, label: `dissociation rate from ${target}` },
      sites: { ...sites, label: `concentration of ${target} where it is highest` },
      expression: {
        value: expression[organ] ?? 0,
        unit: "ratio",
        label: `relative expression of ${target}`,
        provenance: expressionProvenance,
      },
      ...(calibration && { factor: { ...calibration, label: `calibration of ${target}` } }),
    },
    define: {
      Bmax: {
        text: `${calibration ? "factor * " : ""}sites * expression * V * M`,
        unit: "mg",
        label: "drug that all sites together hold",
      },
      kon: { text: "koff / (Kd * M)", unit: "L/mg/h", label: "association rate" },
    },
    states: { bound: { unit: "mg", label: `${name} bound to ${target}`, substance: conservedAs } },
    transfers: {
      binds: {
        from: free,
        to: "bound",
        rate: "kon * (Bmax - bound) * Cu",
        label: `binds to ${target}`,
      },
      leaves: { from: "bound", to: free, rate: "koff * bound", label: `leaves ${target}` },
    },
  };
}

function organsOf({ expression }: TissueBinding): OrganId[] {
  return Object.keys(expression) as OrganId[];
}

function blockName(drug: Substance, organ: OrganId, { target }: TissueBinding): string {
  return `${drug.id}.${organ}.${target.replace(/[^\p{L}\d]/gu, "")}`;
}
