/**
 * Looks into JSON whose shape is somebody else's, a field at a time. What is not there, or is not
 * what was asked for, is undefined or empty; nothing is converted.
 */
export type Fields = Readonly<Record<string, unknown>>;

export function asFields(value: unknown): Fields | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Fields)
    : undefined;
}

/** Own fields only: nothing is inherited from a prototype. */
export function valueAt(from: Fields | undefined, key: string): unknown {
  return from !== undefined && Object.hasOwn(from, key) ? from[key] : undefined;
}

export function fieldsAt(from: Fields | undefined, key: string): Fields | undefined {
  return asFields(valueAt(from, key));
}

/** The members of a list that have fields themselves. */
export function listAt(from: Fields | undefined, key: string): readonly Fields[] {
  const value = valueAt(from, key);
  if (!Array.isArray(value)) return [];
  return value.map(asFields).filter((one) => one !== undefined);
}

export function textAt(from: Fields | undefined, key: string): string | undefined {
  const value = valueAt(from, key);
  return typeof value === "string" && value.trim() !== "" ? value.trim() : undefined;
}

export function textsAt(from: Fields | undefined, key: string): readonly string[] {
  const value = valueAt(from, key);
  return Array.isArray(value)
    ? value.filter((one: unknown): one is string => typeof one === "string")
    : [];
}

export function numberAt(from: Fields | undefined, key: string): number | undefined {
  const value = valueAt(from, key);
  return typeof value === "number" && Number.isFinite(value) ? value : undefined;
}

/** A file's own words, short enough for a sentence, without what would turn it around or hide it. */
export function inWords(text: string, most = 80): string {
  const plain = text.replace(/[\p{Cc}\p{Cf}]+/gu, " ").trim();
  return plain.length > most ? `${plain.slice(0, most - 1)}…` : plain;
}
