/**
 * All numbers of a drug as a list, by the path at which they stand in its file; one of them changed;
 * and what two drugs differ in.
 */
import type { Drug, DrugNumber } from "../drug";

export interface NumberOf {
  /** Keys and indices joined by dots: `metabolism.0.kinetics.Km`. */
  readonly path: string;
  /** For people. */
  readonly name: string;
  readonly number: DrugNumber;
}

export function numbersOf(drug: Drug): NumberOf[] {
  return within(drug, []).map(({ path, number }) => ({
    path: path.join("."),
    name: nameOf(drug, path),
    number,
  }));
}

export function numberAt(drug: Drug, path: string): DrugNumber | undefined {
  const found = valueAt(drug, path.split("."));
  return isNumber(found) ? found : undefined;
}

/** The drug with another value there, in the unit that the number has, as somebody gave it. */
export function withNumber(drug: Drug, path: string, value: number): Drug {
  const before = numberAt(drug, path);
  if (!before) throw new RangeError(`${drug.id} has no number at ${path}`);
  const after = { ...before, value, provenance: { kind: "given", by: "whoever changed it" } };
  return replaced(drug, path.split("."), after) as Drug;
}

export interface Change {
  readonly path: string;
  readonly name: string;
  /** Undefined: it was not there. */
  readonly before: DrugNumber | undefined;
  /** Undefined: it was taken out. */
  readonly after: DrugNumber | undefined;
}

/** In the order of the drug's file, what was taken out last. */
export function changesBetween(before: Drug, after: Drug): Change[] {
  const old = new Map(numbersOf(before).map((one) => [one.path, one]));
  const present = numbersOf(after);
  const changed = present.flatMap(({ path, name, number }): Change[] => {
    const was = old.get(path)?.number;
    if (was?.value === number.value && was.unit === number.unit) return [];
    return [{ path, name, before: was, after: number }];
  });
  const left = new Set(present.map(({ path }) => path));
  const gone = [...old.values()]
    .filter(({ path }) => !left.has(path))
    .map(({ path, name, number }) => ({ path, name, before: number, after: undefined }));
  return [...changed, ...gone];
}

/** The same data, whatever the order of keys; a key that is undefined is none. */
export function isSameData(a: unknown, b: unknown): boolean {
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return a === b;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [ofA, ofB] = [definedIn(a), definedIn(b)];
  return (
    ofA.size === ofB.size &&
    [...ofA].every(([key, value]) => ofB.has(key) && isSameData(value, ofB.get(key)))
  );
}

// ——— the parts ———

interface Placed {
  readonly path: readonly string[];
  readonly number: DrugNumber;
}

function within(value: unknown, path: readonly string[]): Placed[] {
  if (typeof value !== "object" || value === null) return [];
  if (isNumber(value)) return [{ path, number: value }];
  return Object.entries(value)
    .filter(([key]) => !(path.length === 0 && key === "own"))
    .flatMap(([key, inner]) => within(inner, [...path, key]));
}

function isNumber(value: unknown): value is DrugNumber {
  return (
    typeof value === "object" &&
    value !== null &&
    "value" in value &&
    "unit" in value &&
    "provenance" in value
  );
}

function valueAt(value: unknown, [key, ...rest]: readonly string[]): unknown {
  if (key === undefined) return value;
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
  return valueAt(Object.getOwnPropertyDescriptor(value, key)?.value, rest);
}

function replaced(value: unknown, [key, ...rest]: readonly string[], by: unknown): unknown {
  if (key === undefined) return by;
  if (Array.isArray(value)) {
    return value.map((one: unknown, i) => (String(i) === key ? replaced(one, rest, by) : one));
  }
  const entries = Object.entries(Object(value) as Record<string, unknown>);
  return Object.fromEntries(
    entries.map(([name, one]) => [name, name === key ? replaced(one, rest, by) : one]),
  );
}

function definedIn(value: object): Map<string, unknown> {
  return new Map(Object.entries(value).filter(([, inner]) => inner !== undefined));
}

const names: Readonly<Record<string, string>> = {
  molarMass: "Molar mass",
  lipophilicity: "Lipophilicity (log10)",
  acidPKa: "Acid pKa",
  basePKa: "Base pKa",
  fup: "Fraction unbound in plasma",
  bloodPlasmaRatio: "Blood:plasma ratio",
  "partition.factor": "Factor on all tissue:plasma ratios",
  "partition.baseAffinityFactor": "Factor on what acidic lipids bind",
  "permeabilityLimited.permeability": "Permeability of cell membranes",
  "absorption.permeability": "Specific permeability of the gut",
  "absorption.colonFactor": "Factor on the colon's surface",
  "absorption.dissolution": "Dissolution",
  "absorption.solubility": "Solubility, uncharged",
  "absorption.lag": "Lag before a tablet dissolves",
  "absorption.emptyingFactor": "Factor on the stomach's emptying",
  "absorption.wallTime": "Time in the gut's wall",
  "excretion.filtration": "Share of the filtered drug that is lost",
  "excretion.renalClearance": "Renal clearance",
  "excretion.secretion": "Secretion by the kidneys",
  "excretion.secretionByPgp": "Share of the secretion by P-glycoprotein",
  "excretion.biliary": "Into bile",
  "efflux.gut": "Efflux back into the gut",
  unboundInGutWall: "Fraction unbound in the gut's wall",
  "salt.share": "Drug in a mass of its salt",
};

const lastNames: Readonly<Record<string, string>> = {
  kcat: "turnover number",
  clearance: "intrinsic clearance",
  Vmax: "maximal rate",
  calibration: "fitted factor",
  gutCalibration: "fitted factor in the gut's wall",
  liverCalibration: "fitted factor in the liver",
};

/** `CYP3A4: Km`, `Fraction unbound in plasma`; the path itself where there is no better word. */
function nameOf(drug: Drug, path: readonly string[]): string {
  const own = molecule(drug, path);
  const words = path.slice(own.depth);
  const joined = words.filter((word) => !/^\d+$/.test(word)).join(".");
  const plain = names[joined] ?? (words.length === 2 ? names[words[0] ?? ""] : undefined);
  const last = words.at(-1) ?? "";
  const of = actsOn(valueAt(drug, path.slice(0, own.depth + 2)));
  const name = plain ?? (of ? `${of}: ${lastNames[last] ?? last}` : joined);
  return own.name === undefined ? name : `${own.name}: ${name}`;
}

/** Whether the path leads into a form or a metabolite, and how many steps that takes. */
function molecule(drug: Drug, path: readonly string[]): { name?: string; depth: number } {
  if (path[0] !== "enantiomers" && path[0] !== "metabolites") return { depth: 0 };
  const of = valueAt(drug, path.slice(0, 2));
  const name = typeof of === "object" && of !== null && "name" in of ? String(of.name) : path[0];
  return { name, depth: 2 };
}

/** The enzyme, transporter, protein or target that an entry of a list is about. */
function actsOn(entry: unknown): string | undefined {
  if (typeof entry !== "object" || entry === null) return undefined;
  for (const key of ["enzyme", "transporter", "protein", "target"]) {
    const found = valueAt(entry, [key]);
    if (typeof found === "string") return found;
  }
  return undefined;
}
