/** A person's own drugs in a real IndexedDB, beside studies that were kept before there were any. */
import { beforeEach, expect, test } from "vitest";
import type { Outcome } from "../core/model/model";
import { DrugStore } from "./drug-store";
import { StudyStore } from "./study-store";

const hooks = { onOutdated: () => undefined, onClosed: () => undefined };
const drug = (id: string) => ({ id, drug: { perfuseDrug: 1, id } });

function valueOf<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(outcome.problems[0]?.message);
  return outcome.value;
}

beforeEach(async () => {
  valueOf(await new StudyStore(hooks).forgetAll());
});

test("are kept as they are, the last saved first", async () => {
  const store = new DrugStore(hooks);
  await store.save(drug("a"), 0);
  await new Promise((later) => setTimeout(later, 5));
  await store.save(drug("b"), 0);
  expect(valueOf(await store.list())).toMatchObject([{ ...drug("b"), rev: 1 }, drug("a")]);
});

test("of two tabs that save one drug, the later hears of it and nothing is lost", async () => {
  const store = new DrugStore(hooks);
  const other = new DrugStore(hooks);
  await store.save(drug("a"), 0);
  expect(valueOf(await other.save(drug("a"), 0)).kind).toBe("conflict");
  expect(valueOf(await other.save({ id: "a", drug: "newer" }, 1)).kind).toBe("saved");
  expect(valueOf(await store.save(drug("a"), 1)).kind).toBe("conflict");
  expect(valueOf(await store.list())).toMatchObject([{ id: "a", rev: 2, drug: "newer" }]);
});

test("what was deleted can be put back", async () => {
  const store = new DrugStore(hooks);
  const saved = valueOf(await store.save(drug("a"), 0));
  await store.delete("a");
  expect(valueOf(await store.list())).toEqual([]);
  if (saved.kind === "saved") await store.restore(saved.record);
  expect(valueOf(await store.save(drug("a"), 1)).kind).toBe("saved");
});

test("are forgotten with everything else", async () => {
  const store = new DrugStore(hooks);
  await store.save(drug("a"), 0);
  valueOf(await new StudyStore(hooks).forgetAll());
  expect(valueOf(await store.list())).toEqual([]);
});

test("a data base from before there were drugs keeps its studies", async () => {
  const name = "perfuse";
  await new Promise<void>((done) => {
    indexedDB.deleteDatabase(name).addEventListener("success", () => done());
  });
  const old = await new Promise<IDBDatabase>((opened) => {
    const opening = indexedDB.open(name, 1);
    opening.addEventListener("upgradeneeded", () => {
      opening.result.createObjectStore("studies", { keyPath: "id" }).put({ id: "a", rev: 3 });
      opening.result.createObjectStore("meta");
    });
    opening.addEventListener("success", () => opened(opening.result));
  });
  old.close();
  expect(valueOf(await new StudyStore(hooks).get("a"))).toEqual({ id: "a", rev: 3 });
  expect(valueOf(await new DrugStore(hooks).list())).toEqual([]);
});
