/**
 * Reads JSON from strangers: size, depth and dangerous keys are refused before anything is built
 * on them. What comes back is still `unknown`: a schema has to make sense of it.
 */
import type { Outcome } from "../core/model/model";

export interface JsonLimits {
  /** Letters, which are bytes or fewer. */
  readonly largest: number;
  readonly deepest: number;
  /** Letters of one text in it. */
  readonly longestText: number;
}

/** Of what Perfuse writes itself. */
const ownFiles: JsonLimits = { largest: 5_000_000, deepest: 32, longestText: 5_000_000 };

const forbiddenKeys = new Set(["__proto__", "constructor", "prototype"]);

export function readJson(
  text: string,
  what: string,
  { largest, deepest, longestText }: JsonLimits = ownFiles,
): Outcome<unknown> {
  const refuse = (code: string, message: string): Outcome<never> => ({
    ok: false,
    problems: [{ code, subject: what, message }],
  });
  if (text.length > largest) {
    const [mb, most] = [text.length, largest].map((letters) => Math.round(letters / 1e6));
    return refuse("too-large", `is ${mb} MB; at most ${most} MB are read`);
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
  const bad = firstBad(value, longestText);
  if (bad === undefined) return { ok: true, value };
  return bad.is === "key"
    ? refuse("forbidden-key", `has the key "${bad.key}", which is not allowed`)
    : refuse("long-text", `has a text of ${bad.letters} letters; at most ${longestText} are read`);
}

/** Brackets open at most, outside of strings; needs no stack whatever the text. */
function nesting(text: string): number {
  let depth = 0;
  let most = 0;
  let inString = false;
  // codes, not letters: a file of tens of MB is passed in a tenth of a second
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (inString) {
      if (code === backslash) i++;
      else if (code === quote) inString = false;
    } else if (code === quote) inString = true;
    else if (code === openBrace || code === openBracket) most = Math.max(most, ++depth);
    else if (code === closeBrace || code === closeBracket) depth--;
  }
  return most;
}

const [quote, backslash] = [34, 92];
const [openBracket, closeBracket] = [91, 93];
const [openBrace, closeBrace] = [123, 125];

type Bad =
  { readonly is: "key"; readonly key: string } | { readonly is: "text"; readonly letters: number };

function firstBad(value: unknown, longestText: number): Bad | undefined {
  if (typeof value === "string") {
    return value.length > longestText ? { is: "text", letters: value.length } : undefined;
  }
  if (typeof value !== "object" || value === null) return undefined;
  for (const [key, inner] of Object.entries(value)) {
    if (forbiddenKeys.has(key)) return { is: "key", key };
    const below = firstBad(inner, longestText);
    if (below !== undefined) return below;
  }
  return undefined;
}
