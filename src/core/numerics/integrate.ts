/**
 * Adaptive integration of one person, with exact stops at everything that is given.
 *
 * Works on any machine with one lane; knows no model. Step control is the usual PI rule
 * (Hairer & Wanner II, section IV.2) on the largest component error. Results between steps come
 * from the method's continuous extension, so recording often costs no steps.
 */
import type { Machine } from "../compile/machine";
import { breakpoints, type Breakpoint, type Given } from "./timeline";

export interface IntegrationRequest {
  readonly given: Given;
  readonly fromHours: number;
  readonly untilHours: number;
  /** Times to report, ascending, within the span. */
  readonly times: Float64Array | readonly number[];
  readonly relative: number;
  /** Called with the index of each time, in order; `machine.between` holds the state. */
  readonly onSample?: (index: number) => void;
  /** Called before each event, while `machine.state` is still what it was. */
  readonly onEvent?: (atHours: number) => void;
  /** Called for each step that is taken, while `machine.interpolate` still covers it. */
  readonly onStep?: (endHours: number, step: number) => void;
}

export type IntegrationStatus = "ok" | "step-error" | "non-finite";

export interface IntegrationResult {
  readonly status: IntegrationStatus;
  readonly steps: number;
  readonly rejected: number;
  /** Where it ended: the end of the span, or where it failed. */
  readonly atHours: number;
}

const safety = 0.9;
const mostGrowth = 6;
const leastGrowth = 0.1;
const smallestStep = 1e-9;
const mostSteps = 200_000;

/** Integrates from `machine.state` as it stands; leaves the last state there. */
export function integrate(machine: Machine, request: IntegrationRequest): IntegrationResult {
  const run = new Run(machine, request);
  const stops = breakpoints(request.given).filter(
    ({ atHours }) => atHours >= request.fromHours && atHours <= request.untilHours,
  );
  for (const stop of stops) {
    if (!run.advanceTo(stop.atHours)) return run.result();
    request.onEvent?.(stop.atHours);
    run.apply(stop);
  }
  run.advanceTo(request.untilHours);
  run.sampleHere();
  return run.result();
}

// ——— the parts ———

class Run {
  readonly #machine: Machine;
  readonly #request: IntegrationRequest;
  #status: IntegrationStatus = "ok";
  #at: number;
  #step: number;
  #lastError = 1;
  #steps = 0;
  #rejected = 0;
  #nextSample = 0;

  constructor(machine: Machine, request: IntegrationRequest) {
    this.#machine = machine;
    this.#request = request;
    this.#at = request.fromHours;
    this.#step = startingStep;
  }

  result(): IntegrationResult {
    return {
      status: this.#status,
      steps: this.#steps,
      rejected: this.#rejected,
      atHours: this.#at,
    };
  }

  /** Amounts jump: what was smooth is not, so the step starts small again. */
  apply({ additions, forcings }: Breakpoint): void {
    const { state, forcings: values } = this.#machine;
    for (const { state: index, amount } of additions) {
      state[index] = (state[index] ?? 0) + amount;
    }
    for (const { forcing, value } of forcings) values[forcing] = value;
    this.#step = Math.min(this.#step, startingStep);
    this.#lastError = 1;
  }

  /** @returns false if it could not get there */
  advanceTo(end: number): boolean {
    // rounding in the sum of steps must not leave a sliver that needs a step of its own
    const sliver = 1e-12 * Math.max(1, Math.abs(end));
    while (end - this.#at > sliver) {
      if (this.#steps + this.#rejected > mostSteps || this.#step < smallestStep) {
        this.#status = "step-error";
        return false;
      }
      this.#tryStep(end);
      if (this.#status !== "ok") return false;
    }
    this.#at = end;
    return true;
  }

  #tryStep(end: number): void {
    const left = end - this.#at;
    // two equal steps to the end rather than one long and one tiny
    const h = left <= this.#step ? left : Math.min(this.#step, left / 2);
    const error = this.#machine.step(h, this.#request.relative)[0] ?? Number.NaN;
    if (!(error <= 1)) {
      this.#rejected++;
      if (!Number.isFinite(error) && h < 1e3 * smallestStep) this.#status = "non-finite";
      this.#step = h * (Number.isFinite(error) ? this.#growth(error, true) : leastGrowth);
      return;
    }
    this.#steps++;
    this.#sampleWithin(h, end);
    this.#request.onStep?.(this.#at + h, h);
    this.#machine.accept();
    this.#at += h;
    const growth = this.#growth(Math.max(error, 1e-4), false);
    // a step cut short by the end says little about how long the next may be
    this.#step = h < 0.99 * this.#step ? Math.max(this.#step, h * growth) : h * growth;
    this.#lastError = Math.max(error, 1e-4);
  }

  #growth(error: number, rejected: boolean): number {
    const power = 1 / (this.#machine.plan.method.embeddedOrder + 1);
    const factor = rejected
      ? safety * error ** -power
      : safety * error ** (-0.7 * power) * this.#lastError ** (0.4 * power);
    return Math.min(mostGrowth, Math.max(leastGrowth, factor));
  }

  /** Reports the times inside the step that was just tried, its end excluded. */
  #sampleWithin(h: number, end: number): void {
    const { times, onSample } = this.#request;
    const after = Math.min(this.#at + h, end);
    for (;;) {
      const time = times[this.#nextSample];
      if (time === undefined || time >= after) return;
      this.#machine.interpolate(Math.max(0, (time - this.#at) / h));
      onSample?.(this.#nextSample++);
    }
  }

  /** Reports the times at the very end. */
  sampleHere(): void {
    if (this.#status !== "ok") return;
    const { times, onSample } = this.#request;
    this.#machine.between.set(this.#machine.state);
    while (times[this.#nextSample] !== undefined) onSample?.(this.#nextSample++);
  }
}

/** After a jump, in h: about the fastest exchange of blood; error control shortens it if need be. */
const startingStep = 1e-3;
