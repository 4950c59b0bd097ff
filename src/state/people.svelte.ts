/**
 * Many people on the page: whom, how far their run is, what is shown of them, who is chosen.
 *
 * Drug and doses are the study's. A run is begun by the person, not by every change: what is shown
 * says whether it still belongs to what is asked.
 */
import type { Problem } from "../core/model/model";
import type { OpenedPeople, PeopleRequest } from "../engine/people/people-api";
import { PeopleClient } from "../engine/people/people-client";
import { ribbonsOf, type Ribbon } from "../engine/people/ribbons";
import type { RunState } from "../engine/people/run";
import type { Drug } from "../pharmacology/drug";
import type { ManyRequest } from "../pharmacology/people/request";
import type { StudyOfMany } from "../pharmacology/study";
import type { Switches } from "./address";
import { KeptPeople, mostKept, type PeopleColumn } from "./kept-people";
import type { LibraryState } from "./library.svelte";
import type { Notices } from "./notices.svelte";
import { pageStudyOf, studyOfCrowd, type PageStudy } from "./page-study";
import { requestFor } from "./people-request";
import { drugsIn, type StudyState } from "./study.svelte";

/** Between two pictures of a run that goes on. */
const pictureMs = 200;

/** While it is being prepared, what was shown before stays. */
export type RunPhase = "idle" | "preparing" | "running" | "stopping" | "done" | "stopped";

/** What of the page this needs to know. */
interface Page {
  readonly study: StudyState;
  readonly library: LibraryState;
  readonly notices: Notices;
  readonly switches: Switches;
}

interface Visit {
  readonly from: { readonly id: string | undefined; readonly page: PageStudy };
  readonly person: PageStudy;
}

export interface PeopleRunOf {
  readonly request: PeopleRequest;
  readonly opened: OpenedPeople;
}

export class PeopleState {
  readonly #app: Page;
  readonly #client: PeopleClient;
  #phase = $state<RunPhase>("idle");
  #problems = $state.raw<readonly Problem[]>([]);
  #whyNoGpu = $state.raw<Problem | undefined>(undefined);
  #of = $state.raw<PeopleRunOf | undefined>(undefined);
  #totals = $state.raw<Omit<RunState, "counts"> | undefined>(undefined);
  #ribbons = $state.raw<readonly Ribbon[]>([]);
  #metrics = $state.raw<readonly PeopleColumn[]>([]);
  #covariates = $state.raw<readonly PeopleColumn[]>([]);
  #failed = $state.raw(new Uint8Array(0));
  #filled = $state(0);
  #backend = $state("");
  #remarks = $state.raw<readonly string[]>([]);
  #elapsedMs = $state(0);
  #drugs = $state.raw<readonly Drug[]>([]);
  #selected = $state.raw(new Uint32Array(0));
  #selectedRibbons = $state.raw<readonly Ribbon[]>([]);
  #chosen = $state<number | null>(null);
  #chosenCurves = $state.raw<readonly Float64Array[]>([]);
  #stop: AbortController | undefined;
  /** Where somebody came from to look at one person. */
  #visit: Visit | undefined;
  #kept = new KeptPeople(0, []);

  constructor(app: Page, createWorker: () => Worker) {
    this.#app = app;
    this.#client = new PeopleClient({
      createWorker,
      workers: Math.max(1, Math.min(8, navigator.hardwareConcurrency || 1)),
      allowSoftwareGpu: app.switches.allowSoftwareGpu,
      forceTape: app.switches.forceTape,
    });
  }

  get recipe(): ManyRequest {
    return this.#app.study.crowd.many;
  }

  /** A step of the study's undo. */
  change(part: Parameters<StudyState["changeRecipe"]>[0]): void {
    this.#app.study.changeRecipe(part);
  }

  /** The study on the page, about these people. */
  get study(): StudyOfMany {
    const { title: _title, ...study } = studyOfCrowd(this.#app.study.page);
    return study;
  }

  get phase(): RunPhase {
    return this.#phase;
  }

  get isGoing(): boolean {
    return ["preparing", "running", "stopping"].includes(this.#phase);
  }

  get problems(): readonly Problem[] {
    return this.#problems;
  }

  /** Why the CPU computes; undefined where a GPU does. */
  get whyNoGpu(): Problem | undefined {
    return this.#whyNoGpu;
  }

  get run(): PeopleRunOf | undefined {
    return this.#of;
  }

  /**
   * Whether what is shown is of another study than the page's now. No derived value: this outlives
   * the view in which it was made, and a derived one would stand still when that view is left.
   */
  get isOutdated(): boolean {
    const of = this.#of;
    return of !== undefined && inOrder(of.request.study) !== inOrder(this.study);
  }

  get totals(): Omit<RunState, "counts"> | undefined {
    return this.#totals;
  }

  get ribbons(): readonly Ribbon[] {
    return this.#ribbons;
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

  get backend(): string {
    return this.#backend;
  }

  get remarks(): readonly string[] {
    return this.#remarks;
  }

  get elapsedMs(): number {
    return this.#elapsedMs;
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
  get chosenCurves(): readonly Float64Array[] {
    return this.#chosenCurves;
  }

  async start(): Promise<void> {
    if (this.isGoing) return;
    const stop = new AbortController();
    this.#stop = stop;
    const before = this.#phase;
    this.#problems = [];
    this.#phase = "preparing";
    const began = performance.now();
    const picture = new Throttle(pictureMs);
    let last: RunState | undefined;
    let begin: (() => void) | undefined;
    const draw = () => {
      this.#elapsedMs = performance.now() - began;
      if (last) this.#show(last);
    };
    try {
      const asked = await requestFor(this.study);
      if (!asked.ok) {
        this.#problems = asked.problems;
        this.#phase = before;
        return;
      }
      const request = asked.value;
      const outcome = await this.#client.run(request, {
        signal: stop.signal,
        onOpen: (opened, whyNoGpu) => {
          begin = () => this.#begin(request, opened, whyNoGpu);
        },
        onRange: (range, state, backend) => {
          begin?.();
          begin = undefined;
          this.#backend = backend;
          this.#kept.add(range);
          last = state;
          if (picture.isDue()) draw();
        },
        onRestart: (why) => {
          this.#app.notices.tell(why);
          this.#kept.clear();
        },
      });
      draw();
      if (!last) {
        const problems = outcome.ok ? [] : outcome.problems;
        this.#problems = problems.filter(({ code }) => code !== "cancelled");
        this.#phase = before;
      } else if (outcome.ok) {
        this.#remarks = outcome.value.remarks;
        this.#phase = outcome.value.end === "stopped" ? "stopped" : "done";
        this.#backend = outcome.value.backends.join(", then ");
      } else {
        this.#problems = outcome.problems;
        this.#phase = "stopped";
      }
    } catch (fault) {
      this.#problems = [faultProblem(fault)];
      this.#phase = last ? "stopped" : before;
    }
  }

  stop(): void {
    if (this.#phase !== "running" && this.#phase !== "preparing") return;
    this.#phase = "stopping";
    this.#stop?.abort();
  }

  async select(people: Uint32Array): Promise<void> {
    const selected = new Uint32Array(people);
    this.#selected = selected;
    this.#selectedRibbons = [];
    const of = this.#of;
    if (!of || people.length === 0) return;
    const ribbons = await this.#asked(this.#client.ribbonsOf(of.request, Array.from(people)));
    // a newer selection has its own ribbon
    if (ribbons && this.#selected === selected) this.#selectedRibbons = ribbons;
  }

  async choose(person: number | null): Promise<void> {
    this.#chosen = person;
    this.#chosenCurves = [];
    const of = this.#of;
    if (!of || person === null) return;
    const curves = await this.#asked(this.#client.curvesOf(of.request, person));
    if (curves?.ok && this.#chosen === person) this.#chosenCurves = curves.value;
  }

  /** Opens a person in the Body view, as a study of their own. */
  async open(person: number): Promise<boolean> {
    const of = this.#of;
    if (!of) return false;
    const study = await this.#asked(this.#client.studyOf(of.request, person));
    if (!study) return false;
    if (!study.ok) {
      this.#problems = study.problems;
      return false;
    }
    const { library, study: own } = this.#app;
    await library.saveNow();
    const from = { id: library.openId, page: own.page };
    await library.openAsNew(pageStudyOf(study.value, own.crowd), study.value.title);
    this.#visit = { from, person: own.page };
    return true;
  }

  /** From a person who was opened, and not changed since, back to the study of everybody. */
  async comeBack(): Promise<void> {
    const { library, study } = this.#app;
    const visit = this.#visit;
    this.#visit = undefined;
    if (!visit || study.page !== visit.person) return;
    if (visit.from.id !== undefined) await library.open(visit.from.id);
    // where nothing is kept, the study itself is still known
    if (study.page === visit.person) study.begin(visit.from.page);
  }

  /** Drug of the run whose plasma an output is of. */
  drugOf(output: string): Drug | undefined {
    return this.#drugs.find(({ id }) => output.startsWith(`${id}/`));
  }

  // ——— the parts ———

  #begin(request: PeopleRequest, opened: OpenedPeople, whyNoGpu: Problem | undefined): void {
    this.#phase = this.#phase === "preparing" ? "running" : this.#phase;
    this.#of = { request, opened };
    this.#drugs = drugsIn(request.study);
    this.#whyNoGpu = whyNoGpu;
    this.#backend = opened.name;
    this.#kept = new KeptPeople(
      Math.min(mostKept, opened.count),
      opened.covariates.map(({ id }) => id),
    );
    this.#remarks = [];
    this.#ribbons = [];
    this.#metrics = [];
    this.#covariates = [];
    this.#filled = 0;
    this.#totals = undefined;
    this.#selected = new Uint32Array(0);
    this.#selectedRibbons = [];
    this.#chosen = null;
    this.#chosenCurves = [];
  }

  #show(state: RunState): void {
    const { counts, ...totals } = state;
    const of = this.#of;
    if (!of) return;
    this.#totals = totals;
    this.#ribbons = ribbonsOf(of.opened, counts);
    // of a million people most come after all that are kept: nothing of these is drawn again
    if (this.#kept.filled === this.#filled && this.#metrics.length > 0) return;
    this.#failed = this.#kept.failed;
    this.#filled = this.#kept.filled;
    this.#metrics = this.#kept.metrics();
    this.#covariates = of.opened.covariates.map((info, i) => ({
      ...info,
      values: this.#kept.covariates[i] ?? new Float32Array(0),
    }));
  }

  async #asked<T>(answer: Promise<T>): Promise<T | undefined> {
    try {
      return await answer;
    } catch (fault) {
      this.#problems = [faultProblem(fault)];
      return undefined;
    }
  }
}

/** As text with all keys in order: a study that was kept and read again is the same study. */
function inOrder(study: StudyOfMany): string {
  return JSON.stringify(study, (_key, value: unknown) =>
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}

class Throttle {
  readonly #ms: number;
  #last = 0;

  constructor(ms: number) {
    this.#ms = ms;
  }

  /** At once the first time. */
  isDue(): boolean {
    const now = performance.now();
    if (now - this.#last < this.#ms) return false;
    this.#last = now;
    return true;
  }
}

function faultProblem(fault: unknown): Problem {
  const text = fault instanceof Error ? fault.message : String(fault);
  return {
    code: "fault",
    subject: "people",
    message: `met a fault (${text.slice(0, 200)}); run them again`,
  };
}
