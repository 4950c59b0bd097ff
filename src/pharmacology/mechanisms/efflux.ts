/** P-glycoprotein in the gut wall: what is in the enterocytes is pumped back into the lumen. */
import { gutSegments } from "../body/gut";
import type { PersonalBlock } from "../personal";
import type { Substance } from "../substances";
import type { Modulation } from "./modulation";

export function effluxBlocks(drug: Substance, modulation: Modulation): PersonalBlock[] {
  const { id, efflux, absorption } = drug;
  if (!efflux || !absorption) return [];
  return gutSegments
    .filter((segment) => segment.of === "smallIntestine")
    .map((segment) => {
      const inhibited = modulation.inhibition("Pgp", segment.id, drug);
      return {
        name: `${id}.${segment.id}.Pgp`,
        inputs: {
          C_ent: { is: `${id}.${segment.id}.C_ent`, unit: "mg/L" },
          share: { is: `${segment.id}.flowFraction`, unit: "fraction" },
          activity: { is: modulation.activity("Pgp", "gut"), unit: "ratio" },
          ...inhibited.inputs,
        },
        parameters: {
          CL_efflux: { ...efflux.gut, label: "efflux clearance of the whole small intestine" },
        },
        transfers: {
          pumped: {
            from: `${id}.${segment.id}.enterocyte`,
            to: `${id}.${segment.id}.dissolved`,
            rate: `CL_efflux * activity * share * C_ent${slowedBy(inhibited)}`,
            label: "pumped back into the lumen",
          },
        },
      };
    });
}

/** What inhibition of either kind divides a linear flow by. */
export function slowedBy({
  competitive,
  nonCompetitive,
}: ReturnType<Modulation["inhibition"]>): string {
  return [competitive, nonCompetitive].map((by) => (by === "1" ? "" : ` / ${by}`)).join("");
}
