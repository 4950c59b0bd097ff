/**
 * One twin as it is kept: a header that anyone may read, and a body that is sealed.
 *
 * Whether a record is of a newer Perfuse is asked before anything else of it, so that nothing here
 * is ever misread. The checksum finds a record that was damaged, without any key; whether somebody
 * changed it on purpose is found by the seal (vault.ts), whose text is the whole header.
 */
import { bytesOf, isBytes, type Bytes } from "../crypto/seal";

export interface Header {
  readonly format: 1;
  /** Of the body: the number in `"perfuseTwin"` (migrations.ts). */
  readonly schema: number;
  readonly twinId: string;
  /** 1 when new, one more with each save. */
  readonly rev: number;
  /** Milliseconds since 1970. */
  readonly updated: number;
  readonly cipher: "AES-256-GCM";
}

export interface Envelope extends Header {
  readonly iv: Bytes;
  readonly body: Bytes;
  /** Of everything else, in hexadecimal digits. */
  readonly sha256: string;
}

export type EnvelopeReading =
  | { readonly kind: "whole"; readonly envelope: Envelope }
  | { readonly kind: "newer"; readonly format: number; readonly schema: number }
  | { readonly kind: "damaged"; readonly why: string };

export const envelopeFormat = 1;

/** What the body's seal is bound to: another twin's, or another revision's, does not fit. */
export function aboutBody({ format, schema, twinId, rev, updated, cipher }: Header): string {
  return ["perfuse-twin", format, schema, twinId, rev, updated, cipher].join("|");
}

export async function enclose(header: Header, iv: Bytes, body: Bytes): Promise<Envelope> {
  return { ...header, iv, body, sha256: await checksum(header, iv, body) };
}

/**
 * @param value whatever is kept
 * @param twinId the id under which it is kept
 * @param schemaNow the newest schema that this Perfuse reads
 */
export async function readEnvelope(
  value: unknown,
  twinId: string,
  schemaNow: number,
): Promise<EnvelopeReading> {
  const newer = newerThan(value, schemaNow);
  if (newer) return newer;
  const envelope = asEnvelope(value);
  if (!envelope) return { kind: "damaged", why: "it is cut short or not a twin's record" };
  const { iv, body, sha256, ...header } = envelope;
  if ((await checksum(header, iv, body)) !== sha256) {
    return { kind: "damaged", why: "its checksum does not fit what is kept" };
  }
  if (header.twinId !== twinId) return { kind: "damaged", why: "it is another twin's record" };
  return { kind: "whole", envelope };
}

/** @returns the revision of a record that is not damaged beyond that; undefined for others */
export function revOf(value: unknown): number | undefined {
  return newerThan(value, Infinity) ? undefined : asEnvelope(value)?.rev;
}

/** Whether the record is of a newer Perfuse. What else may be wrong with it is not looked at. */
export function newerThan(
  value: unknown,
  schemaNow: number,
): Extract<EnvelopeReading, { kind: "newer" }> | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const { format, schema } = value as Partial<Record<keyof Envelope, unknown>>;
  if (!isCount(format)) return undefined;
  // what a newer format calls its schema is not known
  const of = isCount(schema) ? schema : 0;
  return format > envelopeFormat || of > schemaNow
    ? { kind: "newer", format, schema: of }
    : undefined;
}

// ——— the parts ———

function asEnvelope(value: unknown): Envelope | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const { format, schema, twinId, rev, updated, cipher, iv, body, sha256, ...more } =
    value as Partial<Record<keyof Envelope, unknown>>;
  if (format !== envelopeFormat || !isCount(schema) || !isCount(rev)) return undefined;
  if (typeof twinId !== "string" || typeof updated !== "number") return undefined;
  if (cipher !== "AES-256-GCM" || !isBytes(iv) || !isBytes(body)) return undefined;
  if (typeof sha256 !== "string" || Object.keys(more).length > 0) return undefined;
  return { format, schema, twinId, rev, updated, cipher, iv, body, sha256 };
}

function isCount(value: unknown): value is number {
  return typeof value === "number" && Number.isSafeInteger(value) && value > 0;
}

async function checksum(header: Header, iv: Bytes, body: Bytes): Promise<string> {
  const head = bytesOf(`${aboutBody(header)}|${iv.length}|${body.length}|`);
  const all = new Uint8Array(head.length + iv.length + body.length);
  all.set(head);
  all.set(iv, head.length);
  all.set(body, head.length + iv.length);
  const digest = await crypto.subtle.digest("SHA-256", all);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
