/**
 * A copy of everything personal in a data base of its own, taken before the first write that an
 * older Perfuse could not read. As sealed as what it is a copy of; taken once for each reason.
 *
 * Kept until everything is forgotten. Nothing reads it by itself: it is for the day on which a
 * migration turns out to be wrong.
 */
import { deleteDB, openDB } from "idb";
import { databaseName, vaultStores, type Database } from "../open";

const place = `${databaseName}-backup`;

interface Copy {
  readonly names: readonly IDBValidKey[];
  readonly values: readonly unknown[];
}

/** @param reason names the copy: "schema-2" */
export async function backUp(database: Database, reason: string): Promise<void> {
  const backup = await openDB(place, 1, { upgrade: (db) => db.createObjectStore("copies") });
  try {
    if ((await backup.getKey("copies", reason)) !== undefined) return;
    const copy = await copyOf(database);
    const transaction = backup.transaction("copies", "readwrite", { durability: "strict" });
    await transaction.store.put(copy, reason);
    await transaction.done;
  } finally {
    backup.close();
  }
}

export async function deleteBackups(): Promise<void> {
  await deleteDB(place);
}

/** Of all stores at one moment. */
async function copyOf(database: Database): Promise<Record<string, Copy>> {
  const transaction = database.transaction([...copied], "readonly");
  const copies = copied.map(async (name) => {
    const store = transaction.objectStore(name);
    const [names, values] = await Promise.all([store.getAllKeys(), store.getAll()]);
    return [name, { names, values }] as const;
  });
  return Object.fromEntries(await Promise.all(copies));
}

const copied = vaultStores.filter((name) => name !== "chunks");
