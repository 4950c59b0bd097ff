/**
 * Turns what is given into the moments at which integration must stop.
 *
 * Knows nothing of drugs: an addition puts an amount into a state at once, a rate holds a forcing
 * for a while, a clock counts hours from the moment it is set. Overlapping rates add up. Between two
 * breakpoints nothing from outside changes.
 */

/** An amount (mg) that appears in a state at once. */
export interface Addition {
  readonly atHours: number;
  readonly state: number;
  readonly amount: number;
}

/** A constant rate (mg/h) on a forcing from `atHours` to `untilHours`. */
export interface HeldRate {
  readonly atHours: number;
  readonly untilHours: number;
  readonly forcing: number;
  readonly rate: number;
}

/**
 * A state that counts the hours since `atHours`, and stands still from `untilHours` on. It grows by
 * its forcing, 1 while it runs. Set again it begins anew; what it has counted by then is known
 * beforehand, so setting it back is an addition like any other.
 */
export interface Clock {
  readonly atHours: number;
  readonly untilHours: number;
  readonly state: number;
  readonly forcing: number;
}

export interface Given {
  readonly additions: readonly Addition[];
  readonly rates: readonly HeldRate[];
  readonly clocks?: readonly Clock[];
}

/** A moment at which amounts jump or a rate changes. */
export interface Breakpoint {
  readonly atHours: number;
  readonly additions: readonly { readonly state: number; readonly amount: number }[];
  /** The new value of every forcing that changes here. */
  readonly forcings: readonly { readonly forcing: number; readonly value: number }[];
}

/** Breakpoints in order of time, each time once. */
export function breakpoints(given: Given): Breakpoint[] {
  const additions = additionsOf(given);
  const rates = ratesOf(given);
  const changes = rates.flatMap(({ atHours, untilHours }) => [atHours, untilHours]);
  const times = [...new Set([...additions.map(({ atHours }) => atHours), ...changes])];
  times.sort((a, b) => a - b);
  return times.map((atHours) => {
    const touched = rates.filter((r) => r.atHours === atHours || r.untilHours === atHours);
    const forcings = [...new Set(touched.map((r) => r.forcing))];
    return {
      atHours,
      additions: additions
        .filter((addition) => addition.atHours === atHours)
        .map(({ state, amount }) => ({ state, amount })),
      forcings: forcings.map((forcing) => ({ forcing, value: rateAt(rates, forcing, atHours) })),
    };
  });
}

/** States that something is added to at once, clocks that are set back among them; ascending. */
export function addedTo(given: Given): number[] {
  return [...new Set(additionsOf(given).map(({ state }) => state))].toSorted((a, b) => a - b);
}

/** The sum of the rates that hold at a moment; summed anew each time, so nothing is left over. */
function rateAt(rates: readonly HeldRate[], forcing: number, atHours: number): number {
  return rates
    .filter((r) => r.forcing === forcing && r.atHours <= atHours && atHours < r.untilHours)
    .reduce((sum, r) => sum + r.rate, 0);
}

/** All that is given from the beginning until a moment, in mg. */
export function totalGiven({ additions, rates }: Given, untilHours: number): number {
  const atOnce = additions
    .filter(({ atHours }) => atHours <= untilHours)
    .reduce((sum, { amount }) => sum + amount, 0);
  return rates.reduce((sum, r) => {
    const hours = Math.min(r.untilHours, untilHours) - r.atHours;
    return sum + Math.max(0, hours) * r.rate;
  }, atOnce);
}

// ——— the parts ———

/** Setting a clock back takes away what it has counted since it was last set. */
function additionsOf({ additions, clocks = [] }: Given): readonly Addition[] {
  const settings = clocks.flatMap(({ atHours, state }): Addition[] => {
    const before = lastBefore(clocks, state, atHours);
    if (!before) return [];
    const counted = Math.min(atHours, before.untilHours) - before.atHours;
    return [{ atHours, state, amount: -counted }];
  });
  return settings.length === 0 ? additions : [...additions, ...settings];
}

function ratesOf({ rates, clocks = [] }: Given): readonly HeldRate[] {
  const running = clocks.map(({ atHours, untilHours, state, forcing }): HeldRate => {
    const next = clocks
      .filter((other) => other.state === state && other.atHours > atHours)
      .reduce((soonest, other) => Math.min(soonest, other.atHours), untilHours);
    return { atHours, untilHours: next, forcing, rate: 1 };
  });
  return running.length === 0 ? rates : [...rates, ...running];
}

function lastBefore(clocks: readonly Clock[], state: number, hours: number): Clock | undefined {
  return clocks
    .filter((other) => other.state === state && other.atHours < hours)
    .toSorted((a, b) => b.atHours - a.atHours)[0];
}
