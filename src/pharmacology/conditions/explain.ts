/** Moves in words, and what is known to change in a condition but has no number here. */
import { organs } from "../body/organs";
import { sources } from "../sources";
import type { ConditionRequest, Move, MoveTarget } from "./moves";
import type { Provenance } from "../../core/model/model";

export interface DescribedMove {
  readonly condition: string;
  /** "blood flow of the liver's artery". */
  readonly what: string;
  /** "55 % of what it would be". */
  readonly change: string;
  /** Where the number is from, with full citations. */
  readonly source: string;
}

export function describeMove({ target, factor, provenance, condition }: Move): DescribedMove {
  const percent = Number((100 * factor).toPrecision(3));
  const change = percent === 100 ? "unchanged" : `${percent} % of what it would be`;
  return { condition, what: nameOf(target), change, source: sourceInWords(provenance) };
}

/** What the conditions of a request are known to change and what is not moved, a sentence each. */
export function notMoved({ renal, hepatic, pregnancyWeeks }: ConditionRequest): readonly string[] {
  return [
    ...(renal && renal !== "normal" ? unmoved.renal : []),
    ...(hepatic && hepatic !== "normal" ? unmoved.hepatic : []),
    ...(pregnancyWeeks === undefined || pregnancyWeeks === null ? [] : unmoved.pregnancy),
  ];
}

const unmoved = {
  renal: [
    "Hepatic enzymes and uptake are slower in kidney disease; there is no agreed factor for each, so they are as in health.",
    "Secretion by transporters other than OAT1 and OAT3 loses only what the kidneys lose of their volume.",
    "α1-acid glycoprotein and the flow of urine are as in health, and dialysis is not modelled.",
    "Drugs that bind strongly may have more unbound than albumin explains.",
  ],
  hepatic: [
    "Conjugation, hepatic transporters, bile and the enzymes of the gut are as in health.",
    "Blood that shunts past the liver is left out of the flow of the portal organs; it does not reach the liver.",
  ],
  pregnancy: [
    "CYP2C9, UGT1A4 and UGT2B7 are faster and CYP2C19 is slower in pregnancy; there is no agreed number by week.",
    "Albumin and α1-acid glycoprotein fall in pregnancy; they are as before.",
    "The child is not modelled on its own: womb, placenta and child are in the rest of the body.",
  ],
} as const;

// ——— words ———

const wholeNames: Partial<Record<MoveTarget, string>> = {
  "flow.cardiacOutput": "cardiac output",
  "flow.liver": "blood flow of the hepatic artery",
  "volume.blood": "volume of the blood",
  weight: "body weight",
  haematocrit: "haematocrit",
  albumin: "albumin in plasma",
  aag: "α1-acid glycoprotein in plasma",
  gfr: "glomerular filtration rate",
  gastricEmptyingTime: "time in which the stomach empties",
  intestinalTransitTime: "transit time of the small intestine",
};

function nameOf(target: MoveTarget): string {
  const whole = wholeNames[target];
  if (whole) return whole;
  const [kind = "", id = ""] = target.split(".");
  const organ = organs.find((known) => known.id === id)?.name.toLowerCase() ?? id;
  if (kind === "volume") return `volume: ${organ}`;
  if (kind === "flow") return `blood flow: ${organ}`;
  return `${id} in each litre of ${kind}`;
}

/** Where a number is from, with full citations. */
export function sourceInWords(provenance: Provenance): string {
  switch (provenance.kind) {
    case "from":
      return `${citation(provenance.source)} (${provenance.where})`;
    case "derived":
      return `${provenance.how}: ${provenance.sources.map(citation).join(" ")}`;
    case "assumed":
      return `assumed: ${provenance.why}`;
    case "fitted":
      return `estimated from ${provenance.to.join(", ")}: ${provenance.why}`;
    case "given":
      return `given by ${provenance.by}`;
    default:
      return provenance satisfies never;
  }
}

function citation(id: string): string {
  return Object.entries(sources).find(([known]) => known === id)?.[1] ?? id;
}
