/**
 * The vault: twins as texts, sealed before they are kept. Opened by a passphrase or a recovery
 * code, locked by forgetting its keys.
 *
 * Knows nothing of what a twin is: a body is a text, and whether it makes sense is asked by
 * whoever opens it. While it is locked, names and numbers of twins are as closed as the rest; only
 * how many there are, how long each is and when it was saved can be seen.
 */
import type { Outcome, Problem } from "../../core/model/model";
import { derivationFor, thisDevice } from "../crypto/derivation";
import {
  asVaultKeys,
  changeKeys,
  makeKeys,
  openKeys,
  type Derive,
  type Secret,
} from "../crypto/keyring";
import { openKept, openState, sealState, type Entry, type WholeEntry } from "./sealed-twin";
import { newTwinKey, openTwinKey, type TwinKey } from "./twin-key";
import type { DeletedTwin, NewState, TwinSaved, TwinStore } from "./twin-store";

export type VaultStatus = "none" | "locked" | "open";

export class Vault {
  readonly #store: TwinStore;
  readonly #derive: Derive;
  #vaultKey: CryptoKey | undefined;

  constructor(store: TwinStore, derive: Derive) {
    this.#store = store;
    this.#derive = derive;
  }

  get isOpen(): boolean {
    return this.#vaultKey !== undefined;
  }

  async status(): Promise<Outcome<VaultStatus>> {
    if (!("subtle" in crypto)) return refuse(insecure);
    if (this.isOpen) return { ok: true, value: "open" };
    const recovered = await this.#store.recover();
    if (!recovered.ok) return recovered;
    const keys = await this.#store.vaultKeys();
    return keys.ok ? { ok: true, value: keys.value === undefined ? "none" : "locked" } : keys;
  }

  /** @returns the recovery code, to be shown once */
  async create(passphrase: string): Promise<Outcome<string>> {
    const weak = passphraseProblem(passphrase);
    if (weak) return refuse(weak);
    const status = await this.status();
    if (!status.ok) return status;
    if (status.value !== "none") return refuse(alreadyThere);
    const made = await makeKeys(passphrase, derivationFor(thisDevice()), this.#derive);
    const written = await this.#store.writeVaultKeys(made.keys, 0);
    if (!written.ok) return written;
    if (!written.value) return refuse(alreadyThere);
    this.#vaultKey = made.vaultKey;
    return { ok: true, value: made.recoveryCode };
  }

  async unlock(secret: Secret): Promise<Outcome<void>> {
    const keys = await this.#keys();
    if (!keys.ok) return keys;
    const vaultKey = keys.value && (await openKeys(keys.value, secret, this.#derive));
    if (!vaultKey) return refuse(doesNotOpen);
    this.#vaultKey = vaultKey;
    return { ok: true, value: undefined };
  }

  /** Twins stay as they are sealed: only the vault's key is wrapped anew. @returns a new recovery code */
  async setPassphrase(secret: Secret, passphrase: string): Promise<Outcome<string>> {
    const weak = passphraseProblem(passphrase);
    if (weak) return refuse(weak);
    const keys = await this.#keys();
    if (!keys.ok) return keys;
    const next = { passphrase, derivation: derivationFor(thisDevice()) };
    const made = keys.value && (await changeKeys(keys.value, secret, next, this.#derive));
    if (!made) return refuse(doesNotOpen);
    const written = await this.#store.writeVaultKeys(made.keys, made.keys.rev - 1);
    if (!written.ok) return written;
    if (!written.value) return refuse(keysChanged);
    this.#vaultKey = made.vaultKey;
    return { ok: true, value: made.recoveryCode };
  }

  lock(): void {
    this.#vaultKey = undefined;
  }

  /** Every twin that is kept; one that is damaged says so and harms no other. */
  async all(): Promise<Outcome<readonly Entry[]>> {
    return this.#opened(async (vaultKey) => {
      const kept = await this.#store.all();
      if (!kept.ok) return kept;
      const entries = await Promise.all(kept.value.map((one) => openKept(one, vaultKey)));
      return { ok: true, value: entries.flatMap((entry) => entry ?? []) };
    });
  }

  /** @returns undefined where nothing is kept under this id */
  async get(id: string): Promise<Outcome<Entry | undefined>> {
    return this.#opened(async (vaultKey) => {
      const kept = await this.#store.get(id);
      return kept.ok ? { ok: true, value: await openKept(kept.value, vaultKey) } : kept;
    });
  }

  /**
   * @param body of today's schema
   * @param expected the revision this tab knows, 0 for a new twin
   */
  async save(id: string, body: string, expected: number): Promise<Outcome<TwinSaved>> {
    return this.#opened(async (vaultKey) => {
      const key = await this.#keyFor(id, expected, vaultKey);
      if (!key.ok) return key;
      if (!key.value) return { ok: true, value: { kind: "conflict" } };
      return this.#store.save(await sealState(id, body, expected + 1, key.value), expected);
    });
  }

  /**
   * What could not be saved before locking, sealed as it would have been: a tab may hold it while
   * the keys are gone, and open it again with `unsealed`.
   */
  async sealed(id: string, body: string, expected: number): Promise<Outcome<NewState>> {
    return this.#opened(async (vaultKey) => {
      const key = await this.#keyFor(id, expected, vaultKey);
      if (!key.ok) return key;
      const own = key.value ?? (await newTwinKey(id, vaultKey));
      return { ok: true, value: await sealState(id, body, expected + 1, own) };
    });
  }

  async unsealed({ envelope, key }: NewState): Promise<Outcome<Entry | undefined>> {
    return this.#opened(async (vaultKey) => {
      const { twinId } = envelope;
      return { ok: true, value: await openKept({ twinId, envelope, key }, vaultKey) };
    });
  }

  /** New twins from outside: all are kept or none. */
  async saveNew(
    twins: readonly { readonly id: string; readonly body: string }[],
  ): Promise<Outcome<void>> {
    return this.#opened(async (vaultKey) => {
      const states = twins.map(async ({ id, body }) =>
        sealState(id, body, 1, await newTwinKey(id, vaultKey)),
      );
      return this.#store.saveNew(await Promise.all(states));
    });
  }

  /** Needs no key: what is destroyed is the key. */
  delete(id: string): Promise<Outcome<DeletedTwin>> {
    return this.#store.delete(id);
  }

  putBack(deleted: DeletedTwin): Promise<Outcome<void>> {
    return this.#store.putBack(deleted);
  }

  /** The states of a twin that still open, the newest first. */
  async history(id: string): Promise<Outcome<readonly WholeEntry[]>> {
    return this.#opened(async (vaultKey) => {
      const kept = await this.#store.get(id);
      if (!kept.ok) return kept;
      const states = await this.#store.history(id);
      if (!states.ok) return states;
      const key = await openTwinKey(kept.value.key, id, vaultKey);
      if (!key) return { ok: true, value: [] };
      const entries = await Promise.all(states.value.map((state) => openState(state, id, key)));
      const whole = entries.flatMap((entry) => (entry.kind === "whole" ? [entry] : []));
      return { ok: true, value: whole };
    });
  }

  /** Puts the newest state that still opens in the place of a damaged one, which is put aside. */
  async repair(id: string): Promise<Outcome<void>> {
    return this.#opened(async (vaultKey) => {
      const history = await this.history(id);
      if (!history.ok) return history;
      const kept = await this.#store.get(id);
      if (!kept.ok) return kept;
      const [newest] = history.value;
      const key = await openTwinKey(kept.value.key, id, vaultKey);
      if (!newest || !key) return refuse(beyondRepair);
      const rev = Math.max(newest.rev, key.rev) + 1;
      return this.#store.replaceDamaged(await sealState(id, newest.body, rev, key));
    });
  }

  // ——— the parts ———

  async #keys() {
    const keys = await this.#store.vaultKeys();
    return keys.ok ? { ok: true as const, value: asVaultKeys(keys.value) } : keys;
  }

  /** The twin's own key, or a new one for a new twin; undefined where there should be one and is not. */
  async #keyFor(
    id: string,
    expected: number,
    vaultKey: CryptoKey,
  ): Promise<Outcome<TwinKey | undefined>> {
    if (expected === 0) return { ok: true, value: await newTwinKey(id, vaultKey) };
    const kept = await this.#store.get(id);
    return kept.ok ? { ok: true, value: await openTwinKey(kept.value.key, id, vaultKey) } : kept;
  }

  async #opened<T>(work: (vaultKey: CryptoKey) => Promise<Outcome<T>>): Promise<Outcome<T>> {
    return this.#vaultKey ? work(this.#vaultKey) : refuse(locked);
  }
}

// ——— what is refused ———

/**
 * A passphrase is all that stands between a copied profile and its twins, and it is tried offline:
 * NIST SP 800-63B-4 asks for 15 characters where nothing else is asked. Of what kind they are is
 * the person's affair.
 */
export const leastPassphrase = 15;

export function passphraseProblem(passphrase: string): Problem | undefined {
  if (Array.from(passphrase).length >= leastPassphrase) return undefined;
  return {
    code: "passphrase-short",
    subject: "the passphrase",
    message: `must be at least ${leastPassphrase} characters long; four or five unrelated words will do`,
  };
}

const doesNotOpen: Problem = {
  code: "does-not-open",
  subject: "the vault",
  message: "did not open: the passphrase or code is another one, or what is kept was damaged",
};
const locked: Problem = {
  code: "vault-locked",
  subject: "the vault",
  message: "is locked; unlock it with your passphrase",
};
const alreadyThere: Problem = {
  code: "vault-exists",
  subject: "the vault",
  message: "is already there, made in another tab; unlock it with its passphrase",
};
const keysChanged: Problem = {
  code: "keys-changed",
  subject: "the passphrase",
  message: "was changed in another tab meanwhile; that one counts",
};
const beyondRepair: Problem = {
  code: "beyond-repair",
  subject: "the twin",
  message: "has no earlier state that still opens; it stays as it is and can be exported as it is",
};
const insecure: Problem = {
  code: "no-cryptography",
  subject: "the vault",
  message: "needs a page that came by https or from this machine; nothing can be sealed here",
};

function refuse(problem: Problem): Outcome<never> {
  return { ok: false, problems: [problem] };
}
