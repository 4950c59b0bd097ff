/**
 * What a person's own drug was made from, as its file keeps it (`own`): the schema, and the limits
 * that the fields on the page hold to as well.
 */
import * as v from "valibot";
import { enzymes } from "../pharmacology/body/enzymes";
import { partitionMethods } from "../pharmacology/mechanisms/partition";
import { finite, text } from "./schema-parts";

/** From, to; where the first is not allowed itself, `open`. */
interface Limits {
  readonly least: number;
  readonly most: number;
  readonly open?: true;
}

export const chemistLimits = {
  molarMassGPerMol: { least: 1, most: 200_000 },
  logP: { least: -10, most: 10 },
  logD: { least: -15, most: 10 },
  pKa: { least: -10, most: 20 },
  fup: { least: 0, most: 1, open: true },
  bloodPlasmaRatio: { least: 0.3, most: 100 },
  CLint: { least: 0, most: 1e5, open: true },
  fuMic: { least: 0, most: 1, open: true },
  proteinMgPerML: { least: 0, most: 100, open: true },
  fuInc: { least: 0, most: 1, open: true },
  millionCellsPerML: { least: 0, most: 100, open: true },
  CLLPerH: { least: 0, most: 1e4, open: true },
  renalShare: { least: 0, most: 10 },
  renalCLLPerH: { least: 0, most: 1e4 },
  Peff: { least: 0, most: 1e3, open: true },
  Papp: { least: 0, most: 1e4, open: true },
  cmPerMin: { least: 0, most: 1, open: true },
  dissolvedInMin: { least: 0, most: 10_000, open: true },
  solubilityMgPerML: { least: 0, most: 1e4, open: true },
} as const satisfies Readonly<Record<string, Limits>>;

const within = (limits: Limits) =>
  v.pipe(
    finite,
    v.check(
      (value) =>
        value >= limits.least && value <= limits.most && !(limits.open && value === limits.least),
      `must be ${limits.open ? "above" : "from"} ${limits.least} ${limits.open ? "and at most" : "to"} ${limits.most}`,
    ),
  );
const perhaps = (limits: Limits) => v.optional(within(limits));

const l = chemistLimits;

const clearance = v.variant(
  "from",
  [
    v.strictObject({
      from: v.literal("microsomes"),
      CLint: within(l.CLint),
      fuMic: perhaps(l.fuMic),
      proteinMgPerML: perhaps(l.proteinMgPerML),
    }),
    v.strictObject({
      from: v.literal("hepatocytes"),
      CLint: within(l.CLint),
      fuInc: perhaps(l.fuInc),
      millionCellsPerML: perhaps(l.millionCellsPerML),
    }),
    v.strictObject({ from: v.literal("intravenous"), CLLPerH: within(l.CLLPerH) }),
    v.strictObject({ from: v.literal("none") }),
  ],
  "must be from microsomes, hepatocytes, intravenous or none",
);

const renal = v.variant(
  "from",
  [
    v.strictObject({ from: v.literal("filtration"), share: within(l.renalShare) }),
    v.strictObject({ from: v.literal("clearance"), CLLPerH: within(l.renalCLLPerH) }),
  ],
  "must be from filtration or clearance",
);

const permeability = v.variant(
  "from",
  [
    v.strictObject({ from: v.literal("jejunum"), Peff: within(l.Peff) }),
    v.strictObject({ from: v.literal("Caco-2"), Papp: within(l.Papp) }),
    v.strictObject({ from: v.literal("specific"), cmPerMin: within(l.cmPerMin) }),
    v.strictObject({ from: v.literal("none") }),
  ],
  "must be from jejunum, Caco-2, specific or none",
);

const pKas = v.pipe(v.array(within(l.pKa)), v.maxLength(4, "must have at most 4 values"));

const typed = v.strictObject({
  name: text(80),
  id: text(40),
  molarMassGPerMol: perhaps(l.molarMassGPerMol),
  logP: perhaps(l.logP),
  logD: perhaps(l.logD),
  acidPKa: pKas,
  basePKa: pKas,
  fup: perhaps(l.fup),
  bloodPlasmaRatio: perhaps(l.bloodPlasmaRatio),
  partition: v.picklist(
    Object.keys(partitionMethods) as (keyof typeof partitionMethods)[],
    "must be a partition method that Perfuse knows",
  ),
  clearance: v.optional(clearance),
  enzyme: v.picklist(Object.keys(enzymes), "must be an enzyme that Perfuse knows"),
  renal: v.optional(renal),
  permeability: v.optional(permeability),
  dissolvedInMin: perhaps(l.dissolvedInMin),
  solubilityMgPerML: perhaps(l.solubilityMgPerML),
});

export const ownSchema = v.strictObject({
  typed: v.optional(typed),
  ranges: v.optional(
    v.record(
      text(200),
      v.pipe(
        v.tuple([finite, finite]),
        v.check(([low, high]) => low <= high, "must not end below where it begins"),
      ),
    ),
  ),
  copyOf: v.optional(text(40)),
});
