/**
 * Concentrations that people's curves are held against, as somebody writes them: "50 ng/mL",
 * "0.2 µM", or a bare number in the output's own unit. Read once, into that unit.
 *
 * Says nothing of what a threshold means for a person.
 */
import type { Model, Outcome, Problem } from "../core/model/model";
import { sameDimension, type Dimension } from "../core/units/dimension";
import { parseUnit, unitOf } from "../core/units/parse";
import type { Drug } from "./drug";

/** A bare number is in the output's unit. */
export type Threshold = number | string;

/** By output. */
export type Thresholds = Readonly<Record<string, Threshold>>;

export type ReadThreshold =
  { readonly ok: true; readonly value: number } | { readonly ok: false; readonly message: string };

/** What a threshold is held against. */
interface Held {
  /** Of the output: mg/L where it is a concentration. */
  readonly unit: string;
  /** g/mol, of the drug whose output it is: a molar concentration can then be read. */
  readonly molarMass?: number | undefined;
}

/** @returns in the output's unit; or a sentence that goes on after "it" */
export function readThreshold(threshold: Threshold, { unit, molarMass }: Held): ReadThreshold {
  const written = typeof threshold === "number" ? { value: threshold, unit } : split(threshold);
  if (!written) return refuse(`is not a number with a unit; write for example ${examples(unit)}`);
  const { value } = written;
  if (!Number.isFinite(value) || value <= 0) return refuse("must be above 0");
  if (written.unit === "") return refuse(`needs a unit; write for example ${examples(unit)}`);
  const read = parseUnit(withCapitalLitre(written.unit));
  if (!read.ok) return refuse(`has a unit nobody knows; write for example ${examples(unit)}`);
  const target = unitOf(unit);
  const internal = value * read.unit.factor;
  if (sameDimension(read.unit.dimension, target.dimension)) {
    return { ok: true, value: internal / target.factor };
  }
  const isMolar = sameDimension(read.unit.dimension, molar);
  if (isMolar && molarMass !== undefined && sameDimension(target.dimension, massPerVolume)) {
    // µmol/L times g/mol is µg/L
    return { ok: true, value: (internal * molarMass) / 1000 / target.factor };
  }
  const what = nameOf(target.dimension, "what is recorded");
  return refuse(
    `is ${nameOf(read.unit.dimension, "something else")}, not ${what}; write for example ${examples(unit)}`,
  );
}

/** As much of a plan as its thresholds take. */
interface Recorded {
  readonly model: Model;
  /** Names of what is recorded. */
  readonly outputs: readonly string[];
  readonly drugs: readonly Drug[];
}

/** All thresholds of a study, each in its output's unit; or what is wrong with them, by name. */
export function thresholdsIn(
  thresholds: Thresholds,
  { model, outputs, drugs }: Recorded,
): Outcome<Readonly<Record<string, number>>> {
  const units = new Map(
    model.blocks.flatMap((block) =>
      Object.entries(block.outputs ?? {}).map(([name, { unit }]) => [name, unit] as const),
    ),
  );
  const problems: Problem[] = [];
  const read: [string, number][] = [];
  for (const [output, threshold] of Object.entries(thresholds)) {
    const subject = `thresholds.${output}`;
    const unit = outputs.includes(output) ? units.get(output) : undefined;
    if (unit === undefined) {
      const message = `no such output is recorded; recorded: ${outputs.join(", ")}`;
      problems.push({ code: "unknown-output", subject, message });
      continue;
    }
    const molarMass = drugs.find(({ id }) => output.startsWith(`${id}/`))?.molarMass.value;
    const one = readThreshold(threshold, { unit, molarMass });
    if (one.ok) read.push([output, one.value]);
    else problems.push({ code: "bad-threshold", subject, message: one.message });
  }
  return problems.length > 0
    ? { ok: false, problems }
    : { ok: true, value: Object.fromEntries(read) };
}

// ——— the parts ———

const molar: Dimension = [-3, 0, 0, 1];
const massPerVolume: Dimension = [-3, 1, 0, 0];

const names: readonly (readonly [Dimension, string])[] = [
  [massPerVolume, "a concentration"],
  [molar, "a molar concentration"],
  [[0, 1, 0, 0], "an amount"],
  [[0, 0, 0, 1], "an amount"],
  [[0, 0, 1, 0], "a time"],
  [[3, 0, 0, 0], "a volume"],
  [[0, 0, 0, 0], "a plain number"],
];

function nameOf(dimension: Dimension, otherwise: string): string {
  return names.find(([known]) => sameDimension(known, dimension))?.[1] ?? otherwise;
}

/** "1,5 mg/L": the number, and what stands after it. */
function split(text: string): { readonly value: number; readonly unit: string } | undefined {
  const match = /^([+-]?\d+(?:[.,]\d+)?(?:e[+-]?\d+)?)\s*(.*)$/i.exec(text.trim());
  if (!match) return undefined;
  return { value: Number((match[1] ?? "").replace(",", ".")), unit: match[2] ?? "" };
}

/** Litres are written either way; a lower-case l is no other unit. */
function withCapitalLitre(unit: string): string {
  return unit.replace(/([\s/]|[/\s][dmµu])l$/, "$1L");
}

function examples(unit: string): string {
  const { dimension } = unitOf(unit);
  if (sameDimension(dimension, massPerVolume)) return "0.1 mg/L, 50 ng/mL or 0.2 µM";
  return unit === "1" || unit === "fraction" || unit === "ratio" ? "0.5 fraction" : `5 ${unit}`;
}

function refuse(message: string): ReadThreshold {
  return { ok: false, message };
}
