/**
 * The list of steps that many people share: made once on the CPU, walked by every lane and every
 * GPU invocation alike.
 *
 * A pilot is integrated adaptively and tells how long steps may be at each moment; of several
 * pilots the shortest counts. Steps land exactly on everything that is given and on every time
 * that is recorded. Step lengths are 32-bit numbers, so that all back ends take the very same.
 */
import { addedTo, breakpoints, type Breakpoint, type Given } from "../core/numerics/timeline";

/** Steps of a pilot: when each began and how long it was, in h. */
export type PilotSteps = readonly { readonly atHours: number; readonly h: number }[];

export interface Schedule {
  /** Per entry: begin (h), length (h, 0 for the last), event row or -1, record row or -1. */
  readonly starts: Float64Array;
  readonly lengths: Float64Array;
  readonly events: Int32Array;
  readonly records: Int32Array;
  /** Record row of the state before the event of the entry, or -1. */
  readonly befores: Int32Array;
  /** Time of each record row. */
  readonly recordHours: Float64Array;
  /** States that events add to, in the order of the event rows. */
  readonly sites: readonly number[];
  /**
   * Per event: what is added at each site (mg), then the value of every forcing (mg/h), then both
   * once more, per kg of body weight.
   */
  readonly eventRows: readonly Float64Array[];
  /** The same of each of the alternatives. */
  readonly alternativeRows: readonly (readonly Float64Array[])[];
}

export interface ScheduleRequest {
  readonly given: Given;
  /** What may have been given instead, in the same steps: parts of what is given. */
  readonly alternatives?: readonly Given[] | undefined;
  /** What is given in proportion to body weight: mg/kg and mg/h/kg; clocks are nobody's weight. */
  readonly givenPerKg?: Omit<Given, "clocks">;
  readonly forcingCount: number;
  readonly fromHours: number;
  readonly untilHours: number;
  readonly pilots: readonly PilotSteps[];
  /** Times that steps must land on, to be recorded. */
  readonly times: ArrayLike<number>;
  /** Record the other steps too. */
  readonly everyStep: boolean;
  /** Record before and after each event: two rows of the same time. */
  readonly bothSides?: boolean;
}

export function makeSchedule(request: ScheduleRequest): Schedule {
  const { fromHours, untilHours, given, times, everyStep } = request;
  const perKg = request.givenPerKg ?? { additions: [], rates: [] };
  const both = {
    ...given,
    additions: [...given.additions, ...perKg.additions],
    rates: [...given.rates, ...perKg.rates],
  };
  const { alternatives = [] } = request;
  const all = [both, ...alternatives].flatMap((one) => breakpoints(one));
  const stops = [...new Set(all.map(({ atHours }) => atHours))]
    .filter((atHours) => atHours >= fromHours && atHours <= untilHours)
    .toSorted((a, b) => a - b);
  const forced = forcedTimes(request, stops);
  const starts = forced.flatMap((begin, i) => {
    const end = forced[i + 1];
    return end === undefined ? [begin] : stepsBetween(begin, end, request.pilots);
  });
  const sites = addedTo(both);
  const [fixed, byWeight] = [given, perKg].map((part) =>
    eventTable(stops, part, sites, request.forcingCount),
  );
  const events = Int32Array.from(starts, (start) => stops.indexOf(start));
  const wanted = new Set(everyStep ? starts : Array.from(times));
  return {
    starts: Float64Array.from(starts),
    lengths: Float64Array.from(starts, (start, i) => Math.fround((starts[i + 1] ?? start) - start)),
    events,
    ...recordRows(starts, (start, i) => ({
      after: wanted.has(start),
      before: request.bothSides === true && (events[i] ?? -1) >= 0,
    })),
    sites,
    eventRows: sideBySide(fixed, byWeight),
    alternativeRows: alternatives.map((alternative) =>
      sideBySide(eventTable(stops, alternative, sites, request.forcingCount), byWeight),
    ),
  };
}

// ——— the parts ———

function sideBySide(fixed: readonly Float64Array[] = [], byWeight: readonly Float64Array[] = []) {
  return fixed.map((row, i) => Float64Array.from([...row, ...(byWeight[i] ?? [])]));
}

/** Rows in the order in which they are written. */
function recordRows(
  starts: readonly number[],
  asked: (start: number, index: number) => { readonly before: boolean; readonly after: boolean },
): Pick<Schedule, "records" | "befores" | "recordHours"> {
  const records = new Int32Array(starts.length).fill(-1);
  const befores = new Int32Array(starts.length).fill(-1);
  const hours: number[] = [];
  starts.forEach((start, i) => {
    const { before, after } = asked(start, i);
    if (before) befores[i] = hours.push(start) - 1;
    if (after) records[i] = hours.push(start) - 1;
  });
  return { records, befores, recordHours: Float64Array.from(hours) };
}

function forcedTimes(
  { fromHours, untilHours, times }: ScheduleRequest,
  stops: readonly number[],
): number[] {
  const forced = new Set([fromHours, untilHours, ...stops, ...Array.from(times)]);
  return [...forced].toSorted((a, b) => a - b);
}

/** Beginnings of the steps from one forced time to the next. */
function stepsBetween(begin: number, end: number, pilots: readonly PilotSteps[]): number[] {
  const starts: number[] = [];
  let at = begin;
  for (;;) {
    starts.push(at);
    const left = end - at;
    const h = longestStep(pilots, at);
    if (left <= h * (1 + 1e-6)) return starts;
    // two equal steps to the end rather than one long and one tiny
    at += left < 2 * h ? left / 2 : h;
  }
}

/** The shortest of the steps that the pilots took at this moment. */
function longestStep(pilots: readonly PilotSteps[], at: number): number {
  let shortest = Number.POSITIVE_INFINITY;
  for (const steps of pilots) {
    const index = lastAtOrBefore(steps, at + 1e-9 * Math.max(1, Math.abs(at)));
    shortest = Math.min(shortest, steps[index]?.h ?? shortest);
  }
  return shortest;
}

function lastAtOrBefore(steps: PilotSteps, at: number): number {
  let low = 0;
  let high = steps.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((steps[middle]?.atHours ?? Number.POSITIVE_INFINITY) <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}

function eventTable(
  stops: readonly number[],
  given: Given,
  sites: readonly number[],
  forcingCount: number,
): Float64Array[] {
  const held = new Float64Array(forcingCount);
  const own = new Map<number, Breakpoint>(breakpoints(given).map((stop) => [stop.atHours, stop]));
  return stops.map((atHours) => {
    const { additions = [], forcings = [] } = own.get(atHours) ?? {};
    for (const { forcing, value } of forcings) held[forcing] = value;
    const row = new Float64Array(sites.length + forcingCount);
    for (const { state, amount } of additions) {
      const site = sites.indexOf(state);
      row[site] = (row[site] ?? 0) + amount;
    }
    row.set(held, sites.length);
    return row;
  });
}
