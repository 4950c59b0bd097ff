/** Files of the command line: read whole, written whole or not at all. */
import {
  closeSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { refuse } from "./refusal";

/** A study is a few kB; what is larger than this is not one. */
const largestBytes = 5_000_001;

export function readText(path: string): string {
  try {
    if (statSync(path).isDirectory()) refuse("not-a-file", path, "is a folder");
    return readSome(path);
  } catch (fault) {
    if (!isSystemError(fault)) throw fault;
    const why = fault.code === "ENOENT" ? "does not exist" : `cannot be read (${fault.code})`;
    return refuse("cannot-read", path, why);
  }
}

export interface NewFile {
  readonly path: string;
  /** Made while they are written. */
  readonly parts: Iterable<string | Uint8Array>;
}

/** Writes all of them or none: first beside their places, then renamed. */
export function writeFiles(files: readonly NewFile[]): void {
  const staged = files.map(({ path, parts }) => {
    const beside = join(dirname(path), `.${basename(path)}.${process.pid}.part`);
    return { path, beside, parts };
  });
  try {
    for (const { beside, parts } of staged) {
      const file = openSync(beside, "wx");
      try {
        for (const part of parts) writeFileSync(file, part);
      } finally {
        closeSync(file);
      }
    }
    for (const { path, beside } of staged) renameSync(beside, path);
  } catch (fault) {
    for (const { beside } of staged) rmSync(beside, { force: true });
    if (!isSystemError(fault)) throw fault;
    refuse("cannot-write", staged[0]?.path ?? "", `cannot be written (${fault.code})`);
  }
}

/** Up to one byte more than is allowed, so that a huge file is not read to be refused. */
function readSome(path: string): string {
  const file = openSync(path, "r");
  try {
    const buffer = Buffer.alloc(Math.min(statSync(path).size || largestBytes, largestBytes));
    let length = 0;
    while (length < buffer.length) {
      const read = readSync(file, buffer, length, buffer.length - length, null);
      if (read === 0) break;
      length += read;
    }
    return buffer.toString("utf8", 0, length);
  } finally {
    closeSync(file);
  }
}

function isSystemError(fault: unknown): fault is Error & { code: string } {
  return fault instanceof Error && "code" in fault && typeof fault.code === "string";
}
