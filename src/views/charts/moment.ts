/** What a chart shows at one moment: the values of all curves, and what was observed or given then. */
import { formatQuantity } from "../ui/format-number";
import { formatTime } from "../ui/format-time";
import { valueAt } from "../ui/interpolate";
import type { DoseMark, ObservedSet, Series } from "./time-course";

export interface Moment {
  readonly time: string;
  readonly values: readonly Entry[];
  /** Observed within a few pixels of the moment, each at its own time. */
  readonly observed: readonly { readonly id: string; readonly text: string }[];
  /** Doses that begin close by or are running. */
  readonly doses: readonly string[];
}

interface Entry {
  readonly id: string;
  readonly name: string;
  readonly value: number;
  readonly text: string;
}

interface Shown {
  readonly times: Float64Array;
  readonly series: readonly Series[];
  readonly observed: readonly ObservedSet[];
  readonly doses: readonly DoseMark[];
  readonly unit: string;
  /** What counts as close by, in hours. */
  readonly reach: number;
}

export function momentAt(timeHours: number, shown: Shown): Moment {
  const { times, series, observed, doses, unit, reach } = shown;
  return {
    time: formatTime(timeHours, 3),
    values: series.map(({ id, name, values }) => {
      const value = valueAt(times, values, timeHours);
      return { id, name, value, text: formatQuantity(value, unit) };
    }),
    observed: observed.flatMap(({ id, name, points }) =>
      points
        .filter(([time]) => Math.abs(time - timeHours) <= reach)
        .map(([time, value, sd]) => {
          const spread = sd === undefined ? "" : ` ± ${formatQuantity(sd, unit)}`;
          const text = `${name}, ${formatTime(time, 3)}: ${formatQuantity(value, unit)}${spread}`;
          return { id: `${id} ${time}`, text };
        }),
    ),
    doses: doses
      .filter(({ atHours, overHours }) => {
        return timeHours >= atHours - reach && timeHours <= atHours + Math.max(overHours, reach);
      })
      .map(({ label }) => label),
  };
}

/** One sentence for readers. */
export function momentAsText(moment: Moment): string {
  const values = moment.values.map(({ name, text }) => `${name} ${text}`).join(", ");
  return [`${moment.time}: ${values}`, ...moment.observed.map(({ text }) => text), ...moment.doses]
    .filter((part) => part !== "")
    .join(". ");
}
