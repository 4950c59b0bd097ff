/**
 * What one of several tabs does without asking the others: reads, saves over what it last read,
 * deletes. It keeps no locks, so that only the revisions stand between the tabs.
 */
import { seeded } from "../seeded";
import { otherTab, passphrase, freshVault, valueOf } from "../../../src/storage/vault/test-vault";
import type { Vault } from "../../../src/storage/vault/vault";

/** What a tab was told of what it asked for. */
export type Told =
  | { readonly kind: "saved"; readonly id: string; readonly rev: number; readonly text: string }
  | { readonly kind: "conflict" | "deleted"; readonly id: string };

export interface State {
  readonly id: string;
  readonly rev: number;
  readonly text: string;
}

let vault: Vault | undefined;

/** Everything anew; the other tabs then call `join`. */
export async function begin(): Promise<void> {
  ({ vault } = await freshVault());
}

export async function join(): Promise<void> {
  ({ vault } = otherTab());
  valueOf(await vault.unlock({ kind: "passphrase", passphrase }));
}

/** @param tab its name, so that no two tabs write the same text */
export async function meddle(tab: string, steps: number, seed: number): Promise<readonly Told[]> {
  const random = seeded(seed);
  const known = new Map<string, number>();
  const told: Told[] = [];
  for (let step = 0; step < steps; step++) {
    const id = random() < 0.5 ? "a" : "b";
    const what = random();
    if (what < 0.2) await read(id, known);
    else if (what < 0.95) told.push(...(await save(id, `${tab} ${step}`, known)));
    else told.push(await remove(id, known));
    if (random() < 0.3) await pause(random() * 4);
  }
  return told;
}

/** Every state that is kept of every twin, the newest first. */
export async function allStates(): Promise<readonly State[]> {
  const entries = valueOf(await opened().all());
  const states = entries.map(async ({ id }) => valueOf(await opened().history(id)));
  return (await Promise.all(states)).flat().map(({ id, rev, body }) => ({ id, rev, text: body }));
}

/** What is kept as the twins' present states, the damaged ones left out. */
export async function present(): Promise<readonly State[]> {
  const entries = valueOf(await opened().all());
  return entries.flatMap((entry) =>
    entry.kind === "whole" ? [{ id: entry.id, rev: entry.rev, text: entry.body }] : [],
  );
}

// ——— the parts ———

function opened(): Vault {
  if (!vault) throw new Error("the tab has not begun");
  return vault;
}

type Known = Map<string, number>;

async function read(id: string, known: Known): Promise<void> {
  const entry = valueOf(await opened().get(id));
  if (entry?.kind === "whole") known.set(id, entry.rev);
  else known.delete(id);
}

/** As the app does: what met a conflict is kept as a twin of its own, then the tab looks anew. */
async function save(id: string, text: string, known: Known): Promise<readonly Told[]> {
  const saved = valueOf(await opened().save(id, text, known.get(id) ?? 0));
  if (saved.kind === "saved") {
    known.set(id, saved.rev);
    return [{ kind: "saved", id, rev: saved.rev, text }];
  }
  const copyId = `${id} of ${text}`;
  const copied = valueOf(await opened().save(copyId, text, 0));
  await read(id, known);
  return [
    { kind: "conflict", id },
    ...(copied.kind === "saved"
      ? [{ kind: "saved" as const, id: copyId, rev: copied.rev, text }]
      : []),
  ];
}

async function remove(id: string, known: Known): Promise<Told> {
  valueOf(await opened().delete(id));
  known.delete(id);
  return { kind: "deleted", id };
}

const pause = (ms: number) => new Promise((later) => setTimeout(later, ms));
