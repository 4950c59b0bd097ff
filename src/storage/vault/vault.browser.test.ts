/** The vault in a real IndexedDB: what is kept, what two tabs make of it, what a passphrase opens. */
import { beforeEach, describe, expect, test } from "vitest";
import { openDatabase, vaultStores } from "../open";
import { StudyStore } from "../study-store";
import { forgetEverything } from "./forget";
import { removeAllCopies } from "./second-copy";
import { codeOf, freshVault, hooks, otherTab, passphrase, valueOf } from "./test-vault";
import type { TwinStore } from "./twin-store";
import type { Vault } from "./vault";

let store: TwinStore;
let vault: Vault;

beforeEach(async () => {
  ({ store, vault } = await freshVault());
});

const unlocked = async () => {
  const tab = otherTab();
  valueOf(await tab.vault.unlock({ kind: "passphrase", passphrase }));
  return tab.vault;
};

describe("a kept twin", () => {
  test("is read back by another tab as it was saved", async () => {
    expect(valueOf(await vault.save("a", "body é", 0))).toEqual({ kind: "saved", rev: 1 });
    expect(valueOf(await vault.save("a", "body 2", 1))).toEqual({ kind: "saved", rev: 2 });
    expect(valueOf(await (await unlocked()).all())).toMatchObject([
      { kind: "whole", id: "a", rev: 2, schema: 1, body: "body 2" },
    ]);
  });

  test("of two saves over the same revision one hears of the conflict", async () => {
    const other = await unlocked();
    await vault.save("a", "first", 0);
    const both = await Promise.all([vault.save("a", "mine", 1), other.save("a", "theirs", 1)]);
    expect(both.map((saved) => valueOf(saved).kind).toSorted()).toEqual(["conflict", "saved"]);
  });

  test("that another tab deleted is not brought back by a save", async () => {
    const other = await unlocked();
    await vault.save("a", "first", 0);
    valueOf(await other.delete("a"));
    expect(valueOf(await vault.save("a", "second", 1)).kind).toBe("conflict");
    expect(valueOf(await vault.all())).toEqual([]);
  });

  test("can be deleted and put back with all of its history", async () => {
    await vault.save("a", "one", 0);
    await vault.save("a", "two", 1);
    const deleted = valueOf(await vault.delete("a"));
    expect(valueOf(await vault.get("a"))).toBeUndefined();
    expect(valueOf(await store.history("a"))).toEqual([]);
    valueOf(await vault.putBack(deleted));
    expect(valueOf(await vault.history("a")).map(({ body }) => body)).toEqual(["two", "one"]);
    expect(valueOf(await vault.save("a", "three", 2)).kind).toBe("saved");
  });

  test("keeps its last 20 states", async () => {
    for (let rev = 0; rev < 25; rev++) await vault.save("a", `state ${rev + 1}`, rev);
    const states = valueOf(await vault.history("a"));
    expect(states.map(({ rev }) => rev)).toEqual(Array.from({ length: 20 }, (_, i) => 25 - i));
  });
});

describe("twins from outside", () => {
  test("are all let in, or none", async () => {
    await vault.save("b", "there", 0);
    const [a, b] = [
      { id: "a", body: "new" },
      { id: "b", body: "taken" },
    ];
    expect((await vault.saveNew([a, b])).ok).toBe(false);
    expect(valueOf(await vault.all())).toMatchObject([{ id: "b", body: "there" }]);
    valueOf(await vault.saveNew([a, { id: "c", body: "newer" }]));
    expect(valueOf(await vault.all()).map(({ id }) => id)).toEqual(["a", "b", "c"]);
  });
});

describe("a passphrase", () => {
  test("that is wrong opens nothing, and says the same as a damaged vault", async () => {
    const { vault: other } = otherTab();
    const wrong = await other.unlock({ kind: "passphrase", passphrase: `${passphrase}!` });
    expect(codeOf(wrong)).toBe("does-not-open");
    expect(codeOf(await other.all())).toBe("vault-locked");
    const keys = valueOf(await store.vaultKeys()) as { byPassphrase: { bytes: Uint8Array } };
    keys.byPassphrase.bytes[3] = (keys.byPassphrase.bytes[3] ?? 0) ^ 1;
    valueOf(await store.writeVaultKeys(keys as never, 1));
    expect(await other.unlock({ kind: "passphrase", passphrase })).toEqual(wrong);
  });

  test("that is new touches no twin, and the old one opens nothing", async () => {
    await vault.save("a", "body", 0);
    const before = valueOf(await store.all());
    const next = "other unrelated words here";
    const code = valueOf(await vault.setPassphrase({ kind: "passphrase", passphrase }, next));
    expect(valueOf(await store.all())).toEqual(before);
    const { vault: other } = otherTab();
    expect(codeOf(await other.unlock({ kind: "passphrase", passphrase }))).toBe("does-not-open");
    valueOf(await other.unlock({ kind: "passphrase", passphrase: next }));
    expect(valueOf(await other.get("a"))).toMatchObject({ body: "body" });
    valueOf(await otherTab().vault.unlock({ kind: "code", code: code.toLowerCase() }));
  });

  test("that is short is refused before anything is made", async () => {
    valueOf(await store.writeVaultKeys({ rev: 1 } as never, 1));
    expect(codeOf(await otherTab().vault.create("short"))).toBe("passphrase-short");
  });

  test("is asked for again after locking", async () => {
    await vault.save("a", "body", 0);
    vault.lock();
    expect(codeOf(await vault.get("a"))).toBe("vault-locked");
    expect(codeOf(await vault.save("a", "again", 1))).toBe("vault-locked");
    expect(valueOf(await vault.status())).toBe("locked");
  });
});

describe("a record that is damaged", () => {
  test("is named, the others open, and an earlier state can take its place", async () => {
    await vault.save("a", "one", 0);
    await vault.save("a", "two", 1);
    await vault.save("b", "whole", 0);
    await overwrite("a", (envelope) => ({ ...envelope, body: envelope.body.slice(1) }));
    expect(valueOf(await vault.all())).toMatchObject([
      { kind: "damaged", id: "a" },
      { kind: "whole", id: "b", body: "whole" },
    ]);
    valueOf(await vault.repair("a"));
    expect(valueOf(await vault.get("a"))).toMatchObject({ kind: "whole", rev: 3, body: "two" });
  });

  test("is no hindrance to the tab that still has what it said", async () => {
    await vault.save("a", "one", 0);
    await overwrite("a", (envelope) => ({ ...envelope, body: envelope.body.slice(1) }));
    expect(valueOf(await vault.save("a", "two", 1)).kind).toBe("saved");
    expect(valueOf(await vault.get("a"))).toMatchObject({ kind: "whole", body: "two" });
  });

  test("so far that its revision is gone is not written over", async () => {
    await vault.save("a", "one", 0);
    await overwrite("a", () => "nothing of it is left");
    expect(valueOf(await vault.save("a", "two", 1)).kind).toBe("conflict");
  });
});

describe("a data base that the browser lost", () => {
  const lose = async () => {
    const database = valueOf(await openDatabase(hooks));
    await Promise.all([...vaultStores].map((name) => database.clear(name)));
    database.close();
  };

  test("comes back from the second copy with the last state of each twin", async () => {
    await vault.save("a", "one", 0);
    await vault.save("a", "two", 1);
    valueOf(await vault.saveNew([{ id: "b", body: "from outside" }]));
    await vault.save("c", "deleted", 0);
    valueOf(await vault.delete("c"));
    await lose();
    const { vault: other } = otherTab();
    expect(valueOf(await other.status())).toBe("locked");
    valueOf(await other.unlock({ kind: "passphrase", passphrase }));
    expect(valueOf(await other.all())).toMatchObject([
      { id: "a", rev: 2, body: "two" },
      { id: "b", rev: 1, body: "from outside" },
    ]);
    expect(valueOf(await other.save("a", "three", 2)).kind).toBe("saved");
  });

  test("has its new passphrase, not the old one", async () => {
    const next = "other unrelated words here";
    valueOf(await vault.setPassphrase({ kind: "passphrase", passphrase }, next));
    await lose();
    const { vault: other } = otherTab();
    valueOf(await other.status());
    expect(codeOf(await other.unlock({ kind: "passphrase", passphrase }))).toBe("does-not-open");
    valueOf(await other.unlock({ kind: "passphrase", passphrase: next }));
  });

  test("comes back whole although the page before died before it made its copy", async () => {
    await vault.save("a", "one", 0);
    await vault.save("b", "two", 0);
    await removeAllCopies();
    valueOf(await otherTab().vault.status());
    await lose();
    const { vault: other } = otherTab();
    valueOf(await other.status());
    valueOf(await other.unlock({ kind: "passphrase", passphrase }));
    expect(valueOf(await other.all())).toMatchObject([{ body: "one" }, { body: "two" }]);
  });

  test("stays lost where it was forgotten on purpose", async () => {
    await vault.save("a", "one", 0);
    valueOf(await forgetEverything(hooks));
    expect(valueOf(await otherTab().vault.status())).toBe("none");
  });
});

describe("forgetting everything", () => {
  test("leaves no key, no twin, no study, no look, and what is other people's", async () => {
    await vault.save("a", "body", 0);
    valueOf(await new StudyStore(hooks).save({ id: "s", name: "s", study: {} }, 0));
    localStorage.setItem("perfuse-look", "{}");
    localStorage.setItem("another-site", "kept");
    valueOf(await forgetEverything(hooks));
    const database = valueOf(await openDatabase(hooks));
    for (const name of database.objectStoreNames) {
      expect(await database.count(name), name).toBe(0);
    }
    database.close();
    expect(localStorage.getItem("perfuse-look")).toBeNull();
    expect(localStorage.getItem("another-site")).toBe("kept");
    localStorage.removeItem("another-site");
    expect(valueOf(await otherTab().vault.status())).toBe("none");
  });
});

interface Kept {
  readonly body: Uint8Array;
}

async function overwrite(twinId: string, change: (envelope: Kept) => unknown): Promise<void> {
  const database = valueOf(await openDatabase(hooks));
  const envelope = (await database.get("twins", twinId)) as Kept;
  await database.put("twins", change(envelope), twinId);
  database.close();
}
