/**
 * Which open fact would narrow most: the prior's interval of the area, computed with the fact as it
 * is in the middle of people like this one, against the same without it. The same draws in both, so
 * that few are enough to tell facts apart.
 */
import type { TwinAnswer } from "../engine/twin/twin-api";
import { TwinClient, type TwinClientOptions } from "../engine/twin/twin-client";
import type { FirstFact } from "../pharmacology/twin/known";
import type { Twin } from "../pharmacology/twin/twin";
import { momentNow, dayHere } from "./twin-clock";
import { withFacts, withMeasurement } from "./twin-edit";
import { withoutLevels } from "./twin-what-if";
import { areaOf } from "./twin-words";

export interface FactWorth {
  readonly fact: FirstFact;
  /** Share by which the interval of the area narrows, 0 to 1. */
  readonly narrows: number;
}

/** Draws of the prior: the width of nine of ten of them is known within some 5 %. */
const draws = 500;

export class TwinWorth {
  readonly #client: TwinClient;
  readonly #now: () => number;
  #worth = $state.raw<readonly FactWorth[]>([]);
  #serial = 0;

  constructor(client: TwinClientOptions, now: () => number) {
    this.#client = new TwinClient({ ...client, workers: 1 });
    this.#now = now;
  }

  /** The most useful first; empty until it is known. */
  get worth(): readonly FactWorth[] {
    return this.#worth;
  }

  async ask(twin: Twin, answer: TwinAnswer, drug: string): Promise<void> {
    const serial = ++this.#serial;
    this.#worth = [];
    const plain = withoutLevels(twin);
    const open = await this.#width(plain, drug);
    const found: FactWorth[] = [];
    for (const fact of answer.open) {
      const widths: number[] = [];
      for (const known of this.#known(plain, answer, fact)) {
        widths.push(await this.#width(known, drug));
        if (serial !== this.#serial) return;
      }
      const width = widths.reduce((sum, one) => sum + one, 0) / widths.length;
      found.push({ fact, narrows: Math.max(0, 1 - width / open) });
    }
    if (serial !== this.#serial) return;
    this.#client.close();
    this.#worth = found
      .filter(({ narrows }) => Number.isFinite(narrows))
      .toSorted((a, b) => b.narrows - a.narrows);
  }

  rest(): void {
    this.#serial++;
    this.#client.close();
  }

  // ——— the parts ———

  /** The twin as if the fact were known: as of the middle of those whom it could be. */
  #known(twin: Twin, { traits }: TwinAnswer, fact: FirstFact): readonly Twin[] {
    const middle = (id: string) => traits.find((trait) => trait.id === id)?.prior.middle ?? 0;
    const now = momentNow(this.#now());
    switch (fact) {
      case "weight":
        return [withMeasurement(twin, "weight", middle("weight"), now)];
      case "height":
        return [withFacts(twin, { heightCm: middle("height") })];
      case "age":
        return [withFacts(twin, { age: { years: middle("age"), on: dayHere(this.#now()) } })];
      case "sex":
        return [withFacts(twin, { sex: "female" }), withFacts(twin, { sex: "male" })];
      case "creatinine":
        return [withMeasurement(twin, "creatinine", usualCreatinine, now)];
    }
  }

  /** Of the area's interval, as a logarithm; NaN where it cannot be computed. */
  async #width(twin: Twin, drug: string): Promise<number> {
    try {
      const options = { priorDraws: draws };
      const learnt = await this.#client.learn(twin, this.#now(), () => undefined, options);
      const area = learnt.ok ? areaOf(learnt.value, drug)?.prior : undefined;
      return area ? Math.log(area.high / area.low) : Number.NaN;
    } catch {
      return Number.NaN; // a worker that was let go: nobody waits for its answer
    }
  }
}

/** mg/dL, amid what laboratories call normal; only how much it narrows is read off it. */
const usualCreatinine = 0.9;
