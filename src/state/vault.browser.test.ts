/** The vault as the page uses it: begun, kept, locked, shared by two tabs, exported, forgotten. */
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Twin } from "../pharmacology/twin/twin";
import type { Outcome } from "../core/model/model";
import { Notices } from "./notices.svelte";
import { VaultState } from "./vault.svelte";

const passphrase = "four unrelated words here";
const twin: Twin = {
  perfuseTwin: 1,
  name: "A person",
  facts: { sex: "female", heightCm: 164 },
  drugs: ["vancomycin"],
  events: [],
};

/** A passphrase is slow on purpose, and slower on a busy machine. */
const patience = { timeout: 30_000 };

const may: Outcome<void> = { ok: true, value: undefined };
const unsealed: Outcome<void> = {
  ok: false,
  problems: [{ code: "not-sealed", subject: "the page", message: "is not sealed yet" }],
};

function valueOf<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  throw new Error(outcome.problems.map(({ code, message }) => `${code}: ${message}`).join("; "));
}

const open: VaultState[] = [];
const told: Notices[] = [];

function tab(mayKeep: () => Outcome<void> = () => may): VaultState {
  const notices = new Notices();
  const vault = new VaultState({
    notices,
    createWorker: undefined,
    mayKeep,
    onForgotten: () => undefined,
  });
  open.push(vault);
  told.push(notices);
  return vault;
}

async function startedTab(): Promise<VaultState> {
  const vault = tab();
  valueOf(await vault.start());
  if (vault.status === "locked") valueOf(await vault.unlock({ kind: "passphrase", passphrase }));
  return vault;
}

beforeEach(async () => {
  valueOf(await tab().forgetAll());
});
afterEach(async () => {
  for (const vault of open.splice(0)) await vault.close();
});

describe("before there is a vault", () => {
  test("a twin lives in memory and says so, and is kept once there is one", async () => {
    const vault = await startedTab();
    expect(vault.status).toBe("none");
    const begun = await vault.begin(twin);
    expect(begun.saveState).toMatchObject({ kind: "not-kept", problem: { code: "vault-locked" } });
    valueOf(await vault.create(passphrase));
    expect(begun.saveState).toEqual({ kind: "saved" });
    expect(vault.twins).toMatchObject([{ id: begun.id, name: "A person" }]);
  });

  test("nothing is kept while the page is not sealed", async () => {
    const vault = tab(() => unsealed);
    valueOf(await vault.start());
    expect(await vault.create(passphrase)).toEqual(unsealed);
    const begun = await vault.begin(twin);
    expect(begun.saveState).toMatchObject({ kind: "not-kept", problem: { code: "not-sealed" } });
    valueOf(await vault.start());
    expect(vault.status).toBe("none");
  });
});

describe("an open vault", () => {
  let vault: VaultState;
  beforeEach(async () => {
    vault = await startedTab();
    valueOf(await vault.create(passphrase));
  });

  test("saves by itself, undoes, and shows nothing once it is locked", async () => {
    const begun = await vault.begin(twin);
    begun.change({ ...twin, name: "Renamed" }, "name");
    expect(begun.saveState).toEqual({ kind: "unsaved" });
    await vi.waitFor(() => expect(begun.saveState).toEqual({ kind: "saved" }), patience);
    begun.undo();
    const dropped = vi.fn<() => void>();
    vault.onLock(dropped);
    valueOf(await vault.lock());
    expect(dropped).toHaveBeenCalledOnce();
    expect(vault.twins).toEqual([]);
    expect(vault.opened).toBeUndefined();
    expect(begun.twin.name).toBe("");
    valueOf(await vault.unlock({ kind: "passphrase", passphrase }));
    expect(vault.twins).toMatchObject([{ name: "A person" }]);
  });

  test("keeps what could not be saved sealed over a lock, and saves it afterwards", async () => {
    const begun = await vault.begin(twin);
    const full = vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(() => {
      throw new DOMException("full", "QuotaExceededError");
    });
    begun.change({ ...twin, name: "Changed" }, "name");
    await begun.saveNow();
    expect(begun.saveState).toMatchObject({ kind: "not-kept", problem: { code: "storage-full" } });
    expect(await vault.lock()).toMatchObject({ ok: false, problems: [{ code: "storage-full" }] });
    valueOf(await vault.lock(true));
    full.mockRestore();
    expect(begun.twin.name).toBe("");
    valueOf(await vault.unlock({ kind: "passphrase", passphrase }));
    expect(vault.opened?.twin.name).toBe("Changed");
    expect(vault.opened?.saveState).toEqual({ kind: "saved" });
    expect(vault.twins).toMatchObject([{ name: "Changed" }]);
  });

  test("is read-only in a second tab until the first lets go", async () => {
    const begun = await vault.begin(twin);
    const other = await startedTab();
    const there = valueOf(await other.open(begun.id));
    expect(there.readOnly).toBe("other-tab");
    there.change({ ...twin, name: "From the second" }, "name");
    expect(there.twin.name).toBe("A person");
    begun.change({ ...twin, name: "From the first" }, "name");
    await begun.saveNow();
    await vi.waitFor(() => expect(there.twin.name).toBe("From the first"), patience);
    await vault.close();
    await vi.waitFor(() => expect(there.readOnly).toBeUndefined(), patience);
    there.change({ ...twin, name: "From the second" }, "name");
    await there.saveNow();
    expect(there.saveState).toEqual({ kind: "saved" });
  });

  test("of two versions keeps both, and takes the one that is meant", async () => {
    const begun = await vault.begin(twin);
    const { id } = begun;
    const other = await startedTab();
    const theirs = valueOf(await other.open(id));
    theirs.readOnly = undefined;
    theirs.change({ ...twin, name: "Theirs" }, "name");
    await theirs.saveNow();
    begun.change({ ...twin, name: "Mine" }, "name");
    await begun.saveNow();
    expect(vault.conflict).toMatchObject({ id, name: "Mine", isDeleted: false });
    await vault.refresh();
    expect(vault.twins.map(({ name }) => name).toSorted()).toEqual(["Mine (this tab)", "Theirs"]);
    await other.close();
    valueOf(await vault.resolve("mine"));
    expect(vault.twins.map(({ id: of, name }) => [of, name])).toEqual([[id, "Mine"]]);
    expect(vault.opened?.twin.name).toBe("Mine");
  });

  test("takes a deletion back", async () => {
    const { id } = await vault.begin(twin);
    valueOf(await vault.delete(id));
    expect(vault.twins).toEqual([]);
    told.at(-1)?.all.at(-1)?.action?.run();
    await vi.waitFor(() => expect(vault.twins).toMatchObject([{ id, name: "A person" }]), patience);
  });

  test("is forgotten with everything in it", async () => {
    await vault.begin(twin);
    const other = await startedTab();
    valueOf(await vault.forgetAll());
    expect(vault.status).toBe("none");
    await vi.waitFor(() => expect(other.status).toBe("none"), patience);
    expect(other.twins).toEqual([]);
  });
});
