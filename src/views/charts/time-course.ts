/** What a chart of values over time is given. Times in h, values in the unit that is shown. */

/** A simulated curve. Gaps are NaN. */
export interface Series {
  readonly id: string;
  readonly name: string;
  /** Any CSS colour, such as `var(--accent)`. */
  readonly colour: string;
  readonly values: Float64Array;
  /** Drawn thicker and above the others. */
  readonly emphasis?: boolean | undefined;
  /** As `stroke-dasharray` has it, so that curves differ without colour. */
  readonly dash?: string | undefined;
}

export type Marker = "circle" | "square" | "triangle" | "diamond" | "cross";

export type ObservedPoint = readonly [timeHours: number, value: number, sd?: number | undefined];

/** Measured in people: drawn as points, never as a line. */
export interface ObservedSet {
  readonly id: string;
  readonly name: string;
  readonly points: readonly ObservedPoint[];
  readonly marker: Marker;
  readonly colour?: string | undefined;
}

/** Zero hours long for a tablet or a bolus. */
export interface DoseMark {
  readonly atHours: number;
  readonly overHours: number;
  readonly label: string;
}

export interface Limits {
  readonly min: number;
  readonly max: number;
}

export type ScaleKind = "linear" | "log";

/** A file the person asked for; the parent saves it. */
export interface ChartFile {
  readonly kind: "csv" | "svg";
  readonly text: string;
}

/** What the plot inside a time course is given: everything, with nothing left out. */
export interface PlotProps {
  readonly times: Float64Array;
  readonly series: readonly Series[];
  readonly observed: readonly ObservedSet[];
  readonly doses: readonly DoseMark[];
  readonly unit: string;
  readonly quantity: string;
  readonly scale: ScaleKind;
  readonly limits: Limits | undefined;
  readonly time: number;
  readonly ontime: (timeHours: number) => void;
  readonly title: string;
  readonly description: string;
}
