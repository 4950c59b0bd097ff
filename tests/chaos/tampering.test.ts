/**
 * Tampering is noticed: every single bit of kept twins is flipped, by accident (the checksum is
 * wrong then) and by somebody who makes the checksum fit; records are swapped and rolled back.
 */
import { expect, test } from "vitest";
import { wrappingKey, randomBytes, type Bytes } from "../../src/storage/crypto/seal";
import { enclose, type Envelope } from "../../src/storage/vault/envelope";
import { openKept, sealState } from "../../src/storage/vault/sealed-twin";
import { newTwinKey, type TwinKey } from "../../src/storage/vault/twin-key";
import type { KeptTwin, NewState } from "../../src/storage/vault/twin-store";
import { textFor } from "./page/texts";
import { report, trialsOf } from "./trials";

const envelopes = trialsOf("tampering", 3);

/** One twin with two states and its key's record. */
interface Kept {
  readonly id: string;
  readonly key: TwinKey;
  readonly before: NewState;
  readonly now: NewState;
}

const vaultKey = await wrappingKey(randomBytes(32));

async function keep(id: string): Promise<Kept> {
  const key = await newTwinKey(id, vaultKey);
  const state = (rev: number) => sealState(id, textFor(id, rev).slice(0, 40), rev, key);
  return { id, key, before: await state(1), now: await state(2) };
}

const found = (twinId: string, envelope: unknown, key: unknown): KeptTwin => ({
  twinId,
  envelope,
  key,
});

async function isRejected(kept: KeptTwin): Promise<boolean> {
  return (await openKept(kept, vaultKey))?.kind !== "whole";
}

test(
  `every single bit flipped in ${envelopes} twins is noticed`,
  { timeout: 60_000 + envelopes * 20_000 },
  async () => {
    let flips = 0;
    const missed: string[] = [];
    for (let index = 0; index < envelopes; index++) {
      const { id, now } = await keep(`twin-${index}`);
      const { envelope, key } = now;
      expect(await isRejected(found(id, envelope, key))).toBe(false);
      for (const [what, flipped] of [
        ...flipsOf(envelope).map(([where, changed]) => [where, found(id, changed, key)] as const),
        ...flipsOf(key).map(([where, changed]) => [where, found(id, envelope, changed)] as const),
      ]) {
        flips++;
        if (!(await isRejected(flipped))) missed.push(`${id}: ${what}`);
      }
      for (const changed of await knowingly(envelope)) {
        flips++;
        if (!(await isRejected(found(id, changed, key)))) missed.push(`${id}: with its checksum`);
      }
    }
    report(`${flips} flipped bits in ${envelopes} twins`, `Node ${process.version}`);
    expect(missed).toEqual([]);
    expect(flips).toBeGreaterThan(envelopes * 2000);
  },
);

test("a record that was swapped with another is noticed", async () => {
  const [a, b] = await Promise.all([keep("a"), keep("b")]);
  const { sha256: _, iv, body, ...header } = b.now.envelope;
  const renamed = await enclose({ ...header, twinId: "a" }, iv, body);
  const swaps = [
    found("a", b.now.envelope, a.now.key),
    found("a", b.now.envelope, b.now.key),
    found("a", a.now.envelope, b.now.key),
    found("a", renamed, a.now.key),
    found("a", renamed, b.now.key),
  ];
  expect(await Promise.all(swaps.map(isRejected))).toEqual(swaps.map(() => true));
});

test("a record that was rolled back is noticed", async () => {
  const { id, before, now } = await keep("a");
  const { sha256: _, iv, body, ...header } = before.envelope;
  const relabelled = await enclose({ ...header, rev: 2 }, iv, body);
  const rollBacks = [
    found(id, before.envelope, now.key),
    found(id, relabelled, now.key),
    found(id, now.envelope, before.key),
    found(id, now.envelope, { ...before.key, rev: 2 }),
    found(id, before.envelope, { ...now.key, rev: 1 }),
  ];
  expect(await Promise.all(rollBacks.map(isRejected))).toEqual(rollBacks.map(() => true));
});

test("a record of another vault is noticed", async () => {
  const { id, now } = await keep("a");
  const other = await wrappingKey(randomBytes(32));
  expect((await openKept(found(id, now.envelope, now.key), other))?.kind).toBe("damaged");
});

// ——— the parts ———

type Flipped = readonly [where: string, changed: unknown];

/** The record once for each of its bits: of bytes, of texts' letters (seven bits), of numbers. */
function flipsOf(record: object): Flipped[] {
  return Object.entries(record).flatMap(([name, value]) =>
    variants(value).map((changed): Flipped => [name, { ...record, [name]: changed }]),
  );
}

function variants(value: unknown): unknown[] {
  if (value instanceof Uint8Array) {
    return range(value.length * 8).map((bit) => withBit(value as Bytes, bit));
  }
  if (typeof value === "string") {
    return range(value.length * 7).map((bit) => {
      const at = Math.floor(bit / 7);
      const letter = String.fromCharCode(value.charCodeAt(at) ^ (1 << (bit % 7)));
      return value.slice(0, at) + letter + value.slice(at + 1);
    });
  }
  if (typeof value === "number") return range(64).map((bit) => numberWithBit(value, bit));
  if (typeof value === "object" && value !== null) return flipsOf(value).map(([, one]) => one);
  return [];
}

/** Flips in what is sealed, by somebody who also writes the checksum anew. */
function knowingly(envelope: Envelope): Promise<Envelope[]> {
  const { sha256: _, iv, body, ...header } = envelope;
  return Promise.all([
    ...range(iv.length * 8).map((bit) => enclose(header, withBit(iv, bit), body)),
    ...range(body.length * 8).map((bit) => enclose(header, iv, withBit(body, bit))),
    ...range(32).map((bit) => enclose({ ...header, rev: header.rev ^ (1 << bit) }, iv, body)),
    ...range(53).map((bit) =>
      enclose(
        { ...header, updated: Number(BigInt(header.updated) ^ (1n << BigInt(bit))) },
        iv,
        body,
      ),
    ),
  ]);
}

function withBit(bytes: Bytes, bit: number): Bytes {
  const changed = Uint8Array.from(bytes);
  changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  return changed;
}

/** Of the number as it lies in memory. */
function numberWithBit(value: number, bit: number): number {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  view.setUint8(bit >> 3, view.getUint8(bit >> 3) ^ (1 << (bit & 7)));
  return view.getFloat64(0);
}

const range = (count: number) => Array.from({ length: count }, (_, index) => index);
