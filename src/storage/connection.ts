/**
 * One connection to the data base for each store of it: opened when first needed, and once more
 * where it was cut. Saving compares revisions, so that two tabs never overwrite each other.
 */
import type { Outcome } from "../core/model/model";
import { openDatabase, problemOf, type Database, type OpenHooks } from "./open";

/** What a person keeps is saved by revision: 1 when new, one more with each save. */
export interface Revised {
  readonly id: string;
  readonly rev: number;
}

export type Saved<R> =
  | { readonly kind: "saved"; readonly record: R }
  /** Another tab saved a later revision, or deleted the record. */
  | { readonly kind: "conflict" };

export class Connection {
  readonly #hooks: OpenHooks;
  readonly #subject: string;
  readonly #newer: "refuse" | "read";
  #database: Promise<Outcome<Database>> | undefined;

  /**
   * @param subject what cannot be kept, where it cannot: "your studies"
   * @param newer what to do with a data base of a newer Perfuse; whoever reads it writes nothing
   */
  constructor(subject: string, hooks: OpenHooks, newer: "refuse" | "read" = "refuse") {
    this.#subject = subject;
    this.#hooks = hooks;
    this.#newer = newer;
  }

  async with<T>(work: (database: Database) => Promise<T>): Promise<Outcome<T>> {
    for (let attempt = 0; ; attempt++) {
      const database = await this.#open();
      if (!database.ok) return this.#named(database);
      try {
        return { ok: true, value: await work(database.value) };
      } catch (fault) {
        this.#database = undefined;
        if (attempt > 0 || !isCutConnection(fault)) {
          return this.#named({ ok: false, problems: [problemOf(fault)] });
        }
      }
    }
  }

  #open(): Promise<Outcome<Database>> {
    this.#database ??= openDatabase(
      {
        onOutdated: this.#hooks.onOutdated,
        onClosed: () => {
          this.#database = undefined;
          this.#hooks.onClosed();
        },
      },
      this.#newer,
    );
    return this.#database;
  }

  #named(refused: Extract<Outcome<never>, { ok: false }>): Outcome<never> {
    const problems = refused.problems.map((problem) => ({ ...problem, subject: this.#subject }));
    return { ok: false, problems };
  }
}

/**
 * One strict transaction that looks at what is there first.
 *
 * @param expected the revision this tab knows, 0 for something new
 * @param next what is kept, of the revision that it gets
 */
export async function saveRevised<R extends Revised>(
  { get, put, done }: RevisedStore<R>,
  id: string,
  expected: number,
  next: (rev: number) => R,
): Promise<Saved<R>> {
  const there = await get(id);
  if ((there?.rev ?? 0) !== expected) {
    await done();
    return { kind: "conflict" };
  }
  const record = next(expected + 1);
  await put(record);
  await done();
  return { kind: "saved", record };
}

/** A store within its transaction. */
interface RevisedStore<R> {
  readonly get: (id: string) => Promise<R | undefined>;
  readonly put: (record: R) => Promise<unknown>;
  readonly done: () => Promise<void>;
}

function isCutConnection(fault: unknown): boolean {
  return (
    fault instanceof DOMException && ["InvalidStateError", "UnknownError"].includes(fault.name)
  );
}
