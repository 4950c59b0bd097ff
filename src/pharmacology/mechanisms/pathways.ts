/**
 * Proteins that take a molecule somewhere, and in which organs: what other drugs can change of its
 * way through the body. A list read off the drug; the flows themselves are the mechanisms'.
 */
import type { Drug } from "../drug";
import { substancesOf, type Substance } from "../substances";
import { isPermeabilityLimited } from "./distribution";
import { placesOf, type Place } from "./modulation";

export interface Pathway {
  readonly protein: string;
  /** Whether it changes the molecule; else it carries it. */
  readonly isEnzyme: boolean;
  readonly places: readonly Place[];
}

export function pathwaysOf(substance: Substance): Pathway[] {
  const found = [
    ...substance.metabolism.map(({ enzyme, organs }) => ({
      protein: enzyme,
      isEnzyme: true,
      places: organs.filter((organ) => organ !== "gut" || substance.absorption !== undefined),
    })),
    ...carriersOf(substance),
  ];
  return [...new Set(found.map(({ protein }) => protein))].map((protein) => {
    const same = found.filter((pathway) => pathway.protein === protein);
    const places = new Set(same.flatMap(({ places }) => places));
    return {
      protein,
      isEnzyme: same.some(({ isEnzyme }) => isEnzyme),
      places: placesOf(protein).filter((place) => places.has(place)),
    };
  });
}

/** Something that one drug does to a protein on another's way. */
export interface Action {
  readonly drug: Drug;
  /** The drug itself, one of its forms, or a metabolite of it. */
  readonly by: Substance;
  readonly does: "inhibits" | "inactivates" | "induces";
  readonly pathway: Pathway;
}

/** What the others do to proteins that take the victim, or a form of it. */
export function actionsOn(victim: Drug, others: readonly Drug[]): Action[] {
  const pathways = givenForms(victim).flatMap(pathwaysOf);
  const byProtein = new Map(pathways.map((pathway) => [pathway.protein, pathway]));
  return others.flatMap((drug) =>
    substancesOf(drug).flatMap((by) =>
      kinds.flatMap((does) =>
        (by[does] ?? []).flatMap(({ protein }): Action[] => {
          const pathway = byProtein.get(protein);
          return pathway ? [{ drug, by, does, pathway }] : [];
        }),
      ),
    ),
  );
}

/** What is given of a drug: itself, or both its forms. */
export function givenForms(drug: Drug): Substance[] {
  return substancesOf(drug).filter(({ relativeMass }) => relativeMass === undefined);
}

// ——— the parts ———

const kinds = ["inhibits", "inactivates", "induces"] as const;

function carriersOf(substance: Substance) {
  const { uptake = [], efflux, absorption, excretion } = substance;
  const carrier = (protein: string, place: Place) => ({
    protein,
    isEnzyme: false,
    places: [place],
  });
  return [
    ...(isPermeabilityLimited(substance, "liver")
      ? uptake.map(({ transporter }) => carrier(transporter, "liver"))
      : []),
    ...(efflux && absorption ? [carrier("Pgp", "gut")] : []),
    ...(excretion.secretion && excretion.secretionByPgp ? [carrier("Pgp", "kidneys")] : []),
    ...(excretion.biliary ? [carrier("Pgp", "liver")] : []),
  ];
}
