/**
 * A twin's text, sealed with the twin's key, and opened again.
 *
 * Knows neither the data base nor the passphrase: tests/chaos/tampering.test.ts changes every bit
 * of what comes from here.
 */
import { bytesOf, seal, unseal } from "../crypto/seal";
import { aboutBody, enclose, envelopeFormat, readEnvelope, type Envelope } from "./envelope";
import { schemaNow } from "./migrations";
import { keyRecord, openTwinKey, type TwinKey } from "./twin-key";
import type { KeptTwin, NewState } from "./twin-store";

/** One twin as it was found, with the revision that a later save has to name. */
export type Entry =
  | WholeEntry
  | { readonly kind: "newer"; readonly id: string }
  | { readonly kind: "damaged"; readonly id: string; readonly why: string };

export interface WholeEntry {
  readonly kind: "whole";
  readonly id: string;
  readonly rev: number;
  /** Milliseconds since 1970. */
  readonly updated: number;
  /** Of the body, as it was kept (migrations.ts). */
  readonly schema: number;
  readonly body: string;
}

/** A new state of a twin: what is kept of it, whole. */
export async function sealState(
  twinId: string,
  body: string,
  rev: number,
  twinKey: TwinKey,
): Promise<NewState> {
  const header = {
    format: envelopeFormat,
    schema: schemaNow,
    twinId,
    rev,
    updated: Date.now(),
    cipher: "AES-256-GCM",
  } as const;
  const { iv, bytes } = await seal(twinKey.key, bytesOf(body), aboutBody(header));
  const [envelope, key] = await Promise.all([
    enclose(header, iv, bytes),
    keyRecord(twinId, rev, twinKey),
  ]);
  return { envelope, key };
}

/**
 * A twin as it was found. Whatever does not fit, by accident or on purpose, makes it damaged.
 *
 * @returns undefined where nothing is kept
 */
export async function openKept(
  { twinId: id, envelope, key }: KeptTwin,
  vaultKey: CryptoKey,
): Promise<Entry | undefined> {
  if (envelope === undefined && key === undefined) return undefined;
  if (envelope === undefined) return { kind: "damaged", id, why: "its record is gone" };
  const reading = await readEnvelope(envelope, id, schemaNow);
  if (reading.kind === "newer") return { kind: "newer", id };
  if (reading.kind === "damaged") return { kind: "damaged", id, why: reading.why };
  const twinKey = await openTwinKey(key, id, vaultKey);
  if (!twinKey) return { kind: "damaged", id, why: "its key does not open" };
  if (twinKey.rev !== reading.envelope.rev) {
    return { kind: "damaged", id, why: "it is not the state that was saved last" };
  }
  return openEnvelope(reading.envelope, twinKey);
}

/** One of the states in its history, by the twin's own key. */
export async function openState(state: unknown, id: string, key: TwinKey): Promise<Entry> {
  const reading = await readEnvelope(state, id, schemaNow);
  if (reading.kind === "whole") return openEnvelope(reading.envelope, key);
  return reading.kind === "newer" ? { kind: "newer", id } : { ...reading, id };
}

async function openEnvelope(envelope: Envelope, { key }: TwinKey): Promise<Entry> {
  const { twinId: id, rev, updated, schema, iv, body } = envelope;
  const opened = await unseal(key, { iv, bytes: body }, aboutBody(envelope));
  if (!opened) return { kind: "damaged", id, why: "its seal does not fit" };
  return { kind: "whole", id, rev, updated, schema, body: new TextDecoder().decode(opened) };
}
