/**
 * A person and some drugs as one model, and its numbers for everybody of a crowd.
 *
 * Both are read off one declaration (personal.ts), so a crowd's numbers are those of the models
 * that its people would have one by one, to the last bit.
 */
import type { Model } from "../core/model/model";
import { unitOf } from "../core/units/parse";
import { bodyBlocks } from "./body/body-blocks";
import type { OrganId } from "./body/organs";
import type { Person } from "./body/person";
import type { Drug } from "./drug";
import { absorptionBlocks, enterocyteStates } from "./mechanisms/absorption";
import { bindingBlocks, boundStates } from "./mechanisms/binding";
import { bloodBlocks, cellState, drugBlock, organBlocks } from "./mechanisms/distribution";
import { effluxBlocks } from "./mechanisms/efflux";
import { hepaticTransportBlocks } from "./mechanisms/hepatic-transport";
import { metabolismBlocks } from "./mechanisms/metabolism";
import { Modulation, placesOf } from "./mechanisms/modulation";
import { remainingBlocks } from "./mechanisms/remaining";
import { renalBlocks } from "./mechanisms/renal";
import { blockOf, type OfPerson, type PersonalBlock } from "./personal";
import { inOwnMass, mixtureBlocks, substancesOf, type Substance } from "./substances";

export interface Assembly {
  readonly person: Person;
  readonly drugs: readonly Drug[];
  readonly fed: boolean;
  /** By drug: how many forms of it release at a time by Weibull's function. */
  readonly forms?: Readonly<Record<string, number>>;
}

export function assembleModel({ person, ...declared }: Assembly): Model {
  return {
    name: declared.drugs.map(({ name }) => name).join(" and ") || "nothing",
    blocks: blocksOf(declared).map((block) => blockOf(block, person)),
  };
}

/**
 * Writes a person's values of all parameters of the assembled model, in the model's order and in
 * internal units. Nothing is allocated per person.
 */
export function parameterWriter(
  declared: Omit<Assembly, "person">,
): (person: Person, target: Float64Array) => void {
  const parameters = blocksOf(declared).flatMap((block) => Object.values(block.parameters ?? {}));
  const constants = new Float64Array(parameters.length);
  const personal: { place: number; value: OfPerson; factor: number }[] = [];
  parameters.forEach(({ value, unit }, place) => {
    const { factor } = unitOf(unit);
    if (typeof value === "number") constants[place] = value * factor;
    else personal.push({ place, value, factor });
  });
  return (person, target) => {
    target.set(constants);
    for (const { place, value, factor } of personal) target[place] = value(person) * factor;
  };
}

function blocksOf({ drugs, fed, forms = {} }: Omit<Assembly, "person">): PersonalBlock[] {
  const substances = drugs.flatMap(substancesOf);
  const formsOf = new Map(
    drugs.flatMap((drug) => substancesOf(drug).map(({ id }) => [id, forms[drug.id] ?? 0])),
  );
  const modulation = new Modulation(substances);
  const state = (id: string) => {
    const substance = substances.find((other) => other.id === id);
    if (!substance) throw new RangeError(`nothing becomes ${id}`);
    return `${id}.liver.${cellState(substance, "liver")}`;
  };
  const own = substances.map((substance) =>
    substanceBlocks(substance, formsOf.get(substance.id) ?? 0, modulation, state).map((block) =>
      inOwnMass(block, substance),
    ),
  );
  return [
    ...bodyBlocks({ fed, enzymes: enzymesOf(substances) }),
    ...own.flat(),
    ...modulation.blocks(),
    ...remainingBlocks(substances, modulation),
    ...drugs.flatMap((drug) => mixtureBlocks(drug, own.flat())),
  ];
}

/** Enzymes and transporters that something in the study is changed by, or changes. */
function enzymesOf(substances: readonly Substance[]): string[] {
  const named = substances.flatMap((substance) => [
    ...substance.metabolism.map(({ enzyme }) => enzyme),
    ...(substance.uptake ?? []).map(({ transporter }) => transporter),
    ...(substance.efflux || substance.excretion.secretionByPgp || substance.excretion.biliary
      ? ["Pgp"]
      : []),
    ...[...(substance.induces ?? []), ...(substance.inactivates ?? [])].map(
      ({ protein }) => protein,
    ),
  ]);
  return [...new Set(named)].filter((protein) => placesOf(protein).length > 0);
}

function substanceBlocks(
  substance: Substance,
  forms: number,
  modulation: Modulation,
  productState: (id: string) => string,
): PersonalBlock[] {
  return [
    drugBlock(substance),
    ...bloodBlocks(substance),
    ...organBlocks(substance, statesInOrgans(substance)),
    ...absorptionBlocks(substance, forms),
    ...effluxBlocks(substance, modulation),
    ...bindingBlocks(substance),
    ...metabolismBlocks(substance, modulation, productState),
    ...hepaticTransportBlocks(substance, modulation),
    ...renalBlocks(substance, modulation),
  ];
}

/** States besides the tissue's own that an organ's amount includes. */
function statesInOrgans(drug: Substance): Partial<Record<OrganId, readonly string[]>> {
  const bound = boundStates(drug);
  const wall = enterocyteStates(drug);
  return {
    ...bound,
    smallIntestine: [...(bound.smallIntestine ?? []), ...wall.smallIntestine],
    largeIntestine: [...(bound.largeIntestine ?? []), ...wall.largeIntestine],
  };
}
