/**
 * The keys of a vault, one around the other: a passphrase makes a key, that one opens the vault's
 * key, and the vault's key opens one key for each twin.
 *
 * What is kept (`VaultKeys`) opens nothing without the passphrase or the recovery code. A new
 * passphrase wraps the vault's key anew and touches no twin. Keys that are in use cannot be read
 * out; the vault's key can be for the moment in which it is wrapped.
 */
import { asDerivation, keyOfSecret, type Derivation } from "./derivation";
import { newRecoveryCode, secretOf } from "./recovery-code";
import {
  asSealed,
  newKey,
  randomBytes,
  unwrap,
  wrap,
  wrappingKey,
  type Bytes,
  type Sealed,
} from "./seal";

/** As it is kept. */
export interface VaultKeys {
  readonly format: 1;
  /** One more with each change. */
  readonly rev: number;
  /** Random, so that keys of one vault are of no use in another. */
  readonly vaultId: string;
  readonly derivation: Derivation;
  /** The vault's key, wrapped by that of the passphrase, and by that of the recovery code. */
  readonly byPassphrase: Sealed;
  readonly byCode: Sealed;
  readonly codeSalt: Bytes;
}

export type Secret =
  | { readonly kind: "passphrase"; readonly passphrase: string }
  | { readonly kind: "code"; readonly code: string };

/** 32 bytes of a passphrase; slow on purpose, so it is done elsewhere. */
export type Derive = (passphrase: string, derivation: Derivation) => Promise<Bytes>;

export interface NewKeys {
  readonly keys: VaultKeys;
  /** For use: it cannot be read out. */
  readonly vaultKey: CryptoKey;
  /** To be shown once: it is kept nowhere. */
  readonly recoveryCode: string;
}

export async function makeKeys(
  passphrase: string,
  derivation: Derivation,
  derive: Derive,
): Promise<NewKeys> {
  const vaultId = hex(randomBytes(16));
  return wrapAll(await newKey("wrap"), { vaultId, rev: 1, passphrase, derivation, derive });
}

/** @returns the vault's key, or undefined where the secret is wrong or what is kept was changed */
export async function openKeys(
  keys: VaultKeys,
  secret: Secret,
  derive: Derive,
): Promise<CryptoKey | undefined> {
  return openVaultKey(keys, secret, derive, false);
}

/**
 * A new passphrase, and with it a new recovery code.
 *
 * @returns undefined where the secret is wrong
 */
export async function changeKeys(
  keys: VaultKeys,
  secret: Secret,
  next: { readonly passphrase: string; readonly derivation: Derivation },
  derive: Derive,
): Promise<NewKeys | undefined> {
  const vaultKey = await openVaultKey(keys, secret, derive, true);
  const { vaultId, rev } = keys;
  return vaultKey && wrapAll(vaultKey, { vaultId, rev: rev + 1, ...next, derive });
}

/** What a stored value is, if it is the keys of a vault. */
export function asVaultKeys(value: unknown): VaultKeys | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const { format, rev, vaultId, ...rest } = value as Partial<Record<keyof VaultKeys, unknown>>;
  const derivation = asDerivation(rest.derivation);
  const byPassphrase = asSealed(rest.byPassphrase);
  const byCode = asSealed(rest.byCode);
  const { codeSalt } = rest;
  if (format !== 1 || typeof rev !== "number" || typeof vaultId !== "string") return undefined;
  if (!derivation || !byPassphrase || !byCode || !(codeSalt instanceof Uint8Array)) {
    return undefined;
  }
  const salt = Uint8Array.from(codeSalt);
  return { format, rev, vaultId, derivation, byPassphrase, byCode, codeSalt: salt };
}

// ——— the parts ———

interface Wrapping {
  readonly vaultId: string;
  readonly rev: number;
  readonly passphrase: string;
  readonly derivation: Derivation;
  readonly derive: Derive;
}

async function wrapAll(
  vaultKey: CryptoKey,
  { vaultId, rev, passphrase, derivation, derive }: Wrapping,
): Promise<NewKeys> {
  const recoveryCode = newRecoveryCode();
  const secret = secretOf(recoveryCode);
  if (!secret) throw new Error("a new recovery code is not one");
  const codeSalt = randomBytes(16);
  const fromPassphrase = await wrappingKey(await derive(passphrase, derivation));
  const fromCode = await keyOfSecret(secret, codeSalt);
  const byPassphrase = await wrap(vaultKey, fromPassphrase, aboutKey(vaultId, rev, "passphrase"));
  const byCode = await wrap(vaultKey, fromCode, aboutKey(vaultId, rev, "code"));
  // read back as it will be the next time, by the code: what was just written does open
  const inUse = await unwrap(byCode, fromCode, aboutKey(vaultId, rev, "code"), "wrap");
  if (!inUse) throw new Error("keys that were just wrapped do not open");
  const keys: VaultKeys = {
    format: 1,
    rev,
    vaultId,
    derivation,
    byPassphrase,
    byCode,
    codeSalt,
  };
  return { keys, vaultKey: inUse, recoveryCode };
}

async function openVaultKey(
  keys: VaultKeys,
  secret: Secret,
  derive: Derive,
  extractable: boolean,
): Promise<CryptoKey | undefined> {
  const { vaultId, rev } = keys;
  if (secret.kind === "passphrase") {
    const key = await wrappingKey(await derive(secret.passphrase, keys.derivation));
    const about = aboutKey(vaultId, rev, "passphrase");
    return unwrap(keys.byPassphrase, key, about, "wrap", extractable);
  }
  const bytes = secretOf(secret.code);
  const key = bytes && (await keyOfSecret(bytes, keys.codeSalt));
  return key && unwrap(keys.byCode, key, aboutKey(vaultId, rev, "code"), "wrap", extractable);
}

function aboutKey(vaultId: string, rev: number, by: "passphrase" | "code"): string {
  return ["perfuse-vault-key", 1, vaultId, rev, by].join("|");
}

function hex(bytes: Bytes): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
