/**
 * A life of the page between two kills: it looks at what the last one left, then saves, imports,
 * deletes and brings back without end, telling of each only when the vault said that it is done.
 */
import { seeded } from "../seeded";
import { otherTab, passphrase, valueOf } from "../../../src/storage/vault/test-vault";
import type { Vault } from "../../../src/storage/vault/vault";
import { textFor } from "./texts";

/** What the vault said it has done. */
export type Done =
  | { readonly kind: "saved"; readonly id: string; readonly rev: number }
  | { readonly kind: "imported"; readonly ids: readonly string[] }
  /** `deleting` is told before, since a kill may come between the deed and the word. */
  | { readonly kind: "deleting" | "put-back"; readonly id: string };

export interface Found {
  readonly id: string;
  /** Undefined where it is damaged. */
  readonly rev: number | undefined;
  /** Whether every letter is as it was written, in all states that are kept. */
  readonly isWhole: boolean;
  /** Oldest of the states that are kept. */
  readonly oldest: number | undefined;
}

/** What is kept, each state of it read. */
export async function lookAtAll(): Promise<readonly Found[]> {
  const vault = await openVault();
  const entries = valueOf(await vault.all());
  return Promise.all(
    entries.map(async (entry) => {
      const { id } = entry;
      if (entry.kind !== "whole") return { id, rev: undefined, isWhole: false, oldest: undefined };
      const states = valueOf(await vault.history(id));
      const isWhole = [entry, ...states].every(({ rev, body }) => body === textFor(id, rev));
      return { id, rev: entry.rev, isWhole, oldest: states.at(-1)?.rev };
    }),
  );
}

/** Never returns; `tell` is told of everything that is done. */
export async function live(seed: number, tell: (done: Done) => Promise<void>): Promise<never> {
  const random = seeded(seed);
  const vault = await openVault();
  const revs = new Map<string, number>();
  for (const { id, rev } of await lookAtAll()) if (rev !== undefined) revs.set(id, rev);
  for (;;) {
    const id = `twin-${Math.floor(random() * 4)}`;
    const what = random();
    if (what < 0.85) await save(vault, id, revs, tell);
    else if (what < 0.92) await importSome(vault, random, revs, tell);
    else await deleteAndBringBack(vault, id, revs, tell);
  }
}

/** Each over the revision before it. */
export async function saveThese(
  texts: readonly (readonly [id: string, rev: number, text: string])[],
): Promise<void> {
  const vault = await openVault();
  for (const [id, rev, text] of texts) {
    const { kind } = valueOf(await vault.save(id, text, rev - 1));
    if (kind === "conflict") throw new Error(`${id} is not at ${rev - 1}`);
  }
}

// ——— the parts ———

type Revs = Map<string, number>;
type Tell = (done: Done) => Promise<void>;

async function openVault(): Promise<Vault> {
  const { vault } = otherTab();
  const isNew = valueOf(await vault.status()) === "none";
  if (isNew) valueOf(await vault.create(passphrase));
  else valueOf(await vault.unlock({ kind: "passphrase", passphrase }));
  return vault;
}

async function save(vault: Vault, id: string, revs: Revs, tell: Tell): Promise<void> {
  const rev = revs.get(id) ?? 0;
  const saved = valueOf(await vault.save(id, textFor(id, rev + 1), rev));
  if (saved.kind === "conflict") throw new Error(`${id} ${rev}: a conflict with nobody`);
  revs.set(id, saved.rev);
  await tell({ kind: "saved", id, rev: saved.rev });
}

/** Three at once: what was let in before a kill is all of them or none. */
async function importSome(vault: Vault, random: () => number, revs: Revs, tell: Tell) {
  const group = Math.floor(random() * 1e9).toString(36);
  const ids = [0, 1, 2].map((index) => `import-${group}-${index}`);
  valueOf(await vault.saveNew(ids.map((id) => ({ id, body: textFor(id, 1) }))));
  for (const id of ids) revs.set(id, 1);
  await tell({ kind: "imported", ids });
}

async function deleteAndBringBack(vault: Vault, id: string, revs: Revs, tell: Tell): Promise<void> {
  if (!revs.has(id)) return;
  await tell({ kind: "deleting", id });
  const deleted = valueOf(await vault.delete(id));
  valueOf(await vault.putBack(deleted));
  await tell({ kind: "put-back", id });
}
