/**
 * Twin files against age itself: its published test vectors (CCTV, c2sp.org) as far as they are
 * about passphrases, and a file that the `age` command wrote (tests/fixtures/age/README.md).
 */
import { readFileSync } from "node:fs";
import { inflateSync } from "node:zlib";
import * as vectors from "cctv-age";
import { describe, expect, test } from "vitest";
import { looksLikeAge, openFile, sealFile } from "./age-file";
import { bytesOf, type Bytes } from "./seal";

interface Vector {
  readonly expect: string;
  readonly passphrase: string;
  /** SHA-256 of what is inside, in hexadecimal digits. */
  readonly payload: string | undefined;
  readonly file: Bytes;
}

function vectorOf(bytes: Uint8Array): Vector | undefined {
  const end = Buffer.from(bytes).indexOf("\n\n");
  const lines = Buffer.from(bytes.subarray(0, end)).toString("latin1").split("\n");
  const fields = new Map(lines.map((line) => line.split(": ", 2) as [string, string]));
  const passphrase = fields.get("passphrase");
  if (passphrase === undefined) return undefined;
  const rest = bytes.subarray(end + 2);
  const file = fields.get("compressed") === "zlib" ? inflateSync(rest) : rest;
  return {
    expect: fields.get("expect") ?? "",
    passphrase,
    payload: fields.get("payload"),
    file: Uint8Array.from(file),
  };
}

const ofPassphrases = Object.entries(vectors).flatMap(([name, bytes]) => {
  const vector = vectorOf(bytes);
  return vector ? [[name, vector] as const] : [];
});

describe("of age's published vectors", () => {
  test("there are enough, good and bad", () => {
    const good = ofPassphrases.filter(([, vector]) => vector.expect === "success");
    expect(good.length).toBeGreaterThan(1);
    expect(ofPassphrases.length).toBeGreaterThan(good.length + 10);
  });

  test.for(ofPassphrases)("%s opens or is refused as age says", async ([, vector]) => {
    const opened = await openFile(vector.file, vector.passphrase);
    expect(opened !== undefined).toBe(vector.expect === "success");
    if (!opened) return;
    const digest = await crypto.subtle.digest("SHA-256", opened);
    expect(Buffer.from(digest).toString("hex")).toBe(vector.payload);
  });
});

describe("a file that the age command wrote", () => {
  const written = Uint8Array.from(readFileSync("tests/fixtures/age/from-age.twin"));
  const passphrase = "four unrelated words here";

  test("opens with its passphrase and no other", async () => {
    const opened = await openFile(written, passphrase);
    const text = readFileSync("tests/fixtures/twins/schema-1.json");
    expect(Buffer.from(opened ?? []).equals(text)).toBe(true);
    expect(await openFile(written, `${passphrase}!`)).toBeUndefined();
  });
});

test("what is sealed says that it is age, opens, and is never the same twice", async () => {
  const content = bytesOf("a twin's text");
  const [file, again] = [await sealFile(content, "p"), await sealFile(content, "p", 4)];
  expect(looksLikeAge(file)).toBe(true);
  expect(Buffer.from(file).toString("latin1")).toMatch(
    /^age-encryption.org\/v1\n-> scrypt \S+ 17\n/,
  );
  expect(await openFile(file, "p")).toEqual(content);
  expect(await openFile(again, "p")).toEqual(content);
  expect(looksLikeAge(bytesOf('{ "perfuseTwin": 1 }'))).toBe(false);
});

test("a file of which any one bit changed does not open", async () => {
  const file = await sealFile(bytesOf("a twin's text"), "p", 1);
  expect(await openFile(file, "p")).toBeDefined();
  for (let bit = 0; bit < file.length * 8; bit++) {
    const changed = Uint8Array.from(file);
    changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    expect(await openFile(changed, "p"), `bit ${bit}`).toBeUndefined();
  }
});
