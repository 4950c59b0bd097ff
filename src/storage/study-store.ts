/**
 * The person's studies, kept by name in this browser.
 *
 * A save is one strict transaction that compares the record's revision first, so that two tabs
 * never overwrite each other: the loser hears "conflict" and decides. A cut connection is opened
 * again once.
 */
import type { Outcome } from "../core/model/model";
import { openDatabase, problemOf, type Database, type OpenHooks, type StudyRecord } from "./open";

export type SaveResult =
  | { readonly kind: "saved"; readonly record: StudyRecord }
  /** Another tab saved a later revision, or deleted the record. */
  | { readonly kind: "conflict" };

export class StudyStore {
  readonly #hooks: OpenHooks;
  #database: Promise<Outcome<Database>> | undefined;

  constructor(hooks: OpenHooks) {
    this.#hooks = hooks;
  }

  /** All studies, the last saved first. */
  list(): Promise<Outcome<StudyRecord[]>> {
    return this.#with(async (database) => {
      const records = await database.getAll("studies");
      return records.toSorted((a, b) => b.savedAt - a.savedAt);
    });
  }

  get(id: string): Promise<Outcome<StudyRecord | undefined>> {
    return this.#with((database) => database.get("studies", id));
  }

  /** @param expected the revision this tab knows, 0 for a new study */
  save(
    study: Pick<StudyRecord, "id" | "name" | "study" | "crowd">,
    expected: number,
  ): Promise<Outcome<SaveResult>> {
    return this.#with(async (database): Promise<SaveResult> => {
      const transaction = database.transaction("studies", "readwrite", { durability: "strict" });
      const there = await transaction.store.get(study.id);
      if ((there?.rev ?? 0) !== expected) {
        await transaction.done;
        return { kind: "conflict" };
      }
      const record = { format: 1, ...study, rev: expected + 1, savedAt: Date.now() } as const;
      await transaction.store.put(record);
      await transaction.done;
      return { kind: "saved", record };
    });
  }

  delete(id: string): Promise<Outcome<void>> {
    return this.#with(async (database) => {
      const transaction = database.transaction("studies", "readwrite", { durability: "strict" });
      await transaction.store.delete(id);
      await transaction.done;
    });
  }

  /** Puts a record back as it was: for undoing a deletion. */
  restore(record: StudyRecord): Promise<Outcome<void>> {
    return this.#with(async (database) => {
      const transaction = database.transaction("studies", "readwrite", { durability: "strict" });
      await transaction.store.put(record);
      await transaction.done;
    });
  }

  readMeta(key: string): Promise<Outcome<unknown>> {
    return this.#with((database) => database.get("meta", key));
  }

  writeMeta(key: string, value: unknown): Promise<Outcome<void>> {
    return this.#with(async (database) => {
      await database.put("meta", value, key);
    });
  }

  /** Removes everything that Perfuse keeps here. */
  forgetAll(): Promise<Outcome<void>> {
    return this.#with(async (database) => {
      const transaction = database.transaction(["studies", "meta"], "readwrite", {
        durability: "strict",
      });
      await Promise.all([
        transaction.objectStore("studies").clear(),
        transaction.objectStore("meta").clear(),
      ]);
      await transaction.done;
    });
  }

  async #with<T>(work: (database: Database) => Promise<T>): Promise<Outcome<T>> {
    for (let attempt = 0; ; attempt++) {
      const database = await this.#open();
      if (!database.ok) return database;
      try {
        return { ok: true, value: await work(database.value) };
      } catch (fault) {
        this.#database = undefined;
        if (attempt > 0 || !isCutConnection(fault)) {
          return { ok: false, problems: [problemOf(fault)] };
        }
      }
    }
  }

  #open(): Promise<Outcome<Database>> {
    this.#database ??= openDatabase({
      onOutdated: this.#hooks.onOutdated,
      onClosed: () => {
        this.#database = undefined;
        this.#hooks.onClosed();
      },
    });
    return this.#database;
  }
}

function isCutConnection(fault: unknown): boolean {
  return (
    fault instanceof DOMException && ["InvalidStateError", "UnknownError"].includes(fault.name)
  );
}
