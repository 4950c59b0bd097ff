/** A person and some drugs as one model. */
import type { Block, Model } from "../core/model/model";
import { bodyBlocks } from "./body/body-blocks";
import type { OrganId } from "./body/organs";
import type { Person } from "./body/person";
import type { Drug } from "./drug";
import { absorptionBlocks, enterocyteStates } from "./mechanisms/absorption";
import { bindingBlocks, boundStates } from "./mechanisms/binding";
import { bloodBlocks, drugBlock, organBlocks } from "./mechanisms/distribution";
import { effluxBlocks } from "./mechanisms/efflux";
import { metabolismBlocks } from "./mechanisms/metabolism";
import { renalBlocks } from "./mechanisms/renal";

export interface Assembly {
  readonly person: Person;
  readonly drugs: readonly Drug[];
  readonly fed: boolean;
}

export function assembleModel({ person, drugs, fed }: Assembly): Model {
  const enzymes = drugs.flatMap((drug) => drug.metabolism.map(({ enzyme }) => enzyme));
  return {
    name: drugs.map(({ name }) => name).join(" and ") || "nothing",
    blocks: [
      ...bodyBlocks(person, { fed, enzymes: [...new Set(enzymes)] }),
      ...drugs.flatMap((drug) => drugBlocks(drug, person)),
    ],
  };
}

function drugBlocks(drug: Drug, person: Person): Block[] {
  return [
    drugBlock(drug),
    ...bloodBlocks(drug),
    ...organBlocks(drug, person.haematocrit, statesInOrgans(drug)),
    ...absorptionBlocks(drug),
    ...effluxBlocks(drug),
    ...bindingBlocks(drug),
    ...metabolismBlocks(drug),
    ...renalBlocks(drug),
  ];
}

/** States besides the tissue's own that an organ's amount includes. */
function statesInOrgans(drug: Drug): Partial<Record<OrganId, readonly string[]>> {
  const bound = boundStates(drug);
  const wall = enterocyteStates(drug);
  return {
    ...bound,
    smallIntestine: [...(bound.smallIntestine ?? []), ...wall.smallIntestine],
    largeIntestine: [...(bound.largeIntestine ?? []), ...wall.largeIntestine],
  };
}
