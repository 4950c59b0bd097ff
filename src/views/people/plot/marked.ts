/** What is marked in pictures over time besides curves: doses, and what was measured. Times in h. */

/** Zero hours long for a tablet or a bolus. */
export interface Dose {
  readonly atHours: number;
  readonly overHours: number;
  readonly label: string;
}

export type ObservedPoint = readonly [timeHours: number, value: number, sd?: number | undefined];

/** Measured in people: drawn as points, never as a line. */
export interface ObservedSet {
  readonly id: string;
  readonly name: string;
  readonly points: readonly ObservedPoint[];
  /** The mark, as path data around the origin, some 8 pixels wide. */
  readonly mark: string;
  readonly colour?: string | undefined;
}
