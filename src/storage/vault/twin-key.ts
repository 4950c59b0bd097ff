/**
 * One twin's key as it is kept: wrapped by the vault's, with a seal over the twin's revision.
 *
 * The seal is what notices a record that was rolled back: an old envelope still opens by itself,
 * but its revision is no longer the one that was sealed here with the last save. Whoever rolls back
 * both, or the whole profile, is not noticed: nothing in the profile could.
 * Destroying this record is what deleting a twin means.
 */
import { asSealed, newKey, seal, unseal, unwrap, wrap, type Sealed } from "../crypto/seal";

export interface TwinKeyRecord {
  readonly format: 1;
  readonly wrapped: Sealed;
  /** Revision of the last save, and a seal about it by the twin's key. */
  readonly rev: number;
  readonly head: Sealed;
}

export interface TwinKey {
  readonly key: CryptoKey;
  readonly wrapped: Sealed;
}

export async function newTwinKey(twinId: string, vaultKey: CryptoKey): Promise<TwinKey> {
  const wrapped = await wrap(await newKey("seal"), vaultKey, aboutKey(twinId));
  const key = await unwrap(wrapped, vaultKey, aboutKey(twinId), "seal");
  if (!key) throw new Error("a key that was just wrapped does not open");
  return { key, wrapped };
}

export async function keyRecord(
  twinId: string,
  rev: number,
  { key, wrapped }: TwinKey,
): Promise<TwinKeyRecord> {
  const head = await seal(key, new Uint8Array(0), aboutHead(twinId, rev));
  return { format: 1, wrapped, rev, head };
}

/** @returns undefined where it is damaged, another twin's, or another vault's */
export async function openTwinKey(
  value: unknown,
  twinId: string,
  vaultKey: CryptoKey,
): Promise<(TwinKey & { readonly rev: number }) | undefined> {
  const record = asRecord(value);
  const key = record && (await unwrap(record.wrapped, vaultKey, aboutKey(twinId), "seal"));
  if (!key) return undefined;
  const isOfRev = await unseal(key, record.head, aboutHead(twinId, record.rev));
  return isOfRev && { key, wrapped: record.wrapped, rev: record.rev };
}

// ——— the parts ———

function asRecord(value: unknown): TwinKeyRecord | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const { format, rev, ...rest } = value as Partial<Record<keyof TwinKeyRecord, unknown>>;
  const wrapped = asSealed(rest.wrapped);
  const head = asSealed(rest.head);
  if (format !== 1 || typeof rev !== "number" || !wrapped || !head) return undefined;
  return { format, wrapped, rev, head };
}

const aboutKey = (twinId: string) => `perfuse-twin-key|1|${twinId}`;
const aboutHead = (twinId: string, rev: number) => `perfuse-twin-head|1|${twinId}|${rev}`;
