/**
 * Apple Health's export.xml: body mass, height, resting heart rate and steps, and of the person sex
 * and age. Streamed, so that hundreds of MB need the memory of a few days.
 *
 * A day's heart rate is the median of its resting rates. Telephone and watch both count the same
 * steps, and the export holds what each counted: of a day's counts by source the largest is kept.
 */
import type { Outcome, Problem } from "../../core/model/model";
import { readAge } from "./fhir-patient";
import { gather } from "./gather";
import { inWords } from "./json-tree";
import { limits, refuse } from "./limits";
import type { Draft, Reading, Remark, Understood } from "./understood";
import { dayOf, offsetOf, readWhen } from "./when";
import { attribute, XmlTags } from "./xml-tags";
import type { Moment, TwinFacts } from "../../pharmacology/twin/twin";

export interface StreamHooks {
  /** Bytes that were read so far. */
  readonly onProgress?: (bytes: number) => void;
}

/** @param chunks UTF-8, cut anywhere */
export async function readAppleHealth(
  chunks: AsyncIterable<Uint8Array>,
  reading: Reading,
  { onProgress }: StreamHooks = {},
): Promise<Outcome<Understood>> {
  const records = new Records(reading);
  const tags = new XmlTags({ onTag: (name, tag) => records.take(name, tag) });
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let bytes = 0;
  for await (const chunk of chunks) {
    const text = decoded(decoder, chunk);
    const problem = text === undefined ? badLetters : tags.write(text);
    if (problem) return failed(problem, reading);
    if (tags.rootName !== undefined && tags.rootName !== "HealthData") return notApple(reading);
    if (records.count > limits.records) {
      return refuse("too-many-rows", reading.source, `has more than ${limits.records} records`);
    }
    onProgress?.((bytes += chunk.byteLength));
  }
  const problem = decoded(decoder) === undefined ? badLetters : tags.end();
  return problem ? failed(problem, reading) : { ok: true, value: gather(records.found(), reading) };
}

// ——— records ———

const restingRate = "HKQuantityTypeIdentifierRestingHeartRate";
const stepCount = "HKQuantityTypeIdentifierStepCount";

const singles: Readonly<Record<string, "weight" | "height">> = {
  HKQuantityTypeIdentifierBodyMass: "weight",
  HKQuantityTypeIdentifierHeight: "height",
};

interface Day {
  /** The offset of the first record, which stands for the day. */
  readonly offset: string;
  readonly rates: number[];
  /** By what counted them. */
  readonly steps: Map<string, number>;
}

class Records {
  readonly #reading: Reading;
  readonly #drafts: Draft[] = [];
  readonly #days = new Map<string, Day>();
  readonly #ignored = new Map<string, number>();
  #facts: Partial<TwinFacts> = {};
  #dropped: readonly Remark[] = [];
  count = 0;

  constructor(reading: Reading) {
    this.#reading = reading;
  }

  take(name: string, tag: string): void {
    if (name === "Me") this.#person(tag);
    if (name !== "Record") return;
    this.count++;
    const type = attribute(tag, "type") ?? "";
    const what = Object.hasOwn(singles, type) ? singles[type] : undefined;
    if (what) this.#single(what, tag);
    else if (type === restingRate) this.#rate(tag);
    else if (type === stepCount) this.#steps(tag);
    else this.#ignore(shortName(type), whyNot(type));
  }

  found() {
    const days = [...this.#days.entries()];
    const ignored = [...this.#ignored.entries()].map(([words, count]): Remark => {
      const [what = "", why = ""] = words.split("\n");
      return { what, why, count };
    });
    return {
      facts: this.#facts,
      drafts: [...this.#drafts, ...days.flatMap(([day, of]) => this.#ofDay(day, of))],
      ignored: [...this.#dropped, ...ignored],
    };
  }

  // ——— the parts ———

  #person(tag: string): void {
    const sex = attribute(tag, "HKCharacteristicTypeIdentifierBiologicalSex");
    const birth = attribute(tag, "HKCharacteristicTypeIdentifierDateOfBirth");
    const age = readAge(birth === "" ? undefined : birth, this.#reading);
    this.#facts = {
      ...(sex === "HKBiologicalSexFemale" && { sex: "female" }),
      ...(sex === "HKBiologicalSexMale" && { sex: "male" }),
      ...age.facts,
    };
    this.#drafts.push(...age.drafts);
    this.#dropped = age.ignored;
  }

  #single(what: "weight" | "height", tag: string): void {
    const record = this.#read(tag);
    if (!record) return;
    const { value, unit, at } = record;
    const label = `${what === "weight" ? "Body mass" : "Height"}, ${value} ${unit}`;
    const { source } = this.#reading;
    const when = { known: "moment", at } as const;
    this.#drafts.push({ kind: "measured", what, label, source, when, value, unit });
  }

  #rate(tag: string): void {
    const record = this.#read(tag);
    if (record) this.#day(record.at).rates.push(record.value);
  }

  #steps(tag: string): void {
    const record = this.#read(tag);
    if (!record) return;
    const { steps } = this.#day(record.at);
    const by = (attribute(tag, "sourceName") ?? "").slice(0, 80);
    if (steps.size < mostSources || steps.has(by))
      steps.set(by, (steps.get(by) ?? 0) + record.value);
  }

  #day(at: Moment): Day {
    const day = dayOf(at);
    const known = this.#days.get(day);
    if (known) return known;
    const fresh: Day = { offset: offsetOf(at), rates: [], steps: new Map() };
    this.#days.set(day, fresh);
    return fresh;
  }

  #read(tag: string) {
    const written = attribute(tag, "value") ?? "";
    const value = written.trim() === "" ? Number.NaN : Number(written);
    const when = readWhen(attribute(tag, "startDate") ?? "");
    const name = shortName(attribute(tag, "type") ?? "");
    if (!Number.isFinite(value)) return this.#ignore(name, "has no number");
    if (when?.known !== "moment") return this.#ignore(name, "has no time that can be");
    return { value, unit: inWords(attribute(tag, "unit") ?? "", 30), at: when.at };
  }

  #ignore(what: string, why: string): undefined {
    const words = `${what}\n${why}`;
    // an export has some hundred kinds; more are somebody's joke
    const kept = this.#ignored.has(words) || this.#ignored.size < 1000 ? words : `Others\n${why}`;
    this.#ignored.set(kept, (this.#ignored.get(kept) ?? 0) + 1);
    return undefined;
  }

  /** Noon stands for a day. */
  #ofDay(day: string, { offset, rates, steps }: Day): Draft[] {
    const { source } = this.#reading;
    const when = { known: "moment", at: `${day}T12:00:00${offset}` } as const;
    const rate = median(rates);
    const most = Math.max(0, ...steps.values());
    const of = (what: "heart-rate" | "steps", value: number, unit: string): Draft => {
      const label = `${what === "steps" ? "Steps" : "Resting heart rate"} of ${day}, ${value}`;
      return { kind: "measured", what, label, source, when, value, unit };
    };
    return [
      ...(rate === undefined ? [] : [of("heart-rate", rate, "/min")]),
      ...(steps.size === 0 ? [] : [of("steps", Math.round(most), "steps")]),
    ];
  }
}

// ——— the parts ———

/** Of steps on one day. */
const mostSources = 100;

function median(values: readonly number[]): number | undefined {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length >> 1;
  const [low, high] = [sorted[sorted.length % 2 === 0 ? half - 1 : half], sorted[half]];
  return low === undefined || high === undefined ? undefined : (low + high) / 2;
}

function shortName(type: string): string {
  return (
    inWords(type.replace(/^HK(?:Quantity|Category|Data)Type(?:Identifier)?/, ""), 60) || "Record"
  );
}

function whyNot(type: string): string {
  return type === "HKQuantityTypeIdentifierHeartRate"
    ? "single beats say little: the resting rate of each day is kept"
    : "nothing of it enters the model";
}

function decoded(decoder: TextDecoder, chunk?: Uint8Array): string | undefined {
  try {
    return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode();
  } catch {
    return undefined; // TypeError: no UTF-8
  }
}

const badLetters: Problem = {
  code: "bad-encoding",
  subject: "the file",
  message: "is not written in UTF-8",
};

function failed(problem: Problem, { source }: Reading): Outcome<never> {
  return { ok: false, problems: [{ ...problem, subject: source }] };
}

function notApple({ source }: Reading): Outcome<never> {
  return refuse("unknown-format", source, "is XML, but no export of Apple Health");
}
