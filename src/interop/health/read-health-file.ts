/**
 * One file of health data, whatever its kind: told by what it begins with, not by its name, and
 * handed to the reader of that kind. Runs in a worker that can be killed (`import.worker.ts`).
 */
import type { Outcome } from "../../core/model/model";
import { readJson } from "../json";
import { readAppleHealth, type StreamHooks } from "./apple-health";
import { looksLikeFhir, readFhirValue } from "./fhir";
import { looksLikeGenotypes, readGenotypeFile } from "./genotype-23andme";
import { readLevelsTable } from "./levels-csv";
import { jsonLimits, limits, refuse } from "./limits";
import { looksLikeOpenMhealth, readOpenMhealthValue } from "./open-mhealth";
import { looksLikePharmcat, readPharmcatValue } from "./pharmcat";
import type { Reading, Understood } from "./understood";
import { chunksOf, readZipDirectory, unzip } from "./zip";

export type { StreamHooks } from "./apple-health";

export async function readHealthFile(
  file: Blob,
  reading: Reading,
  hooks: StreamHooks = {},
): Promise<Outcome<Understood>> {
  if (file.size === 0) return refuse("empty-file", reading.source, "is empty");
  const beginning = await beginningOf(file);
  if (beginning.startsWith("PK\u0003\u0004") || beginning.startsWith("PK\u0005\u0006")) {
    return readArchive(file, reading, hooks);
  }
  if (/^\uFEFF?\s*</.test(beginning)) {
    return readAppleHealth(chunksOf(file.stream()), reading, hooks);
  }
  return readWhole(file, beginning, reading);
}

// ——— archives ———

async function readArchive(
  file: Blob,
  reading: Reading,
  hooks: StreamHooks,
): Promise<Outcome<Understood>> {
  const directory = await readZipDirectory(file, reading.source);
  if (!directory.ok) return directory;
  const single = directory.value.length === 1 ? directory.value[0] : undefined;
  const entry = directory.value.find(({ name }) => /(?:^|\/)export\.xml$/i.test(name));
  if (entry) return unpacked(() => readAppleHealth(unzip(file, entry), reading, hooks), reading);
  if (!single)
    return refuse("unknown-format", reading.source, "is an archive without an export.xml");
  if (single.unpacked > limits.bytes) return tooLarge(reading, single.unpacked);
  // genotype files come packed alone
  return unpacked(async () => {
    const parts: BlobPart[] = [];
    for await (const chunk of unzip(file, single)) parts.push(new Uint8Array(chunk));
    const inner = new Blob(parts);
    return readWhole(inner, await beginningOf(inner), reading);
  }, reading);
}

/** What is packed wrong is noticed while it is unpacked. */
async function unpacked(
  read: () => Promise<Outcome<Understood>>,
  { source }: Reading,
): Promise<Outcome<Understood>> {
  try {
    return await read();
  } catch (fault) {
    if (fault instanceof RangeError && fault.message === "zip-ratio") {
      return refuse("zip-ratio", source, "unpacks to more than its directory says");
    }
    if (fault instanceof TypeError || fault instanceof RangeError || isStreamFault(fault)) {
      return refuse("bad-zip", source, "is a ZIP archive that cannot be unpacked");
    }
    throw fault;
  }
}

/** Node's inflater says what is wrong with a code of zlib's, browsers with a TypeError. */
function isStreamFault(fault: unknown): boolean {
  return fault instanceof Error && "code" in fault && String(fault.code).startsWith("Z_");
}

// ——— files that are read as a whole ———

async function readWhole(
  file: Blob,
  beginning: string,
  reading: Reading,
): Promise<Outcome<Understood>> {
  if (file.size > limits.bytes) return tooLarge(reading, file.size);
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(await file.arrayBuffer());
  } catch {
    return refuse("bad-encoding", reading.source, "is not written in UTF-8");
  }
  if (/^\s*[[{]/.test(beginning)) return readAnyJson(text, reading);
  return looksLikeGenotypes(beginning)
    ? readGenotypeFile(text, reading)
    : readLevelsTable(text, reading);
}

function readAnyJson(text: string, reading: Reading): Outcome<Understood> {
  const json = readJson(text, reading.source, jsonLimits);
  if (!json.ok) return json;
  const { value } = json;
  if (looksLikeFhir(value)) return readFhirValue(value, reading);
  if (looksLikePharmcat(value)) return readPharmcatValue(value, reading);
  if (looksLikeOpenMhealth(value)) return readOpenMhealthValue(value, reading);
  return refuse(
    "unknown-format",
    reading.source,
    "is JSON, but neither FHIR, nor Open mHealth, nor PharmCAT",
  );
}

// ——— the parts ———

/** Enough to pass the comments at the top of a genotype file. */
const beginningBytes = 16_384;

async function beginningOf(file: Blob): Promise<string> {
  return new TextDecoder().decode(await file.slice(0, beginningBytes).arrayBuffer());
}

function tooLarge({ source }: Reading, bytes: number): Outcome<never> {
  const mb = Math.round(bytes / 1024 / 1024);
  return refuse("too-large", source, `has ${mb} MiB; at most 64 MiB are read`);
}
