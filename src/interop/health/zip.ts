/**
 * Finds one file in a ZIP archive and streams it, by the archive's own directory at its end. The
 * browser inflates. Nothing is written anywhere, so names with paths harm nothing; they are refused
 * all the same where they climb, as are archives of absurd numbers of files or ratios.
 *
 * Not read: archives in parts, encrypted ones, and those above 4 GiB (ZIP64).
 */
import type { Outcome } from "../../core/model/model";
import { refuse } from "./limits";

export interface ZipEntry {
  readonly name: string;
  /** Bytes, packed and unpacked, as the directory says. */
  readonly packed: number;
  readonly unpacked: number;
  readonly isDeflated: boolean;
  readonly offset: number;
}

const mostEntries = 256;
/** Unpacked over packed; text of an export is about 20. */
const mostRatio = 100;

/** The file's directory. @param source its name, for sentences */
export async function readZipDirectory(
  file: Blob,
  source: string,
): Promise<Outcome<readonly ZipEntry[]>> {
  const tail = await bytesOf(file, Math.max(0, file.size - endLength - mostComment), file.size);
  const end = lastIndexOf(tail, endSignature);
  if (end === undefined) return refuse("bad-zip", source, "is no whole ZIP archive");
  const count = tail.getUint16(end + 10, true);
  const length = tail.getUint32(end + 12, true);
  const at = tail.getUint32(end + 16, true);
  if (count === 0xff_ff || at === 0xff_ff_ff_ff) {
    return refuse("zip64", source, "is a ZIP archive above 4 GiB; unpack it and open export.xml");
  }
  if (count > mostEntries) {
    return refuse("zip-entries", source, `holds ${count} files; at most ${mostEntries} are read`);
  }
  if (at + length > file.size) return refuse("bad-zip", source, "has a directory that is cut off");
  return entriesIn(await bytesOf(file, at, at + length), count, source);
}

/** The file's bytes, unpacked as they are read. @throws RangeError where it unpacks to more than it says */
export async function* unzip(file: Blob, entry: ZipEntry): AsyncGenerator<Uint8Array> {
  const head = await bytesOf(file, entry.offset, entry.offset + localLength);
  if (head.byteLength < localLength || head.getUint32(0, true) !== localSignature) {
    throw new RangeError("bad-zip");
  }
  const begin = entry.offset + localLength + head.getUint16(26, true) + head.getUint16(28, true);
  const packed = file.slice(begin, begin + entry.packed).stream();
  const plain = entry.isDeflated
    ? packed.pipeThrough(new DecompressionStream("deflate-raw"))
    : packed;
  let bytes = 0;
  for await (const chunk of chunksOf(plain)) {
    bytes += chunk.byteLength;
    // the directory may lie, so what is checked there is checked here again
    if (bytes > entry.unpacked) throw new RangeError("zip-ratio");
    yield chunk;
  }
}

/** Safari's streams cannot be walked by `for await`. */
export async function* chunksOf(
  stream: ReadableStream<Uint8Array<ArrayBuffer>>,
): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => {}); // the reader of a broken stream has said so already
  }
}

// ——— the directory ———

const endSignature = 0x06_05_4b_50;
const entrySignature = 0x02_01_4b_50;
const localSignature = 0x04_03_4b_50;
const endLength = 22;
const entryLength = 46;
const localLength = 30;
const mostComment = 0xff_ff;

function entriesIn(view: DataView, count: number, source: string): Outcome<readonly ZipEntry[]> {
  const entries: ZipEntry[] = [];
  let at = 0;
  for (let index = 0; index < count; index++) {
    if (at + entryLength > view.byteLength || view.getUint32(at, true) !== entrySignature) {
      return refuse("bad-zip", source, "has a directory that cannot be read");
    }
    const entry = entryAt(view, at);
    const problem =
      entry && problemWith(entry, view.getUint16(at + 8, true), view.getUint16(at + 10, true));
    if (!entry) return refuse("bad-zip", source, "has a directory that is cut off");
    if (problem) return refuse(problem[0], source, problem[1]);
    entries.push(entry);
    at +=
      entryLength +
      view.getUint16(at + 28, true) +
      view.getUint16(at + 30, true) +
      view.getUint16(at + 32, true);
  }
  return { ok: true, value: entries };
}

function entryAt(view: DataView, at: number): ZipEntry | undefined {
  const nameLength = view.getUint16(at + 28, true);
  const begin = view.byteOffset + at + entryLength;
  if (at + entryLength + nameLength > view.byteLength) return undefined;
  return {
    name: new TextDecoder().decode(new Uint8Array(view.buffer, begin, nameLength)),
    packed: view.getUint32(at + 20, true),
    unpacked: view.getUint32(at + 24, true),
    isDeflated: view.getUint16(at + 10, true) === 8,
    offset: view.getUint32(at + 42, true),
  };
}

function problemWith(
  { name, packed, unpacked }: ZipEntry,
  flags: number,
  method: number,
): readonly [code: string, message: string] | undefined {
  if ((flags & 1) !== 0) return ["zip-encrypted", "is locked with a password; unpack it first"];
  if (method !== 0 && method !== 8) return ["zip-method", "is packed in a way that is not read"];
  if (/(?:^|[/\\])\.\.(?:[/\\]|$)|^[/\\]|^[A-Za-z]:|\0/.test(name)) {
    return ["zip-path", "holds a file whose path leaves the archive"];
  }
  if (unpacked > mostRatio * Math.max(packed, 1)) {
    return ["zip-ratio", `unpacks to more than ${mostRatio} times its size`];
  }
  return undefined;
}

// ——— the parts ———

async function bytesOf(file: Blob, from: number, to: number): Promise<DataView> {
  return new DataView(await file.slice(from, to).arrayBuffer());
}

function lastIndexOf(view: DataView, signature: number): number | undefined {
  for (let at = view.byteLength - endLength; at >= 0; at--) {
    if (view.getUint32(at, true) === signature) return at;
  }
  return undefined;
}
