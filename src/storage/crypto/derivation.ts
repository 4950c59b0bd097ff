/**
 * A key out of a passphrase, slowly: Argon2id, or PBKDF2 where no WebAssembly runs. The parameters
 * are kept with what the key opens, so that they can grow.
 *
 * Runs in a worker (crypto.worker.ts), which is ended afterwards and its memory with it.
 */
import { bytesOf, randomBytes, wrappingKey, type Bytes } from "./seal";

export type Derivation =
  | {
      readonly name: "argon2id";
      readonly memoryKiB: number;
      readonly passes: number;
      readonly lanes: 1;
      readonly salt: Bytes;
    }
  | { readonly name: "pbkdf2-sha256"; readonly iterations: number; readonly salt: Bytes };

export interface Device {
  readonly hasWebAssembly: boolean;
  /** In GiB, where the browser says. */
  readonly memoryGiB: number | undefined;
  readonly isTouched: boolean;
}

/**
 * What a new passphrase is stretched by. Argon2id with 64 MiB and three passes is RFC 9106's second
 * recommended choice with one lane; 64 MiB crashed small devices (bitwarden/android issue 2389), so
 * those take 46 MiB, the first of OWASP's list. PBKDF2's count is OWASP's for SHA-256.
 */
export function derivationFor(device: Device): Derivation {
  const salt = randomBytes(16);
  if (!device.hasWebAssembly) return { name: "pbkdf2-sha256", iterations: 600_000, salt };
  const memoryGiB = device.memoryGiB ?? (device.isTouched ? 2 : 8);
  return {
    name: "argon2id",
    memoryKiB: (memoryGiB < 4 ? 46 : 64) * 1024,
    passes: 3,
    lanes: 1,
    salt,
  };
}

export function thisDevice(): Device {
  const { deviceMemory, maxTouchPoints } = navigator as Navigator & { deviceMemory?: number };
  return {
    hasWebAssembly: "WebAssembly" in globalThis,
    memoryGiB: deviceMemory,
    isTouched: maxTouchPoints > 0,
  };
}

/** @returns 32 bytes */
export async function deriveBytes(passphrase: string, derivation: Derivation): Promise<Bytes> {
  // the same word typed on another system may come in other code points
  const secret = bytesOf(passphrase.normalize("NFKC"));
  switch (derivation.name) {
    case "argon2id":
      return "WebAssembly" in globalThis
        ? argon2id(secret, derivation)
        : slowArgon2id(secret, derivation);
    case "pbkdf2-sha256":
      return pbkdf2(secret, derivation);
  }
  derivation satisfies never;
}

/**
 * A key out of something that nobody can guess, such as a recovery code: at once.
 *
 * @param secret of at least 128 bits
 */
export async function keyOfSecret(secret: Bytes, salt: Bytes): Promise<CryptoKey> {
  const material = await crypto.subtle.importKey("raw", secret, "HKDF", false, ["deriveBits"]);
  const how = { name: "HKDF", hash: "SHA-256", salt, info: bytesOf("perfuse recovery code") };
  return wrappingKey(new Uint8Array(await crypto.subtle.deriveBits(how, material, 256)));
}

/** What a stored value is, if it is parameters that this Perfuse could have written. */
export function asDerivation(value: unknown): Derivation | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const { name, memoryKiB, passes, lanes, iterations, salt } = value as Record<string, unknown>;
  if (!(salt instanceof Uint8Array) || salt.length !== 16) return undefined;
  const own = Uint8Array.from(salt);
  if (name === "pbkdf2-sha256" && isWithin(iterations, 600_000, 1e8)) {
    return { name, iterations, salt: own };
  }
  // from OWASP's least (19 MiB, two passes) to what one page can get
  if (name !== "argon2id" || lanes !== 1) return undefined;
  if (!isWithin(memoryKiB, 19 * 1024, 1024 * 1024) || !isWithin(passes, 2, 100)) return undefined;
  return { name, memoryKiB, passes, lanes, salt: own };
}

// ——— the parts ———

type Of<Name> = Extract<Derivation, { name: Name }>;

async function argon2id(secret: Bytes, { memoryKiB, passes, lanes, salt }: Of<"argon2id">) {
  const library = await import("hash-wasm");
  const hash = await library.argon2id({
    password: secret,
    salt,
    iterations: passes,
    memorySize: memoryKiB,
    parallelism: lanes,
    hashLength: 32,
    outputType: "binary",
  });
  return Uint8Array.from(hash);
}

/** Four times as slow, for whoever opens an old vault in a browser that lost WebAssembly. */
async function slowArgon2id(secret: Bytes, { memoryKiB, passes, lanes, salt }: Of<"argon2id">) {
  const library = await import("@noble/hashes/argon2.js");
  const how = { t: passes, m: memoryKiB, p: lanes, dkLen: 32 };
  return Uint8Array.from(library.argon2id(secret, salt, how));
}

async function pbkdf2(secret: Bytes, { iterations, salt }: Of<"pbkdf2-sha256">): Promise<Bytes> {
  const material = await crypto.subtle.importKey("raw", secret, "PBKDF2", false, ["deriveBits"]);
  const how = { name: "PBKDF2", hash: "SHA-256", salt, iterations };
  return new Uint8Array(await crypto.subtle.deriveBits(how, material, 256));
}

function isWithin(value: unknown, least: number, most: number): value is number {
  return (
    typeof value === "number" && Number.isSafeInteger(value) && value >= least && value <= most
  );
}
