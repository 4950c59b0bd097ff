/**
 * Records damaged one at a time, as a failing disk or a stranger's hand would: does the vault name
 * each, and read all the others?
 */
import { seeded } from "../seeded";
import { openDatabase, type Database } from "../../../src/storage/open";
import { freshVault, hooks, valueOf } from "../../../src/storage/vault/test-vault";
import type { Vault } from "../../../src/storage/vault/vault";
import { textFor } from "./texts";

export interface Mutated {
  readonly trials: number;
  /** In words: what was done, and what came of it. */
  readonly failures: readonly string[];
  /** How often each kind of damage was tried. */
  readonly kinds: Readonly<Record<string, number>>;
}

const twinCount = 6;

export async function mutateRecords(trials: number, seed: number): Promise<Mutated> {
  const random = seeded(seed);
  const { vault } = await freshVault();
  const ids = Array.from({ length: twinCount }, (_, index) => `twin-${index}`);
  for (const id of ids) valueOf(await vault.save(id, textFor(id, 1), 0));
  const database = valueOf(await openDatabase(hooks));
  const failures: string[] = [];
  const kinds: Record<string, number> = {};
  for (let trial = 0; trial < trials; trial++) {
    const id = ids[Math.floor(random() * ids.length)] ?? "";
    const [kind, failure] = await tryOne(vault, database, id, random);
    kinds[kind] = (kinds[kind] ?? 0) + 1;
    if (failure !== undefined) failures.push(`trial ${trial}: ${kind}: ${failure}`);
  }
  database.close();
  return { trials, failures, kinds };
}

// ——— the parts ———

type Kept = Record<string, unknown>;
type Damage = (envelope: Kept, random: () => number) => unknown;

async function tryOne(vault: Vault, database: Database, id: string, random: () => number) {
  const [store, key] =
    random() < 0.7 ? (["twins", id] as const) : (["keys", `twin:${id}`] as const);
  const whole: unknown = await database.get(store, key);
  const [kind, damage] = damages[Math.floor(random() * damages.length)] ?? damages[0];
  const damaged = damage(structuredClone(whole) as Kept, random);
  await database.put(store, damaged, key);
  const failure = await failureOf(vault, id);
  await database.put(store, whole, key);
  return [`${kind} of ${store}`, failure] as const;
}

/** Undefined where the bad one is named and the others read. */
async function failureOf(vault: Vault, bad: string): Promise<string | undefined> {
  const entries = valueOf(await vault.all());
  if (entries.length !== twinCount) return `${entries.length} of ${twinCount} are listed`;
  for (const entry of entries) {
    if (entry.id === bad && entry.kind === "whole") return "was taken for whole";
    if (entry.id === bad) continue;
    if (entry.kind !== "whole" || entry.body !== textFor(entry.id, 1)) return `harmed ${entry.id}`;
  }
  return undefined;
}

const damages: readonly [readonly [string, Damage], ...(readonly [string, Damage])[]] = [
  ["a flipped bit", (record, random) => changeBytes(record, random, flip)],
  ["bytes cut off", (record, random) => changeBytes(record, random, cut)],
  ["zeroed bytes", (record, random) => changeBytes(record, random, zero)],
  ["a lost field", (record, random) => without(record, random)],
  ["a field of another kind", (record, random) => ({ ...record, [oneOf(record, random)]: "?" })],
  ["nothing left", () => null],
  ["a text instead", () => "nothing of it is left"],
  ["an empty list instead", () => []],
  ["another revision", (record) => ({ ...record, rev: Number(record["rev"]) + 1 })],
];

function oneOf(record: Kept, random: () => number): string {
  const names = Object.keys(record);
  return names[Math.floor(random() * names.length)] ?? "";
}

function without(record: Kept, random: () => number): Kept {
  const lost = oneOf(record, random);
  return Object.fromEntries(Object.entries(record).filter(([name]) => name !== lost));
}

type Bytes = Uint8Array<ArrayBuffer>;

/** Somewhere in the bytes of a record, however deep they lie. */
function changeBytes(
  record: Kept,
  random: () => number,
  change: (bytes: Bytes, random: () => number) => Bytes,
): unknown {
  const places = bytesIn(record);
  const place = places[Math.floor(random() * places.length)];
  if (place) place.in[place.name] = change(place.bytes, random);
  return record;
}

function bytesIn(record: Kept): { in: Kept; name: string; bytes: Bytes }[] {
  return Object.entries(record).flatMap(([name, value]) => {
    if (value instanceof Uint8Array) return [{ in: record, name, bytes: value as Bytes }];
    const isRecord = typeof value === "object" && value !== null;
    return isRecord ? bytesIn(value as Kept) : [];
  });
}

function flip(bytes: Bytes, random: () => number): Bytes {
  const at = Math.floor(random() * bytes.length);
  bytes[at] = (bytes[at] ?? 0) ^ (1 << Math.floor(random() * 8));
  return bytes;
}

const cut = (bytes: Bytes, random: () => number) =>
  bytes.slice(0, Math.floor(random() * bytes.length));

/** Of something random that is not zero already. */
const zero = (bytes: Bytes) => new Uint8Array(bytes.length);
