/**
 * Reads JSON from strangers: size, depth and dangerous keys are refused before anything is built
 * on them. What comes back is still `unknown`: a schema has to make sense of it.
 */
import type { Outcome } from "../core/model/model";

const largestBytes = 5_000_000;
const deepest = 32;
const forbiddenKeys = new Set(["__proto__", "constructor", "prototype"]);

export function readJson(text: string, what: string): Outcome<unknown> {
  const refuse = (code: string, message: string): Outcome<never> => ({
    ok: false,
    problems: [{ code, subject: what, message }],
  });
  if (text.length > largestBytes) {
    const mb = Math.round(text.length / 1e6);
    return refuse("too-large", `is ${mb} MB; at most 5 MB are read`);
  }
  if (text.trim() === "") return refuse("empty-file", "is empty");
  if (nesting(text) > deepest) return refuse("too-deep", `is nested deeper than ${deepest} levels`);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (fault) {
    const where = fault instanceof Error ? ` (${fault.message.slice(0, 120)})` : "";
    return refuse("not-json", `is not JSON${where}`);
  }
  const bad = forbiddenKey(value);
  return bad === undefined
    ? { ok: true, value }
    : refuse("forbidden-key", `has the key "${bad}", which is not allowed`);
}

/** Brackets open at most, outside of strings; needs no stack whatever the text. */
function nesting(text: string): number {
  let depth = 0;
  let most = 0;
  let inString = false;
  for (let i = 0; i < text.length; i++) {
    const letter = text.charAt(i);
    if (inString) {
      if (letter === "\\") i++;
      else if (letter === '"') inString = false;
    } else if (letter === '"') inString = true;
    else if (letter === "{" || letter === "[") most = Math.max(most, ++depth);
    else if (letter === "}" || letter === "]") depth--;
  }
  return most;
}

function forbiddenKey(value: unknown): string | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  for (const [key, inner] of Object.entries(value)) {
    if (forbiddenKeys.has(key)) return key;
    const below = forbiddenKey(inner);
    if (below !== undefined) return below;
  }
  return undefined;
}
