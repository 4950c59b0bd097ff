/**
 * What nobody has measured of a drug: from where to where it can be, and why.
 *
 * Each rule gives a range on a scale on which its middle is fair (a logarithm, odds, or plain), and
 * the drug takes what stands at a position from 0 to 1 in it: 0.5 by itself, others for the band of
 * what may be. A later rule sees what the earlier ones took, so that a drug which is more lipophilic
 * is bound more as well.
 */
import { ionisation } from "../mechanisms/partition";
import type { SourceId } from "../sources";
import { reference } from "./scaling";

export type UnknownId =
  | "molarMass"
  | "logP"
  | "fup"
  | "bloodPlasmaRatio"
  | "fuMic"
  | "fuInc"
  | "extraction"
  | "renalShare"
  | "permeability"
  | "dissolvedIn";

export interface Unknown {
  readonly id: UnknownId;
  readonly name: string;
  readonly unit: string;
  readonly low: number;
  readonly middle: number;
  readonly high: number;
  readonly why: string;
  readonly sources: readonly SourceId[];
}

/** Where in the range of each unknown, 0 to 1. */
export type Position = (id: UnknownId) => number;

export const inTheMiddle: Position = () => 0.5;

/** A number, and the unknown that it was taken from. */
export interface Taken {
  readonly value: number;
  readonly unknown: Unknown;
}

interface Rule extends Omit<Unknown, "low" | "middle" | "high"> {
  readonly scale: keyof typeof scales;
  readonly range: readonly [low: number, high: number];
}

/** Charges as the rules tell them apart. */
export interface Groups {
  readonly acidPKa: readonly number[];
  readonly basePKa: readonly number[];
}

export const isAcid = ({ acidPKa }: Groups): boolean => acidPKa.some((pKa) => pKa < 7);
export const isStrongBase = ({ basePKa }: Groups): boolean => basePKa.some((pKa) => pKa >= 7);

export const unknowns = {
  molarMass: (at: Position) =>
    taken(at, {
      id: "molarMass",
      name: "Molar mass",
      unit: "g/mol",
      scale: "log",
      range: [200, 500],
      why: "most drugs that are swallowed; it matters only where amounts are counted in moles",
      sources: ["Lipinski97"],
    }),

  logP: (at: Position) =>
    taken(at, {
      id: "logP",
      name: "logP",
      unit: "1",
      scale: "plain",
      range: [0, 5],
      why: "nine in ten drugs that are swallowed are below 5, few below 0",
      sources: ["Lipinski97"],
    }),

  fup: (at: Position, groups: Groups, logP: number) => {
    const acid = isAcid(groups);
    const times = acid ? 10 : 5;
    const x = acid ? logP : distribution(groups, logP);
    const bound = 10 ** (0.733 * x - 0.78);
    return taken(at, {
      id: "fup",
      name: "Fraction unbound in plasma",
      unit: "fraction",
      scale: "odds",
      range: [1 / (1 + bound * times), 1 / (1 + bound / times)],
      why: acid
        ? `bound over unbound is 10^(0.733 logP − 0.780), tenfold either way: found with logD of drugs that are no acids; albumin binds acids although they are charged, so logP ${short(x)} stands for it`
        : `bound over unbound is 10^(0.733 logD − 0.780) with logD ${short(x)} at pH 7.4, fivefold either way`,
      sources: ["Zoghbi12"],
    });
  },

  bloodPlasmaRatio: (at: Position, groups: Groups) => {
    const least = 1 - reference.haematocrit;
    const [most, whom] = isStrongBase(groups)
      ? [2, "strong bases bind the acidic lipids of red cells"]
      : isAcid(groups)
        ? [1, "acids stay with albumin, outside of red cells"]
        : [1.2, "what is not charged enters red cells about as it enters water"];
    return taken(at, {
      id: "bloodPlasmaRatio",
      name: "Blood:plasma ratio",
      unit: "ratio",
      scale: "log",
      range: [least, most],
      why: `the least is plasma alone, with nothing in red cells (1 less the haematocrit); ${whom}`,
      sources: [],
    });
  },

  fuMic: (at: Position, groups: Groups, logP: number, proteinMgPerML: number | undefined) => {
    const x = isStrongBase(groups) ? logP : distribution(groups, logP);
    const protein = proteinMgPerML ?? 0.5;
    const bound = protein * 10 ** (0.56 * x - 1.41);
    const times = proteinMgPerML === undefined ? 6 : 3;
    const of = proteinMgPerML === undefined ? "0.1 to 3 mg/mL of protein" : `${protein} mg/mL`;
    return taken(at, {
      id: "fuMic",
      name: "Fraction unbound in microsomes",
      unit: "fraction",
      scale: "odds",
      range: [1 / (1 + bound * times), 1 / (1 + bound / times)],
      why: `bound over unbound is protein times 10^(0.56 logP/D − 1.41) with ${short(x)} and ${of}, ${times}-fold either way`,
      sources: ["Austin02"],
    });
  },

  fuInc: (at: Position, groups: Groups, logP: number, millionCellsPerML: number | undefined) => {
    const x = isStrongBase(groups) ? logP : distribution(groups, logP);
    const cells = millionCellsPerML ?? 1;
    const bound = 125 * 0.005 * cells * 10 ** (0.072 * x ** 2 + 0.067 * x - 1.126);
    const times = millionCellsPerML === undefined ? 4 : 3;
    return taken(at, {
      id: "fuInc",
      name: "Fraction unbound among hepatocytes",
      unit: "fraction",
      scale: "odds",
      range: [1 / (1 + bound * times), 1 / (1 + bound / times)],
      why: `from logP/D ${short(x)} and ${cells} million cells per mL, ${times}-fold either way`,
      sources: ["Kilford08"],
    });
  },

  extraction: (at: Position) =>
    taken(at, {
      id: "extraction",
      name: "Hepatic extraction",
      unit: "fraction",
      scale: "odds",
      range: [0.05, 0.9],
      why: "from hardly cleared to cleared almost as fast as blood comes",
      sources: [],
    }),

  renalShare: (at: Position, isOnlyWay: boolean) =>
    taken(at, {
      id: "renalShare",
      name: "Share of the filtered drug that is lost",
      unit: "fraction",
      scale: "plain",
      range: [isOnlyWay ? 0.1 : 0, 1],
      why: isOnlyWay
        ? "from nine tenths reabsorbed to filtration alone; it has no other way out. Secretion would be more"
        : "from all reabsorbed to filtration alone. Secretion would be more",
      sources: [],
    }),

  permeability: (at: Position) =>
    taken(at, {
      id: "permeability",
      name: "Permeability of the jejunum",
      unit: "10⁻⁴ cm/s",
      scale: "log",
      range: [0.1, 10],
      why: "from drugs that hardly pass the gut's wall to those that pass it as fast as anything",
      sources: [],
    }),

  dissolvedIn: (at: Position) =>
    taken(at, {
      id: "dissolvedIn",
      name: "Time in which 85 % of a tablet dissolve",
      unit: "min",
      scale: "log",
      range: [10, 120],
      why: "from very rapidly dissolving, below 15 min, to slow for an immediate release",
      sources: [],
    }),
} as const;

/** log10 of all forms together at pH 7.4, from that of the uncharged. */
export function distribution(groups: Groups, logP: number): number {
  return logP - Math.log10(ionisation(groups, 7.4));
}

/** For people: from where to where, and by what rule. */
export function describeUnknown({ low, high, unit, why }: Unknown): string {
  const isPlain = ["1", "fraction", "ratio"].includes(unit);
  return `not known, so from ${short(low)} to ${short(high)}${isPlain ? "" : ` ${unit}`}: ${why}`;
}

// ——— the parts ———

const scales = {
  plain: { to: (x: number) => x, back: (y: number) => y },
  log: { to: Math.log, back: Math.exp },
  odds: {
    to: (x: number) => Math.log(x / (1 - x)),
    back: (y: number) => 1 / (1 + Math.exp(-y)),
  },
};

function taken(at: Position, { scale, range: [low, high], ...rule }: Rule): Taken {
  const { to, back } = scales[scale];
  const value = (position: number) => {
    if (position === 0) return low;
    if (position === 1) return high;
    return back(to(low) + position * (to(high) - to(low)));
  };
  return { value: value(at(rule.id)), unknown: { ...rule, low, middle: value(0.5), high } };
}

function short(value: number): string {
  return String(Number(value.toPrecision(3)));
}
