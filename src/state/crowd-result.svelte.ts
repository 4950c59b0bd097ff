/**
 * What one run over many people gave, and what somebody looks at in it: percentiles, the numbers of
 * the first people, who is selected and who is chosen.
 *
 * It grows while its run goes on. It knows neither the run nor what else stands beside it; questions
 * about its people go to a worker of its own, so that two results can be asked at once.
 */
import type { Outcome } from "../core/model/model";
import type { OpenedPeople, PeopleRange, PeopleRequest } from "../engine/people/people-api";
import type { PeopleClient } from "../engine/people/people-client";
import { meanCurves, ribbonsOf, type Ribbon } from "../engine/people/ribbons";
import type { RunState } from "../engine/people/run";
import type { Drug } from "../pharmacology/drug";
import type { Study } from "../pharmacology/study";
import { KeptPeople, mostKept, type PeopleColumn } from "./kept-people";
import { drugsIn } from "./study.svelte";

export interface CrowdOptions {
  readonly request: PeopleRequest;
  readonly opened: OpenedPeople;
  /** Nobody else asks it anything. */
  readonly guide: Pick<PeopleClient, "ribbonsOf" | "curvesOf" | "studyOf" | "close">;
  readonly onFault: (fault: unknown) => void;
}

/** Of one person, or of their mean: one per output. */
export type PersonCurves = readonly Float64Array[];

export class CrowdResult {
  readonly request: PeopleRequest;
  readonly opened: OpenedPeople;
  readonly #guide: CrowdOptions["guide"];
  readonly #onFault: (fault: unknown) => void;
  readonly #kept: KeptPeople;
  readonly #drugs: readonly Drug[];
  #totals = $state.raw<Omit<RunState, "counts"> | undefined>(undefined);
  #ribbons = $state.raw<readonly Ribbon[]>([]);
  #means: PersonCurves = [];
  #metrics = $state.raw<readonly PeopleColumn[]>([]);
  #covariates = $state.raw<readonly PeopleColumn[]>([]);
  #failed = $state.raw(new Uint8Array(0));
  #filled = $state(0);
  #selected = $state.raw(new Uint32Array(0));
  #selectedRibbons = $state.raw<readonly Ribbon[]>([]);
  #chosen = $state<number | null>(null);
  #chosenCurves = $state.raw<PersonCurves>([]);
  backend = $state("");
  remarks = $state.raw<readonly string[]>([]);
  elapsedMs = $state(0);
  #sample: { readonly count: number; readonly curves: Promise<PersonCurves[]> } | undefined;

  constructor({ request, opened, guide, onFault }: CrowdOptions) {
    this.request = request;
    this.opened = opened;
    this.#guide = guide;
    this.#onFault = onFault;
    this.#drugs = drugsIn(request.study);
    this.backend = opened.name;
    this.#kept = new KeptPeople(
      Math.min(mostKept, opened.count),
      opened.covariates.map(({ id }) => id),
    );
  }

  get totals(): Omit<RunState, "counts"> | undefined {
    return this.#totals;
  }

  get ribbons(): readonly Ribbon[] {
    return this.#ribbons;
  }

  /** Mean curve of each output, at the ribbons' times. */
  get means(): PersonCurves {
    return this.#means;
  }

  get metrics(): readonly PeopleColumn[] {
    return this.#metrics;
  }

  get covariates(): readonly PeopleColumn[] {
    return this.#covariates;
  }

  /** Per kept person 1 where there is no result. */
  get failed(): Uint8Array {
    return this.#failed;
  }

  /** Kept people whose numbers are there. */
  get filled(): number {
    return this.#filled;
  }

  get selected(): Uint32Array {
    return this.#selected;
  }

  get selectedRibbons(): readonly Ribbon[] {
    return this.#selectedRibbons;
  }

  get chosen(): number | null {
    return this.#chosen;
  }

  /** Of the chosen person, at the ribbons' times. */
  get chosenCurves(): PersonCurves {
    return this.#chosenCurves;
  }

  /** Drug whose plasma an output is of. */
  drugOf(output: string): Drug | undefined {
    return this.#drugs.find(({ id }) => output.startsWith(`${id}/`));
  }

  // ——— while the run goes on

  add(range: PeopleRange): void {
    this.#kept.add(range);
  }

  /** All that was added is void. */
  restart(): void {
    this.#kept.clear();
  }

  show({ counts, ...totals }: RunState): void {
    this.#totals = totals;
    this.#ribbons = ribbonsOf(this.opened, counts);
    this.#means = meanCurves(this.opened, counts);
    // of a million people most come after all that are kept: nothing of these is drawn again
    if (this.#kept.filled === this.#filled && this.#metrics.length > 0) return;
    this.#failed = this.#kept.failed;
    this.#filled = this.#kept.filled;
    this.#metrics = this.#kept.metrics();
    this.#covariates = this.opened.covariates.map((info, i) => ({
      ...info,
      values: this.#kept.covariates[i] ?? new Float32Array(0),
    }));
  }

  // ——— who is looked at

  async select(people: Uint32Array): Promise<void> {
    const selected = new Uint32Array(people);
    this.#selected = selected;
    this.#selectedRibbons = [];
    if (people.length === 0) return;
    const asked = this.#guide.ribbonsOf(this.request, Array.from(people));
    const ribbons = await this.#answered(asked);
    // a newer selection has its own ribbon
    if (ribbons && this.#selected === selected) this.#selectedRibbons = ribbons;
  }

  async choose(person: number | null): Promise<void> {
    this.#chosen = person;
    this.#chosenCurves = [];
    if (person === null) return;
    const curves = await this.curvesOf(person);
    if (curves && this.#chosen === person) this.#chosenCurves = curves;
  }

  // ——— what its people can be asked

  /** Undefined where the person has no result. */
  async curvesOf(person: number): Promise<PersonCurves | undefined> {
    const curves = await this.#answered(this.#guide.curvesOf(this.request, person));
    return curves?.ok ? curves.value : undefined;
  }

  /** Curves of the first so many people, each solved alone; none for whom has no result. */
  sample(count: number): Promise<PersonCurves[]> {
    if (this.#sample?.count !== count) this.#sample = { count, curves: this.#draw(count) };
    return this.#sample.curves;
  }

  studyOf(person: number): Promise<Outcome<Study> | undefined> {
    return this.#answered(this.#guide.studyOf(this.request, person));
  }

  /** Ends the worker that answers; the next question begins another. */
  rest(): void {
    this.#guide.close();
  }

  // ——— the parts ———

  async #draw(count: number): Promise<PersonCurves[]> {
    const numbers = Array.from({ length: count }, (_, k) => k);
    const curves = await Promise.all(numbers.map((k) => this.curvesOf(k)));
    return curves.map((own) => own ?? []);
  }

  async #answered<T>(answer: Promise<T>): Promise<T | undefined> {
    try {
      return await answer;
    } catch (fault) {
      this.#onFault(fault);
      return undefined;
    }
  }
}
