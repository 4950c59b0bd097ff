/** How much of a stranger's file is read. Beyond these it is refused, unread where that can be. */
import type { Outcome } from "../../core/model/model";
import type { JsonLimits } from "../json";

const mebi = 1024 * 1024;

export const limits = {
  /** Of a file that is read as a whole; what is streamed has a cap of rows instead. */
  bytes: 64 * mebi,
  rows: 1_000_000,
  columns: 2000,
  textLetters: mebi,
  jsonDepth: 64,
  /** Records of a wearable: ten years of one a second while awake are fewer than twice this. */
  records: 100_000_000,
} as const;

export const jsonLimits: JsonLimits = {
  largest: limits.bytes,
  deepest: limits.jsonDepth,
  longestText: limits.textLetters,
};

export function refuse(code: string, subject: string, message: string): Outcome<never> {
  return { ok: false, problems: [{ code, subject, message }] };
}
