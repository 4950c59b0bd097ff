/**
 * The person's studies, kept by name in this browser.
 *
 * Of two tabs that save the same study, the later hears "conflict" and decides (connection.ts).
 */
import type { Outcome } from "../core/model/model";
import { Connection, saveRevised, type Saved } from "./connection";
import type { OpenHooks, StudyRecord } from "./open";

export class StudyStore {
  readonly #connection: Connection;

  constructor(hooks: OpenHooks) {
    this.#connection = new Connection("your studies", hooks);
  }

  /** All studies, the last saved first. */
  list(): Promise<Outcome<StudyRecord[]>> {
    return this.#connection.with(async (database) => {
      const records = await database.getAll("studies");
      return records.toSorted((a, b) => b.savedAt - a.savedAt);
    });
  }

  get(id: string): Promise<Outcome<StudyRecord | undefined>> {
    return this.#connection.with((database) => database.get("studies", id));
  }

  /** @param expected the revision this tab knows, 0 for a new study */
  save(
    study: Pick<StudyRecord, "id" | "name" | "study" | "crowd">,
    expected: number,
  ): Promise<Outcome<Saved<StudyRecord>>> {
    return this.#connection.with((database) => {
      const transaction = database.transaction("studies", "readwrite", { durability: "strict" });
      const { store, done } = transaction;
      return saveRevised(
        { get: (id) => store.get(id), put: (record) => store.put(record), done: () => done },
        study.id,
        expected,
        (rev): StudyRecord => ({ format: 1, ...study, rev, savedAt: Date.now() }),
      );
    });
  }

  delete(id: string): Promise<Outcome<void>> {
    return this.#connection.with(async (database) => {
      const transaction = database.transaction("studies", "readwrite", { durability: "strict" });
      await transaction.store.delete(id);
      await transaction.done;
    });
  }

  /** Puts a record back as it was: for undoing a deletion. */
  restore(record: StudyRecord): Promise<Outcome<void>> {
    return this.#connection.with(async (database) => {
      const transaction = database.transaction("studies", "readwrite", { durability: "strict" });
      await transaction.store.put(record);
      await transaction.done;
    });
  }

  readMeta(key: string): Promise<Outcome<unknown>> {
    return this.#connection.with((database) => database.get("meta", key));
  }

  writeMeta(key: string, value: unknown): Promise<Outcome<void>> {
    return this.#connection.with(async (database) => {
      await database.put("meta", value, key);
    });
  }

  /** Removes everything that Perfuse keeps here, a person's own drugs as well. */
  forgetAll(): Promise<Outcome<void>> {
    return this.#connection.with(async (database) => {
      const transaction = database.transaction(["studies", "meta", "drugs"], "readwrite", {
        durability: "strict",
      });
      await Promise.all([
        transaction.objectStore("studies").clear(),
        transaction.objectStore("meta").clear(),
        transaction.objectStore("drugs").clear(),
      ]);
      await transaction.done;
    });
  }
}
