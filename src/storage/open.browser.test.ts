/** Data bases of every version there was, and one of a version that is not known yet. */
import { beforeEach, describe, expect, test, vi } from "vitest";
import { backUp } from "./vault/backup";
import { databaseVersion, openDatabase, vaultStores } from "./open";
import { StudyStore } from "./study-store";
import { removeAllCopies } from "./vault/second-copy";
import { codeOf, freshVault, hooks, otherTab, passphrase, valueOf } from "./vault/test-vault";

const study = { format: 1, id: "a", name: "kept", rev: 3, savedAt: 1, study: {} };
const drug = { format: 1, id: "d", rev: 2, savedAt: 1, drug: {} };

beforeEach(async () => {
  await removeAllCopies();
  await deleteAll("perfuse");
  await deleteAll("perfuse-backup");
});

describe("a data base", () => {
  test("of version 1 keeps its studies, and can hold drugs and twins", async () => {
    const first = await make(1, (db) => {
      db.createObjectStore("studies", { keyPath: "id" });
      db.createObjectStore("meta");
    });
    first.close();
    await put("studies", study);
    const database = valueOf(await openDatabase(hooks));
    expect(await database.getAll("studies")).toEqual([study]);
    expect([...database.objectStoreNames]).toEqual(
      ["studies", "drugs", "meta", ...vaultStores].toSorted(),
    );
    database.close();
  });

  test("of version 2 keeps its studies and drugs, and can hold twins", async () => {
    await makeVersion2();
    const { vault } = otherTab();
    valueOf(await vault.create(passphrase));
    valueOf(await vault.save("t", "a twin", 0));
    const database = valueOf(await openDatabase(hooks));
    expect(database.version).toBe(databaseVersion);
    expect(await database.getAll("studies")).toEqual([study]);
    expect(await database.getAll("drugs")).toEqual([drug]);
    database.close();
  });

  test("is the newer tab's at once, and the older one says so", async () => {
    const onOutdated = vi.fn<() => void>();
    const old = valueOf(await openDatabase({ ...hooks, onOutdated }));
    const newer = await make(databaseVersion + 1, () => undefined);
    expect(onOutdated).toHaveBeenCalledOnce();
    expect(() => old.transaction("studies")).toThrow();
    newer.close();
  });
});

describe("a data base of a newer Perfuse", () => {
  test("is read, exported, never written: it stays as it was, byte for byte", async () => {
    const { vault, store } = await freshVault();
    valueOf(await vault.save("t", "a twin", 0));
    const newer = await make(databaseVersion + 1, (db) => db.createObjectStore("rooms"));
    newer.close();
    const before = await everything();

    const tab = otherTab();
    valueOf(await tab.vault.unlock({ kind: "passphrase", passphrase }));
    expect(valueOf(await tab.vault.get("t"))).toMatchObject({ body: "a twin" });
    const refused = [
      await tab.vault.save("t", "over it", 1),
      await tab.vault.save("u", "beside it", 0),
      await tab.vault.saveNew([{ id: "v", body: "from outside" }]),
      await tab.vault.delete("t"),
      await tab.vault.repair("t"),
      await tab.vault.setPassphrase({ kind: "passphrase", passphrase }, `${passphrase} too`),
      await tab.store.writeMeta("vault-backup", {}),
      await store.writeMeta("vault-backup", {}),
      await new StudyStore(hooks).save({ id: "a", name: "a", study: {} }, 0),
    ];
    expect(refused.map(codeOf)).toEqual(refused.map(() => "storage-newer"));
    expect(await everything()).toBe(before);
  });

  test("the same for one record of a newer schema among others", async () => {
    const { vault, store } = await freshVault();
    valueOf(await vault.save("t", "a twin", 0));
    valueOf(await vault.save("u", "another", 0));
    await change("twins", "t", (envelope) => ({ ...(envelope as object), schema: 2, more: "?" }));
    const before = await everything();
    expect(valueOf(await vault.all())).toMatchObject([
      { kind: "newer", id: "t" },
      { kind: "whole", id: "u" },
    ]);
    expect(codeOf(await vault.save("t", "over it", 1))).toBe("storage-newer");
    expect(codeOf(await vault.delete("t"))).toBe("storage-newer");
    expect(codeOf(await vault.repair("t"))).toBe("storage-newer");
    expect(valueOf(await store.get("t"))).toMatchObject({ envelope: { schema: 2, more: "?" } });
    expect(await everything()).toBe(before);
  });
});

describe("a backup before a migrated write", () => {
  test("holds all that is personal as it was, and is taken once", async () => {
    const { vault, store } = await freshVault();
    valueOf(await vault.save("t", "first", 0));
    const kept = valueOf(await store.get("t"));
    const database = valueOf(await openDatabase(hooks));
    await backUp(database, "schema-2");
    valueOf(await vault.save("t", "second", 1));
    await backUp(database, "schema-2");
    database.close();
    const copy = await copies("schema-2");
    expect(copy).toMatchObject({
      twins: { names: ["t"], values: [kept.envelope] },
      keys: { names: ["twin:t", "vault"] },
      journal: { names: [["t", 1]] },
    });
  });

  // no twin of an older schema can be made yet; any smaller number stands for one
  test("is taken by itself where what is there is of an older schema", async () => {
    const { vault } = await freshVault();
    valueOf(await vault.save("t", "first", 0));
    await change("twins", "t", (envelope) => ({ ...(envelope as object), schema: 0.5 }));
    await vault.save("t", "second", 1);
    expect(await copies("schema-1")).toMatchObject({ twins: { values: [{ schema: 0.5 }] } });
  });
});

// ——— the data base, without the code under test ———

function asked<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((done, failed) => {
    request.addEventListener("success", () => done(request.result));
    request.addEventListener("error", () => failed(request.error ?? new Error("no reason")));
  });
}

function make(version: number, upgrade: (db: IDBDatabase) => unknown): Promise<IDBDatabase> {
  const opening = indexedDB.open("perfuse", version);
  opening.addEventListener("upgradeneeded", () => upgrade(opening.result));
  return asked(opening);
}

async function makeVersion2(): Promise<void> {
  const db = await make(2, (fresh) => {
    fresh.createObjectStore("studies", { keyPath: "id" });
    fresh.createObjectStore("meta");
    fresh.createObjectStore("drugs", { keyPath: "id" });
  });
  db.close();
  await put("studies", study);
  await put("drugs", drug);
}

async function put(store: string, value: unknown): Promise<void> {
  const db = await asked(indexedDB.open("perfuse"));
  await asked(db.transaction(store, "readwrite").objectStore(store).put(value));
  db.close();
}

async function change(
  store: string,
  key: string,
  next: (value: unknown) => unknown,
): Promise<void> {
  const db = await asked(indexedDB.open("perfuse"));
  const objects = db.transaction(store, "readwrite").objectStore(store);
  await asked(objects.put(next(await asked(objects.get(key))), key));
  db.close();
}

/** All stores with all of their keys and bytes, as one text. */
async function everything(): Promise<string> {
  const db = await asked(indexedDB.open("perfuse"));
  const stores = await Promise.all(
    [...db.objectStoreNames].map(async (name) => {
      const store = db.transaction(name).objectStore(name);
      const [keys, values] = await Promise.all([asked(store.getAllKeys()), asked(store.getAll())]);
      return { name, keys, values };
    }),
  );
  const { version } = db;
  db.close();
  return JSON.stringify({ version, stores }, (_, value: unknown) =>
    value instanceof Uint8Array ? [...value] : value,
  );
}

async function copies(reason: string): Promise<unknown> {
  const db = await asked(indexedDB.open("perfuse-backup"));
  const copy = await asked(db.transaction("copies").objectStore("copies").get(reason));
  db.close();
  return copy;
}

function deleteAll(name: string): Promise<unknown> {
  return asked(indexedDB.deleteDatabase(name));
}
