/**
 * Bodies that a twin may have, solved on the CPU: rows of normals in, curves and areas out.
 *
 * The steps are a crowd's (people/crowd-plan), so a draw costs as much as one of its people. Steps
 * that are a little too coarse for a draw are let pass: what they are off is far below what a level
 * can tell. Draws that are nobody, or cannot be solved, are marked.
 */
import type { Machine } from "../../core/compile/machine";
import type { Outcome } from "../../core/model/model";
import { normal } from "../../core/numerics/random";
import type { Person } from "../../pharmacology/body/person";
import { parameterWriter } from "../../pharmacology/assemble";
import { rowLength, TwinPrior } from "../../pharmacology/twin/prior";
import { traitsOf, type Trait } from "../../pharmacology/twin/traits";
import type { CompiledStudies } from "../compiled-study";
import { runSchedule } from "../cpu/lanes";
import { copyCoefficients, type Member } from "../crowd";
import { planCrowd, type CrowdPlan } from "../people/crowd-plan";
import { fillTile, type Tile } from "../people/tile";
import type { Administration } from "../administrations";
import type { DrugLookup } from "../plan";
import { dosesOfStudy, historyCount, historyOf, isDoubtful } from "./histories";
import { planTwin, type TwinStudy } from "./plan-twin";

export interface CloudShape {
  /** Normals that make a draw. */
  readonly dimensions: number;
  /** Of each row of a curve; twice where something is given, before and after. */
  readonly hours: Float64Array;
  /** Names, one curve each; mg/L. */
  readonly outputs: readonly string[];
  readonly traits: readonly Pick<Trait, "id" | "name" | "unit">[];
  /** Rows at which the window of the areas begins and ends. */
  readonly windowRows: readonly [number, number];
}

export interface CloudPart {
  readonly draws: number;
  /** [(draw * outputs + output) * rows + row], mg/L. */
  readonly curves: Float32Array;
  /** [draw * outputs + output], mg h/L over the window. */
  readonly areas: Float64Array;
  /** [draw * traits + trait] */
  readonly traits: Float64Array;
  /** 0 where the draw is nobody, or could not be solved. */
  readonly solved: Uint8Array;
}

/** Solves rows of normals; several may work on them. */
export type SolveDraws = (latents: Float64Array) => Promise<CloudPart>;

/** All draws so far. */
export interface CloudDraws {
  readonly count: number;
  readonly latents: Float64Array;
  readonly curves: Float32Array;
  readonly areas: Float64Array;
  readonly traits: Float64Array;
  readonly solved: Uint8Array;
}

/** Above this many tolerances, of which a crowd allows three, a draw is thrown away. */
const mostError = 100;
/** Of a step's error: areas are within 5e-6 of those by a crowd's steps, with a tenth fewer of them. */
const cloudShare = 1e-2;
/** Far above any draw. */
const pilotsFrom = 2 ** 40;
const pilotSeed = 1;

export class Cloud {
  readonly shape: CloudShape;
  readonly #crowd: CrowdPlan;
  readonly #machine: Machine;
  readonly #rows: DrawnRows;
  readonly #traits: readonly Trait[];
  readonly #weights: Float64Array;

  constructor(crowd: CrowdPlan, machine: Machine, rows: DrawnRows) {
    this.#crowd = crowd;
    this.#machine = machine;
    this.#rows = rows;
    this.#traits = traitsOf(crowd.plan.drugs, crowd.plan.model);
    this.#weights = new Float64Array(machine.lanes);
    machine.absolute.forEach((_, i) => {
      machine.absolute[i] = crowd.absolute[Math.floor(i / machine.lanes)] ?? Infinity;
    });
    const hours = crowd.schedule.recordHours;
    const [from = 0, until = 0] = crowd.plan.times;
    this.shape = {
      dimensions: rows.dimensions,
      hours,
      outputs: crowd.outputs.map(({ name }) => name),
      traits: this.#traits.map(({ id, name, unit }) => ({ id, name, unit })),
      windowRows: [hours.lastIndexOf(from), hours.lastIndexOf(until)],
    };
  }

  solve(latents: Float64Array): CloudPart {
    const draws = latents.length / this.shape.dimensions;
    const { outputs, hours, traits } = this.shape;
    const part = {
      draws,
      curves: new Float32Array(draws * outputs.length * hours.length),
      areas: new Float64Array(draws * outputs.length),
      traits: new Float64Array(draws * traits.length),
      solved: new Uint8Array(draws),
    };
    this.#rows.load(latents, (draw, person, row) => {
      this.#traits.forEach(({ of }, i) => {
        part.traits[draw * traits.length + i] = of(person, row);
      });
    });
    const { tile } = fillTile(this.#crowd, Array.from({ length: draws }, (_, i) => i).keys());
    for (let first = 0; first < tile.people.length; first += this.#machine.lanes) {
      this.#solveLanes(tile, first, part);
    }
    return part;
  }

  #solveLanes(tile: Tile, first: number, part: CloudPart): void {
    const { lanes, state } = this.#machine;
    const { outputs, schedule } = this.#crowd;
    for (let lane = 0; lane < lanes; lane++) {
      this.#load(tile, Math.min(first + lane, tile.people.length - 1), lane);
    }
    const [from, until] = this.shape.windowRows;
    const before = new Float64Array(outputs.length * lanes);
    const areas = new Float64Array(outputs.length * lanes);
    const { records, worst } = runSchedule(this.#machine, schedule, this.#weights, {
      rowsOf: (lane) => this.#given(tile, Math.min(first + lane, tile.people.length - 1)),
      onRecord: (row) => {
        if (row !== from && row !== until) return;
        outputs.forEach(({ areaState }, output) => {
          for (let lane = 0; lane < lanes; lane++) {
            const area = state[areaState * lanes + lane] ?? Number.NaN;
            (row === from ? before : areas)[output * lanes + lane] = area;
          }
        });
      },
    });
    for (let lane = 0; lane < lanes && first + lane < tile.people.length; lane++) {
      const draw = tile.people[first + lane] ?? 0;
      if (!((worst[lane] ?? Number.NaN) <= mostError)) continue;
      part.solved[draw] = 1;
      outputs.forEach(({ factor }, output) => {
        const place = output * lanes + lane;
        const at = (draw * outputs.length + output) * records.length;
        records.forEach((record, row) => {
          part.curves[at + row] = Math.max(0, (record[place] ?? Number.NaN) * factor);
        });
        part.areas[draw * outputs.length + output] =
          ((areas[place] ?? Number.NaN) - (before[place] ?? Number.NaN)) * factor;
      });
    }
  }

  /** What a person of the tile was given, by the history that goes with it. */
  #given({ people }: Tile, person: number): readonly Float64Array[] {
    const { eventRows, alternativeRows } = this.#crowd.schedule;
    if (alternativeRows.length === 0) return eventRows;
    return alternativeRows[historyOf(this.#rows.historyNormal(people[person] ?? 0))] ?? eventRows;
  }

  #load({ coefficients, people, weightsKg }: Tile, person: number, lane: number): void {
    const { coefficients: target, state, forcings, lanes } = this.#machine;
    copyCoefficients(coefficients, people.length, person, target, lanes, lane);
    this.#crowd.initial.forEach((value, i) => (state[i * lanes + lane] = value));
    forcings.fill(0);
    this.#weights[lane] = weightsKg[person] ?? 0;
  }
}

export interface CloudMachines {
  readonly studies: CompiledStudies;
  /** Two people side by side, or one where there is no WebAssembly. */
  readonly lanes: (crowd: CrowdPlan) => Machine;
}

export function openCloud(
  study: TwinStudy,
  lookup: DrugLookup,
  machines: CloudMachines,
): Outcome<Cloud> {
  const planned = planTwin(study, lookup);
  if (!planned.ok) return planned;
  const plan = planned.value;
  const prior = new TwinPrior(study.known, plan.model, plan.drugs);
  const { drugs, fed, forms, administrations } = plan;
  const rows = new DrawnRows(
    prior,
    parameterWriter({ drugs, fed, forms }),
    rowLength(drugs) + (isDoubtful(study) ? 1 : 0),
  );
  const crowd = planCrowd(plan, machines.studies, rows, {
    atTimes: true,
    share: cloudShare,
    ...(isDoubtful(study) && { histories: historiesOf(study, administrations) }),
  });
  if (!crowd.ok) return crowd;
  return { ok: true, value: new Cloud(crowd.value, machines.lanes(crowd.value), rows) };
}

/** Parts one after the other, as one. */
export function joinParts(parts: readonly CloudPart[]): CloudPart {
  return {
    draws: parts.reduce((sum, { draws }) => sum + draws, 0),
    curves: joined(
      Float32Array,
      parts.map(({ curves }) => curves),
    ),
    areas: joined(
      Float64Array,
      parts.map(({ areas }) => areas),
    ),
    traits: joined(
      Float64Array,
      parts.map(({ traits }) => traits),
    ),
    solved: joined(
      Uint8Array,
      parts.map(({ solved }) => solved),
    ),
  };
}

/** Arrays of one kind, one after the other. */
export function joined<A extends Float64Array | Float32Array | Uint8Array>(
  of: new (length: number) => A,
  arrays: readonly A[],
): A {
  const all = new of(arrays.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const array of arrays) {
    all.set(array, at);
    at += array.length;
  }
  return all;
}

// ——— the parts ———

function historiesOf(
  study: TwinStudy,
  administrations: readonly Administration[],
): readonly (readonly Administration[])[] {
  const doses = dosesOfStudy(study);
  if (doses.length !== administrations.length) throw new RangeError("doses were planned otherwise");
  return Array.from({ length: historyCount }, (_, history) =>
    administrations.filter((_dose, place) => doses[place]?.taken[history] === 1),
  );
}

/** Who the rows are: a crowd's source of people. */
class DrawnRows {
  readonly count = 0;
  readonly dimensions: number;
  readonly #prior: TwinPrior;
  readonly #write: (person: Person, target: Float64Array) => void;
  #latents: Float64Array = new Float64Array(0);
  #told: (draw: number, person: Person, row: Float64Array) => void = () => {};

  constructor(
    prior: TwinPrior,
    write: (person: Person, target: Float64Array) => void,
    dimensions: number,
  ) {
    this.#prior = prior;
    this.#write = write;
    this.dimensions = dimensions;
  }

  /** @param told  who each of them is, as they are drawn */
  load(
    latents: Float64Array,
    told: (draw: number, person: Person, row: Float64Array) => void,
  ): void {
    this.#latents = latents;
    this.#told = told;
  }

  /** The last normal of a row, where histories are doubtful. */
  historyNormal(draw: number): number {
    return this.#latents[(draw + 1) * this.dimensions - 1] ?? 0;
  }

  person(k: number): Member | { readonly why: string } {
    const row =
      k >= pilotsFrom
        ? Float64Array.from({ length: this.dimensions }, (_, i) => normal(pilotSeed, k, i))
        : this.#latents.subarray(k * this.dimensions, (k + 1) * this.dimensions);
    const person = this.#prior.person(row);
    if (!person) return { why: "nobody can be like that" };
    if (k < pilotsFrom) this.#told(k, person, row);
    return {
      weightKg: person.weightKg,
      write: (target) => {
        this.#write(person, target);
        this.#prior.applyOwn(row, target);
      },
    };
  }
}
