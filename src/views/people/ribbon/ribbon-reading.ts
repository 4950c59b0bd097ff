/** What a ribbon says at one moment, as numbers, for the eye and for the ear. */
import { formatNumber, formatQuantity } from "../../ui/format-number";
import { formatTime } from "../../ui/format-time";
import { valueAt } from "../../ui/interpolate";
import {
  styleOf,
  type Dose,
  type ObservedSet,
  type PersonLine,
  type Population,
  type Ribbon,
  type SeriesStyle,
} from "./ribbon";

export interface RibbonReading {
  readonly time: string;
  readonly rows: readonly ReadingRow[];
  /** Single people. */
  readonly lines: readonly LineReading[];
  /** Observed within reach of the moment, each at its own time. */
  readonly observed: readonly string[];
  /** Doses that begin close by or are running. */
  readonly doses: readonly string[];
}

interface LineReading {
  readonly id: string;
  readonly name: string;
  readonly style: SeriesStyle;
  readonly value: string;
}

interface ReadingRow {
  readonly id: string;
  readonly name: string;
  readonly style: SeriesStyle;
  readonly median: string;
  /** "1.20 to 3.40 mg/L": half of the people, and nine of ten. */
  readonly middle: string;
  readonly most: string;
  readonly chosen: string | undefined;
}

export interface Shown {
  readonly populations: readonly Population[];
  readonly lines: readonly PersonLine[];
  readonly observed: readonly ObservedSet[];
  readonly doses: readonly Dose[];
  readonly unit: string;
}

export const percentileNames = ["p5", "p25", "p50", "p75", "p95"] as const;

/** @param reach  what counts as close by, in hours */
export function readingAt(timeHours: number, shown: Shown, reach: number): RibbonReading {
  const { populations, lines, observed, doses, unit } = shown;
  return {
    time: formatTime(timeHours, 3),
    rows: populations.map((population, place) => ({
      ...readingRow(population, timeHours, unit),
      style: styleOf(population, place),
    })),
    lines: lines.map(({ id, name, style, times, values }) => {
      const value = formatQuantity(valueAt(times, values, timeHours), unit);
      return { id, name, style, value };
    }),
    observed: observed.flatMap((set) => observedNear(set, timeHours, reach, unit)),
    doses: doses
      .filter(({ atHours, overHours }) => {
        return timeHours >= atHours - reach && timeHours <= atHours + Math.max(overHours, reach);
      })
      .map(({ label }) => label),
  };
}

/** One sentence a population, for readers. */
export function readingAsText({ time, rows, lines, observed, doses }: RibbonReading): string {
  const told = rows.map(({ name, median, most, chosen }) => {
    return `${name}, median ${median}, 5 to 95 % of people ${most}${chosen ? `, ${chosen}` : ""}`;
  });
  const people = lines.map(({ name, value }) => `${name} ${value}`);
  return [`${time}: ${[...told, ...people].join("; ")}`, ...observed, ...doses].join(". ");
}

// ——— the parts ———

function readingRow(population: Population, at: number, unit: string): Omit<ReadingRow, "style"> {
  const { id, name, ribbon, chosen } = population;
  const value = (percentile: keyof Ribbon) => valueAt(ribbon.times, ribbon[percentile], at);
  const from = (low: keyof Ribbon, high: keyof Ribbon) =>
    `${formatNumber(value(low))} to ${formatQuantity(value(high), unit)}`;
  return {
    id,
    name,
    median: formatQuantity(value("p50"), unit),
    middle: from("p25", "p75"),
    most: from("p5", "p95"),
    chosen: chosen
      ? `${chosen.name} ${formatQuantity(valueAt(ribbon.times, chosen.values, at), unit)}`
      : undefined,
  };
}

function observedNear(set: ObservedSet, at: number, reach: number, unit: string): string[] {
  return set.points
    .filter(([time]) => Math.abs(time - at) <= reach)
    .map(([time, value, sd]) => {
      const spread = sd === undefined ? "" : ` ± ${formatQuantity(sd, unit)}`;
      return `${set.name}, ${formatTime(time, 3)}: ${formatQuantity(value, unit)}${spread}`;
    });
}
