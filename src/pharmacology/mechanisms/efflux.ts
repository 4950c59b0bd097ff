/**
 * P-glycoprotein in the gut wall: what is in the enterocytes is pumped back into the lumen.
 *
 * That is a way out of the body too: the enterocytes of such a drug are also reached by what
 * circulates unbound, with the blood that drains them.
 */
import { colonPgp } from "../body/enzymes";
import { gutSegments, type GutSegment } from "../body/gut";
import type { DrugNumber } from "../drug";
import type { PersonalBlock } from "../personal";
import type { Substance } from "../substances";
import type { Modulation } from "./modulation";

export function effluxBlocks(drug: Substance, modulation: Modulation): PersonalBlock[] {
  const { efflux, absorption } = drug;
  if (!efflux || !absorption) return [];
  return gutSegments.map((segment) => effluxBlock(drug, efflux.gut, segment, modulation));
}

/** What inhibition of either kind divides a linear flow by. */
export function slowedBy({
  competitive,
  nonCompetitive,
}: ReturnType<Modulation["inhibition"]>): string {
  return [competitive, nonCompetitive].map((by) => (by === "1" ? "" : ` / ${by}`)).join("");
}

// ——— the parts ———

function effluxBlock(
  drug: Substance,
  clearance: DrugNumber,
  segment: GutSegment,
  modulation: Modulation,
): PersonalBlock {
  const { id } = drug;
  const inhibited = modulation.inhibition("Pgp", segment.id, drug);
  const share = shareOf(segment);
  return {
    name: `${id}.${segment.id}.Pgp`,
    inputs: {
      C_ent: { is: `${id}.${segment.id}.C_ent`, unit: "mg/L" },
      Cu_blood: { is: `${id}.arterialBlood.Cu`, unit: "mg/L" },
      Q_ent: { is: `${segment.id}.mucosalFlow`, unit: "L/h" },
      activity: { is: modulation.activity("Pgp", "gut"), unit: "ratio" },
      ...share.inputs,
      ...inhibited.inputs,
    },
    parameters: {
      CL_efflux: { ...clearance, label: "efflux clearance of the whole small intestine" },
      ...share.parameters,
    },
    transfers: {
      brought: {
        from: `${id}.arterialBlood.A`,
        to: `${id}.${segment.id}.enterocyte`,
        rate: "Q_ent * Cu_blood",
        label: "from blood into the gut wall",
      },
      pumped: {
        from: `${id}.${segment.id}.enterocyte`,
        to: `${id}.${segment.id}.dissolved`,
        rate: `CL_efflux * activity * ${share.text} * C_ent${slowedBy(inhibited)}`,
        label: "pumped back into the lumen",
      },
    },
  };
}

/** A segment's P-glycoprotein relative to that of the whole small intestine. */
function shareOf({ id, of }: GutSegment) {
  if (of === "smallIntestine") {
    return {
      text: "share",
      inputs: { share: { is: `${id}.flowFraction`, unit: "fraction" } },
      parameters: {},
    };
  }
  const small = gutSegments.filter((segment) => segment.of === "smallIntestine");
  const mucosa = (segment: GutSegment, i: number) =>
    [`V_${i}`, { is: `${segment.id}.mucosa`, unit: "L" }] as const;
  return {
    text: `expression * V_ent / (${small.map((_, i) => `V_${i}`).join(" + ")})`,
    inputs: {
      V_ent: { is: `${id}.mucosa`, unit: "L" },
      ...Object.fromEntries(small.map(mucosa)),
    },
    parameters: {
      expression: {
        value: colonPgp.value,
        unit: "ratio",
        label: "P-glycoprotein of the colon's mucosa relative to the small intestine's",
        provenance: colonPgp.provenance,
      },
    },
  };
}
