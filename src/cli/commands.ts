/** The commands, one function each. */
import { parseArgs } from "node:util";
import { CompiledStudies } from "../engine/compiled-study";
import { createWasmMachine } from "../engine/cpu/wasm-machine";
import { fitDrug } from "../engine/fit-drug";
import { modelHashOf, planStudy, type StudyPlan } from "../engine/plan";
import { metricsOf } from "../engine/metrics";
import { outputsOf, parametersOf } from "../engine/describe";
import { version } from "../engine/version";
import { csv } from "../interop/csv";
import { curvesCsv, metricsCsv, type ResultTable } from "../interop/result-csv";
import { isOfMany, parseAnyStudy, parseStudy } from "../interop/study-file";
import { assembleModel } from "../pharmacology/assemble";
import { shippedDrug, shippedDrugs } from "../pharmacology/drugs/library";
import { simulateOn, type BackendName, type Simulated } from "./backends";
import { evidence } from "./evidence";
import { readText, writeTexts } from "./files";
import { peopleTexts, simulateMany } from "./people";
import { refuse, valueOf } from "./refusal";

type Command = (args: readonly string[]) => void | Promise<void>;

export const commands: Readonly<Record<string, Command>> = {
  simulate,
  people,
  drugs,
  outputs,
  parameters,
  evidence,
  fit,
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
    note(used);
    note(text);
    writeOut(values, curves, metrics);
    return;
  }
  const plan = valueOf(planStudy(study, shippedDrug));
  for (const { what, value } of plan.filled) note(`${what} was left open: ${value}`);
  const simulated = await simulateOn(backend, plan);
  note(`${simulated.backend}, ${simulated.result.steps} steps`);
  const table = tableOf(plan, simulated);
  writeOut(values, curvesCsv(table), metricsCsv(table));
}

/** The virtual people of a study and what is told of each. */
function people(args: readonly string[]): void {
  const { values, positionals } = options(args, { out: { type: "string" } });
  const study = valueOf(parseAnyStudy(readText(studyPath("people", positionals))));
  if (!isOfMany(study)) {
    return refuse("one-person", "people", 'describes one person; write "many" to draw people');
  }
  if (values.out !== undefined) {
    writeTexts([{ path: String(values.out), text: peopleTexts(study) }]);
  } else for (const text of peopleTexts(study)) process.stdout.write(text);
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
  values: Readonly<Record<string, unknown>>,
  curves: string,
  metrics: string | Iterable<string>,
): void {
  const { out, metrics: path } = values;
  writeTexts([
    ...(typeof out === "string" ? [{ path: out, text: curves }] : []),
    ...(typeof path === "string" ? [{ path, text: metrics }] : []),
  ]);
  if (out === undefined) process.stdout.write(curves);
}

function planOf(path: string): StudyPlan {
  const study = valueOf(parseStudy(readText(path)));
  return valueOf(planStudy(study, shippedDrug));
}

function wholeModel({ person, drugs: taken }: StudyPlan) {
  return assembleModel({ person, drugs: taken, fed: false });
}

function tableOf(plan: StudyPlan, { backend, result }: Simulated): ResultTable {
  return {
    version,
    title: plan.study.title,
    modelHash: modelHashOf(plan),
    backend,
    massError: result.massError,
    status: result.status,
    times: result.times,
    curves: result.curves.map((curve, i) => {
      const summary = result.summaries[i];
      const administrations = plan.administrations.filter(({ drug }) =>
        curve.name.startsWith(`${drug}/`),
      );
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
