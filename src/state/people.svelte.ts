/**
 * Many people on the page: whom, how far their run is, what stands side by side, who is visited.
 *
 * Drug and doses are the study's. A run is begun by the person, not by every change: what is shown
 * says whether it still belongs to what is asked. What a run gave is a `CrowdResult`.
 */
import type { Problem } from "../core/model/model";
import { PeopleClient, type PeopleClientOptions } from "../engine/people/people-client";
import type { RunState } from "../engine/people/run";
import type { ManyRequest } from "../pharmacology/people/request";
import type { StudyOfMany } from "../pharmacology/study";
import type { Switches } from "./address";
import { CrowdResult } from "./crowd-result.svelte";
import type { LibraryState } from "./library.svelte";
import type { Notices } from "./notices.svelte";
import { SideBodies } from "./side-bodies.svelte";
import { SideBySide } from "./side-by-side.svelte";
import { pageStudyOf, studyOfCrowd, type PageStudy } from "./page-study";
import { requestFor } from "./people-request";
import type { StudyState } from "./study.svelte";

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

export class PeopleState {
  readonly #app: Page;
  readonly #workers: PeopleClientOptions;
  /** What stands on the page: of one run, or of several side by side. */
  readonly sides = new SideBySide();
  readonly bodies: SideBodies;
  #phase = $state<RunPhase>("idle");
  #problems = $state.raw<readonly Problem[]>([]);
  /** Why nobody could be simulated, and the study that it was said of. */
  #refusal = $state.raw<{ readonly of: PageStudy; readonly problems: readonly Problem[] }>();
  #stop: AbortController | undefined;
  /** Where somebody came from to look at one person. */
  #visit: Visit | undefined;

  constructor(app: Page, createWorker: () => Worker, createEngineWorker: () => Worker) {
    this.#app = app;
    const { allowSoftwareGpu, forceTape } = app.switches;
    this.bodies = new SideBodies({
      createWorker: "Worker" in globalThis ? createEngineWorker : undefined,
      allowSoftwareGpu,
      forceTape,
    });
    this.#workers = {
      createWorker,
      workers: Math.max(1, Math.min(8, navigator.hardwareConcurrency || 1)),
      allowSoftwareGpu,
      forceTape,
    };
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
    return [...this.refused, ...this.#problems];
  }

  /** Why nobody can be simulated so; of what was changed since nothing is known. */
  get refused(): readonly Problem[] {
    return this.#refusal?.of === this.#app.study.page ? this.#refusal.problems : [];
  }

  /**
   * Whether the current result is of another study than the page's now. No derived value: this
   * outlives the view in which it was made, and a derived one would stand still when that view is
   * left.
   */
  get isOutdated(): boolean {
    const { current } = this.sides;
    return current !== undefined && inOrder(current.result.request.study) !== inOrder(this.study);
  }

  async start(): Promise<void> {
    if (this.isGoing) return;
    const stop = new AbortController();
    this.#stop = stop;
    const before = this.#phase;
    this.#problems = [];
    this.#refusal = undefined;
    this.#phase = "preparing";
    const began = performance.now();
    const picture = new Throttle(pictureMs);
    let result: CrowdResult | undefined;
    let last: RunState | undefined;
    const draw = () => {
      if (!result || !last) return;
      result.elapsedMs = performance.now() - began;
      result.show(last);
    };
    try {
      const asked = await requestFor(this.study);
      if (!asked.ok) {
        this.#refuse(asked.problems);
        this.#phase = before;
        return;
      }
      const request = asked.value;
      const outcome = await new PeopleClient(this.#workers).run(request, {
        signal: stop.signal,
        onOpen: (opened) => {
          const guide = new PeopleClient(this.#workers);
          const onFault = (fault: unknown) => (this.#problems = [faultProblem(fault)]);
          result = new CrowdResult({ request, opened, guide, onFault });
        },
        onRange: (range, state, backend) => {
          if (!result) return;
          // not before there is something to show, or what was shown would be gone for nothing
          if (!last) this.#begin(result);
          result.backend = backend;
          result.add(range);
          last = state;
          if (picture.isDue()) draw();
        },
        onRestart: (why) => {
          this.#app.notices.tell(why);
          result?.restart();
        },
      });
      draw();
      if (!last) {
        const problems = outcome.ok ? [] : outcome.problems;
        this.#refuse(problems.filter(({ code }) => code !== "cancelled"));
        this.#phase = before;
      } else if (outcome.ok && result) {
        result.remarks = outcome.value.remarks;
        result.backend = outcome.value.backends.join(", then ");
        this.#phase = outcome.value.end === "stopped" ? "stopped" : "done";
      } else {
        this.#problems = outcome.ok ? [] : outcome.problems;
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

  /** A person stands beside the populations, as one curve and one body. */
  async keepPerson(of: CrowdResult, person: number): Promise<void> {
    const curves = await of.curvesOf(person);
    if (!curves) {
      this.#app.notices.tell(`Person ${person + 1} has no result and cannot stand beside.`);
    } else if (this.sides.room > 0) this.sides.addPerson(of, person, curves);
  }

  /** @param called as it stands in a sentence, with its letter */
  remove(id: number, called: string): void {
    const side = this.sides.all.find((one) => one.id === id);
    const bringBack = this.sides.remove(id);
    side?.result.rest();
    const run = () => {
      if (!bringBack()) this.#app.notices.tell(`There is no place left for ${called}.`);
    };
    this.#app.notices.tell(`Removed ${called}.`, { action: { label: "Undo", run } });
  }

  /** Opens a person in the Body view, as a study of their own. */
  async open(of: CrowdResult, person: number): Promise<boolean> {
    const study = await of.studyOf(person);
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

  // ——— the parts ———

  #refuse(problems: readonly Problem[]): void {
    this.#refusal = { of: this.#app.study.page, problems };
  }

  #begin(result: CrowdResult): void {
    this.#phase = this.#phase === "preparing" ? "running" : this.#phase;
    this.sides.current?.result.rest();
    this.sides.begin(result);
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
