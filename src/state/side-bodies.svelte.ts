/**
 * The bodies of those who stand side by side, each solved as one person in 64 bit: a population's
 * typical one, a person's own.
 *
 * It has an engine of its own: the page's answers only the newest of what it is asked, and that is
 * the Body view's study.
 */
import type { Outcome, Problem } from "../core/model/model";
import type { SimulationResult } from "../engine/api";
import { EngineClient, type ClientOptions } from "../engine/client";
import type { Study } from "../pharmacology/study";
import type { Side } from "./side-by-side.svelte";
import { lumenOutputsFor, outputsFor } from "./places";

/** What is there of one side's body; nothing yet where it is absent. */
export type SideBody =
  | { readonly ok: true; readonly result: SimulationResult; readonly study: Study }
  | { readonly ok: false; readonly problems: readonly Problem[] };

export class SideBodies {
  readonly #engine: EngineClient;
  #solved = $state.raw<ReadonlyMap<string, SideBody>>(new Map());
  /** One after the other: what is asked together would push each other out. */
  #queue: Promise<void> = Promise.resolve();
  readonly #asked = new Set<string>();

  constructor(options: Omit<ClientOptions, "onRestart">) {
    this.#engine = new EngineClient({ ...options, onRestart: () => {} });
  }

  of(side: Side, drug: string): SideBody | undefined {
    return this.#solved.get(keyOf(side, drug));
  }

  /** Solves what is not solved yet, and forgets those who left. */
  solve(sides: readonly Side[], drug: string): void {
    for (const key of this.#asked) {
      if (!sides.some(({ id }) => key.startsWith(`${id} `))) this.#forget(key);
    }
    for (const side of sides) {
      const key = keyOf(side, drug);
      if (this.#asked.has(key)) continue;
      this.#asked.add(key);
      this.#queue = this.#queue.then(() => this.#solveOne(side, drug, key));
    }
  }

  // ——— the parts ———

  async #solveOne(side: Side, drug: string, key: string): Promise<void> {
    const body = await bodyOf(side, drug, this.#engine);
    if (!this.#asked.has(key)) return;
    this.#solved = new Map(this.#solved).set(key, body);
  }

  #forget(key: string): void {
    this.#asked.delete(key);
    const left = new Map(this.#solved);
    left.delete(key);
    this.#solved = left;
  }
}

const keyOf = ({ id }: Side, drug: string) => `${id} ${drug}`;

async function bodyOf(side: Side, drug: string, engine: EngineClient): Promise<SideBody> {
  try {
    const study = await studyOf(side);
    if (!study.ok) return study;
    const absorbed = side.result.drugOf(`${drug}/`)?.absorption;
    const solved = await engine.simulate({
      study: study.value,
      outputs: [...outputsFor(drug), ...(absorbed ? lumenOutputsFor(drug) : [])],
      fluxesOf: [],
    });
    return solved.ok ? { ok: true, result: solved.value, study: study.value } : solved;
  } catch (fault) {
    const text = fault instanceof Error ? fault.message : String(fault);
    return { ok: false, problems: [{ code: "fault", subject: "a body", message: text }] };
  }
}

async function studyOf({ result, person }: Side): Promise<Outcome<Study>> {
  const none: Problem = { code: "nobody", subject: "a body", message: "is nobody's" };
  if (person) {
    return (await result.studyOf(person.number)) ?? { ok: false, problems: [none] };
  }
  const { typicalStudy } = await import("./typical-study");
  const study = typicalStudy(result.request.study);
  return study ? { ok: true, value: study } : { ok: false, problems: [none] };
}
