/**
 * Learns about one person: what runs in a worker. Draws are shared with other workers where there
 * are any.
 */
import { resample } from "../../core/inference/weighted";
import { planStep } from "../../core/compile/stages";
import { createTape } from "../../core/compile/tape";
import type { Machine } from "../../core/compile/machine";
import { hashOf } from "../../core/model/hash";
import type { Outcome } from "../../core/model/model";
import { normal } from "../../core/numerics/random";
import { rodas } from "../../core/numerics/tableaus";
import { shippedDrug } from "../../pharmacology/drugs/library";
import type { Twin } from "../../pharmacology/twin/twin";
import { CompiledStudies } from "../compiled-study";
import { createWasmMachine } from "../cpu/wasm-machine";
import type { CrowdPlan } from "../people/crowd-plan";
import { curvesOf, doubtsOf, drugOf, exposuresOf, levelsOf, traitsMoved } from "./answer";
import {
  joinParts,
  openCloud,
  type Cloud,
  type CloudMachines,
  type CloudPart,
  type CloudShape,
} from "./cloud";
import { Learner, type Learnt, type LearnOptions } from "./learn";
import { levelPlans } from "./level-plans";
import { plannedLevels, studyOfTwin, type TwinStudy } from "./plan-twin";
import type { CloudAssistant, LevelPlan, TwinAnswer, WhatIfAnswer } from "./twin-api";
import { whatIfOf } from "./what-if";

export interface TwinEngineOptions {
  readonly forceTape: boolean;
}

/** Draws between two looks at whether to stop. */
const drawsAtOnce = 100;
/** Bodies of a what-if. */
const whatIfBodies = 1000;

interface Open {
  readonly key: string;
  readonly study: TwinStudy;
  readonly cloud: Cloud;
  readonly learner: Learner;
}

export class TwinEngine {
  readonly #machines: CloudMachines;
  readonly #backend: string;
  readonly #assistants: CloudAssistant[] = [];
  /** For another worker. */
  #assisting: Cloud | undefined;
  #open: Open | undefined;
  #learnt: Learnt | undefined;
  #work = new AbortController();

  constructor({ forceTape }: TwinEngineOptions) {
    this.#backend = forceTape ? "CPU · interpreter · f64" : "CPU · WebAssembly · f64";
    this.#machines = {
      studies: new CompiledStudies((program, steps): Machine =>
        forceTape ? createTape(program, steps) : createWasmMachine(program, steps, 1),
      ),
      lanes: ({ study: { compiled } }: CrowdPlan) =>
        forceTape
          ? createTape(compiled.program, planStep(rodas))
          : createWasmMachine(compiled.program, planStep(rodas), 2),
    };
  }

  addAssistant(assistant: CloudAssistant): void {
    this.#assistants.push(assistant);
    this.#open = undefined;
  }

  openCloud(study: TwinStudy): Outcome<CloudShape> {
    const opened = openCloud(study, shippedDrug, this.#machines);
    if (!opened.ok) return opened;
    this.#assisting = opened.value;
    return { ok: true, value: opened.value.shape };
  }

  solveCloud(latents: Float64Array): CloudPart {
    if (!this.#assisting) throw new RangeError("no cloud was opened");
    return this.#assisting.solve(latents);
  }

  async learn(
    twin: Twin,
    nowMs: number,
    onPreview: (answer: TwinAnswer) => void,
    options: LearnOptions = {},
  ): Promise<Outcome<TwinAnswer>> {
    const begun = performance.now();
    const signal = this.#begin();
    const opened = await this.#openFor(twin, nowMs, options, signal);
    if (!opened.ok) return opened;
    const { study, learner } = opened.value;
    await learner.open();
    const levels = plannedLevels(twin, study, nowMs);
    const preview = learner.preview(levels);
    const quick = await learner.mostProbable(preview);
    if (signal.aborted) return cancelled;
    const said = (learnt: Learnt, isPreview: boolean): TwinAnswer => ({
      ...this.#answer(opened.value, learnt, begun),
      laplace: study.frame.drugs.length > 0 ? laplaceOf(opened.value, quick) : [],
      ageDays: levels.length > 0 ? Math.min(...levels.map(({ ageDays }) => ageDays)) : undefined,
      isPreview,
    });
    if (levels.length > 0) onPreview(said(preview, true));
    const learnt = await learner.learn(levels, signal);
    if (signal.aborted) return cancelled;
    this.#learnt = learnt;
    return { ok: true, value: said(learnt, false) };
  }

  plan(): readonly LevelPlan[] {
    if (!this.#open || !this.#learnt) return [];
    return levelPlans(this.#open.cloud.shape, this.#learnt);
  }

  async whatIf(changed: Twin, nowMs: number): Promise<Outcome<WhatIfAnswer>> {
    const [usual, learnt] = [this.#open, this.#learnt];
    if (!usual || !learnt) throw new RangeError("nothing was learnt yet");
    const study = studyOfTwin(changed, { nowMs });
    if (!study.ok) return study;
    const aligned = alignedWith(study.value, usual.study);
    const other = openCloud(aligned, shippedDrug, this.#machines);
    if (!other.ok) return other;
    const chosen = resample(learnt.posterior, whatIfBodies, 0.5);
    return {
      ok: true,
      value: await whatIfOf({
        usual: { study: usual.study, shape: usual.cloud.shape, learnt },
        changed: { study: aligned, cloud: other.value },
        chosen,
        extra: (body, index) => normal(2, body, index),
        breathe: () => this.#breathe(),
      }),
    };
  }

  stop(): void {
    this.#work.abort();
  }

  // ——— the parts ———

  #begin(): AbortSignal {
    this.#work.abort();
    this.#work = new AbortController();
    return this.#work.signal;
  }

  /** The cloud that is open, where it serves this twin too. */
  async #openFor(
    twin: Twin,
    nowMs: number,
    options: LearnOptions,
    signal: AbortSignal,
  ): Promise<Outcome<Open>> {
    const made = studyOfTwin(twin, { nowMs });
    if (!made.ok) return made;
    const study = made.value;
    const key = hashOf({ study, options });
    if (this.#open?.key === key) return { ok: true, value: this.#open };
    const opened = openCloud(study, shippedDrug, this.#machines);
    if (!opened.ok) return opened;
    const cloud = opened.value;
    const shapes = await Promise.all(
      this.#assistants.map((assistant) => assistant.openCloud(study)),
    );
    const refused = shapes.find((shape) => !shape.ok);
    if (refused && !refused.ok) return refused;
    if (signal.aborted) return cancelled;
    const learner = new Learner(cloud.shape, (latents) => this.#solve(cloud, latents), options);
    this.#open = { key, study, cloud, learner };
    this.#learnt = undefined;
    return { ok: true, value: this.#open };
  }

  /** Rows are dealt out evenly; this worker takes its share in small pieces. */
  async #solve(cloud: Cloud, latents: Float64Array): Promise<CloudPart> {
    const { dimensions } = cloud.shape;
    const count = latents.length / dimensions;
    const workers = this.#assistants.length + 1;
    const share = Math.ceil(count / workers);
    const rows = (worker: number) =>
      latents.slice(worker * share * dimensions, (worker + 1) * share * dimensions);
    const others = this.#assistants.map((assistant, i) => assistant.solveCloud(rows(i + 1)));
    const own: CloudPart[] = [];
    const mine = rows(0);
    for (let at = 0; at < mine.length; at += drawsAtOnce * dimensions) {
      own.push(cloud.solve(mine.subarray(at, at + drawsAtOnce * dimensions)));
      await this.#breathe();
    }
    return joinParts([...own, ...(await Promise.all(others))]);
  }

  #breathe(): Promise<void> {
    return new Promise((resolve) => {
      setTimeout(resolve);
    });
  }

  #answer(
    { study, cloud: { shape } }: Open,
    learnt: Learnt,
    begun: number,
  ): Omit<TwinAnswer, "laplace" | "ageDays" | "isPreview"> {
    return {
      originMs: study.originMs,
      windowHours: [study.window.fromHours, study.window.untilHours],
      open: study.known.open,
      curves: curvesOf(shape, learnt),
      exposures: exposuresOf(shape, learnt),
      levels: levelsOf(shape, learnt),
      doubts: doubtsOf(shape, study, learnt),
      traits: traitsMoved(shape, learnt),
      effective: learnt.effective,
      draws: learnt.draws.count,
      logEvidence: learnt.logEvidence,
      tookMs: performance.now() - begun,
      backend: `${this.#backend} · ${this.#assistants.length + 1} workers`,
    };
  }
}

const cancelled: Outcome<never> = {
  ok: false,
  problems: [{ code: "cancelled", subject: "the twin", message: "was stopped" }],
};

function laplaceOf(
  { cloud: { shape } }: Open,
  quick: Awaited<ReturnType<Learner["mostProbable"]>>,
): TwinAnswer["laplace"] {
  return shape.outputs.flatMap((name, output) => {
    const area = quick?.areas[output];
    return area ? [{ drug: drugOf(name), area }] : [];
  });
}

/** The other study, over the hours and the window of this one, so that curves lie side by side. */
function alignedWith(other: TwinStudy, { originMs, window, frame }: TwinStudy): TwinStudy {
  const shift = (other.originMs - originMs) / 3_600_000;
  return {
    ...other,
    originMs,
    window,
    frame: {
      ...other.frame,
      doses: other.frame.doses.map((dose) => ({ ...dose, atHours: dose.atHours + shift })),
      fromHours: Math.min(0, shift),
      untilHours: Math.max(frame.untilHours ?? 0, (other.frame.untilHours ?? 0) + shift),
    },
  };
}
