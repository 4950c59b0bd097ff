/**
 * From people like somebody to that person: a cloud of draws, and what each is worth once levels
 * are known.
 *
 * The cloud begins with draws of the prior, solved once. Levels weigh them; that alone is exact, but
 * few draws remain that count. So draws are added where the levels point to
 * (core/inference/informed), weighed against the mixture of all that was drawn from, until enough
 * of them count. Draws that were solved are never solved again: another level weighs them anew.
 */
import {
  logRatio,
  normalsFor,
  placedBy,
  proposalFrom,
  propose,
  type Proposal,
} from "../../core/inference/informed";
import { effectiveDraws, weightsFrom } from "../../core/inference/weighted";
import { normal } from "../../core/numerics/random";
import { joined, type CloudDraws, type CloudShape, type SolveDraws } from "./cloud";
import {
  logLikelihood,
  logErrorOf,
  occasionsOf,
  readCurve,
  readLevels,
  usualErrors,
  type Errors,
  type ReadLevel,
} from "./likelihood";
import { errorModel } from "../../pharmacology/twin/error-model";
import { mostProbable, type MostProbable } from "./most-probable";
import type { PlannedLevel } from "./plan-twin";

export interface LearnOptions {
  readonly seed?: number;
  /** Draws of the prior. */
  readonly priorDraws?: number;
  /** Draws that have to count at least. */
  readonly leastEffective?: number;
  readonly mostDraws?: number;
  /** Added at once. */
  readonly roundDraws?: number;
}

const usual = {
  seed: 1,
  priorDraws: 2000,
  leastEffective: 1000,
  mostDraws: 16_000,
  roundDraws: 1000,
} as const satisfies Required<LearnOptions>;

export interface Learnt {
  readonly draws: CloudDraws;
  /** By draw, summing to 1. */
  readonly prior: Float64Array;
  readonly posterior: Float64Array;
  readonly effective: number;
  /** Levels that were learnt from. */
  readonly levels: readonly ReadLevel[];
  readonly errors: Errors;
  /** How probable the levels are, a logarithm. */
  readonly logEvidence: number;
  /** Where the informed draws were taken. */
  readonly proposals: number;
}

/** Below so many draws that count, weights are flattened before lines are fitted to them. */
const leastForLines = 300;
const leastForLooks = 50;
/** From so many on, a proposal is placed by the draws rather than by the lines. */
const leastForPlacing = 150;

export class Learner {
  readonly #shape: CloudShape;
  readonly #solve: SolveDraws;
  readonly #options: Required<LearnOptions>;
  readonly #proposals: { readonly proposal: Proposal; readonly draws: number }[] = [];
  #draws: CloudDraws;
  #priorDraws = 0;
  #additive: readonly number[] = [];

  constructor(shape: CloudShape, solve: SolveDraws, options: LearnOptions = {}) {
    this.#shape = shape;
    this.#solve = solve;
    this.#options = { ...usual, ...options };
    this.#draws = emptyDraws();
  }

  /** Solves the draws of the prior; once. */
  async open(): Promise<void> {
    if (this.#priorDraws > 0) return;
    const count = this.#options.priorDraws;
    await this.#add(this.#normals(0, count, this.#shape.dimensions));
    this.#priorDraws = count;
    this.#additive = this.#shape.outputs.map((_, output) => this.#assayError(output));
  }

  /** What the draws that are there say of these levels; nothing is solved. */
  weigh(planned: readonly PlannedLevel[]): Learnt {
    const levels = readLevels(planned, this.#shape);
    const errors = usualErrors(this.#additive);
    const likelihoods = this.#likelihoods(levels, errors);
    return this.#learnt(levels, errors, likelihoods);
  }

  /** A first look: weights flattened until enough of the draws that are there count. */
  preview(planned: readonly PlannedLevel[]): Learnt {
    const learnt = this.weigh(planned);
    const posterior = flattened(learnt.posterior, leastForLooks);
    return { ...learnt, posterior, effective: effectiveDraws(posterior) };
  }

  /** @param onRound  after each round, with how many draws count so far */
  async learn(
    planned: readonly PlannedLevel[],
    signal: AbortSignal,
    onRound: (learnt: Learnt) => void = () => {},
  ): Promise<Learnt> {
    let learnt = this.weigh(planned);
    while (this.#needsMore(learnt) && !signal.aborted) {
      const proposal = this.#nextProposal(learnt);
      if (!proposal) break;
      await this.#addFrom(proposal);
      learnt = this.weigh(planned);
      onRound(learnt);
    }
    return learnt;
  }

  /** The quick way to the same, along the directions that the levels inform. */
  mostProbable({ levels, errors, prior }: Learnt): Promise<MostProbable | undefined> {
    const lines = this.#linesBy(prior, levels, errors);
    return lines
      ? mostProbable({
          shape: this.#shape,
          solve: this.#solve,
          directions: lines.directions,
          levels,
          errors,
          draws: this.#draws,
          priorDraws: this.#priorDraws,
        })
      : Promise.resolve(undefined);
  }

  // ——— the parts ———

  #needsMore({ effective, levels, draws }: Learnt): boolean {
    return (
      levels.length > 0 &&
      effective < this.#options.leastEffective &&
      draws.count < this.#options.mostDraws
    );
  }

  #normals(first: number, count: number, each: number, stream = 0): Float64Array {
    const { seed } = this.#options;
    const normals = new Float64Array(count * each);
    for (let k = 0; k < count; k++) {
      for (let i = 0; i < each; i++) normals[k * each + i] = normal(seed, first + k, i, stream);
    }
    return normals;
  }

  async #addFrom(proposal: Proposal): Promise<void> {
    const { dimensions } = this.#shape;
    const count = this.#options.roundDraws;
    const first = this.#draws.count;
    const latents = this.#normals(first, count, dimensions);
    const each = normalsFor(proposal);
    const steps = this.#normals(first, count, each, 1);
    for (let k = 0; k < count; k++) {
      propose(proposal, latents, k * dimensions, steps.subarray(k * each, (k + 1) * each));
    }
    await this.#add(latents);
    this.#proposals.push({ proposal, draws: count });
  }

  async #add(latents: Float64Array): Promise<void> {
    const part = await this.#solve(latents);
    const before = this.#draws;
    this.#draws = {
      count: before.count + part.draws,
      latents: joined(Float64Array, [before.latents, latents]),
      curves: joined(Float32Array, [before.curves, part.curves]),
      areas: joined(Float64Array, [before.areas, part.areas]),
      traits: joined(Float64Array, [before.traits, part.traits]),
      solved: joined(Uint8Array, [before.solved, part.solved]),
    };
  }

  /** A share of the highest level of the draw in the middle. */
  #assayError(output: number): number {
    const peaks: number[] = [];
    for (let draw = 0; draw < this.#draws.count; draw++) {
      if (this.#draws.solved[draw] === 0) continue;
      const offset = this.#offset(draw, output);
      let most = 0;
      for (let row = 0; row < this.#shape.hours.length; row++) {
        most = Math.max(most, this.#draws.curves[offset + row] ?? 0);
      }
      peaks.push(most);
    }
    const middle = peaks.toSorted((a, b) => a - b)[peaks.length >> 1] ?? 0;
    return errorModel.additive.value * middle;
  }

  #offset(draw: number, output: number): number {
    return (draw * this.#shape.outputs.length + output) * this.#shape.hours.length;
  }

  #likelihoods(levels: readonly ReadLevel[], errors: Errors): Float64Array {
    const occasions = occasionsOf(levels);
    const { count, curves, solved } = this.#draws;
    const logs = new Float64Array(count);
    for (let draw = 0; draw < count; draw++) {
      logs[draw] =
        solved[draw] === 0
          ? -Infinity
          : logLikelihood(occasions, errors, curves, (output) => this.#offset(draw, output));
    }
    return logs;
  }

  #learnt(levels: readonly ReadLevel[], errors: Errors, likelihoods: Float64Array): Learnt {
    const mixture = this.#mixture();
    const prior = weightsFrom(
      mixture.map((log, draw) => (this.#draws.solved[draw] === 0 ? -Infinity : -log)),
    );
    const posterior = weightsFrom(likelihoods.map((log, draw) => log - (mixture[draw] ?? 0)));
    return {
      draws: this.#draws,
      prior,
      posterior,
      logEvidence: logMean(likelihoods, prior),
      effective: effectiveDraws(posterior),
      levels,
      errors,
      proposals: this.#proposals.length,
    };
  }

  /** Logarithm of the density that each draw was drawn from, over the prior's. */
  #mixture(): Float64Array {
    const { count, latents } = this.#draws;
    const { dimensions } = this.#shape;
    const logs = new Float64Array(count);
    if (this.#proposals.length === 0) return logs;
    for (let draw = 0; draw < count; draw++) {
      let sum = this.#priorDraws;
      for (const { proposal, draws } of this.#proposals) {
        sum += draws * Math.exp(logRatio(proposal, latents, draw * dimensions));
      }
      logs[draw] = Math.log(sum / count);
    }
    return logs;
  }

  #nextProposal({ posterior, effective, levels, errors }: Learnt): Proposal | undefined {
    const lines = this.#linesBy(flattened(posterior, leastForLines), levels, errors);
    if (!lines || effective < leastForPlacing) return lines;
    const { dimensions } = this.#shape;
    return placedBy(lines, { dimensions, latents: this.#draws.latents, weights: posterior });
  }

  /** The directions that levels inform where these draws are. */
  #linesBy(
    weights: Float64Array,
    levels: readonly ReadLevel[],
    errors: Errors,
  ): Proposal | undefined {
    if (levels.length === 0) return undefined;
    const { count, latents, curves } = this.#draws;
    const predicted = new Float64Array(count * levels.length);
    const spread = new Float64Array(levels.length);
    for (let draw = 0; draw < count; draw++) {
      const weight = weights[draw] ?? 0;
      if (weight === 0) continue;
      levels.forEach((read, j) => {
        const at = readCurve(read.reading, curves, this.#offset(draw, read.output));
        predicted[draw * levels.length + j] = Math.log(at.value);
        const error = Math.hypot(logErrorOf(read, at, errors), errors.betweenOccasions);
        spread[j] = (spread[j] ?? 0) + weight * error;
      });
    }
    return proposalFrom({
      dimensions: this.#shape.dimensions,
      latents,
      predicted,
      weights,
      observed: Float64Array.from(levels, ({ level }) =>
        Math.log(level.isBelow ? level.mgPerL / 2 : level.mgPerL),
      ),
      errors: spread.map((error, j) => (levels[j]?.level.isBelow ? 2 * error : error)),
    });
  }
}

/** ln Σ w exp(log). */
function logMean(logs: Float64Array, weights: Float64Array): number {
  const most = logs.reduce((max, log) => Math.max(max, log), -Infinity);
  const sum = logs.reduce((all, log, i) => all + (weights[i] ?? 0) * Math.exp(log - most), 0);
  return most + Math.log(sum);
}

function emptyDraws(): CloudDraws {
  return {
    count: 0,
    latents: new Float64Array(0),
    curves: new Float32Array(0),
    areas: new Float64Array(0),
    traits: new Float64Array(0),
    solved: new Uint8Array(0),
  };
}

/** Weights to a power at which enough draws count. */
function flattened(weights: Float64Array, least: number): Float64Array {
  let power = 1;
  let flat = weights;
  while (effectiveDraws(flat) < least && power > 0.01) {
    power *= 0.7;
    flat = weightsFrom(weights.map((weight) => power * Math.log(weight)));
  }
  return flat;
}
