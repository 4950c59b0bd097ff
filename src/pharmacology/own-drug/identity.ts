/**
 * What a drug is called in a study: an id of its own, and of its own for all that it becomes, so
 * that a copy and what it was copied from can be given together.
 */
import { gutSegments } from "../body/gut";
import { organIds } from "../body/organs";
import type { Drug, Metabolism } from "../drug";
import { idsOf } from "../substances";

/** An id from a name, that is none of those taken: `my-drug`, `my-drug-2`. */
export function freeId(name: string, taken: Iterable<string>): string {
  const plain = name
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^[^a-z]+|-+$/g, "")
    .slice(0, 30);
  const first = plain === "" || placeNames.has(plain) ? `${plain || "my"}-drug` : plain;
  const known = new Set(taken);
  for (let n = 1; ; n++) {
    const id = n === 1 ? first : `${first}-${n}`;
    if (!known.has(id)) return id;
  }
}

/** The same drug under another id; so are its forms and metabolites, after it. */
export function withId(drug: Drug, id: string): Drug {
  if (id === drug.id) return drug;
  const others = idsOf(drug).slice(1);
  const renamed = new Map(others.map((old, i) => [old, `${id}-${i + 1}`]));
  const of = (old: string) => renamed.get(old) ?? old;
  const ways = (metabolism: readonly Metabolism[]) =>
    metabolism.map((way) =>
      way.product === undefined ? way : { ...way, product: of(way.product) },
    );
  const { enantiomers, metabolites, own } = drug;
  return {
    ...drug,
    id,
    metabolism: ways(drug.metabolism),
    ...(enantiomers && {
      enantiomers: [
        { ...enantiomers[0], id: of(enantiomers[0].id), ...waysOf(enantiomers[0], ways) },
        { ...enantiomers[1], id: of(enantiomers[1].id), ...waysOf(enantiomers[1], ways) },
      ] as const,
    }),
    ...(metabolites && {
      metabolites: metabolites.map((one) => ({
        ...one,
        id: of(one.id),
        metabolism: ways(one.metabolism),
      })),
    }),
    ...(own && { own: own.typed ? { ...own, typed: { ...own.typed, id } } : own }),
  };
}

export function withName(drug: Drug, name: string): Drug {
  const { own } = drug;
  if (!own?.typed) return { ...drug, name };
  return { ...drug, name, own: { ...own, typed: { ...own.typed, name } } };
}

/** A copy of a shipped drug to be changed: it says whose copy it is, and is checked by nobody. */
export function copyOf(drug: Drug, id: string): Drug {
  const copy = withId({ ...drug, name: `${drug.name} (copy)`.slice(0, 80) }, id);
  return {
    ...copy,
    card: {
      contextOfUse: `Yours: a copy of ${drug.name.toLowerCase()} with numbers changed, and not checked against data.`,
      goodFor: "Seeing what a changed number does, next to the drug as it ships.",
      failsFor:
        `Whatever the model of ${drug.name.toLowerCase()} fails for. ${drug.card.failsFor}`.slice(
          0,
          2000,
        ),
    },
    own: { copyOf: drug.id },
  };
}

// ——— the parts ———

/** Blocks of the body are named so: a drug of that name would be one of them. */
const placeNames: ReadonlySet<string> = new Set([
  ...organIds,
  ...gutSegments.map((segment) => segment.id),
  "body",
]);

function waysOf(
  { metabolism }: { readonly metabolism?: readonly Metabolism[] },
  ways: (all: readonly Metabolism[]) => readonly Metabolism[],
): { readonly metabolism?: readonly Metabolism[] } {
  return metabolism ? { metabolism: ways(metabolism) } : {};
}
