/** The commands, one function each. */
import { parseArgs } from "node:util";
import { CompiledStudies } from "../engine/compiled-study";
import { createWasmMachine } from "../engine/cpu/wasm-machine";
import { fitDrug } from "../engine/fit-drug";
import { dosesBehind, modelHashOf, planStudy, type StudyPlan } from "../engine/plan";
import { metricsOf } from "../engine/metrics";
import { outputsOf, parametersOf } from "../engine/describe";
import { version } from "../engine/version";
import { csv } from "../interop/csv";
import { parquetParts } from "../interop/parquet";
import { peopleTable } from "../interop/people-table";
import { curvesTable, metricsTable, type PersonResult } from "../interop/result-tables";
import { isOfMany, parseAnyStudy, parseStudy } from "../interop/study-file";
import { tableTexts, type Table } from "../interop/table";
import { assembleModel } from "../pharmacology/assemble";
import type { Drug } from "../pharmacology/drug";
import { shippedDrug, shippedDrugs } from "../pharmacology/drugs/library";
import { conversionsIn } from "../pharmacology/salts";
import type { StudyFrame } from "../pharmacology/study";
import { idsOf } from "../pharmacology/substances";
import { simulateOn, type BackendName, type Simulated } from "./backends";
import { evidence } from "./evidence";
import { readText, writeFiles, type NewFile } from "./files";
import { simulateMany } from "./people";
import { refuse, valueOf } from "./refusal";
import { learnTwin } from "./twin";

type Command = (args: readonly string[]) => void | Promise<void>;

export const commands: Readonly<Record<string, Command>> = {
  simulate,
  people,
  drugs,
  outputs,
  parameters,
  evidence,
  fit,
  twin,
};

async function simulate(args: readonly string[]): Promise<void> {
  const { values, positionals } = options(args, {
    backend: { type: "string" },
    out: { type: "string" },
    metrics: { type: "string" },
  });
  const study = valueOf(parseAnyStudy(readText(studyPath("simulate", positionals))));
  const backend = backendOf(values.backend);
  if (isOfMany(study)) {
    const {
      backend: used,
      curves,
      metrics,
      note: text,
    } = await simulateMany(study, backend, values.metrics !== undefined);
    noteSalts(study);
    note(used);
    note(text);
    writeOut(values, curves, metrics);
    return;
  }
  const plan = valueOf(planStudy(study, shippedDrug));
  for (const { what, value } of plan.filled) note(`${what} was left open: ${value}`);
  noteSalts(study);
  const simulated = await simulateOn(backend, plan);
  note(`${simulated.backend}, ${simulated.result.steps} steps`);
  const result = resultOf(plan, simulated);
  writeOut(values, curvesTable(result), metricsTable(result));
}

/** What a twin's levels say of the person. */
async function twin(args: readonly string[]): Promise<void> {
  const { values, positionals } = options(args, {
    json: { type: "boolean" },
    now: { type: "string" },
  });
  const now = typeof values.now === "string" ? values.now : undefined;
  const { answer, text } = await learnTwin(studyPath("twin", positionals), now);
  note(`${answer.backend}, ${Math.round(answer.effective)} effective draws of ${answer.draws}`);
  const { exposures, levels, traits, doubts, laplace, effective, draws } = answer;
  const shown = { version, exposures, levels, traits, doubts, laplace, effective, draws };
  process.stdout.write(values.json === true ? `${JSON.stringify(shown, null, 2)}\n` : text);
}

/** The virtual people of a study and what is told of each. */
function people(args: readonly string[]): void {
  const { values, positionals } = options(args, { out: { type: "string" } });
  const study = valueOf(parseAnyStudy(readText(studyPath("people", positionals))));
  if (!isOfMany(study)) {
    return refuse("one-person", "people", 'describes one person; write "many" to draw people');
  }
  const table = valueOf(peopleTable(study, { version, lookup: shippedDrug }));
  if (typeof values.out === "string") writeFiles([fileOf(values.out, table)]);
  else for (const text of tableTexts(table)) process.stdout.write(text);
}

function drugs(args: readonly string[]): void {
  const { values } = options(args, { json: { type: "boolean" } });
  if (values.json) {
    print(JSON.stringify(shippedDrugs, null, 2));
    return;
  }
  for (const { id, name, card } of shippedDrugs)
    print(`${id.padEnd(16)} ${name}: ${card.contextOfUse}`);
}

function outputs(args: readonly string[]): void {
  const { positionals } = options(args, {});
  const plan = planOf(studyPath("outputs", positionals));
  const rows = outputsOf(wholeModel(plan)).map(({ name, unit, label }) => [name, unit, label]);
  process.stdout.write(csv([], ["output", "unit", "label"], rows));
}

function parameters(args: readonly string[]): void {
  const { values, positionals } = options(args, { json: { type: "boolean" } });
  const plan = planOf(studyPath("parameters", positionals));
  const listed = parametersOf(plan.model);
  if (values.json) {
    print(JSON.stringify(listed, null, 2));
    return;
  }
  const rows = listed.map(({ name, value, unit, label, source }) => [
    name,
    value,
    unit,
    label,
    source,
  ]);
  process.stdout.write(csv([], ["parameter", "value", "unit", "label", "source"], rows));
}

/** Re-estimates what a drug declares as fitted; prints, changes nothing. */
function fit(args: readonly string[]): void {
  const { positionals } = options(args, {});
  const drug = shippedDrug(positionals[0] ?? "");
  if (!drug) return refuse("unknown-drug", positionals[0] ?? "fit", "is no shipped drug");
  const studies = new CompiledStudies((program, plan) => createWasmMachine(program, plan, 1));
  const { numbers, sets, costBefore, costAfter } = valueOf(fitDrug(drug, studies));
  print(`${drug.name}, from ${sets.join(" and ")}`);
  for (const { path, before, after, unit } of numbers) {
    print(`  ${path.padEnd(44)} ${before.toPrecision(4)} -> ${after.toPrecision(4)} ${unit}`);
  }
  print(`  sum of squares ${costBefore.toPrecision(4)} -> ${costAfter.toPrecision(4)}`);
}

// ——— the parts ———

/** To the files asked for, both or none; curves to standard output where no file is named. */
function writeOut(
  { out, metrics: path }: Readonly<Record<string, unknown>>,
  curves: Table,
  metrics: Table,
): void {
  writeFiles([
    ...(typeof out === "string" ? [fileOf(out, curves)] : []),
    ...(typeof path === "string" ? [fileOf(path, metrics)] : []),
  ]);
  if (out === undefined) for (const text of tableTexts(curves)) process.stdout.write(text);
}

/** The ending of its name says what a file is to be. */
function fileOf(path: string, table: Table): NewFile {
  const isParquet = path.toLowerCase().endsWith(".parquet");
  return { path, parts: isParquet ? parquetParts(table) : tableTexts(table) };
}

/** Amounts that the study gives of a salt, as amounts of the drug. */
function noteSalts({ doses, drugs: named }: StudyFrame): void {
  for (const drug of drugsOf(named)) {
    const own = doses.filter((dose) => idsOf(drug).includes(dose.drug));
    for (const text of conversionsIn(own, drug)) note(text);
  }
}

function drugsOf(named: StudyFrame["drugs"]): Drug[] {
  return named.flatMap((entry) => (typeof entry === "string" ? shippedDrug(entry) : entry) ?? []);
}

function planOf(path: string): StudyPlan {
  const study = valueOf(parseStudy(readText(path)));
  return valueOf(planStudy(study, shippedDrug));
}

function wholeModel({ person, drugs: taken, forms }: StudyPlan) {
  return assembleModel({ person, drugs: taken, fed: false, forms });
}

function resultOf(plan: StudyPlan, { backend, adapter, result }: Simulated): PersonResult {
  return {
    version,
    title: plan.study.title,
    modelHash: modelHashOf(plan),
    backend,
    adapter,
    massError: result.massError,
    status: result.status,
    times: result.times,
    curves: result.curves.map((curve, i) => {
      const summary = result.summaries[i];
      const administrations = dosesBehind(plan, curve.name);
      const { times } = result;
      return {
        ...curve,
        metrics: summary ? metricsOf({ curve, summary, times, administrations }) : [],
      };
    }),
  };
}

type OptionConfig = Record<string, { type: "string" | "boolean" }>;

function options(args: readonly string[], config: OptionConfig) {
  try {
    return parseArgs({ args: [...args], options: config, allowPositionals: true, strict: true });
  } catch (fault) {
    return refuse("bad-option", "command", fault instanceof Error ? fault.message : String(fault));
  }
}

function studyPath(command: string, positionals: readonly string[]): string {
  const [path, ...more] = positionals;
  if (path === undefined) return refuse("missing-study", command, "needs the path of a study file");
  if (more.length > 0) refuse("bad-option", more.join(" "), "is more than one study file");
  return path;
}

function backendOf(name: string | boolean | undefined): BackendName | undefined {
  const known = (["wasm", "webgpu", "tape"] as const).find((candidate) => candidate === name);
  if (known ?? name === undefined) return known;
  return refuse("bad-option", `--backend ${name}`, "must be wasm, webgpu or tape");
}

function note(text: string): void {
  process.stderr.write(`${text}\n`);
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
