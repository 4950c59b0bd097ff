/** Solves people of one study, on the GPU or on the CPU: what runs in a worker. */
import { planStep } from "../../core/compile/stages";
import { createTape } from "../../core/compile/tape";
import type { Machine } from "../../core/compile/machine";
import type { Study } from "../../pharmacology/study";
import type { Outcome, Problem } from "../../core/model/model";
import { rodas } from "../../core/numerics/tableaus";
import { shippedDrug } from "../../pharmacology/drugs/library";
import {
  activityCovariates,
  covariates,
  type Covariate,
} from "../../pharmacology/people/covariates";
import { CompiledStudies } from "../compiled-study";
import { createWasmMachine } from "../cpu/wasm-machine";
import { acquireGpu, type Gpu } from "../gpu/device";
import { modelHashOf } from "../plan";
import { copyCoefficients } from "../crowd";
import { solveAlone } from "./alone";
import { laneTiles } from "./lane-tiles";
import { planCrowd, type CrowdPlan } from "./crowd-plan";
import { metricColumns } from "./metrics";
import type {
  OpenedPeople,
  PeoplePlace,
  PeopleRange,
  PeopleRequest,
  PeopleService,
} from "./people-api";
import { planPeople, studyOfPerson, type PeoplePlan } from "./people-plan";
import { solvePeople, type RangeResult } from "./range";
import { ribbonPlanOf, ribbonsOf, type Ribbon } from "./ribbons";
import type { RangeSolver } from "./run";
import { gpuSolver, laneSolver } from "./solvers";
import { emptyCounts, fillTile } from "./tile";

export interface PeopleOptions {
  /** `navigator.gpu`, or what Node was given. */
  readonly gpu: GPU | undefined;
  readonly allowSoftwareGpu: boolean;
  readonly forceTape: boolean;
}

export class PeopleEngine implements PeopleService {
  readonly #options: PeopleOptions;
  #opened: Opened | undefined;
  #work = new AbortController();

  constructor(options: PeopleOptions) {
    this.#options = options;
  }

  async open(request: PeopleRequest, place: PeoplePlace): Promise<Outcome<OpenedPeople>> {
    // first, for most machines have none, and nothing is planned for it in vain
    const gpu = place === "gpu" ? await this.#acquire() : undefined;
    if (gpu && !gpu.ok) return gpu;
    const planned = planPeople(request.study, shippedDrug);
    if (!planned.ok) return planned;
    const { plan, source } = planned.value;
    const studies = new CompiledStudies((program, steps): Machine =>
      this.#options.forceTape ? createTape(program, steps) : createWasmMachine(program, steps, 1),
    );
    const crowd = planCrowd(plan, studies, source, {
      ...(request.thresholds && { thresholds: request.thresholds }),
    });
    if (!crowd.ok) return crowd;
    const solver = await this.#solverFor(crowd.value, gpu?.value);
    if (!solver.ok) return solver;
    const told = covariatesOf(planned.value);
    this.#opened = { ...planned.value, request, crowd: crowd.value, solver: solver.value, told };
    return { ok: true, value: describe(this.#opened) };
  }

  size(): Promise<number> {
    return Promise.resolve(this.#opened?.solver.size() ?? 1);
  }

  async solve(first: number, end: number, spare?: Uint32Array): Promise<PeopleRange | undefined> {
    const opened = this.#get();
    const range = await opened.solver.solve(first, end, this.#work.signal, spare);
    return range && shown(range, opened);
  }

  async ribbonsOf(people: readonly number[]): Promise<readonly Ribbon[] | undefined> {
    const { crowd } = this.#get();
    const tiles = laneTiles(crowd, this.#lanes(crowd));
    const solved = await solvePeople(crowd, tiles, people, this.#work.signal);
    return solved && ribbonsOf(ribbonPlanOf(crowd), solved.counts);
  }

  curvesOf(person: number): Promise<Outcome<readonly Float64Array[]>> {
    const { crowd } = this.#get();
    const { tile, missing } = fillTile(crowd, [person]);
    const [gone] = missing;
    if (gone) return Promise.resolve(failed(person, gone.why));
    const copy = (target: Float64Array) => copyCoefficients(tile.coefficients, 1, 0, target);
    const { curves, why } = solveAlone(crowd, copy, tile.weightsKg[0] ?? Number.NaN);
    if (why !== undefined) return Promise.resolve(failed(person, why));
    const { outputs, countedRows } = crowd;
    const value = outputs.map(({ factor }, output) =>
      Float64Array.from(
        countedRows,
        (row) => (curves[row * outputs.length + output] ?? Number.NaN) * factor,
      ),
    );
    return Promise.resolve({ ok: true, value });
  }

  studyOf(person: number): Promise<Outcome<Study>> {
    return Promise.resolve(studyOfPerson(this.#get(), person));
  }

  stop(): Promise<void> {
    this.#work.abort();
    this.#work = new AbortController();
    return Promise.resolve();
  }

  async isLost(): Promise<boolean> {
    return (await this.#opened?.solver.isLost?.()) ?? false;
  }

  // ——— the parts ———

  #get(): Opened {
    if (!this.#opened) throw new RangeError("no study was opened");
    return this.#opened;
  }

  async #solverFor(crowd: CrowdPlan, gpu: Gpu | undefined): Promise<Outcome<RangeSolver>> {
    if (!gpu) return { ok: true, value: laneSolver(crowd, this.#lanes(crowd)) };
    const solver = await gpuSolver(crowd, gpu, this.#work.signal);
    return solver ? { ok: true, value: solver } : { ok: false, problems: [stopped] };
  }

  #lanes({ study }: CrowdPlan): Machine {
    const { program } = study.compiled;
    return this.#options.forceTape
      ? createTape(program, planStep(rodas))
      : createWasmMachine(program, planStep(rodas), 2);
  }

  #acquire(): Promise<Outcome<Gpu>> {
    const { gpu, allowSoftwareGpu } = this.#options;
    return acquireGpu({ gpu, allowSoftware: allowSoftwareGpu, onLost: () => {} });
  }
}

interface Opened extends PeoplePlan {
  readonly request: PeopleRequest;
  readonly crowd: CrowdPlan;
  readonly solver: RangeSolver;
  readonly told: readonly Covariate[];
}

function failed(person: number, why: string): Outcome<never> {
  return {
    ok: false,
    problems: [{ code: "failed", subject: `person ${person + 1}`, message: why }],
  };
}

const stopped: Problem = { code: "cancelled", subject: "people", message: "were stopped" };

/** Of the body always, of enzymes those that the study's drugs meet. */
function covariatesOf({ plan, population }: PeoplePlan): readonly Covariate[] {
  const enzymes = plan.drugs.flatMap(({ metabolism }) => metabolism.map(({ enzyme }) => enzyme));
  const known = [...new Set(enzymes)].filter((id) => id in population.typical.liverActivity);
  return [...covariates, ...activityCovariates(known)];
}

function describe({ crowd, plan, solver, source, told }: Opened): OpenedPeople {
  return {
    ...ribbonPlanOf(crowd),
    name: solver.name,
    count: source.count,
    countsLength: emptyCounts(crowd).length,
    covariates: told.map(({ id, name, unit }) => ({ id, name, unit })),
    modelHash: modelHashOf(plan),
    doseTimes: plan.administrations.map(({ drug, atHours, overHours, amountMg }) => ({
      drug,
      atHours,
      overHours,
      amountMg,
    })),
  };
}

/** Drawing a person once more costs less than keeping everybody. */
function shown(result: RangeResult, { crowd, population, told, request }: Opened): PeopleRange {
  const { measured, ...range } = result;
  if (range.first >= (request.told ?? Infinity)) return { ...range, columns: [], covariates: [] };
  const drawn = Array.from(range.people, (k) => population.draw(k));
  return {
    ...range,
    columns: metricColumns(crowd, { measured, people: range.people.length }),
    covariates: told.map(({ of }) =>
      Float32Array.from(drawn, (one) => (one.ok ? of(one.person) : Number.NaN)),
    ),
  };
}
