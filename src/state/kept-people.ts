/**
 * The numbers of each of the first people of a run, as they arrive: what is drawn as dots, ranked
 * and listed. Percentiles are not from here; those are of everybody.
 */
import type { PeopleRange } from "../engine/people/people-api";

/** Of so many people each is kept: drawn as a dot, ranked, exported. All are in the ribbons. */
export const mostKept = 10_000;

/** A number by person, filled from the front while a run goes on. */
export interface PeopleColumn {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly values: Float32Array;
}

export class KeptPeople {
  readonly count: number;
  readonly covariates: readonly Float32Array[];
  failed: Uint8Array<ArrayBuffer>;
  /** People from the first on whose numbers are there. */
  filled = 0;
  readonly #columns = new Map<string, PeopleColumn>();
  /** Ranges that came before their predecessors. */
  readonly #early = new Map<number, number>();

  constructor(count: number, covariates: readonly string[]) {
    this.count = count;
    this.covariates = covariates.map(() => new Float32Array(count).fill(Number.NaN));
    this.failed = new Uint8Array(count);
  }

  metrics(): PeopleColumn[] {
    return [...this.#columns.values()];
  }

  clear(): void {
    this.filled = 0;
    this.#early.clear();
    this.#columns.clear();
    this.failed = new Uint8Array(this.count);
  }

  add(range: PeopleRange): void {
    if (range.first >= this.count) return;
    for (let k = range.first; k < Math.min(range.end, this.count); k++) this.failed[k] = 1;
    range.people.forEach((person, place) => {
      if (person >= this.count) return;
      if (range.solved[place] === 1) this.failed[person] = 0;
      range.covariates.forEach((values, i) => {
        const column = this.covariates[i];
        if (column) column[person] = values[place] ?? Number.NaN;
      });
    });
    for (const { output, metric, unit, values } of range.columns) {
      const column = this.#column(`${output} ${metric}`, metric, unit);
      range.people.forEach((person, place) => {
        if (person < this.count && range.solved[place] === 1) {
          column.values[person] = values[place] ?? Number.NaN;
        }
      });
    }
    this.#early.set(range.first, range.end);
    for (let end; (end = this.#early.get(this.filled)) !== undefined;) {
      this.#early.delete(this.filled);
      this.filled = Math.min(end, this.count);
    }
  }

  #column(id: string, name: string, unit: string): PeopleColumn {
    const known = this.#columns.get(id);
    if (known) return known;
    const column = { id, name, unit, values: new Float32Array(this.count).fill(Number.NaN) };
    this.#columns.set(id, column);
    return column;
  }
}
