/** Writes ZIP archives for tests, the crooked ones too; Node's own deflater packs them. */
import { deflateRawSync } from "node:zlib";

export interface Packed {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Stored as it is. */
  readonly isStored?: boolean;
  /** What the directory claims instead of the truth. */
  readonly claims?: {
    readonly unpacked?: number;
    readonly flags?: number;
    readonly method?: number;
  };
}

export function zipOf(
  files: readonly Packed[],
  claimedCount = files.length,
): Uint8Array<ArrayBuffer> {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const file of files) {
    const body = file.isStored ? file.bytes : deflateRawSync(file.bytes);
    const name = new TextEncoder().encode(file.name);
    const {
      flags = 0,
      method = file.isStored ? 0 : 8,
      unpacked = file.bytes.length,
    } = file.claims ?? {};
    const common = [
      u16(20),
      u16(flags),
      u16(method),
      u32(0),
      u32(0),
      u32(body.length),
      u32(unpacked),
      u16(name.length),
      u16(0),
    ];
    const local = joined([u32(0x04034b50), ...common, name, body]);
    directory.push(
      joined([
        u32(0x02014b50),
        u16(20),
        ...common,
        u16(0),
        u16(0),
        u16(0),
        u32(0),
        u32(offset),
        name,
      ]),
    );
    parts.push(local);
    offset += local.length;
  }
  const listed = joined(directory);
  const end = [
    u32(0x06054b50),
    u32(0),
    u16(claimedCount),
    u16(claimedCount),
    u32(listed.length),
    u32(offset),
    u16(0),
  ];
  return joined([...parts, listed, ...end]);
}

// ——— the parts ———

function u16(value: number): Uint8Array {
  return Uint8Array.of(value & 255, (value >> 8) & 255);
}

function u32(value: number): Uint8Array {
  return Uint8Array.of(
    value & 255,
    (value >>> 8) & 255,
    (value >>> 16) & 255,
    (value >>> 24) & 255,
  );
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
