/**
 * What molecules of a study do to the proteins on a victim's way: the model's own equations and
 * constants, each number with its source, and the same constants as the static equation wants them.
 */
import type { Model, Parameter } from "../core/model/model";
import { convert } from "../core/units/convert";
import type { Place } from "../pharmacology/mechanisms/modulation";
import type { Action } from "../pharmacology/mechanisms/pathways";
import type { Substance } from "../pharmacology/substances";
import type { ExplainedEquation, ExplainedNumber } from "./explained";
import { explainBlock, formatFormula } from "./explain";
import type { StaticEffect } from "./static-interaction";

export interface DeclaredEffect {
  /** The drug that is given. */
  readonly drug: string;
  /** The molecule that acts: the drug, a form or a metabolite of it. */
  readonly by: Substance;
  readonly kind: StaticEffect["kind"];
  readonly protein: string;
  /** Where it acts and the victim is taken. */
  readonly places: readonly Place[];
  readonly equations: readonly ExplainedEquation[];
  readonly numbers: readonly ExplainedNumber[];
  readonly at: (place: Place) => StaticEffect;
}

/** @param placesOf  organs in which a protein takes the victim */
export function effectsOf(
  actions: readonly Action[],
  model: Model,
  placesOf: (protein: string) => readonly Place[],
): DeclaredEffect[] {
  return actions
    .flatMap(({ drug, by, does, pathway: { protein } }) =>
      kindsOf(by, does, protein).map((kind) =>
        effectOf({ drug: drug.id, by, kind, protein, places: placesOf(protein) }, model),
      ),
    )
    .filter(isFirst);
}

// ——— the parts ———

type Declared = Pick<DeclaredEffect, "drug" | "by" | "kind" | "protein" | "places">;

/** Inhibition of one protein may be declared of both kinds. */
function kindsOf(by: Substance, does: Action["does"], protein: string): DeclaredEffect["kind"][] {
  if (does !== "inhibits") return [does];
  return (by.inhibits ?? []).flatMap((one) => (one.protein === protein ? [one.kind] : []));
}

function isFirst({ by, kind, protein }: DeclaredEffect, i: number, all: readonly DeclaredEffect[]) {
  return (
    all.findIndex(
      (other) => other.by.id === by.id && other.kind === kind && other.protein === protein,
    ) === i
  );
}

const blockNames: Readonly<Record<DeclaredEffect["kind"], string>> = {
  competitive: "inhibits",
  "non-competitive": "blocks",
  inactivates: "inactivates",
  induces: "induces",
};

function effectOf(declared: Declared, model: Model): DeclaredEffect {
  const { by, kind, protein } = declared;
  const name = `${by.id}.${blockNames[kind]}.${protein}`;
  const block = explainBlock(model, name);
  if (!block) throw new RangeError(`the model has no ${name}`);
  const places = declared.places.filter((place) =>
    kind === "induces" ? block.equations.some(({ symbol }) => symbol === place) : true,
  );
  const isTurnover = kind === "inactivates" || kind === "induces";
  const turnover = isTurnover ? turnoverOf(model, protein, places) : undefined;
  return {
    ...declared,
    places,
    equations: [
      ...block.equations.filter(({ symbol }) => isShown(symbol, places)),
      ...(turnover?.equations ?? []),
    ],
    numbers: [...block.numbers, ...(turnover?.numbers ?? [])],
    at: (place) => staticEffect(declared, place, name, valueIn(model)),
  };
}

/** Inhibition in the wall is written of each of its parts; the first stands for all. */
function isShown(symbol: string, places: readonly Place[]): boolean {
  return places.some((place) => symbol === place || (place === "gut" && symbol === "duodenum"));
}

/** How the protein's amount follows: made at its own pace, lost at that and by what destroys it. */
function turnoverOf(model: Model, protein: string, places: readonly Place[]) {
  const name = `${protein}.turnover`;
  const block = model.blocks.find((one) => one.name === name);
  const kdegs = new Set(places.map((place) => `kdeg_${place}`));
  return {
    equations: places.flatMap((place): ExplainedEquation[] => {
      const rate = block?.rates?.[place];
      const label = block?.states?.[place]?.label ?? "";
      return rate === undefined
        ? []
        : [{ symbol: `d${place}/dt`, formula: formatFormula(rate), unit: "1/h", label }];
    }),
    numbers: (explainBlock(model, name)?.numbers ?? []).filter(({ symbol }) => kdegs.has(symbol)),
  };
}

/** Undefined where the model has no such parameter. */
type Lookup = (parameter: string, unit: string) => number | undefined;

function valueIn({ blocks }: Model): Lookup {
  const all = new Map<string, Parameter>(
    blocks.flatMap(({ name, parameters = {} }) =>
      Object.entries(parameters).map(([local, found]) => [`${name}.${local}`, found] as const),
    ),
  );
  return (name, unit) => {
    const found = all.get(name);
    return found && convert(found.value, found.unit, unit);
  };
}

function staticEffect(
  { kind, protein }: Declared,
  place: Place,
  block: string,
  lookup: Lookup,
): StaticEffect {
  const value = (name: string, unit: string) => {
    const found = lookup(name, unit);
    if (found === undefined) throw new RangeError(`the model has no parameter ${name}`);
    return found;
  };
  switch (kind) {
    case "competitive":
    case "non-competitive":
      return { kind, Ki: value(`${block}.Ki`, "µM") };
    case "inactivates":
      return {
        kind,
        kinact: value(`${block}.kinact`, "1/h"),
        KI: value(`${block}.KI`, "µM"),
        kdeg: value(`${protein}.turnover.kdeg_${place}`, "1/h"),
      };
    case "induces":
      return {
        kind,
        Emax: value(`${block}.Emax`, "ratio"),
        EC50: value(`${block}.EC50`, "µM"),
        // declared of the liver alone
        calibration: (place === "liver" ? lookup(`${block}.factor`, "ratio") : undefined) ?? 1,
      };
    default:
      return kind satisfies never;
  }
}
