/** A person's own drugs, kept in this browser by their ids. */
import type { Outcome } from "../core/model/model";
import { Connection, saveRevised, type Saved } from "./connection";
import type { DrugRecord, OpenHooks } from "./open";

export class DrugStore {
  readonly #connection: Connection;

  constructor(hooks: OpenHooks) {
    this.#connection = new Connection("your drugs", hooks);
  }

  /** All drugs, the last saved first. */
  list(): Promise<Outcome<DrugRecord[]>> {
    return this.#connection.with(async (database) => {
      const records = await database.getAll("drugs");
      return records.toSorted((a, b) => b.savedAt - a.savedAt);
    });
  }

  /** @param expected the revision this tab knows, 0 for a new drug */
  save(
    drug: Pick<DrugRecord, "id" | "drug">,
    expected: number,
  ): Promise<Outcome<Saved<DrugRecord>>> {
    return this.#connection.with((database) => {
      const transaction = database.transaction("drugs", "readwrite", { durability: "strict" });
      const { store, done } = transaction;
      return saveRevised(
        { get: (id) => store.get(id), put: (record) => store.put(record), done: () => done },
        drug.id,
        expected,
        (rev): DrugRecord => ({ format: 1, ...drug, rev, savedAt: Date.now() }),
      );
    });
  }

  delete(id: string): Promise<Outcome<void>> {
    return this.#connection.with(async (database) => {
      const transaction = database.transaction("drugs", "readwrite", { durability: "strict" });
      await transaction.store.delete(id);
      await transaction.done;
    });
  }

  /** Puts a record back as it was: for undoing a deletion. */
  restore(record: DrugRecord): Promise<Outcome<void>> {
    return this.#connection.with(async (database) => {
      const transaction = database.transaction("drugs", "readwrite", { durability: "strict" });
      await transaction.store.put(record);
      await transaction.done;
    });
  }
}
