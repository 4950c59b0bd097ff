/**
 * The schema of a drug, shipped or a person's own: `"perfuseDrug": 1`.
 *
 * Units are checked by what they measure and values by what is possible, so that a drug which
 * passes can be simulated. The same schema checks the drugs that Perfuse ships.
 */
import * as v from "valibot";
import { convert } from "../core/units/convert";
import { parseUnit } from "../core/units/parse";
import { enzymes, halfLifeHours } from "../pharmacology/body/enzymes";
import { organIds } from "../pharmacology/body/organs";
import type { Drug } from "../pharmacology/drug";
import { partitionMethods } from "../pharmacology/mechanisms/partition";
import { ownSchema } from "./chemist-schema";
import { text } from "./schema-parts";

export const provenanceSchema = v.variant(
  "kind",
  [
    v.strictObject({
      kind: v.literal("from"),
      source: v.pipe(text(1000), v.minLength(1, "must name a source")),
      where: v.pipe(text(1000), v.minLength(1, "must say where in the source")),
    }),
    v.strictObject({
      kind: v.literal("assumed"),
      why: v.pipe(text(1000), v.minLength(1, "must say why it is assumed")),
    }),
    v.strictObject({
      kind: v.literal("fitted"),
      to: v.pipe(v.array(text(200)), v.minLength(1, "must name the data it was fitted to")),
      why: v.pipe(text(1000), v.minLength(1, "must say what the fit is for")),
    }),
    v.strictObject({ kind: v.literal("derived"), how: text(1000), sources: v.array(text(1000)) }),
    v.strictObject({ kind: v.literal("given"), by: text(200) }),
  ],
  "must be one of from, assumed, fitted, derived, given",
);

/** A number with unit and source; `least` and `most` are in `unit`. */
function quantity(unit: string, least: number, most: number, open = false) {
  return v.pipe(
    v.strictObject({
      value: v.pipe(v.number("must be a number"), v.finite("must be a finite number")),
      unit: text(40),
      provenance: provenanceSchema,
    }),
    v.check((given) => isConvertible(given.unit, unit), `must be in a unit like ${unit}`),
    v.check(
      (given) => {
        if (!isConvertible(given.unit, unit)) return true;
        const value = convert(given.value, given.unit, unit);
        return value >= least && value <= most && !(open && value === least);
      },
      `must be ${open ? "above" : "from"} ${least} ${open ? "and at most" : "to"} ${most} ${unit === "1" ? "" : unit}`.trim(),
    ),
  );
}

function isConvertible(from: string, to: string): boolean {
  if (!parseUnit(from).ok) return false;
  try {
    convert(1, from, to);
    return true;
  } catch {
    return false;
  }
}

const pKa = quantity("1", -10, 20);
const organ = v.picklist(organIds, "must be an organ of the model");
const factor = quantity("ratio", 1e-3, 1e3);

const kinetics = v.variant(
  "kind",
  [
    v.strictObject({
      kind: v.literal("turnover"),
      kcat: quantity("1/min", 0, 1e6),
      Km: quantity("µM", 0, 1e6, true),
    }),
    v.strictObject({
      kind: v.literal("microsomes"),
      Vmax: quantity("pmol/min/mg", 0, 1e7),
      Km: quantity("µM", 0, 1e6, true),
    }),
    v.strictObject({ kind: v.literal("specific"), clearance: quantity("1/min", 0, 1e6) }),
    v.strictObject({ kind: v.literal("intrinsic"), clearance: quantity("L/h", 0, 1e7) }),
  ],
  "must be one of turnover, microsomes, specific, intrinsic",
);

const idText = v.pipe(
  text(40),
  v.regex(/^[a-z][a-z0-9-]*$/, "must be lower-case letters, digits and hyphens"),
);

const proteinIds = [...Object.keys(enzymes), "Pgp"];
const protein = v.picklist(proteinIds, "must be an enzyme or transporter that Perfuse knows");

const organsOfProteins = v.pipe(
  v.array(v.picklist(["liver", "gut", "kidneys"], "must be liver, gut or kidneys")),
  v.minLength(1, "must name liver, gut or kidneys"),
);

const metabolism = v.pipe(
  v.strictObject({
    enzyme: v.picklist(Object.keys(enzymes), "must be an enzyme that Perfuse knows"),
    organs: organsOfProteins,
    kinetics,
    product: v.optional(idText),
    calibration: v.optional(factor),
    gutCalibration: v.optional(factor),
  }),
  v.check(
    ({ organs, kinetics: { kind } }) =>
      organs.every((place) => place === "liver" || kind === "turnover" || kind === "specific"),
    "outside the liver needs kinetics by turnover number or specific clearance",
  ),
  v.check(
    (given) => !given.organs.includes("gut") || enzymes[given.enzyme]?.gut !== undefined,
    "names an enzyme that the gut wall does not have",
  ),
  v.check(
    (given) => !given.organs.includes("kidneys") || enzymes[given.enzyme]?.kidneys !== undefined,
    "names an enzyme that the kidneys do not have",
  ),
);

const binding = v.strictObject({
  target: v.pipe(text(60), v.regex(/[\p{L}\d]/u, "must have a letter")),
  Kd: quantity("nM", 0, 1e9, true),
  koff: quantity("1/min", 0, 1e6, true),
  sites: quantity("µM", 0, 1e3),
  expression: v.pipe(
    v.record(organ, v.pipe(v.number("must be a number"), v.minValue(0), v.maxValue(1e3))),
  ),
  expressionProvenance: provenanceSchema,
  calibration: v.optional(factor),
});

const name = v.pipe(text(80), v.minLength(1, "must not be empty"));

const pKas = v.pipe(
  v.array(pKa),
  v.maxLength(4, "must have at most 4 values"),
  v.check(
    (values) => values.every(({ value }, i) => i === 0 || value >= (values[i - 1]?.value ?? value)),
    "must rise: write the smaller pKa first",
  ),
);

const moleculeEntries = {
  id: idText,
  name,
  molarMass: quantity("g/mol", 1, 200_000),
  lipophilicity: quantity("1", -10, 10),
  lipophilicityKind: v.picklist(["logP", "membrane affinity"]),
  acidPKa: pKas,
  basePKa: pKas,
  fup: quantity("fraction", 0, 1, true),
  bindingProtein: v.optional(
    v.strictObject({ name: v.picklist(["albumin", "aag"]), provenance: provenanceSchema }),
  ),
  bloodPlasmaRatio: quantity("ratio", 0.3, 100),
  partition: v.strictObject({
    method: v.picklist(
      Object.keys(partitionMethods) as (keyof typeof partitionMethods)[],
      "must be a partition method that Perfuse knows",
    ),
    factor: v.optional(factor),
    baseAffinityFactor: v.optional(factor),
  }),
  permeabilityLimited: v.optional(
    v.strictObject({
      organs: v.union([v.literal("all"), v.array(organ)]),
      permeability: quantity("cm/min", 0, 1e3, true),
    }),
  ),
  absorption: v.optional(
    v.strictObject({
      permeability: quantity("cm/min", 0, 1),
      colonFactor: v.optional(factor),
      dissolution: quantity("1/h", 0, 1e4, true),
      solubility: v.optional(quantity("mg/mL", 0, 1e4, true)),
      precipitates: v.optional(v.literal(true, "must be true, or absent")),
      lag: v.optional(quantity("h", 0, 48)),
      release: v.optional(
        v.strictObject({
          halfReleased: quantity("h", 0, 1e3, true),
          // below it the first instant releases too much to call the rate a rate
          shape: quantity("1", 0.5, 10),
          lag: v.optional(quantity("h", 0, 48)),
          into: v.optional(v.literal("duodenum", 'must be "duodenum", or absent')),
        }),
      ),
      emptyingFactor: v.optional(factor),
      wallTime: v.optional(quantity("h", 0, 48)),
    }),
  ),
  metabolism: v.pipe(v.array(metabolism), v.maxLength(20, "must have at most 20 pathways")),
  excretion: v.strictObject({
    filtration: v.optional(quantity("fraction", 0, 10)),
    renalClearance: v.optional(quantity("mL/min/kg", 0, 1e3)),
    secretion: v.optional(quantity("L/h", 0, 1e6)),
    secretionByPgp: v.optional(quantity("fraction", 0, 1)),
    biliary: v.optional(quantity("L/h", 0, 1e6)),
  }),
  efflux: v.optional(v.strictObject({ gut: quantity("L/h", 0, 1e6) })),
  uptake: v.optional(
    v.array(
      v.strictObject({
        transporter: v.picklist(Object.keys(enzymes), "must be a transporter that Perfuse knows"),
        kcat: quantity("1/min", 0, 1e6),
        Km: quantity("µM", 0, 1e6, true),
      }),
    ),
  ),
  binding: v.optional(v.array(binding)),
  inhibits: v.optional(
    v.array(
      v.strictObject({
        protein,
        kind: v.picklist(["competitive", "non-competitive"]),
        Ki: quantity("µM", 0, 1e6, true),
      }),
    ),
  ),
  inactivates: v.optional(
    v.array(
      v.strictObject({
        protein,
        kinact: quantity("1/h", 0, 1e4),
        KI: quantity("µM", 0, 1e6, true),
      }),
    ),
  ),
  induces: v.optional(
    v.array(
      v.strictObject({
        protein,
        Emax: quantity("ratio", 0, 1e3),
        EC50: quantity("µM", 0, 1e6, true),
        liverCalibration: v.optional(factor),
        organs: v.optional(organsOfProteins),
      }),
    ),
  ),
  unboundInGutWall: v.optional(quantity("fraction", 0, 1, true)),
};

const molecule = v.strictObject(moleculeEntries);
const enantiomer = v.strictObject({ ...v.partial(molecule).entries, id: idText, name });

export const drugSchema = v.pipe(
  v.strictObject({
    perfuseDrug: v.literal(1, "must be 1, the format this Perfuse reads"),
    ...moleculeEntries,
    card: v.strictObject({
      contextOfUse: text(2000),
      goodFor: text(2000),
      failsFor: text(2000),
    }),
    sources: v.optional(v.record(text(80), text(1000))),
    salt: v.optional(v.strictObject({ name: text(80), share: quantity("ratio", 0.1, 1) })),
    enantiomers: v.optional(v.strictTuple([enantiomer, enantiomer])),
    metabolites: v.optional(v.pipe(v.array(molecule), v.maxLength(8, "must have at most 8"))),
    own: v.optional(ownSchema),
  }),
  v.check(
    (drug) => leavesItselfAWay(drug),
    "destroys the only enzyme that clears it, to nothing: add another way out or a smaller kinact",
  ),
  v.check((drug) => hasOwnNames(drug), "names two of its molecules alike"),
  v.check(
    (drug) => becomesOnlyLater(drug),
    "names a product that is none of its later metabolites",
  ),
  v.check(
    (drug) => takesUpBehindMembranes(drug),
    "is taken up by the liver, so its liver must be limited by permeability",
  ),
);

/** Parts that stand in several places; the published schema writes each down once. */
export const drugParts = { molecule, enantiomer, metabolism, binding };

/** What a drug does to a protein, and by which proteins it is cleared. */
interface Cleared {
  readonly metabolism: readonly { readonly enzyme: string }[];
  readonly excretion: Readonly<Record<string, unknown>>;
  readonly inactivates?:
    | readonly {
        readonly protein: string;
        readonly kinact: { readonly value: number; readonly unit: string };
      }[]
    | undefined;
}

/** So little is left of an enzyme that is destroyed this much faster than it is made. */
const mostDestruction = 1e4;

/** Where a drug's only way out is an enzyme that it destroys, something of that must be left. */
function leavesItselfAWay({ metabolism, excretion, inactivates = [] }: Cleared): boolean {
  const isExcreted = Object.values(excretion).some((way) => way !== undefined);
  if (isExcreted || metabolism.length === 0) return true;
  return metabolism.some(({ enzyme }) => {
    const destroyed = inactivates.find(({ protein: id }) => id === enzyme);
    if (!destroyed) return true;
    const kdeg = Math.LN2 / (halfLifeHours.liver[enzyme] ?? halfLifeHours.liver.others);
    const { value, unit } = destroyed.kinact;
    return convert(value, unit, "1/h") / kdeg < mostDestruction;
  });
}

interface Family {
  readonly id: string;
  readonly metabolism?: readonly { readonly product?: string | undefined }[] | undefined;
  readonly enantiomers?: readonly Family[] | undefined;
  readonly metabolites?: readonly Family[] | undefined;
}

function hasOwnNames({ id, enantiomers = [], metabolites = [] }: Family): boolean {
  const ids = [id, ...[...enantiomers, ...metabolites].map((one) => one.id)];
  return new Set(ids).size === ids.length;
}

/** No molecule becomes itself again, however long the way. */
function becomesOnlyLater({
  metabolism = [],
  enantiomers = [],
  metabolites = [],
}: Family): boolean {
  const later = metabolites.map(({ id }) => id);
  const isIn = (known: readonly string[]) => (one: { readonly product?: string | undefined }) =>
    one.product === undefined || known.includes(one.product);
  return (
    [metabolism, ...enantiomers.map((form) => form.metabolism ?? [])].every((pathways) =>
      pathways.every(isIn(later)),
    ) && metabolites.every(({ metabolism: own = [] }, i) => own.every(isIn(later.slice(i + 1))))
  );
}

function takesUpBehindMembranes({
  uptake = [],
  permeabilityLimited,
}: {
  readonly uptake?: readonly unknown[] | undefined;
  readonly permeabilityLimited?: { readonly organs: "all" | readonly string[] } | undefined;
}): boolean {
  if (uptake.length === 0) return true;
  const organs = permeabilityLimited?.organs ?? [];
  return organs === "all" || organs.includes("liver");
}

/** The schema's result is the drug that the model takes: checked by the compiler. */
export type DrugFile = v.InferOutput<typeof drugSchema>;
export const asDrug = (file: DrugFile): Drug => withoutUndefined(file) as Drug;

/** Optional keys are absent, never present and undefined. */
function withoutUndefined<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}
