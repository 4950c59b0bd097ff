/**
 * Twins as text and as files: what the vault keeps, what is exported, what comes in. One twin is
 * its own text (interop/twin-file.ts); several are a list of such.
 *
 * Nothing is sealed here, and nothing kept.
 */
import type { Outcome, Problem } from "../core/model/model";
import { readJson } from "../interop/json";
import { checkTwin, parseTwin, writeTwin } from "../interop/twin-file";
import type { Twin } from "../pharmacology/twin/twin";
import { migrate, schemaNow } from "../storage/vault/migrations";

/** @param schema of the text, as it was kept */
export function readBody(body: string, schema: number): Outcome<Twin> {
  if (schema === schemaNow) return parseTwin(body);
  const json = readJson(body, "the twin");
  return json.ok ? checkTwin(migrate(json.value, schema)) : json;
}

/** The text that is kept. What could not be read again is refused before it is kept. */
export function bodyOf(twin: Twin): Outcome<string> {
  const body = writeTwin(twin);
  const read = parseTwin(body);
  return read.ok ? { ok: true, value: body } : read;
}

/** One twin's text as it is, of several a list. */
export function textOf(bodies: readonly string[]): string {
  const [only] = bodies;
  return bodies.length === 1 && only !== undefined ? only : `[\n${bodies.join(",\n")}]\n`;
}

/** All twins of a file, or why not one of them is taken. */
export function readTwins(text: string): Outcome<readonly Twin[]> {
  const json = readJson(text, "the file");
  if (!json.ok) return json;
  const all = Array.isArray(json.value) ? json.value : [json.value];
  if (all.length === 0 || all.length > mostTwins) return refuse(tooMany);
  const read = all.map(checkAny);
  const problems = read.flatMap((one) => (one.ok ? [] : one.problems));
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, value: read.flatMap((one) => (one.ok ? [one.value] : [])) };
}

/** A record as it is kept, whatever state it is in: bytes in base64, nothing opened. */
export function rawText(record: unknown): string {
  const text = JSON.stringify(
    record,
    (_, value: unknown) => (value instanceof Uint8Array ? { base64: base64(value) } : value),
    2,
  );
  return `${text}\n`;
}

// ——— the parts ———

const mostTwins = 500;

const tooMany: Problem = {
  code: "bad-value",
  subject: "the file",
  message: `must hold one to ${mostTwins} twins`,
};

function checkAny(value: unknown): Outcome<Twin> {
  const schema = schemaOf(value);
  const isOlder = schema !== undefined && schema < schemaNow;
  return checkTwin(isOlder ? migrate(value, schema) : value);
}

function schemaOf(value: unknown): number | undefined {
  if (typeof value !== "object" || value === null || !("perfuseTwin" in value)) return undefined;
  const { perfuseTwin } = value;
  return Number.isSafeInteger(perfuseTwin) && Number(perfuseTwin) >= 1
    ? Number(perfuseTwin)
    : undefined;
}

function base64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
}

function refuse(problem: Problem): Outcome<never> {
  return { ok: false, problems: [problem] };
}
