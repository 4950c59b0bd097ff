/** Many people on the command line: what becomes of a dose in them. */
import { planStep } from "../core/compile/stages";
import { createTape } from "../core/compile/tape";
import { rodas } from "../core/numerics/tableaus";
import { CompiledStudies } from "../engine/compiled-study";
import { createWasmMachine } from "../engine/cpu/wasm-machine";
import { acquireGpu } from "../engine/gpu/device";
import { nodeGpu } from "../engine/gpu/node";
import { planCrowd, type CrowdPlan } from "../engine/people/crowd-plan";
import { metricColumns } from "../engine/people/metrics";
import { planPeople, type PeoplePlan } from "../engine/people/people-plan";
import { meanCurves, ribbonPlanOf, ribbonShares, ribbonsOf } from "../engine/people/ribbons";
import { simulatePeople, type PeopleEnd, type Places } from "../engine/people/simulate-people";
import type { RangeResult } from "../engine/people/range";
import { gpuSolver, laneSolver } from "../engine/people/solvers";
import { emptyCounts } from "../engine/people/tile";
import { modelHashOf } from "../engine/plan";
import { version } from "../engine/version";
import {
  peopleMetricsTable,
  ribbonsTable,
  type PeopleMetrics,
  type PeopleOrigin,
} from "../interop/result-tables";
import type { Table } from "../interop/table";
import { shippedDrug } from "../pharmacology/drugs/library";
import type { StudyOfMany } from "../pharmacology/study";
import { thresholdsIn } from "../pharmacology/thresholds";
import type { BackendName } from "./backends";
import { refuse, valueOf } from "./refusal";

export interface PeopleTables {
  readonly backend: string;
  readonly curves: Table;
  readonly metrics: Table;
  readonly note: string;
}

/** @param wantsMetrics whether each person's metrics are kept */
export async function simulateMany(
  study: StudyOfMany,
  backend: BackendName | undefined,
  wantsMetrics: boolean,
): Promise<PeopleTables> {
  const planned = valueOf(planPeople(study, shippedDrug));
  const studies = new CompiledStudies((program, steps) =>
    backend === "tape" ? createTape(program, steps) : createWasmMachine(program, steps, 1),
  );
  const thresholds = valueOf(thresholdsIn(study.thresholds ?? {}, planned.plan));
  const options = { atTimes: true, thresholds };
  const crowd = valueOf(planCrowd(planned.plan, studies, planned.source, options));
  const kept: PeopleMetrics[] = [];
  const progress = new Progress(planned.source.count);
  const size = { count: planned.source.count, countsLength: emptyCounts(crowd).length };
  const { signal } = new AbortController();
  const end = await simulatePeople(size, await placesFor(crowd, backend, signal), {
    signal,
    onRange(range, { done }) {
      progress.tell(done);
      if (wantsMetrics) kept.push(metricsOfRange(crowd, range));
    },
    onRestart: () => kept.splice(0),
  });
  progress.end();
  const origin = originOf(study, planned, end);
  return {
    backend: origin.backend,
    curves: curvesOf(crowd, end, origin),
    metrics: peopleMetricsTable(origin, kept),
    note: `${end.state.solved} of ${end.state.count} people, ${end.state.flagged} solved again alone, ${end.state.missing} failed`,
  };
}

// ——— the parts ———

/** The GPU where it was named, or where there is a real one; the CPU otherwise. */
async function placesFor(
  crowd: CrowdPlan,
  backend: BackendName | undefined,
  signal: AbortSignal,
): Promise<Places> {
  const mayUseGpu = backend === undefined || backend === "webgpu";
  const acquire = async () =>
    acquireGpu({ gpu: await nodeGpu(), allowSoftware: backend === "webgpu", onLost: () => {} });
  let first = mayUseGpu ? await acquire() : undefined;
  if (backend === "webgpu" && first) valueOf(first);
  return {
    async gpu() {
      if (!mayUseGpu) return undefined;
      const acquired = first ?? (await acquire());
      first = undefined;
      if (!acquired.ok) return undefined;
      keptForDawn.push(acquired.value);
      return gpuSolver(crowd, acquired.value, signal);
    },
    cpu() {
      const { program } = crowd.study.compiled;
      const machine =
        backend === "tape"
          ? createTape(program, planStep(rodas))
          : createWasmMachine(program, planStep(rodas), 2);
      return Promise.resolve([laneSolver(crowd, machine)]);
    },
  };
}

/** Dawn aborts the process when its objects are collected. */
const keptForDawn: unknown[] = [];

/** On standard error, once a second. */
class Progress {
  readonly #count: number;
  #last = performance.now();
  #told = false;

  constructor(count: number) {
    this.#count = count;
  }

  tell(done: number): void {
    if (performance.now() - this.#last < 1000) return;
    this.#last = performance.now();
    this.#told = true;
    process.stderr.write(`\r${done} of ${this.#count} people`);
  }

  end(): void {
    if (this.#told) process.stderr.write("\n");
  }
}

/** As numbers in columns, not as rows: of ten million people that is what fits into memory. */
function metricsOfRange(
  crowd: CrowdPlan,
  { measured, people, solved }: RangeResult,
): PeopleMetrics {
  const columns = metricColumns(crowd, { measured, people: people.length });
  for (const { values } of columns) {
    for (let place = 0; place < values.length; place++) {
      if (solved[place] !== 1) values[place] = Number.NaN;
    }
  }
  return { people: Uint32Array.from(people), columns };
}

function originOf(study: StudyOfMany, { plan }: PeoplePlan, end: PeopleEnd): PeopleOrigin {
  const { count, solved, flagged, missing, missingList } = end.state;
  if (end.end === "not-trusted") {
    refuse("not-trusted", "people", "were solved in two ways that disagree; nothing is written");
  }
  return {
    version,
    title: study.title,
    modelHash: modelHashOf(plan),
    seed: study.people.many.seed ?? 1,
    backend: end.backends.join(", then "),
    count,
    solved,
    flagged,
    failed: missing,
    missing: missingList,
    remarks: end.remarks,
  };
}

function curvesOf(crowd: CrowdPlan, { state }: PeopleEnd, origin: PeopleOrigin): Table {
  const ribbons = ribbonPlanOf(crowd);
  const means = meanCurves(ribbons, state.counts);
  return ribbonsTable(
    origin,
    ribbonsOf(ribbons, state.counts).map(({ output, unit, times, quantiles }, i) => ({
      output,
      unit,
      times,
      statistics: [
        ...quantiles.map((values, at) => ({ name: `p${100 * (ribbonShares[at] ?? 0)}`, values })),
        { name: "mean", values: means[i] ?? new Float64Array(times.length) },
      ],
    })),
  );
}
