/**
 * Sealing bytes with a key: AES-256-GCM by the browser's own WebCrypto, with a fresh random 96-bit
 * IV for every write, bound to a text (`about`) that says what is sealed.
 *
 * What was changed by one bit, or is about something else, does not open. Where keys are from is
 * not known here (keyring.ts).
 */

/** Bytes of their own memory, as WebCrypto wants them. */
export type Bytes = Uint8Array<ArrayBuffer>;

export interface Sealed {
  readonly iv: Bytes;
  /** As long as what was sealed, and 16 bytes of tag. */
  readonly bytes: Bytes;
}

const cipher = "AES-GCM";
const ivBytes = 12;

export function randomBytes(count: number): Bytes {
  return crypto.getRandomValues(new Uint8Array(count));
}

export function bytesOf(text: string): Bytes {
  return new TextEncoder().encode(text);
}

export async function seal(key: CryptoKey, bytes: Bytes, about: string): Promise<Sealed> {
  const how = sealing(randomBytes(ivBytes), about);
  return { iv: how.iv, bytes: new Uint8Array(await crypto.subtle.encrypt(how, key, bytes)) };
}

/** @returns undefined where the key, the text or a bit is another one */
export async function unseal(
  key: CryptoKey,
  { iv, bytes }: Sealed,
  about: string,
): Promise<Bytes | undefined> {
  try {
    return new Uint8Array(await crypto.subtle.decrypt(sealing(iv, about), key, bytes));
  } catch {
    return undefined;
  }
}

/** A key, sealed with another. */
export async function wrap(key: CryptoKey, withKey: CryptoKey, about: string): Promise<Sealed> {
  const how = sealing(randomBytes(ivBytes), about);
  return {
    iv: how.iv,
    bytes: new Uint8Array(await crypto.subtle.wrapKey("raw", key, withKey, how)),
  };
}

/**
 * @param use what the key may then be used for
 * @param extractable only while it is being wrapped anew
 * @returns undefined where `withKey`, the text or a bit is another one
 */
export async function unwrap(
  { iv, bytes }: Sealed,
  withKey: CryptoKey,
  about: string,
  use: "seal" | "wrap",
  extractable = false,
): Promise<CryptoKey | undefined> {
  try {
    const how = sealing(iv, about);
    return await crypto.subtle.unwrapKey(
      "raw",
      bytes,
      withKey,
      how,
      cipher,
      extractable,
      usages[use],
    );
  } catch {
    return undefined;
  }
}

/** A new key that can be wrapped; what is used afterwards is unwrapped and stays inside. */
export function newKey(use: "seal" | "wrap"): Promise<CryptoKey> {
  return crypto.subtle.generateKey({ name: cipher, length: 256 }, true, usages[use]);
}

/** @param bytes 32 that nobody can guess */
export function wrappingKey(bytes: Bytes): Promise<CryptoKey> {
  return crypto.subtle.importKey("raw", bytes, cipher, false, usages.wrap);
}

/** What a stored value is, if it is something sealed. */
export function asSealed(value: unknown): Sealed | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const { iv, bytes } = value as Partial<Record<keyof Sealed, unknown>>;
  return isBytes(iv) && iv.length === ivBytes && isBytes(bytes) ? { iv, bytes } : undefined;
}

export function isBytes(value: unknown): value is Bytes {
  return value instanceof Uint8Array && value.buffer instanceof ArrayBuffer;
}

// ——— the parts ———

const usages: Readonly<Record<"seal" | "wrap", KeyUsage[]>> = {
  seal: ["encrypt", "decrypt"],
  wrap: ["wrapKey", "unwrapKey"],
};

function sealing(iv: Bytes, about: string) {
  return { name: cipher, iv, additionalData: bytesOf(about), tagLength: 128 } as const;
}
