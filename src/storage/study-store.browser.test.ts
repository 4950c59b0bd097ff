/** The person's studies in a real IndexedDB, and what happens where there is none. */
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Outcome } from "../core/model/model";
import { StudyStore } from "./study-store";

const study = { perfuse: 1, drugs: ["caffeine"], people: { one: {} }, doses: [] };
const record = (id: string) => ({ id, name: `study ${id}`, study });

function valueOf<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(outcome.problems[0]?.message);
  return outcome.value;
}

describe("kept studies", () => {
  const onOutdated = vi.fn<() => void>();
  const store = new StudyStore({ onOutdated, onClosed: () => undefined });

  beforeEach(async () => {
    valueOf(await store.forgetAll());
  });

  test("are listed, the last saved first, and read back as they were", async () => {
    await store.save(record("a"), 0);
    await new Promise((later) => setTimeout(later, 5));
    await store.save(record("b"), 0);
    expect(valueOf(await store.list()).map(({ id }) => id)).toEqual(["b", "a"]);
    expect(valueOf(await store.get("a"))).toMatchObject({ name: "study a", rev: 1, study });
  });

  test("two tabs do not overwrite each other", async () => {
    const other = new StudyStore({ onOutdated, onClosed: () => undefined });
    await store.save(record("a"), 0);
    expect(valueOf(await store.save(record("a"), 1)).kind).toBe("saved");
    expect(valueOf(await other.save({ ...record("a"), name: "other" }, 1)).kind).toBe("conflict");
    expect(valueOf(await store.get("a"))).toMatchObject({ name: "study a", rev: 2 });
  });

  test("of two saves at the same moment one hears of the conflict", async () => {
    const other = new StudyStore({ onOutdated, onClosed: () => undefined });
    const both = await Promise.all([store.save(record("a"), 0), other.save(record("a"), 0)]);
    expect(both.map((saved) => valueOf(saved).kind).toSorted()).toEqual(["conflict", "saved"]);
  });

  test("what was deleted can be put back, with its revision", async () => {
    await store.save(record("a"), 0);
    const kept = valueOf(await store.get("a"));
    await store.delete("a");
    expect(valueOf(await store.list())).toEqual([]);
    if (kept) await store.restore(kept);
    expect(valueOf(await store.save(record("a"), 1)).kind).toBe("saved");
  });

  test("the open study is remembered, and forgotten with the rest", async () => {
    await store.writeMeta("open-study", "a");
    expect(valueOf(await store.readMeta("open-study"))).toBe("a");
    await store.forgetAll();
    expect(valueOf(await store.readMeta("open-study"))).toBeUndefined();
  });

  test("a tab with a newer version gets the data base, and this tab says so", async () => {
    await store.save(record("a"), 0);
    const newer = await new Promise<IDBDatabase>((opened, failed) => {
      const opening = indexedDB.open("perfuse", 99);
      opening.addEventListener("success", () => opened(opening.result));
      opening.addEventListener("error", () => failed(opening.error ?? new Error("no reason")));
    });
    expect(onOutdated).toHaveBeenCalled();
    const later = new StudyStore({ onOutdated, onClosed: () => undefined });
    expect(await later.list()).toMatchObject({ ok: false, problems: [{ code: "storage-newer" }] });
    newer.close();
    await new Promise((done) => {
      indexedDB.deleteDatabase("perfuse").addEventListener("success", done);
    });
  });
});

describe("a browser that keeps nothing", () => {
  afterEach(() => vi.restoreAllMocks());

  test("refuses with a sentence, and throws nothing", async () => {
    vi.spyOn(IDBFactory.prototype, "open").mockImplementation(() => {
      throw new DOMException("denied", "SecurityError");
    });
    const store = new StudyStore({ onOutdated: () => undefined, onClosed: () => undefined });
    expect(await store.save(record("a"), 0)).toMatchObject({
      ok: false,
      problems: [{ code: "storage-refused" }],
    });
  });

  test("that is full says so, and keeps what it had", async () => {
    const store = new StudyStore({ onOutdated: () => undefined, onClosed: () => undefined });
    valueOf(await store.save(record("kept"), 0));
    const full = vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(() => {
      throw new DOMException("full", "QuotaExceededError");
    });
    expect(await store.save(record("new"), 0)).toMatchObject({
      ok: false,
      problems: [{ code: "storage-full" }],
    });
    full.mockRestore();
    expect(valueOf(await store.list()).map(({ id }) => id)).toEqual(["kept"]);
  });
});
