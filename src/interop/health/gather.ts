/**
 * Makes of drafts what can be made: events and facts where nothing is missing, and otherwise
 * questions, one for all drafts that wait for the same answer. Every reader ends here, so that all
 * of them ask alike and hold to the same limits.
 */
import { hashOf } from "../../core/model/hash";
import type { Outcome } from "../../core/model/model";
import {
  millisecondsOf,
  twinLimits,
  type TwinEvent,
  type TwinFacts,
} from "../../pharmacology/twin/twin";
import { eventId } from "./event-id";
import { drugOf, holeOf, limitsOf, type Hole } from "./holes";
import { inUnit, measuredIn } from "./quantity";
import type { Answer, DoseDraft, Draft, Question, Reading, Remark, Understood } from "./understood";

export interface Found {
  readonly facts?: Partial<TwinFacts>;
  readonly drafts: readonly Draft[];
  readonly ignored: readonly Remark[];
  readonly remarks?: readonly Remark[];
}

/** More questions than that nobody answers. */
const mostQuestions = 200;

export function gather(found: Found, reading: Reading): Understood {
  const sorted = new Sorted(reading, found);
  for (const draft of found.drafts) sorted.take(draft);
  return sorted.understood();
}

/** What is understood once a question is answered; the answer may raise the next one. */
export function answerQuestion(
  understood: Understood,
  id: string,
  answer: Answer,
  reading: Reading,
): Outcome<Understood> {
  const question = understood.questions.find((one) => one.id === id);
  if (!question) return refuse(id, "is no question of this file");
  const filled = answer.kind === "leave-out" ? [] : fill(question, answer, reading);
  if (typeof filled === "string") return refuse(question.text, filled);
  const left: Remark[] =
    answer.kind === "leave-out"
      ? [
          {
            what: question.about[0] ?? question.text,
            why: "left out by you",
            count: question.count,
          },
        ]
      : [];
  // what is still open is sorted anew with it: the answer may raise a question that is asked already
  const others = understood.questions.filter((one) => one !== question);
  const open = [...others.flatMap(({ drafts }) => drafts), ...filled];
  const next = gather({ drafts: open, ignored: left }, reading);
  return { ok: true, value: joined({ ...understood, questions: [] }, next) };
}

/** What two files, or two parts of one, say together; of two facts the second's counts. */
export function joined(a: Understood, b: Understood): Understood {
  const genes = { ...a.facts.genes, ...b.facts.genes };
  const facts = { ...a.facts, ...b.facts };
  return {
    facts: Object.keys(genes).length > 0 ? { ...facts, genes } : facts,
    drugs: [...new Set([...a.drugs, ...b.drugs])].toSorted(),
    events: inOrder([...a.events, ...b.events]),
    questions: [...a.questions, ...b.questions],
    ignored: counted([...a.ignored, ...b.ignored]),
    remarks: counted([...a.remarks, ...b.remarks]),
  };
}

/** Remarks of the same words are one with a count. */
export function counted(remarks: readonly Remark[]): readonly Remark[] {
  const byWords = new Map<string, Remark>();
  for (const remark of remarks) {
    const key = `${remark.what}\n${remark.why}`;
    const count = (byWords.get(key)?.count ?? 0) + remark.count;
    byWords.set(key, { ...remark, count });
  }
  return [...byWords.values()];
}

// ——— sorting drafts ———

interface Asked {
  readonly hole: Hole;
  readonly drafts: Draft[];
}

class Sorted {
  readonly #reading: Reading;
  /** A day from now: clocks and zones may be off, but not by more. */
  readonly #latest: number;
  readonly #asked = new Map<string, Asked>();
  readonly #events = new Map<string, TwinEvent>();
  readonly #ignored: Remark[];
  readonly #remarks: Remark[];
  #facts: Partial<TwinFacts>;
  /** When the height that is in the facts was measured. */
  #heightAt = -Infinity;

  constructor(reading: Reading, found: Found) {
    this.#reading = reading;
    this.#latest = millisecondsOf(reading.now) + millisecondsOfADay;
    this.#facts = found.facts ?? {};
    this.#ignored = [...found.ignored];
    this.#remarks = [...(found.remarks ?? [])];
  }

  take(draft: Draft): void {
    const hole = holeOf(draft, this.#reading);
    if (hole) return this.#ask(draft, hole);
    if (draft.kind === "age") {
      return this.#know({ age: { years: draft.years ?? 0, on: this.#reading.now.slice(0, 10) } });
    }
    if (draft.kind === "gene") {
      const genes = { ...this.#facts.genes, [draft.gene]: draft.options[0]?.value ?? "" };
      return this.#know({ genes });
    }
    if (draft.kind === "measured" && draft.what === "height") return this.#takeHeight(draft);
    const event = eventOf(draft, this.#reading);
    if (event) this.#add(event, draft);
  }

  understood(): Understood {
    const all = [...this.#asked.entries()];
    const questions = all
      .slice(0, mostQuestions)
      .map(([key, asked]) => questionOf(key, asked, this.#reading));
    const unasked = all
      .slice(mostQuestions)
      .map(([, { drafts }]) =>
        remark(labelOf(drafts[0]), "too many open questions", drafts.length),
      );
    const events = inOrder([...this.#events.values()]);
    const kept = events.slice(-twinLimits.events);
    const beyond = events.length - kept.length;
    return {
      facts: this.#facts,
      drugs: [...new Set(kept.flatMap((event) => ("drug" in event ? event.drug : [])))].toSorted(),
      events: kept,
      questions,
      ignored: counted([
        ...this.#ignored,
        ...unasked,
        ...(beyond > 0
          ? [remark("The oldest events", `a twin holds at most ${twinLimits.events}`, beyond)]
          : []),
      ]),
      remarks: counted(this.#remarks),
    };
  }

  #ask(draft: Draft, hole: Hole): void {
    const key = `${hole.kind} ${hole.key} ${hole.text}`;
    const asked = this.#asked.get(key);
    if (asked) asked.drafts.push(draft);
    else this.#asked.set(key, { hole, drafts: [draft] });
  }

  #know(facts: Partial<TwinFacts>): void {
    this.#facts = { ...this.#facts, ...facts };
  }

  /** A height is a fact that lasts; of several the latest counts. */
  #takeHeight(draft: Extract<Draft, { kind: "measured" }>): void {
    const { when, value, unit } = draft;
    const at = Date.parse(when.known === "moment" ? when.at : when.known === "day" ? when.day : "");
    const heightCm = measuredIn("height", value, unit ?? "");
    if (heightCm === undefined || at < this.#heightAt) return;
    if (Number.isFinite(at)) this.#heightAt = at;
    this.#know({ heightCm: rounded(heightCm) });
  }

  #add(event: TwinEvent, draft: Draft): void {
    if (millisecondsOf(event.at) > this.#latest) {
      this.#ignored.push(remark(labelOf(draft), "its time is in the future"));
    } else if (this.#events.has(event.id)) {
      this.#ignored.push(remark(labelOf(draft), "the same is in the file twice"));
    } else {
      this.#events.set(event.id, event);
      if (draft.kind === "dose" && draft.massOf === "salt") this.#remarks.push(saltRemark(draft));
    }
  }
}

// ——— the parts ———

const millisecondsOfADay = 86_400_000;

/** More are not shown. */
const mostExamples = 3;

function questionOf(key: string, { hole, drafts }: Asked, { source }: Reading): Question {
  const { kind, text, options, amount } = hole;
  return {
    id: hashOf({ source, key }).slice(0, 16),
    kind,
    text,
    about: drafts.slice(0, mostExamples).map(({ label }) => label),
    count: drafts.length,
    ...(options && { options }),
    ...(amount && { amount }),
    drafts,
  };
}

/** @returns why the answer does not do */
function fill(question: Question, answer: Answer, reading: Reading): readonly Draft[] | string {
  const filled: Draft[] = [];
  for (const draft of question.drafts) {
    const made = holeOf(draft, reading)?.fill(answer);
    if (!made) continue;
    if ("refused" in made) return made.refused;
    filled.push(made);
  }
  return filled;
}

/** The event of a draft that lacks nothing. Its id says what it says, wherever it was read. */
function eventOf(draft: Draft, reading: Reading): TwinEvent | undefined {
  if (draft.when.known !== "moment") return undefined;
  const { at, minutesOff } = draft.when;
  const said = contentOf(draft, reading);
  if (!said) return undefined;
  const id = eventId({ ...said, at });
  const source = draft.source.slice(0, mostLettersOfSource);
  return { ...said, id, at, ...(minutesOff !== undefined && { minutesOff }), source };
}

/** As many as the twin file may have. */
const mostLettersOfSource = 120;

type Content = TwinEvent extends infer E
  ? E extends unknown
    ? Omit<E, "id" | "at">
    : never
  : never;

function contentOf(draft: Draft, reading: Reading): Content | undefined {
  switch (draft.kind) {
    case "level": {
      const drug = drugOf(draft.drug, reading);
      const mgPerL = inUnit(draft.value, draft.unit ?? "", "mg/L", drug?.molarMassGPerMol);
      if (!drug || mgPerL === undefined) return undefined;
      const isBelow = draft.isBelow === true && { isBelow: true };
      return { kind: "level", drug: drug.id, mgPerL: rounded(mgPerL), ...isBelow };
    }
    case "dose":
      return doseOf(draft, reading);
    case "measured": {
      const value = measuredIn(draft.what, draft.value, draft.unit ?? "");
      if (draft.what === "height" || value === undefined) return undefined;
      return { kind: "measured", what: draft.what, value: rounded(value) };
    }
    case "age":
    case "gene":
      return undefined;
  }
}

function doseOf(draft: DoseDraft, reading: Reading): Content | undefined {
  const drug = drugOf(draft.drug, reading);
  const { value = Number.NaN, unit = "", route, overHours, everyHours, count } = draft;
  const amount = inUnit(value, unit, "mg", drug?.molarMassGPerMol);
  if (!drug || !route || amount === undefined) return undefined;
  const share = draft.massOf === "salt" ? (drug.salt?.share ?? 1) : 1;
  return {
    kind: "dose",
    drug: drug.id,
    route,
    amountMg: rounded(amount * share),
    ...(route === "iv" && overHours !== undefined && { overHours: rounded(overHours) }),
    ...(everyHours !== undefined && count !== undefined && count > 1 && { everyHours, count }),
    ...(draft.formulation && { formulation: draft.formulation }),
    ...(draft.fed !== undefined && { fed: draft.fed }),
  };
}

function saltRemark(draft: DoseDraft): Remark {
  return remark(
    `${draft.label}: ${draft.value ?? ""} ${draft.unit ?? ""} of the salt`,
    "kept as the mass of the drug in it",
  );
}

/** Six digits: more than any measurement has, and free of what conversion adds at the end. */
function rounded(value: number): number {
  return Number(value.toPrecision(6));
}

function labelOf(draft: Draft | undefined): string {
  if (draft?.kind === "measured") return limitsOf(draft.what).name;
  return draft?.label ?? "";
}

function remark(what: string, why: string, count = 1): Remark {
  return { what, why, count };
}

function inOrder(events: readonly TwinEvent[]): readonly TwinEvent[] {
  const unique = new Map(events.map((event) => [event.id, event]));
  return [...unique.values()].toSorted(
    (a, b) => millisecondsOf(a.at) - millisecondsOf(b.at) || (a.id < b.id ? -1 : 1),
  );
}

function refuse(subject: string, message: string): Outcome<never> {
  return { ok: false, problems: [{ code: "bad-answer", subject, message }] };
}
