/** Changes files at random, the same way for the same seed: bytes, pieces, numbers, and bad words. */
import { uniform } from "../../src/core/numerics/random";

/** What has harmed readers before. */
const words = [
  '"__proto__":',
  "constructor",
  "null",
  "[]",
  "{}",
  '""',
  "1e400",
  "-0",
  "9007199254740993",
  "NaN",
  "<!ENTITY a 'b'>",
  "<!DOCTYPE a [",
  "]]>",
  "<![CDATA[",
  "&#0;",
  "\0",
  "\uFEFF",
  "\u202e",
  "2026-02-30",
  "+99:00",
  "%s%n",
  "\r",
  "\t",
  '"',
  "'",
  "<",
  ">",
  ",",
  "]",
  "}",
].map((word) => new TextEncoder().encode(word));

export class Mutator {
  readonly #seed: number;
  readonly #files: readonly Uint8Array[];
  #draws = 0;

  constructor(seed: number, files: readonly Uint8Array[]) {
    this.#seed = seed;
    this.#files = files;
  }

  /** A file with one to eight changes. */
  next(): Uint8Array<ArrayBuffer> {
    let bytes = new Uint8Array(this.pick(this.#files) ?? []);
    const changes = 1 + this.#below(8);
    for (let change = 0; change < changes; change++) bytes = this.#changed(bytes);
    return bytes;
  }

  pick<T>(from: readonly T[]): T | undefined {
    return from[this.#below(from.length)];
  }

  chance(share: number): boolean {
    return this.#draw() < share;
  }

  // ——— the parts ———

  #draw(): number {
    return uniform(this.#seed, 0, this.#draws++);
  }

  #below(end: number): number {
    return Math.floor(this.#draw() * end);
  }

  #changed(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
    const at = this.#below(bytes.length + 1);
    const length = this.chance(0.8) ? this.#below(16) : this.#below(bytes.length);
    const end = Math.min(bytes.length, at + length);
    const [head, piece, tail] = [bytes.slice(0, at), bytes.slice(at, end), bytes.slice(end)];
    switch (this.#below(7)) {
      case 0:
        return joined(head, tail);
      case 1:
        return joined(head, piece, piece, tail);
      case 2:
        return joined(head, this.pick(words) ?? piece, bytes.slice(at));
      case 3:
        return joined(head, this.pick(words) ?? piece, tail);
      case 4:
        return joined(
          head,
          piece.map((byte) => byte ^ (1 << this.#below(8))),
          tail,
        );
      case 5: {
        const other = this.pick(this.#files) ?? bytes;
        return joined(head, other.slice(this.#below(other.length)));
      }
      default:
        return this.#withNumber(bytes);
    }
  }

  /** Another number in place of one of those that are in it. */
  #withNumber(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
    const text = new TextDecoder("latin1").decode(bytes);
    const found = this.pick([...text.matchAll(/\d+/g)]);
    if (!found) return new Uint8Array(bytes);
    const other = this.pick(["0", "-1", "1e9", "0.000001", "99999999999999999999", "7"]) ?? "0";
    const begin = found.index;
    const end = begin + found[0].length;
    return joined(bytes.slice(0, begin), new TextEncoder().encode(other), bytes.slice(end));
  }
}

function joined(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
