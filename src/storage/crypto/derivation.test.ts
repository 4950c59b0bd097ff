/** Derived keys against other people's answers, and the parameters that are accepted. */
import { argon2id } from "@noble/hashes/argon2.js";
import { expect, test } from "vitest";
import { asDerivation, derivationFor, deriveBytes, type Derivation } from "./derivation";
import { bytesOf } from "./seal";

const salt = Uint8Array.from({ length: 16 }, (_, index) => index);
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");

/** Small, so that the test is quick; the parameters are the reference's own (see below). */
const small = { name: "argon2id", memoryKiB: 19 * 1024, passes: 2, lanes: 1, salt } as const;

test("Argon2id agrees with a second implementation", async () => {
  const second = argon2id(bytesOf("correct horse"), salt, { t: 2, m: 19 * 1024, p: 1, dkLen: 32 });
  expect(hex(await deriveBytes("correct horse", small))).toBe(hex(second));
});

test("that second implementation gives RFC 9106's answer (5.3)", () => {
  const fill = (byte: number, count: number) => new Uint8Array(count).fill(byte);
  const tag = argon2id(fill(1, 32), fill(2, 16), {
    t: 3,
    m: 32,
    p: 4,
    dkLen: 32,
    key: fill(3, 8),
    personalization: fill(4, 12),
  });
  expect(hex(tag)).toBe("0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659");
});

test("PBKDF2 gives the answer of Node's own", async () => {
  const { pbkdf2Sync } = await import("node:crypto");
  const derivation: Derivation = { name: "pbkdf2-sha256", iterations: 600_000, salt };
  const second = pbkdf2Sync("correct horse", salt, 600_000, 32, "sha256");
  expect(hex(await deriveBytes("correct horse", derivation))).toBe(hex(second));
});

test("a passphrase is the same word in whatever code points it came", async () => {
  const composed = await deriveBytes("caf\u00e9 au lait", small);
  expect(await deriveBytes("cafe\u0301 au lait", small)).toEqual(composed);
  expect(await deriveBytes("cafe au lait", small)).not.toEqual(composed);
});

test("a device without WebAssembly, and a small one, get what they can do", () => {
  const device = { hasWebAssembly: true, memoryGiB: 8, isTouched: false };
  expect(derivationFor(device)).toMatchObject({ name: "argon2id", memoryKiB: 65_536, passes: 3 });
  expect(derivationFor({ ...device, memoryGiB: 2 })).toMatchObject({ memoryKiB: 47_104 });
  expect(derivationFor({ ...device, memoryGiB: undefined, isTouched: true })).toMatchObject({
    memoryKiB: 47_104,
  });
  expect(derivationFor({ ...device, hasWebAssembly: false })).toMatchObject({
    name: "pbkdf2-sha256",
    iterations: 600_000,
  });
  expect(derivationFor(device).salt).not.toEqual(derivationFor(device).salt);
});

test("parameters that are weaker than ever written, or would exhaust a device, are none", () => {
  const good = { ...small, memoryKiB: 65_536, passes: 3 };
  expect(asDerivation(good)).toEqual(good);
  for (const bad of [
    { ...good, memoryKiB: 1024 },
    { ...good, memoryKiB: 4 * 2 ** 20 },
    { ...good, passes: 1 },
    { ...good, lanes: 4 },
    { ...good, salt: new Uint8Array(4) },
    { name: "pbkdf2-sha256", iterations: 1000, salt },
    { name: "none" },
    null,
  ]) {
    expect(asDerivation(bad)).toBeUndefined();
  }
});
