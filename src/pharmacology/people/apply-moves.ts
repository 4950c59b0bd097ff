/**
 * Makes the moves of conditions in a person, and restores what must close: volumes sum to the
 * body, flows to the cardiac output. Who makes up which difference is in conditions/closure.ts.
 *
 * An enzyme or transporter that no body here has (there is none of the kidney yet) moves nothing.
 */
import { enzymes, gutProteins } from "../body/enzymes";
import { organIds, organNumber, type OrganId } from "../body/organs";
import { personFrom, type Person } from "../body/person";
import {
  bloodNumber,
  Body,
  closeFlows,
  densities,
  giContentsNumber,
  perfusedOrgans,
} from "../body/typical-body";
import { flowClosure, volumeClosure } from "../conditions/closure";
import type { Move, MoveTarget } from "../conditions/moves";
import { factorsOf } from "../conditions/moves-of";
import { closeMasses } from "./draw-body";

export type Moved =
  { readonly ok: true; readonly person: Person } | { readonly ok: false; readonly why: string };

export function applyMoves(person: Person, moves: readonly Move[]): Moved {
  if (moves.length === 0) return { ok: true, person };
  const factors = factorsOf(moves);
  const weightKg = person.weightKg * (factors.get("weight") ?? 1);
  readBody(person);
  if (!moveMasses(factors, weightKg)) {
    return { ok: false, why: "the body would have no fat left" };
  }
  if (!moveFlows(factors)) {
    return { ok: false, why: "the moved flows would take more than the cardiac output" };
  }
  return { ok: true, person: personFrom(body, moveFunction(person, weightKg, factors)) };
}

/** A number of a body that is not what it was. */
export interface Change {
  readonly target: MoveTarget;
  /** Of volumes L, of flows and filtration L/h, of proteins g/L. */
  readonly from: number;
  readonly to: number;
  /** The moves that name it; none where it makes up for others. */
  readonly moves: readonly Move[];
}

/** All that differs between a person and the moved one, and by which moves. */
export function changesBetween(
  before: Person,
  after: Person,
  moves: readonly Move[],
): readonly Change[] {
  const [was, is] = [numbersOf(before), numbersOf(after)];
  return [...was].flatMap(([target, from]): Change[] => {
    const to = is.get(target) ?? from;
    // less than this is rounding
    if (Math.abs(to - from) <= 1e-9 * Math.abs(from)) return [];
    return [{ target, from, to, moves: moves.filter((move) => move.target === target) }];
  });
}

// ——— masses and flows ———

type Targets = ReadonlyMap<MoveTarget, number>;

const volumes = ([...organIds, "blood"] as const).map((tissue) => ({
  target: `volume.${tissue}` as const,
  place: tissue === "blood" ? bloodNumber : organNumber[tissue],
  makingUp: organNumber[madeUpBy(tissue)],
}));

const unchanged: readonly OrganId[] = flowClosure.unchanged;
const flows = perfusedOrgans.map((organ) => ({
  target: `flow.${organ}` as const,
  place: organNumber[organ],
  isUnchanged: unchanged.includes(organ),
}));

function madeUpBy(tissue: OrganId | "blood"): OrganId {
  const rule =
    volumeClosure.find(({ organ }) => organ === tissue) ??
    volumeClosure.find(({ organ }) => organ === null);
  return rule?.madeUpBy ?? "adipose";
}

/** Of the person at hand. */
const body = new Body();

function readBody(person: Person): void {
  for (const organ of organIds) {
    const place = organNumber[organ];
    body.massKg[place] = person.volume[organ] * (densities[place] ?? 1);
    body.flow[place] = person.flow[organ];
  }
  const blood = person.arterialBloodVolume + person.venousBloodVolume;
  body.massKg[bloodNumber] = blood * (densities[bloodNumber] ?? 1);
  body.massKg[giContentsNumber] = person.gutContents * (densities[giContentsNumber] ?? 1);
}

/** What organs lose goes where `volumeClosure` says, and at last fat closes the weight. */
function moveMasses(factors: Targets, weightKg: number): boolean {
  const { massKg } = body;
  for (const { target, place, makingUp } of volumes) {
    const factor = factors.get(target);
    if (factor === undefined) continue;
    const own = massKg[place] ?? 0;
    massKg[place] = own * factor;
    if (makingUp !== place) massKg[makingUp] = (massKg[makingUp] ?? 0) + own * (1 - factor);
  }
  return closeMasses(body, weightKg);
}

/** Flows that no move names share what is left of the output; false where nothing is. */
function moveFlows(factors: Targets): boolean {
  const { flow } = body;
  const output = (flow[organNumber.lungs] ?? 0) * (factors.get("flow.cardiacOutput") ?? 1);
  let [named, others] = [0, 0];
  for (const { target, place, isUnchanged } of flows) {
    const own = flow[place] ?? 0;
    const factor = factors.get(target) ?? (isUnchanged ? 1 : undefined);
    if (factor === undefined) others += own;
    else {
      flow[place] = own * factor;
      named += own * factor;
    }
  }
  const common = (output - named) / others;
  for (const { target, place, isUnchanged } of flows) {
    if (!isUnchanged && !factors.has(target)) flow[place] = (flow[place] ?? 0) * common;
  }
  closeFlows(flow);
  return common > 0;
}

// ——— the rest ———

function moveFunction(person: Person, weightKg: number, factors: Targets) {
  const moved = (target: Extract<MoveTarget, keyof Person>) =>
    person[target] * (factors.get(target) ?? 1);
  return {
    ...person,
    weightKg,
    haematocrit: moved("haematocrit"),
    albumin: moved("albumin"),
    aag: moved("aag"),
    gfr: moved("gfr"),
    gastricEmptyingTime: moved("gastricEmptyingTime"),
    intestinalTransitTime: moved("intestinalTransitTime"),
    liverActivity: movedActivity(person.liverActivity, inLiver, factors),
    gutActivity: movedActivity(person.gutActivity, inGut, factors),
  };
}

function movedActivity(
  activity: Readonly<Record<string, number>>,
  targets: readonly { readonly id: string; readonly target: MoveTarget }[],
  factors: Targets,
): Readonly<Record<string, number>> {
  const moved: Record<string, number> = {};
  for (const { id, target } of targets) {
    moved[id] = (activity[id] ?? 1) * (factors.get(target) ?? 1);
  }
  return moved;
}

const inLiver = Object.keys(enzymes).map((id) => ({ id, target: `liver.${id}` as const }));
const inGut = gutProteins.map((id) => ({ id, target: `gut.${id}` as const }));

/** Everything that a move can name and a body has. */
function numbersOf(person: Person): Map<MoveTarget, number> {
  const activities = (where: "liver" | "gut", values: Readonly<Record<string, number>>) =>
    Object.entries(values).map(([id, value]) => [`${where}.${id}`, value] as const);
  return new Map<MoveTarget, number>([
    ["weight", person.weightKg],
    ...organIds.map((organ) => [`volume.${organ}`, person.volume[organ]] as const),
    ["volume.blood", person.arterialBloodVolume + person.venousBloodVolume],
    ["flow.cardiacOutput", person.flow.lungs],
    ...perfusedOrgans.map((organ) => [`flow.${organ}`, person.flow[organ]] as const),
    ["haematocrit", person.haematocrit],
    ["albumin", person.albumin],
    ["aag", person.aag],
    ["gfr", person.gfr],
    ["gastricEmptyingTime", person.gastricEmptyingTime],
    ["intestinalTransitTime", person.intestinalTransitTime],
    ...activities("liver", person.liverActivity),
    ...activities("gut", person.gutActivity),
  ]);
}
