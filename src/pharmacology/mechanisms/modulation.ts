/**
 * What drugs do to enzymes and transporters: reversible inhibition, inactivation, induction.
 *
 * A protein that some drug of the study inactivates or induces has a state in each organ that
 * carries it, its amount relative to no drug; it is made and broken down at its own pace. Inhibition
 * follows the concentration at once. In liver and kidneys the unbound concentration of the cells
 * acts, in each part of the gut wall that of the wall.
 */
import type { Block } from "../../core/model/model";
import { enzymes, halfLifeHours } from "../body/enzymes";
import { gutSegments } from "../body/gut";
import type { Induction, Inactivation, Inhibition } from "../drug";
import type { Substance } from "../substances";

/** Where proteins act: "liver", "kidneys", or a segment of the gut's wall. */
export type Site = string;
export type Place = "liver" | "gut" | "kidneys";

type Inputs = NonNullable<Block["inputs"]>;

/** What a pathway has to reckon with at a site: terms of formulas, and what they refer to. */
export interface InhibitionAt {
  readonly inputs: Inputs;
  /** Km is this many times as large. */
  readonly competitive: string;
  /** Vmax is smaller by this. */
  readonly nonCompetitive: string;
}

export class Modulation {
  readonly #substances: readonly Substance[];
  readonly #turnedOver: ReadonlySet<string>;

  constructor(substances: readonly Substance[]) {
    this.#substances = substances;
    this.#turnedOver = turnedOverBy(substances);
  }

  /** Name of a protein's activity in an organ, with all that drugs did to its amount. */
  activity(protein: string, place: Place): string {
    const amount = this.amount(protein, place);
    return amount === undefined ? `${protein}.${place}Activity` : `${amount}Activity`;
  }

  /** Name of a protein's amount relative to no drug; undefined where no drug changes it. */
  amount(protein: string, place: Place): string | undefined {
    const isTurnedOver = this.#turnedOver.has(protein) && placesOf(protein).includes(place);
    return isTurnedOver ? `${protein}.turnover.${place}` : undefined;
  }

  /** By all but the substance that takes the pathway. */
  inhibition(protein: string, site: Site, taker: Substance): InhibitionAt {
    const inputs: Record<string, Inputs[string]> = {};
    const terms = { competitive: ["1"], "non-competitive": ["1"] };
    this.#substances.forEach((substance, i) => {
      if (substance.id === taker.id) return;
      substance.inhibits?.forEach((inhibition) => {
        if (inhibition.protein !== protein) return;
        const name = `inhibition_${i}_${terms[inhibition.kind].length}`;
        inputs[name] = { is: `${inhibitionName(substance, inhibition)}.${site}`, unit: "ratio" };
        terms[inhibition.kind].push(name);
      });
    });
    return {
      inputs,
      competitive: inParentheses(terms.competitive),
      nonCompetitive: inParentheses(terms["non-competitive"]),
    };
  }

  blocks(): Block[] {
    return [
      ...this.#substances
        .filter(modulates)
        .flatMap((substance) => [
          inWall(substance),
          ...(substance.inhibits ?? []).map((effect) => inhibitionBlock(substance, effect)),
          ...(substance.inactivates ?? [])
            .filter(isOfKnown)
            .map((e) => inactivationBlock(substance, e)),
          ...(substance.induces ?? []).filter(isOfKnown).map((e) => inductionBlock(substance, e)),
        ]),
      ...[...this.#turnedOver].map((protein) => this.#turnover(protein)),
    ];
  }

  #turnover(protein: string): Block {
    const places = placesOf(protein);
    const induced = (place: Place) => this.#effectsIn(place, protein, "induces");
    const inactivated = (place: Place) => this.#effectsIn(place, protein, "inactivates");
    const each = <T>(make: (place: Place) => Readonly<Record<string, T>>) =>
      Object.assign({}, ...places.map(make)) as Readonly<Record<string, T>>;
    const sum = (kind: string, names: readonly string[], place: Place) =>
      names.map((_, i) => ` + ${kind}_${place}_${i}`).join("");
    const inputs = (kind: string, names: readonly string[], place: Place, unit: string) =>
      Object.fromEntries(
        names.map((name, i) => [`${kind}_${place}_${i}`, { is: `${name}.${place}`, unit }]),
      );
    return {
      name: `${protein}.turnover`,
      inputs: each((place) => ({
        [`own_${place}`]: { is: `${protein}.${place}Activity`, unit: "ratio" },
        ...inputs("induced", induced(place), place, "ratio"),
        ...inputs("lost", inactivated(place), place, "1/h"),
      })),
      parameters: each((place) => ({ [`kdeg_${place}`]: degradation(protein, place) })),
      states: each((place) => ({
        [place]: {
          unit: "ratio",
          initial: 1,
          scale: 1,
          label: `${protein} in the ${organName[place]}`,
        },
      })),
      rates: each((place) => ({
        [place]:
          `kdeg_${place} * (1${sum("induced", induced(place), place)})` +
          ` - (kdeg_${place}${sum("lost", inactivated(place), place)}) * ${place}`,
      })),
      define: each((place) => ({
        [`${place}Activity`]: { text: `own_${place} * ${place}`, unit: "ratio" },
      })),
      outputs: each((place) => ({
        [activityOutput(protein, place)]: {
          text: place,
          unit: "ratio",
          label: `${protein} in the ${organName[place]}, relative to no drug`,
        },
      })),
    };
  }

  /** Names of the blocks by which somebody induces or inactivates a protein in an organ. */
  #effectsIn(place: Place, protein: string, kind: "induces" | "inactivates"): string[] {
    return this.#substances.flatMap((substance) =>
      (substance[kind] ?? [])
        .filter((effect) => effect.protein === protein && actsIn(effect, place))
        .map(() => `${substance.id}.${kind}.${protein}`),
    );
  }
}

/** What a study records of a protein's amount in an organ, relative to no drug. */
export function activityOutput(protein: string, place: Place): string {
  return `${protein}/${outputPath[place]}`;
}

/** Proteins that some of these molecules destroy, or make the body make more of. */
export function turnedOverBy(substances: readonly Pick<Substance, "inactivates" | "induces">[]) {
  const named = substances.flatMap(({ inactivates = [], induces = [] }) =>
    [...inactivates, ...induces].map(({ protein }) => protein).filter(isKnown),
  );
  return new Set(named);
}

/** Organs that carry a protein. */
export function placesOf(protein: string): readonly Place[] {
  if (protein === "Pgp") return ["liver", "gut", "kidneys"];
  const enzyme = enzymes[protein];
  if (!enzyme) return [];
  return [
    "liver",
    ...(enzyme.gut ? (["gut"] as const) : []),
    ...(enzyme.kidneys ? (["kidneys"] as const) : []),
  ];
}

// ——— the parts ———

const segments = gutSegments.map(({ id }) => id);
const withEnzymes = gutSegments.filter(({ of }) => of === "smallIntestine").map(({ id }) => id);
const sites: readonly Site[] = ["liver", "kidneys", ...segments];
export const organName: Readonly<Record<Place, string>> = {
  liver: "liver",
  gut: "wall of the small intestine",
  kidneys: "kidneys",
};
export const outputPath: Readonly<Record<Place, string>> = {
  liver: "liver",
  gut: "small-intestine",
  kidneys: "kidneys",
};

function isKnown(protein: string): boolean {
  return placesOf(protein).length > 0;
}

function actsIn(effect: Inactivation | Induction, place: Place): boolean {
  return !("organs" in effect) || effect.organs?.includes(place) !== false;
}

function isOfKnown({ protein }: { readonly protein: string }): boolean {
  return isKnown(protein);
}

function modulates({ inhibits = [], inactivates = [], induces = [] }: Substance): boolean {
  return inhibits.length + inactivates.length + induces.length > 0;
}

const inhibitionName = ({ id }: Substance, { protein, kind }: Inhibition) =>
  `${id}.${kind === "competitive" ? "inhibits" : "blocks"}.${protein}`;

function inParentheses(terms: readonly string[]): string {
  return terms.length === 1 ? (terms[0] ?? "1") : `(${terms.join(" + ")})`;
}

/**
 * The unbound concentration in the wall: what is absorbed there, and what the blood brings, which
 * is in the enterocytes already where these are followed for P-glycoprotein.
 */
function inWall({ id, absorption, unboundInGutWall, name, efflux }: Substance): Block {
  const concentrations = segments.map((segment) => ({
    segment,
    local: `C_${segment}`,
    text: absorption
      ? `${unboundInGutWall ? "fu_wall * " : ""}C_${segment}${efflux ? "" : " + Cu_blood"}`
      : "Cu_blood",
  }));
  return {
    name: `${id}.gutWall`,
    inputs: {
      ...(!(absorption && efflux) && {
        Cu_blood: { is: `${id}.arterialBlood.Cu`, unit: "mg/L" },
      }),
      ...(absorption &&
        Object.fromEntries(
          concentrations.map(({ segment, local }) => [
            local,
            { is: `${id}.${segment}.C_ent`, unit: "mg/L" },
          ]),
        )),
      ...Object.fromEntries(
        withEnzymes.map((segment) => [
          `share_${segment}`,
          { is: `${segment}.enzymeShare`, unit: "fraction" },
        ]),
      ),
    },
    ...(absorption &&
      unboundInGutWall && {
        parameters: { fu_wall: { ...unboundInGutWall, label: "unbound in the wall of the gut" } },
      }),
    define: {
      ...Object.fromEntries(
        concentrations.map(({ segment, text }) => [
          segment,
          { text, unit: "mg/L", label: `${name} unbound in the wall of the ${segment}` },
        ]),
      ),
      gut: {
        text: withEnzymes.map((segment) => `share_${segment} * ${segment}`).join(" + "),
        unit: "mg/L",
        label: `${name} unbound where the wall's enzymes are`,
      },
    },
  };
}

/** What a block that acts everywhere sees: concentrations by site, and the molar mass. */
function concentrationsAt({ id }: Substance, wanted: readonly Site[]): Inputs {
  const at = (site: Site) =>
    site === "liver" || site === "kidneys" ? `${id}.${site}.Cu` : `${id}.gutWall.${site}`;
  return {
    M: { is: `${id}.M`, unit: "mg/µmol" },
    ...Object.fromEntries(wanted.map((site) => [`Cu_${site}`, { is: at(site), unit: "mg/L" }])),
  };
}

function inhibitionBlock(substance: Substance, inhibition: Inhibition): Block {
  const { protein, Ki } = inhibition;
  return {
    name: inhibitionName(substance, inhibition),
    inputs: concentrationsAt(substance, sites),
    parameters: { Ki: { ...Ki, label: `inhibition constant of ${protein}, unbound` } },
    define: Object.fromEntries(
      sites.map((site) => [site, { text: `Cu_${site} / (Ki * M)`, unit: "ratio" }]),
    ),
  };
}

function inactivationBlock(substance: Substance, { protein, kinact, KI }: Inactivation): Block {
  const places = placesOf(protein);
  return {
    name: `${substance.id}.inactivates.${protein}`,
    inputs: concentrationsAt(substance, places),
    parameters: {
      kinact: { ...kinact, label: `largest rate of inactivation of ${protein}` },
      KI: { ...KI, label: "concentration of half that rate, unbound" },
    },
    define: Object.fromEntries(
      places.map((place) => [
        place,
        { text: `kinact * Cu_${place} / (KI * M + Cu_${place})`, unit: "1/h" },
      ]),
    ),
  };
}

function inductionBlock(substance: Substance, induction: Induction): Block {
  const { protein, Emax, EC50, liverCalibration } = induction;
  const places = placesOf(protein).filter((place) => actsIn(induction, place));
  const seen = (place: Place) =>
    place === "liver" && liverCalibration ? `factor * Cu_${place}` : `Cu_${place}`;
  return {
    name: `${substance.id}.induces.${protein}`,
    inputs: concentrationsAt(substance, places),
    parameters: {
      Emax: { ...Emax, label: `largest induction of ${protein}, fold less one` },
      EC50: { ...EC50, label: "concentration of half that induction, unbound" },
      ...(liverCalibration && {
        factor: { ...liverCalibration, label: "calibration of what induces in the liver" },
      }),
    },
    define: Object.fromEntries(
      places.map((place) => [
        place,
        { text: `Emax * ${seen(place)} / (EC50 * M + ${seen(place)})`, unit: "ratio" },
      ]),
    ),
  };
}

function degradation(protein: string, place: Place) {
  const { liver, liverProvenance, gut, gutProvenance, kidneys, kidneysProvenance } = halfLifeHours;
  const [hours, provenance] = {
    liver: [liver[protein] ?? liver.others, liverProvenance] as const,
    gut: [gut, gutProvenance] as const,
    kidneys: [kidneys, kidneysProvenance] as const,
  }[place];
  return {
    value: Math.LN2 / hours,
    unit: "1/h",
    label: `degradation of ${protein} in the ${organName[place]}: half-life ${hours} h`,
    provenance,
  };
}
