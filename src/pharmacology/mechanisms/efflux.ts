/** P-glycoprotein in the gut wall: what is in the enterocytes is pumped back into the lumen. */
import { gutSegments } from "../body/gut";
import type { Drug } from "../drug";
import type { PersonalBlock } from "../personal";

export function effluxBlocks(drug: Drug): PersonalBlock[] {
  const { id, efflux, absorption } = drug;
  if (!efflux || !absorption) return [];
  return gutSegments
    .filter((segment) => segment.of === "smallIntestine")
    .map((segment) => ({
      name: `${id}.${segment.id}.Pgp`,
      inputs: {
        C_ent: { is: `${id}.${segment.id}.C_ent`, unit: "mg/L" },
        share: { is: `${segment.id}.flowFraction`, unit: "fraction" },
      },
      parameters: {
        CL_efflux: {
          ...efflux.gut,
          value: ({ gutActivity }) => efflux.gut.value * (gutActivity.Pgp ?? 1),
          label: "efflux clearance of the whole small intestine",
        },
      },
      transfers: {
        pumped: {
          from: `${id}.${segment.id}.enterocyte`,
          to: `${id}.${segment.id}.dissolved`,
          rate: "CL_efflux * share * C_ent",
          label: "pumped back into the lumen",
        },
      },
    }));
}
