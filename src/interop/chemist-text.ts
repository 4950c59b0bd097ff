/**
 * A chemist's numbers as people type them: `0.03`, `3 %`, `12 µL/min/mg`, `3 mL/min/kg`, `2e-4 cm/s`.
 *
 * A bare number is in the field's own unit. What cannot be is refused here, with a sentence that
 * says why; what is only odd is left to own-drug/flags.ts. Empty means that it is not known.
 */
import { convert } from "../core/units/convert";
import { parseUnit } from "../core/units/parse";
import { reference } from "../pharmacology/own-drug/scaling";
import { chemistLimits } from "./chemist-schema";

export type ReadNumber =
  | { readonly ok: true; readonly value: number | undefined }
  | { readonly ok: false; readonly message: string };

export type ReadNumbers =
  | { readonly ok: true; readonly value: readonly number[] }
  | { readonly ok: false; readonly message: string };

export type NumberKey = Exclude<keyof typeof chemistLimits, "pKa">;

interface Field {
  /** What a unit behind the number has to convert to; none is taken where it is absent. */
  readonly unit?: string;
  /** Of a number in that unit, in the field's own: 10⁻⁴ cm/s. */
  readonly times?: number;
  /** As it stands behind the field. */
  readonly shown: string;
  /** A clearance may be given per kg, too: of the reference adult. */
  readonly perKg?: true;
  /** Units that are said in many ways: what of them is left out before they are read. */
  readonly omit?: RegExp;
  /** Why the least of all is not possible. */
  readonly why?: string;
}

const cells = /\s*(?:\/|per)\s*(?:10\s*\^?\s*6|10⁶|1e6|million|m)?\s*cells?$/i;

export const numberFields: Readonly<Record<NumberKey, Field>> = {
  molarMassGPerMol: { unit: "g/mol", shown: "g/mol", why: "A molecule has a mass" },
  logP: { shown: "" },
  logD: { shown: "" },
  fup: {
    unit: "fraction",
    shown: "",
    why: "Nothing unbound would mean that nothing leaves the plasma; type the least that the assay can tell, such as 0.001",
  },
  bloodPlasmaRatio: { unit: "ratio", shown: "" },
  CLint: { shown: "", why: "If nothing was cleared, choose “not metabolised”" },
  fuMic: { unit: "fraction", shown: "", why: "Nothing unbound would be cleared by nothing" },
  proteinMgPerML: { unit: "mg/mL", shown: "mg/mL" },
  fuInc: { unit: "fraction", shown: "", why: "Nothing unbound would be cleared by nothing" },
  millionCellsPerML: { shown: "million/mL" },
  CLLPerH: {
    unit: "L/h",
    shown: "L/h",
    perKg: true,
    why: "If nothing was cleared, choose “not metabolised”",
  },
  renalShare: { unit: "fraction", shown: "" },
  renalCLLPerH: { unit: "L/h", shown: "L/h", perKg: true },
  Peff: { unit: "cm/s", times: 1e4, shown: "10⁻⁴ cm/s", why: notSwallowed() },
  Papp: { unit: "cm/s", times: 1e6, shown: "10⁻⁶ cm/s", why: notSwallowed() },
  cmPerMin: { unit: "cm/min", shown: "cm/min", why: notSwallowed() },
  dissolvedInMin: { unit: "min", shown: "min", why: "Dissolving takes time" },
  solubilityMgPerML: { unit: "mg/mL", shown: "mg/mL", why: "Nothing would dissolve" },
};

/** µL/min, per what a clearance was measured with. */
export const incubationUnits = {
  microsomes: { unit: "µL/min/mg", shown: "µL/min/mg" },
  hepatocytes: { unit: "µL/min", shown: "µL/min/10⁶ cells", omit: cells },
} as const satisfies Readonly<Record<string, Field>>;

export function readChemistNumber(
  text: string,
  key: NumberKey,
  incubation?: keyof typeof incubationUnits,
): ReadNumber {
  const field = { ...numberFields[key], ...(incubation && incubationUnits[incubation]) };
  if (text.trim() === "") return { ok: true, value: undefined };
  const read = valueIn(text, field);
  if (!read.ok || read.value === undefined) return read;
  return withinLimits(read.value, key, field);
}

/** `4.5`, `4.5, 9.1`: none where it is empty. */
export function readPKas(text: string): ReadNumbers {
  const parts = text.split(/[;\s]+|,\s+|,(?=\d+\.)/).filter((part) => part !== "");
  const values = parts.map((part) => Number(plainNumber(part)));
  if (values.some((value) => !Number.isFinite(value))) {
    return refuse("Type pKa values such as 4.5, or 4.5; 9.1, or leave it empty.");
  }
  const { least, most } = chemistLimits.pKa;
  const far = values.find((value) => value < least || value > most);
  if (far !== undefined) return refuse(`A pKa of ${far} cannot be: from ${least} to ${most}.`);
  if (values.length > 4) return refuse("At most 4 pKa values are read.");
  const falls = values.findIndex((value, i) => i > 0 && value < (values[i - 1] ?? value));
  if (falls > 0) {
    return refuse(
      `Write the smaller pKa first: ${values[falls]} comes before ${values[falls - 1]}.`,
    );
  }
  return { ok: true, value: values };
}

// ——— the parts ———

const withUnit = /^([-+−]?(?:\d+[.,]?\d*|[.,]\d+)(?:e[-+−]?\d+)?)\s*(.*)$/i;

function valueIn(text: string, field: Field): ReadNumber {
  const match = withUnit.exec(text.trim().replaceAll(/\s*[x×]\s*10\s*\^?\s*([-−]?\d+)/g, "e$1"));
  const value = Number(plainNumber(match?.[1] ?? ""));
  const { unit, shown, times = 1, omit } = field;
  const inWhat = shown === "" ? "" : ` in ${shown}`;
  if (!match || !Number.isFinite(value)) {
    return refuse(`Type a number${inWhat}, or leave it empty if it is not known.`);
  }
  const said = (match[2] ?? "").trim().replace(omit ?? "", "");
  if (said === "" || said === shown) return { ok: true, value };
  if (unit === undefined) return refuse(`It has no unit; “${said}” cannot be read here.`);
  const converted = converts(value, said, unit);
  if (converted !== undefined) return { ok: true, value: converted * times };
  const perKg = field.perKg ? converts(value, said, `${unit}/kg`) : undefined;
  if (perKg !== undefined) return { ok: true, value: perKg * reference.weightKg };
  return refuse(`“${said}” cannot be converted to ${shown === "" ? unit : shown}.`);
}

function withinLimits(value: number, key: NumberKey, { shown, why }: Field): ReadNumber {
  const limits: { readonly least: number; readonly most: number; readonly open?: true } =
    chemistLimits[key];
  const unit = shown === "" ? "" : ` ${shown}`;
  const { least, most, open } = limits;
  const isBelow = value < least || (open === true && value === least);
  if (!isBelow && value <= most) return { ok: true, value };
  const range = open ? `above ${least} and at most ${most}` : `from ${least} to ${most}`;
  const reason = isBelow && value >= 0 && why !== undefined ? `${why}. ` : "";
  return refuse(`${reason}It must be ${range}${unit}.`);
}

function converts(value: number, from: string, to: string): number | undefined {
  const read = parseUnit(from);
  if (!read.ok) return undefined;
  try {
    return convert(value, from, to);
  } catch {
    return undefined;
  }
}

/** A decimal comma and a typographer's minus are as good as the plain ones. */
function plainNumber(text: string): string {
  return text === "" ? "x" : text.replace(",", ".").replaceAll("−", "-");
}

function notSwallowed(): string {
  return "If nothing passes the gut's wall, choose “not swallowed”";
}

function refuse(message: string): { readonly ok: false; readonly message: string } {
  return { ok: false, message };
}
