/**
 * A second copy of the vault's keys and of each twin's last state, as files beside the data base
 * (the browser's private file system). As sealed as what it is a copy of.
 *
 * Why: Chromium's data base can lose everything at once. Where the browser died in the middle of
 * writing its log, the next start goes on behind the torn record, and the start after that takes
 * the log for corrupt and begins with an empty data base (seen in Chromium 150 once in 1000 kills,
 * and every time the log is cut by hand: tests/chaos/torn.test.ts). Files do not share that log.
 *
 * Where a browser has no such files, or they cannot be written, there is no second copy, and the
 * data base alone counts.
 */
import type { Bytes } from "../crypto/seal";

const folderName = "perfuse-vault";
/** Shared by those who write one copy, held alone by who removes them all. */
const allCopiesLock = "copies";

/**
 * Writes a copy, unless a later revision is there.
 *
 * @param isKept whether the data base still has it: what was deleted or forgotten while this waited
 *   must not come back
 */
export async function copy(
  name: string,
  rev: number,
  value: unknown,
  isKept: () => Promise<boolean>,
): Promise<void> {
  await oneAtATime(name, async (folder) => {
    const there = await read(folder, fileOf(name));
    if ((there && there.rev > rev) || !(await isKept())) return;
    const file = await folder.getFileHandle(fileOf(name), { create: true });
    // written aside, and put in the file's place as a whole when it is closed
    const writing = await file.createWritable();
    await writing.write(textOf({ name, rev, value }));
    await writing.close();
  });
}

/** @throws where it is there and stays */
export async function removeCopy(name: string): Promise<void> {
  await oneAtATime(name, async (folder) => {
    try {
      await folder.removeEntry(fileOf(name));
    } catch (fault) {
      if (!isMissing(fault)) throw fault;
    }
  });
}

/** Every copy by its name; what cannot be read is left out. */
export async function allCopies(): Promise<ReadonlyMap<string, unknown>> {
  const folder = await folderIfAny();
  const copies = new Map<string, unknown>();
  if (!folder) return copies;
  for await (const file of folder.keys()) {
    const found = await read(folder, file);
    if (found) copies.set(found.name, found.value);
  }
  return copies;
}

/**
 * Waits for whoever is writing one: a folder in which something is written cannot be removed.
 *
 * @throws where they are there and stay
 */
export async function removeAllCopies(): Promise<void> {
  const root = await rootIfAny();
  const remove = async () => {
    try {
      await root?.removeEntry(folderName, { recursive: true });
    } catch (fault) {
      if (!isMissing(fault)) throw fault;
    }
  };
  if ("locks" in navigator) await navigator.locks.request(allCopiesLock, remove);
  else await remove();
}

// ——— the parts ———

interface Copy {
  readonly name: string;
  readonly rev: number;
  readonly value: unknown;
}

/** TypeScript's library does not list a folder's names yet. */
type Folder = FileSystemDirectoryHandle & { keys(): AsyncIterable<string> };

const fileOf = (name: string) => `${encodeURIComponent(name)}.json`;

async function read(folder: Folder, file: string): Promise<Copy | undefined> {
  try {
    const handle = await folder.getFileHandle(file);
    return copyOf(await (await handle.getFile()).text());
  } catch {
    return undefined;
  }
}

async function oneAtATime(name: string, act: (folder: Folder) => Promise<void>): Promise<void> {
  // opened within the lock: before it the folder may still be removed
  const work = async () => {
    const folder = await folderIfAny();
    if (folder) await act(folder);
  };
  if (!("locks" in navigator)) return work();
  await navigator.locks.request(allCopiesLock, { mode: "shared" }, () =>
    navigator.locks.request(`copy:${name}`, work),
  );
}

async function folderIfAny(): Promise<Folder | undefined> {
  const root = await rootIfAny();
  return root && ((await root.getDirectoryHandle(folderName, { create: true })) as Folder);
}

/** Undefined where files cannot be kept, or not be written from a page. */
async function rootIfAny(): Promise<FileSystemDirectoryHandle | undefined> {
  const canWrite =
    "FileSystemFileHandle" in globalThis && "createWritable" in FileSystemFileHandle.prototype;
  const { storage } = navigator as Partial<Navigator>;
  return canWrite ? storage?.getDirectory().catch(() => undefined) : undefined;
}

function isMissing(fault: unknown): boolean {
  return fault instanceof DOMException && fault.name === "NotFoundError";
}

// ——— as text ———

interface InBase64 {
  readonly base64: string;
}

function textOf(whole: Copy): string {
  return JSON.stringify(whole, (_, value: unknown) =>
    value instanceof Uint8Array ? ({ base64: toBase64(value) } satisfies InBase64) : value,
  );
}

function copyOf(text: string): Copy | undefined {
  const whole: unknown = JSON.parse(text, (_, value: unknown) =>
    isBase64(value) ? fromBase64(value.base64) : value,
  );
  if (typeof whole !== "object" || whole === null) return undefined;
  const { name, rev, value } = whole as Partial<Record<keyof Copy, unknown>>;
  return typeof name === "string" && typeof rev === "number" ? { name, rev, value } : undefined;
}

function isBase64(value: unknown): value is InBase64 {
  return typeof value === "object" && value !== null && "base64" in value;
}

function toBase64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
}

function fromBase64(text: string): Bytes {
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}
