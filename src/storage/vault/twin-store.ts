/**
 * Where the vault's records lie: envelopes, their history, their keys. Knows nothing of what is in
 * them, and needs no passphrase.
 *
 * A save is one strict transaction that compares the revision first, and is then read back: "saved"
 * is said of what was seen on the disk's side. Records of a newer Perfuse are read, never written.
 * A second copy of the last states is kept in files (second-copy.ts), for the day on which the
 * browser loses its data base.
 */
import type { Outcome } from "../../core/model/model";
import { Connection } from "../connection";
import { databaseVersion, type Database, type OpenHooks } from "../open";
import type { VaultKeys } from "../crypto/keyring";
import { backUp } from "./backup";
import { newerThan, revOf, type Envelope } from "./envelope";
import { schemaNow } from "./migrations";
import { allCopies, copy, removeCopy } from "./second-copy";
import type { TwinKeyRecord } from "./twin-key";

/** How many states of each twin are kept. */
export const journalLength = 20;

/** What is kept of one twin, whatever state it is in. */
export interface KeptTwin {
  readonly twinId: string;
  /** Undefined where only its key is left. */
  readonly envelope: unknown;
  readonly key: unknown;
}

/** A deleted twin, for as long as the deletion can be undone. */
export interface DeletedTwin extends KeptTwin {
  readonly journal: readonly (readonly [rev: number, envelope: unknown])[];
}

export type TwinSaved =
  | { readonly kind: "saved"; readonly rev: number }
  /** Another tab saved a later revision, or deleted the twin, or the record was damaged. */
  | { readonly kind: "conflict" };

/** What a save writes. */
export interface NewState {
  readonly envelope: Envelope;
  readonly key: TwinKeyRecord;
}

export class TwinStore {
  readonly #connection: Connection;

  constructor(hooks: OpenHooks) {
    this.#connection = new Connection("your twins", hooks, "read");
  }

  /** Everything that is kept, also a key whose twin is gone. */
  all(): Promise<Outcome<KeptTwin[]>> {
    return this.#connection.with(async (database) => {
      const transaction = database.transaction(["twins", "keys"], "readonly");
      const [twins, keys] = await Promise.all([
        entriesOf(transaction.objectStore("twins")),
        entriesOf(transaction.objectStore("keys")),
      ]);
      await transaction.done;
      const withKey = [...keys.keys()].filter(isTwinKey).map(twinOfKey);
      return [...new Set([...twins.keys(), ...withKey])].map((twinId) => ({
        twinId,
        envelope: twins.get(twinId),
        key: keys.get(keyName(twinId)),
      }));
    });
  }

  get(twinId: string): Promise<Outcome<KeptTwin>> {
    return this.#connection.with(async (database) => {
      const transaction = database.transaction(["twins", "keys"], "readonly");
      const [envelope, key] = await Promise.all([
        transaction.objectStore("twins").get(twinId),
        transaction.objectStore("keys").get(keyName(twinId)),
      ]);
      await transaction.done;
      return { twinId, envelope, key };
    });
  }

  /** The states that are kept of a twin, the newest first. */
  history(twinId: string): Promise<Outcome<unknown[]>> {
    return this.#connection.with(async (database) => {
      const states = await database.getAll("journal", journalOf(twinId));
      return states.toReversed();
    });
  }

  /** @param expected the revision this tab knows, 0 for a new twin */
  async save(state: NewState, expected: number): Promise<Outcome<TwinSaved>> {
    const saved = await this.#write(async (database) => {
      await backUpIfOlder(database, state.envelope);
      return putState(database, state, expected);
    });
    if (!saved.ok || saved.value.kind !== "saved") return saved;
    const readBack = await this.#readBack(state);
    if (readBack.ok && readBack.value.kind === "saved") await this.#copyTwin(state);
    return readBack;
  }

  /**
   * Twins from outside, all of them or none: they wait in `staging` until every one was written,
   * and become twins in one transaction. None may be there yet.
   */
  saveNew(states: readonly NewState[]): Promise<Outcome<void>> {
    return oneImportAtATime(async () => {
      const staged = await this.#write((database) => stage(database, states));
      if (!staged.ok) return staged;
      const letThrough = await this.#write((database) => letIn(database));
      if (letThrough.ok) await Promise.all(states.map((state) => this.#copyTwin(state)));
      return letThrough;
    });
  }

  /** Destroys the twin's key, and all that it opened. @returns what undoes it */
  delete(twinId: string): Promise<Outcome<DeletedTwin>> {
    return this.#write(async (database) => {
      const deleted = await deleteTwin(database, twinId);
      await removeCopy(keyName(twinId));
      return deleted;
    });
  }

  /** Puts a deleted twin back as it was, unless something took its place. */
  putBack(deleted: DeletedTwin): Promise<Outcome<void>> {
    return this.#write(async (database) => {
      await putBackTwin(database, deleted);
      const { envelope, key } = deleted;
      if (envelope !== undefined && key !== undefined) {
        await this.#copyTwin({ envelope, key } as NewState);
      }
    });
  }

  /** Puts what is damaged aside, and an earlier state in its place. Nothing is lost by it. */
  replaceDamaged(state: NewState): Promise<Outcome<void>> {
    return this.#write(async (database) => {
      await setAside(database, state);
      await this.#copyTwin(state);
    });
  }

  vaultKeys(): Promise<Outcome<unknown>> {
    return this.#connection.with((database) => database.get("keys", vaultKeyName));
  }

  /**
   * @param expected the revision this tab knows, 0 for a new vault
   * @returns false where another tab changed the keys meanwhile
   */
  async writeVaultKeys(keys: VaultKeys, expected: number): Promise<Outcome<boolean>> {
    const written = await this.#write(async (database) => {
      const transaction = database.transaction("keys", "readwrite", strict);
      const there = (await transaction.store.get(vaultKeyName)) as Partial<VaultKeys> | undefined;
      const isAsKnown = (there?.rev ?? 0) === expected;
      if (isAsKnown) await transaction.store.put(keys, vaultKeyName);
      await transaction.done;
      return isAsKnown;
    });
    if (written.ok && written.value) await this.#copy(vaultKeyName, keys.rev, keys);
    return written;
  }

  /**
   * Brings back from the second copy what a data base held that the browser lost; otherwise makes
   * the copy whole where the last page died before it could.
   *
   * @returns how many twins came back; undefined where nothing was lost
   */
  async recover(): Promise<Outcome<number | undefined>> {
    const keys = await this.vaultKeys();
    if (!keys.ok) return keys;
    const copies = await allCopies().catch(() => new Map<string, unknown>());
    if (keys.value !== undefined) return this.#completeCopies(keys.value, copies);
    if (!copies.has(vaultKeyName)) return nothingLost;
    return this.#write((database) => bringBack(database, copies));
  }

  readMeta(name: string): Promise<Outcome<unknown>> {
    return this.#connection.with((database) => database.get("meta", name));
  }

  writeMeta(name: string, value: unknown): Promise<Outcome<void>> {
    return this.#write(async (database) => {
      await database.put("meta", value, name);
    });
  }

  // ——— the parts ———

  /** Writes nothing of a newer Perfuse. Where space has run out, chunks go, and it tries once more. */
  async #write<T>(work: (database: Database) => Promise<T>): Promise<Outcome<T>> {
    const first = await this.#connection.with((database) => work(writable(database)));
    if (first.ok || first.problems[0]?.code !== "storage-full") return first;
    const dropped = await this.#connection.with((database) => writable(database).clear("chunks"));
    return dropped.ok ? this.#connection.with((database) => work(writable(database))) : first;
  }

  #copyTwin(state: NewState): Promise<void> {
    return this.#copy(keyName(state.envelope.twinId), state.envelope.rev, state);
  }

  /** A copy more or less: that it could not be made is no reason to call the save lost. */
  async #copy(name: string, rev: number, value: unknown): Promise<void> {
    const isKept = async () => {
      const key = await this.#connection.with((database) => database.get("keys", name));
      return key.ok && key.value !== undefined;
    };
    try {
      await copy(name, rev, value, isKept);
    } catch {
      // the data base has it, and the next save tries again
    }
  }

  async #completeCopies(
    keys: unknown,
    copies: ReadonlyMap<string, unknown>,
  ): Promise<Outcome<undefined>> {
    const all = await this.all();
    if (!all.ok) return all;
    const { rev } = keys as Partial<VaultKeys>;
    await this.#copy(vaultKeyName, rev ?? 0, keys);
    for (const { twinId, envelope, key } of all.value) {
      const copied = copies.get(keyName(twinId)) as Partial<NewState> | undefined;
      const isBehind = revOf(copied?.envelope) !== revOf(envelope);
      if (isBehind && revOf(envelope) !== undefined && key !== undefined) {
        await this.#copyTwin({ envelope, key } as NewState);
      }
    }
    return nothingLost;
  }

  /**
   * From the journal, since another tab may have saved a later state. Where one deleted the twin
   * already, or began it anew, that is a conflict like any other.
   */
  async #readBack({ envelope }: NewState): Promise<Outcome<TwinSaved>> {
    const { twinId, rev, sha256 } = envelope;
    const there = await this.#connection.with((db) => db.get("journal", [twinId, rev]));
    if (!there.ok) return there;
    if (isSame(there.value, envelope)) return { ok: true, value: { kind: "saved", rev } };
    const isOthers = (there.value as Partial<Envelope> | undefined)?.sha256 !== sha256;
    if (isOthers) return { ok: true, value: { kind: "conflict" } };
    const message = "could not be read back after they were saved; export them to be safe";
    return { ok: false, problems: [{ code: "not-kept", subject: "your twins", message }] };
  }
}

// ——— transactions ———

const strict = { durability: "strict" } as const;

const vaultKeyName = "vault";
const keyPrefix = "twin:";
const keyName = (twinId: string) => `${keyPrefix}${twinId}`;
const isTwinKey = (name: string) => name.startsWith(keyPrefix);
const twinOfKey = (name: string) => name.slice(keyPrefix.length);

const journalOf = (twinId: string) => IDBKeyRange.bound([twinId, 0], [twinId, Infinity]);
/** An array comes after every text. */
const chunksOf = (twinId: string) => IDBKeyRange.bound([twinId], [twinId, []]);

async function putState(
  database: Database,
  { envelope, key }: NewState,
  expected: number,
): Promise<TwinSaved> {
  const { twinId, rev } = envelope;
  const transaction = database.transaction(["twins", "journal", "keys"], "readwrite", strict);
  const twins = transaction.objectStore("twins");
  const there: unknown = await twins.get(twinId);
  refuseNewer(there);
  const isAsKnown = there === undefined ? expected === 0 : revOf(there) === expected;
  // a connection that was cut after its transaction was complete leaves what it wrote
  const isOwn = isSame(there, envelope);
  await Promise.all([
    ...(isAsKnown
      ? [
          twins.put(envelope, twinId),
          transaction.objectStore("keys").put(key, keyName(twinId)),
          transaction.objectStore("journal").put(envelope, [twinId, rev]),
          transaction.objectStore("journal").delete(tooOld(twinId, rev)),
        ]
      : []),
    transaction.done,
  ]);
  return isAsKnown || isOwn ? { kind: "saved", rev } : { kind: "conflict" };
}

const tooOld = (twinId: string, rev: number) =>
  IDBKeyRange.bound([twinId, 0], [twinId, Math.max(0, rev - journalLength)]);

async function stage(database: Database, states: readonly NewState[]): Promise<void> {
  const transaction = database.transaction("staging", "readwrite", strict);
  await transaction.store.clear();
  await Promise.all([
    ...states.map((state) => transaction.store.put(state, state.envelope.twinId)),
    transaction.done,
  ]);
}

async function letIn(database: Database): Promise<void> {
  const transaction = database.transaction(
    ["staging", "twins", "journal", "keys"],
    "readwrite",
    strict,
  );
  const staged = (await transaction.objectStore("staging").getAll()) as NewState[];
  await Promise.all([
    ...staged.flatMap(({ envelope, key }) => [
      // refused by the data base where one is there, and with it all of them
      transaction.objectStore("twins").add(envelope, envelope.twinId),
      transaction.objectStore("journal").put(envelope, [envelope.twinId, envelope.rev]),
      transaction.objectStore("keys").put(key, keyName(envelope.twinId)),
    ]),
    transaction.objectStore("staging").clear(),
    transaction.done,
  ]);
}

async function deleteTwin(database: Database, twinId: string): Promise<DeletedTwin> {
  const transaction = database.transaction(
    ["twins", "journal", "keys", "chunks"],
    "readwrite",
    strict,
  );
  const twins = transaction.objectStore("twins");
  const keys = transaction.objectStore("keys");
  const journal = transaction.objectStore("journal");
  const [envelope, key, revs, states] = await Promise.all([
    twins.get(twinId) as Promise<unknown>,
    keys.get(keyName(twinId)) as Promise<unknown>,
    journal.getAllKeys(journalOf(twinId)),
    journal.getAll(journalOf(twinId)),
  ]);
  refuseNewer(envelope);
  await Promise.all([
    keys.delete(keyName(twinId)),
    twins.delete(twinId),
    journal.delete(journalOf(twinId)),
    transaction.objectStore("chunks").delete(chunksOf(twinId)),
    transaction.done,
  ]);
  return {
    twinId,
    envelope,
    key,
    journal: revs.map(([, rev], index) => [rev, states[index]] as const),
  };
}

async function putBackTwin(database: Database, deleted: DeletedTwin): Promise<void> {
  const { twinId, envelope, key, journal } = deleted;
  const transaction = database.transaction(["twins", "journal", "keys"], "readwrite", strict);
  const keys = transaction.objectStore("keys");
  const isFree = (await keys.get(keyName(twinId))) === undefined;
  await Promise.all([
    ...(isFree && envelope !== undefined
      ? [transaction.objectStore("twins").put(envelope, twinId)]
      : []),
    ...(isFree && key !== undefined ? [keys.put(key, keyName(twinId))] : []),
    ...(isFree ? journal : []).map(([rev, state]) =>
      transaction.objectStore("journal").put(state, [twinId, rev]),
    ),
    transaction.done,
  ]);
}

async function setAside(database: Database, { envelope, key }: NewState): Promise<void> {
  const { twinId, rev } = envelope;
  const transaction = database.transaction(
    ["twins", "journal", "keys", "quarantine"],
    "readwrite",
    strict,
  );
  const twins = transaction.objectStore("twins");
  const damaged: unknown = await twins.get(twinId);
  refuseNewer(damaged);
  await Promise.all([
    transaction.objectStore("quarantine").put(damaged, [twinId, rev]),
    twins.put(envelope, twinId),
    transaction.objectStore("journal").put(envelope, [twinId, rev]),
    transaction.objectStore("keys").put(key, keyName(twinId)),
    transaction.done,
  ]);
}

/** Only into a data base without a vault: another tab may have been quicker. */
async function bringBack(
  database: Database,
  copies: ReadonlyMap<string, unknown>,
): Promise<number | undefined> {
  const transaction = database.transaction(["twins", "journal", "keys"], "readwrite", strict);
  const keys = transaction.objectStore("keys");
  const isLost = (await keys.get(vaultKeyName)) === undefined;
  const twins = isLost ? [...copies].filter(([name]) => isTwinKey(name)) : [];
  await Promise.all([
    ...(isLost ? [keys.put(copies.get(vaultKeyName), vaultKeyName)] : []),
    ...twins.flatMap(([name, value]) => {
      const { envelope, key } = value as NewState;
      const twinId = twinOfKey(name);
      return [
        transaction.objectStore("twins").put(envelope, twinId),
        transaction.objectStore("journal").put(envelope, [twinId, revOf(envelope) ?? 0]),
        keys.put(key, name),
      ];
    }),
    transaction.done,
  ]);
  return isLost ? twins.length : undefined;
}

// ——— the second copy ———

const nothingLost: Outcome<undefined> = { ok: true, value: undefined };

// ——— what they share ———

interface Listed {
  getAllKeys(): Promise<string[]>;
  getAll(): Promise<unknown[]>;
}

async function entriesOf(store: Listed): Promise<Map<string, unknown>> {
  const [names, values] = await Promise.all([store.getAllKeys(), store.getAll()]);
  return new Map(names.map((name, index) => [name, values[index]]));
}

/** @throws as the browser does for a data base that is newer */
function writable(database: Database): Database {
  if (database.version > databaseVersion) throw newerFault();
  return database;
}

/** Ends the transaction as well, with nothing written. */
function refuseNewer(there: unknown): void {
  if (newerThan(there, schemaNow)) throw newerFault();
}

const newerFault = () => new DOMException("kept by a newer Perfuse", "VersionError");

/** The first write of a newer schema is the last moment at which everything is still as it was. */
async function backUpIfOlder(database: Database, { twinId, schema }: Envelope): Promise<void> {
  const there = (await database.get("twins", twinId)) as Partial<Envelope> | undefined;
  if (typeof there?.schema === "number" && there.schema < schema) {
    await backUp(database, `schema-${schema}`);
  }
}

function isSame(there: unknown, { sha256, body }: Envelope): boolean {
  const kept = there as Partial<Envelope> | undefined;
  return kept?.sha256 === sha256 && isEqual(kept.body, body);
}

function isEqual(a: Uint8Array | undefined, b: Uint8Array): boolean {
  return a?.length === b.length && a.every((byte, index) => byte === b[index]);
}

/** What is staged is one import's, so that what a crash left can be cleared by the next. */
function oneImportAtATime<T>(work: () => Promise<T>): Promise<T> {
  return "locks" in navigator ? navigator.locks.request("perfuse:import", work) : work();
}
