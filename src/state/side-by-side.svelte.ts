/**
 * Populations and single persons that stand side by side, in the order of their letters. The first
 * is what the others are divided by.
 *
 * One of them may be the current one, whose place the next run takes; one of them is looked at
 * closely. Room for the next run is always left.
 */
import type { CrowdResult, PersonCurves } from "./crowd-result.svelte";

export const mostSides = 4;

export const sideLetters = ["A", "B", "C", "D"] as const;

/** A population, or one person of it. */
export interface Side {
  readonly id: number;
  readonly result: CrowdResult;
  /** The name that somebody gave it. */
  readonly ownName: string | undefined;
  readonly person: { readonly number: number; readonly curves: PersonCurves } | undefined;
}

export class SideBySide {
  #all = $state.raw<readonly Side[]>([]);
  #currentId = $state<number | undefined>();
  #lookedId = $state<number | undefined>();
  #serial = 0;

  get all(): readonly Side[] {
    return this.#all;
  }

  /** Whose place the next run takes. */
  get current(): Side | undefined {
    return this.#all.find(({ id }) => id === this.#currentId);
  }

  /** Whose dots and people are shown: the one that was asked for, or the newest. */
  get looked(): Side | undefined {
    const crowds = this.#all.filter(({ person }) => !person);
    const wanted = crowds.find(({ id }) => id === this.#lookedId);
    // where only persons are left, the population that one of them is from
    return wanted ?? this.current ?? crowds.at(-1) ?? this.#all.at(-1);
  }

  /** Places that are free beside the one of the next run. */
  get room(): number {
    return mostSides - this.#all.length - (this.current ? 0 : 1);
  }

  /** Whether the current one can be kept, and another run still finds a place. */
  get canKeep(): boolean {
    return this.current !== undefined && this.#all.length < mostSides;
  }

  /** A new run: in place of the current one, or after all. */
  begin(result: CrowdResult): void {
    const before = this.current;
    const side = { id: this.#next(), result, ownName: undefined, person: undefined };
    this.#all = before
      ? this.#all.map((one) => (one === before ? side : one))
      : [...this.#all, side];
    this.#currentId = side.id;
    this.#lookedId = side.id;
  }

  /** The current one stays; the next run has a place of its own. */
  keep(): void {
    if (this.canKeep) this.#currentId = undefined;
  }

  addPerson(result: CrowdResult, number: number, curves: PersonCurves): void {
    const person = { number, curves };
    this.#all = [...this.#all, { id: this.#next(), result, ownName: undefined, person }];
  }

  /** @param name empty: the one that is made from what differs */
  rename(id: number, name: string): void {
    const ownName = name.trim() === "" ? undefined : name.trim();
    this.#all = this.#all.map((one) => (one.id === id ? { ...one, ownName } : one));
  }

  look(id: number): void {
    this.#lookedId = id;
  }

  /** @returns what brings it back: false where no place is left */
  remove(id: number): () => boolean {
    const place = this.#all.findIndex((one) => one.id === id);
    const side = this.#all[place];
    if (!side) return () => false;
    const wasCurrent = this.#currentId === id;
    this.#all = this.#all.filter((one) => one !== side);
    if (wasCurrent) this.#currentId = undefined;
    return () => {
      const isCurrent = wasCurrent && !this.current;
      if (!isCurrent && this.room < 1) return false;
      this.#all = this.#all.toSpliced(place, 0, side);
      if (isCurrent) this.#currentId = id;
      return true;
    };
  }

  #next(): number {
    return ++this.#serial;
  }
}
