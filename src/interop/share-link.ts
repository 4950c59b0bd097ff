/**
 * A study in an address: `v1.` and the study file, deflated, as base64url.
 *
 * The fragment of an address never leaves the browser. What comes in is from a stranger: its
 * length is capped before it is inflated and while it is, and then the study file's own checks
 * apply.
 */
import type { Outcome } from "../core/model/model";
import type { Study, StudyOfMany } from "../pharmacology/study";
import { isOfMany, parseAnyStudy } from "./study-file";

const mark = "v1.";
/** Above this, a link breaks in mails and chats, so the file is offered instead. */
export const longestLink = 2000;
const longestRead = 20_000;
const longestStudy = 200_000;

/** The text after `s=` in the address. */
export async function encodeStudy(study: Study | StudyOfMany): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(study));
  return (
    mark +
    toBase64Url(await collect(through(bytes, new CompressionStream("deflate-raw")), Infinity))
  );
}

export async function decodeStudy(text: string): Promise<Outcome<Study | StudyOfMany>> {
  if (!text.startsWith(mark)) {
    return refuse(
      "unknown-link",
      /^v\d+\./.test(text)
        ? "was made by a newer Perfuse; open it there"
        : "is not a link of Perfuse",
    );
  }
  if (text.length > longestRead)
    return refuse("too-large", "is too long to be a study; ask for the file");
  const bytes = fromBase64Url(text.slice(mark.length));
  if (!bytes) return refuse("broken-link", broken);
  try {
    const inflated = await collect(
      through(bytes, new DecompressionStream("deflate-raw")),
      longestStudy,
    );
    return parseAnyStudy(new TextDecoder("utf-8", { fatal: true }).decode(inflated));
  } catch (fault) {
    if (fault instanceof TooLarge)
      return refuse("too-large", "unpacks to more than a study can be");
    return refuse("broken-link", broken);
  }
}

/**
 * What of the person a link to this study carries, for the one who shares it. A study of many has
 * no person in it, only the recipe by which people are drawn.
 */
export function personalFields(
  study: Study | StudyOfMany,
): { readonly field: string; readonly value: string }[] {
  const one = isOfMany(study) ? {} : study.people.one;
  const genes = Object.entries(one.genes ?? {}).map(([gene, text]) => `${gene} ${text}`);
  const numbers = Object.keys(study.overrides ?? {}).length;
  const fields: [string, string | number | undefined | null, string?][] = [
    ["Sex", one.sex],
    ["Age", one.ageYears, "years"],
    ["Height", one.heightCm, "cm"],
    ["Weight", one.weightKg, "kg"],
    ["Kidney filtration", one.egfrMlMin, "mL/min"],
    ["Kidney filtration", one.egfrMlMin173, "mL/min per 1.73 m²"],
    ["Kidney disease", one.renal],
    ["Liver disease", one.hepatic && `Child–Pugh ${one.hepatic}`],
    ["Pregnancy", one.pregnancyWeeks, "weeks"],
    ["Group", one.group],
    ["Genes", genes.join(", ") || undefined],
    ["Numbers of the model", numbers === 0 ? undefined : `${numbers} of this study's own`],
  ];
  return fields.flatMap(([field, value, unit]) =>
    value === undefined || value === null
      ? []
      : [{ field, value: unit === undefined ? String(value) : `${value} ${unit}` }],
  );
}

// ——— the parts ———

const broken = "is damaged or cut short; copy it again, whole";

class TooLarge extends Error {}

function through(
  bytes: Uint8Array<ArrayBuffer>,
  transform: CompressionStream | DecompressionStream,
): ReadableStream<Uint8Array> {
  return new Blob([bytes]).stream().pipeThrough(transform);
}

async function collect(
  stream: ReadableStream<Uint8Array>,
  most: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > most) {
      await reader.cancel();
      throw new TooLarge();
    }
    chunks.push(value);
  }
  const all = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}

function toBase64Url(bytes: Uint8Array): string {
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  return btoa(text).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (!/^[\w-]+$/.test(text)) return undefined;
  try {
    const plain = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
    return Uint8Array.from(plain, (letter) => letter.charCodeAt(0));
  } catch {
    return undefined;
  }
}

function refuse(code: string, message: string): Outcome<never> {
  return { ok: false, problems: [{ code, subject: "the link", message }] };
}
