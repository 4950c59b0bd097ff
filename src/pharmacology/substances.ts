/**
 * The molecules of a drug that are followed through the body: itself, or its two enantiomers, and
 * its metabolites.
 *
 * Amounts of a metabolite are kept in mass of the drug it comes from, so that nothing is made or
 * lost when one becomes the other and one balance holds for all; what is reported is in its own.
 */
import { derived, type Block } from "../core/model/model";
import type { Drug, Enantiomer, Molecule } from "./drug";
import type { PersonalBlock } from "./personal";

export interface Substance extends Molecule {
  /** Under what its amounts are conserved, with those of what it comes from and becomes. */
  readonly conservedAs: string;
  /** Mass of a mole relative to the drug it comes from; absent where it comes from none. */
  readonly relativeMass?: number;
}

/** In the order in which each can become only a later one. */
export function substancesOf(drug: Drug): Substance[] {
  const { enantiomers, metabolites = [] } = drug;
  const parents = enantiomers
    ? enantiomers.map((form): Substance => ({ ...ownFields(drug), ...form, conservedAs: form.id }))
    : [{ ...ownFields(drug), conservedAs: drug.id }];
  const source = parents[0];
  if (!source) return [];
  return [
    ...parents,
    ...metabolites.map((molecule): Substance => ({
      ...molecule,
      // all that is per mole is reckoned with the mass in which amounts are kept
      molarMass: source.molarMass,
      conservedAs: source.conservedAs,
      relativeMass: molecule.molarMass.value / source.molarMass.value,
    })),
  ];
}

/** Ids under which something of a drug can be dosed, or has curves of its own. */
export function idsOf(drug: Drug): string[] {
  const { id, enantiomers = [], metabolites = [] } = drug;
  return [id, ...[...enantiomers, ...metabolites].map((molecule) => molecule.id)];
}

/** All of a drug that has curves of its own to look at: itself, its forms, its metabolites. */
export function moleculesOf(drug: Drug): readonly Molecule[] {
  const { enantiomers = [], metabolites = [] } = drug;
  return [drug, ...enantiomers.map((form) => ({ ...ownFields(drug), ...form })), ...metabolites];
}

/** The block of a metabolite with what it reports in the metabolite's own mass. */
export function inOwnMass(block: PersonalBlock, { relativeMass, id }: Substance): PersonalBlock {
  const { outputs } = block;
  if (relativeMass === undefined || !outputs) return block;
  const own = Object.entries(outputs).map(
    ([name, output]) => [name, { ...output, text: `ownMass * (${output.text})` }] as const,
  );
  return {
    ...block,
    parameters: {
      ...block.parameters,
      ownMass: {
        value: relativeMass,
        unit: "ratio",
        label: "mass of a mole relative to the drug it comes from",
        provenance: derived(`molar mass of ${id} over that of the drug`),
      },
    },
    outputs: Object.fromEntries(own),
  };
}

/**
 * What is reported of a mixture: of each quantity the sum over its two forms.
 *
 * @param blocks  those of the forms; an output whose formula is more than a name is not summed
 */
export function mixtureBlocks(drug: Drug, blocks: readonly PersonalBlock[]): Block[] {
  const { enantiomers } = drug;
  if (!enantiomers) return [];
  const [first, second] = enantiomers;
  return blocks.flatMap((block) => {
    if (!belongsTo(block, first)) return [];
    const outputs = Object.entries(block.outputs ?? {}).filter(([, { text }]) => isName.test(text));
    if (outputs.length === 0) return [];
    const place = block.name.slice(first.id.length);
    const inputs = outputs.flatMap(([, { text, unit }]) =>
      [first, second].map(({ id }, i) => [`${text}_${i}`, { is: `${id}${place}.${text}`, unit }]),
    );
    const summed = outputs.map(([name, { text, unit, label }]) => [
      `${drug.id}${name.slice(first.id.length)}`,
      { text: `${text}_0 + ${text}_1`, unit, label },
    ]);
    return [
      {
        name: `${drug.id}${place}`,
        inputs: Object.fromEntries(inputs),
        outputs: Object.fromEntries(summed),
      },
    ];
  });
}

// ——— the parts ———

const isName = /^\w+$/;

function belongsTo({ name }: PersonalBlock, { id }: Enantiomer): boolean {
  return name.startsWith(`${id}.`);
}

/** What a drug says of itself as a molecule. */
function ownFields(drug: Drug): Molecule {
  const { perfuseDrug: _format, card: _card, salt: _salt, own: _own, ...rest } = drug;
  const { enantiomers: _forms, metabolites: _metabolites, sources: _sources, ...molecule } = rest;
  return molecule;
}
