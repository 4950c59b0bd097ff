/** What a hostile file is, and how to spell many of one kind shortly. */

/**
 * What must become of it: the code of a refusal; or, where the file is understood, whether it gave
 * an event or a fact, only a question, or nothing at all.
 */
export type Fate = "kept" | "asked" | "nothing" | (string & {});

export interface HostileCase {
  readonly name: string;
  readonly fate: Fate;
  /** Made when it is needed: some are large. */
  readonly parts: () => readonly BlobPart[];
}

export function text(name: string, fate: Fate, content: string | (() => string)): HostileCase {
  return { name, fate, parts: () => [typeof content === "string" ? content : content()] };
}

export function json(name: string, fate: Fate, value: unknown): HostileCase {
  return text(name, fate, () => JSON.stringify(value));
}

export function bytes(
  name: string,
  fate: Fate,
  content: () => Uint8Array<ArrayBuffer>,
): HostileCase {
  return { name, fate, parts: () => [content()] };
}
