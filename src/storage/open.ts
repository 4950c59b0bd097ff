/**
 * The browser's data base of this app: opened once, closed when another tab needs it newer.
 *
 * `studies` and `drugs` hold one record each, `meta` small things such as which study was open.
 * Version 2 added the drugs, version 3 the vault's stores (vault/twin-store.ts): `twins`, `journal`,
 * `keys`, `chunks`, `staging`, `quarantine`. The vault names its records itself, so that a record of
 * any content, even a damaged one, can be listed, read and put aside.
 * Faults become outcomes with a sentence; nothing here decides what to do about them.
 */
import { openDB, type DBSchema, type IDBPDatabase } from "idb";
import type { Outcome, Problem } from "../core/model/model";

/** A kept study. What it says is unknown until the study file's schema has read it. */
export interface StudyRecord {
  readonly format: 1;
  readonly id: string;
  readonly name: string;
  /** Grows by one with each save: what another tab saved meanwhile is noticed by it. */
  readonly rev: number;
  readonly savedAt: number;
  readonly study: unknown;
  /** The people of the People view; absent in records from before these were kept. */
  readonly crowd?: unknown;
}

/** A person's own drug. What it says is unknown until the drug file's schema has read it. */
export interface DrugRecord {
  readonly format: 1;
  /** That of the drug. */
  readonly id: string;
  /** As with studies. */
  readonly rev: number;
  readonly savedAt: number;
  readonly drug: unknown;
}

export interface PerfuseSchema extends DBSchema {
  studies: { key: string; value: StudyRecord };
  drugs: { key: string; value: DrugRecord };
  meta: { key: string; value: unknown };
  /** Envelopes (vault/envelope.ts) by the twin's id. */
  twins: { key: string; value: unknown };
  /** The last envelopes of each twin, by its id and their revision. */
  journal: { key: [twinId: string, rev: number]; value: unknown };
  /** Wrapped keys: "vault", and "twin:" with each twin's id. */
  keys: { key: string; value: unknown };
  /** Results that can be computed again: the first to go when space runs out. */
  chunks: { key: [twinId: string, name: string]; value: unknown };
  /** What an import has brought and not yet let in, as `twins`. */
  staging: { key: string; value: unknown };
  /** Damaged records that something whole took the place of, by their twin's id and when. */
  quarantine: { key: [twinId: string, at: number]; value: unknown };
}

export type Database = IDBPDatabase<PerfuseSchema>;

export const databaseName = "perfuse";
export const databaseVersion = 3;

export interface OpenHooks {
  /** Another tab runs a newer version: this one has closed its connection. */
  readonly onOutdated: () => void;
  /** The connection was cut from outside. */
  readonly onClosed: () => void;
}

/** Everything that is personal, and the keys to it. */
export const vaultStores = ["twins", "journal", "keys", "chunks", "staging", "quarantine"] as const;

const openPatienceMs = 10_000;

/**
 * @param newer "read" opens a data base of a newer Perfuse as it is, for whoever then only reads;
 *   its `version` says so
 */
export async function openDatabase(
  hooks: OpenHooks,
  newer: "refuse" | "read" = "refuse",
): Promise<Outcome<Database>> {
  const opened = await openAt(databaseVersion, hooks);
  const isNewer = !opened.ok && opened.problems[0]?.code === "storage-newer";
  return isNewer && newer === "read" ? openAt(undefined, hooks) : opened;
}

/** @param version undefined: whichever is there */
async function openAt(version: number | undefined, hooks: OpenHooks): Promise<Outcome<Database>> {
  if (!("indexedDB" in globalThis)) {
    return refused("storage-refused", "this browser keeps nothing for pages");
  }
  let database: Database | undefined;
  try {
    // may throw at once, where the browser forbids storage
    const opening = openDB<PerfuseSchema>(databaseName, version, {
      upgrade(db, from) {
        if (from < 1) {
          db.createObjectStore("studies", { keyPath: "id" });
          db.createObjectStore("meta");
        }
        if (from < 2) db.createObjectStore("drugs", { keyPath: "id" });
        if (from < 3) for (const store of vaultStores) db.createObjectStore(store);
      },
      blocking() {
        database?.close();
        hooks.onOutdated();
      },
      terminated: hooks.onClosed,
    });
    database = await withPatience(opening);
    return { ok: true, value: database };
  } catch (fault) {
    return { ok: false, problems: [problemOf(fault)] };
  }
}

/** What a fault of the data base means for the person. */
export function problemOf(fault: unknown): Problem {
  const name = fault instanceof Error || fault instanceof DOMException ? fault.name : "";
  switch (name) {
    case "QuotaExceededError":
      return {
        code: "storage-full",
        subject: "your studies",
        message: "could not be saved: the browser's storage is full; export them or delete some",
      };
    case "VersionError":
      return {
        code: "storage-newer",
        subject: "your studies",
        message: "were saved by a newer Perfuse; reload the page to get it",
      };
    case "TimeoutError":
      return {
        code: "storage-blocked",
        subject: "your studies",
        message: "are held by another tab; close the other tabs of Perfuse and reload",
      };
    default:
      return {
        code: "storage-refused",
        subject: "your studies",
        message: "cannot be kept in this browser; export what you want to keep",
      };
  }
}

// ——— the parts ———

async function withPatience<T>(opening: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new DOMException("late", "TimeoutError")), openPatienceMs);
  });
  try {
    return await Promise.race([opening, late]);
  } finally {
    clearTimeout(timer);
  }
}

function refused(code: string, message: string): Outcome<never> {
  return { ok: false, problems: [{ code, subject: "your studies", message }] };
}
