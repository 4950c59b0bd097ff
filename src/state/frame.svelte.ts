/**
 * What the body shows at the present moment: concentrations by place, on a scale that is fixed
 * for the run.
 *
 * Derived from the result and the clock; nothing is stored here.
 */
import { bisectRight } from "d3-array";
import type { SimulationResult } from "../engine/api";
import type { Molecule } from "../pharmacology/drug";
import { places, type PlaceId } from "./places";
import { concentrationUnits, displayFactor, usualUnit, type ConcentrationUnit } from "./units";

/** Concentrations span this many decades on the colour scale. */
const decades = 3;
/** The first minutes after an injection into the blood do not set the scale for the whole run. */
const settledHours = 0.05;

/** The curve of one place in the shown unit. */
export interface PlaceCurve {
  readonly place: PlaceId;
  readonly values: Float64Array;
  /** Largest value over the run. */
  readonly max: number;
}

export interface Scale {
  readonly min: number;
  readonly max: number;
}

export class FrameState {
  readonly #result: () => SimulationResult | undefined;
  readonly #molecule: () => Molecule | undefined;
  readonly #time: () => number;
  /** Undefined: the unit that suits the size of the numbers. */
  chosenUnit = $state<ConcentrationUnit | undefined>(undefined);

  constructor(
    result: () => SimulationResult | undefined,
    molecule: () => Molecule | undefined,
    time: () => number,
  ) {
    this.#result = result;
    this.#molecule = molecule;
    this.#time = time;
  }

  readonly unit = $derived.by((): ConcentrationUnit => {
    if (this.chosenUnit) return this.chosenUnit;
    const plasma = this.#curve("venous-plasma");
    return usualUnit(plasma ? largest(plasma) : 1);
  });

  readonly units = concentrationUnits;

  /** Plasma, in the shown unit. */
  readonly plasma = $derived.by(() => this.#shown("venous-plasma"));

  readonly curves = $derived.by((): ReadonlyMap<PlaceId, PlaceCurve> => {
    const entries = places.flatMap(({ id, path }): [PlaceId, PlaceCurve][] => {
      const values = this.#shown(path);
      return values ? [[id, { place: id, values, max: largest(values) }]] : [];
    });
    return new Map(entries);
  });

  /** Fixed while time plays: three decades below the largest settled concentration of any organ. */
  readonly scale = $derived.by((): Scale | undefined => {
    const times = this.#result()?.times;
    if (!times) return undefined;
    const bolusTimes = this.#bolusTimes();
    let max = 0;
    for (const { values } of this.curves.values()) {
      values.forEach((value, i) => {
        const time = times[i] ?? 0;
        if (value > max && !bolusTimes.some((at) => time >= at && time < at + settledHours)) {
          max = value;
        }
      });
    }
    if (max === 0) return undefined;
    const top = niceAbove(max);
    return { min: top / 10 ** decades, max: top };
  });

  /** Index into the times, and how far to the next one. */
  readonly #moment = $derived.by(() => {
    const times = this.#result()?.times;
    return times ? momentOf(times, this.#time()) : undefined;
  });

  /** Concentration now, in the shown unit, by place. */
  readonly now = $derived.by((): ReadonlyMap<PlaceId, number> => {
    const moment = this.#moment;
    if (!moment) return new Map();
    return new Map([...this.curves].map(([id, { values }]) => [id, valueAt(values, moment)]));
  });

  readonly plasmaNow = $derived.by(() => {
    const moment = this.#moment;
    return moment && this.plasma ? valueAt(this.plasma, moment) : undefined;
  });

  /** Place on the colour scale, 0–1; null below it. */
  readonly values = $derived.by((): Partial<Record<PlaceId, number | null>> | null => {
    const { scale } = this;
    if (!scale || this.now.size === 0) return null;
    return Object.fromEntries([...this.now].map(([id, value]) => [id, onScale(value, scale)]));
  });

  /** What still lies in the gut, as a share of what was swallowed so far. */
  readonly lumen = $derived.by(() => {
    const moment = this.#moment;
    const drug = this.#molecule();
    const result = this.#result();
    if (!moment || !drug || !result) return undefined;
    const given = result.doseTimes
      .filter(
        (dose) => dose.drug === drug.id && dose.overHours === 0 && dose.atHours <= this.#time(),
      )
      .reduce((sum, { amountMg }) => sum + amountMg, 0);
    if (given === 0) return undefined;
    const share = (path: string) => {
      const values = this.#curve(path);
      return values ? Math.min(1, valueAt(values, moment) / given) : 0;
    };
    return {
      stomach: share("stomach-lumen"),
      smallIntestine: share("small-intestine-lumen"),
      largeIntestine: share("large-intestine-lumen"),
    };
  });

  /** Any recorded values at the present moment. */
  at(values: Float64Array): number {
    const moment = this.#moment;
    return moment ? valueAt(values, moment) : Number.NaN;
  }

  /** A raw curve of the shown drug, in the engine's unit. */
  #curve(path: string): Float64Array | undefined {
    const drug = this.#molecule();
    const name = drug && `${drug.id}/${path}`;
    return this.#result()?.curves.find((curve) => curve.name === name)?.values;
  }

  #shown(path: string): Float64Array | undefined {
    const drug = this.#molecule();
    const values = this.#curve(path);
    if (!drug || !values) return undefined;
    const factor = displayFactor(this.unit, drug);
    return factor === 1 ? values : values.map((value) => value * factor);
  }

  #bolusTimes(): number[] {
    const drug = this.#molecule();
    return (this.#result()?.doseTimes ?? []).flatMap((dose) =>
      dose.drug === drug?.id ? [dose.atHours] : [],
    );
  }
}

// ——— the parts ———

interface Moment {
  readonly index: number;
  readonly share: number;
}

function momentOf(times: Float64Array, time: number): Moment {
  const low = Math.min(Math.max(bisectRight(times, time) - 1, 0), Math.max(times.length - 2, 0));
  const high = low + 1;
  const [t0, t1] = [times[low] ?? 0, times[high] ?? 0];
  const share = t1 > t0 ? Math.min(1, Math.max(0, (time - t0) / (t1 - t0))) : 0;
  return { index: low, share };
}

function valueAt(values: Float64Array, { index, share }: Moment): number {
  const here = values[index] ?? Number.NaN;
  const next = values[index + 1] ?? here;
  return here + (next - here) * share;
}

/** Place on a logarithmic scale, 0–1; null below it. */
export function onScale(value: number, { min, max }: Scale): number | null {
  if (!(value >= min)) return null;
  return Math.min(1, Math.log(value / min) / Math.log(max / min));
}

/** The next of 1, 2, 5 × 10ⁿ. */
function niceAbove(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  const step = [1, 2, 5, 10].find((s) => value <= s * power * (1 + 1e-9)) ?? 10;
  return step * power;
}

function largest(values: Float64Array): number {
  return values.reduce((max, value) => (value > max ? value : max), 0);
}
