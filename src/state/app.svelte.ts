/** Everything the page knows, built once and handed to all components. */
import { createContext } from "svelte";
import type { EngineClient } from "../engine/client";
import type { ManyRequest } from "../pharmacology/people/request";
import type { Switches } from "./address";
import { borderStates } from "./border";
import { EvidenceState } from "./evidence.svelte";
import { FrameState } from "./frame.svelte";
import { peakOf } from "./lane-view";
import { LibraryState } from "./library.svelte";
import { Notices } from "./notices.svelte";
import type { PeopleState } from "./people.svelte";
import { Playback } from "./playback.svelte";
import { lumenOutputsFor, outputsFor } from "./places";
import { RunState } from "./run.svelte";
import { Selection } from "./selection.svelte";
import { Settings } from "./settings.svelte";
import { StudyState } from "./study.svelte";

export class AppState {
  readonly engine: EngineClient;
  readonly switches: Switches;
  readonly notices: Notices;
  readonly study = new StudyState();
  readonly playback = new Playback();
  readonly selection = new Selection();
  readonly settings = new Settings();
  readonly run: RunState;
  readonly frame: FrameState;
  readonly evidence: EvidenceState;
  readonly library: LibraryState;
  #people: PeopleState | undefined;
  /** Asked for before the People view was there. */
  #wanted: ManyRequest | undefined;

  constructor(engine: EngineClient, notices: Notices, switches: Switches) {
    this.engine = engine;
    this.notices = notices;
    this.switches = switches;
    this.run = new RunState(engine);
    this.evidence = new EvidenceState(engine);
    this.library = new LibraryState(this.study, notices);
    this.frame = new FrameState(
      () => this.run.result,
      () => this.study.activeDrug,
      () => this.playback.time,
    );
  }

  /** Made when the People view is first opened. */
  get people(): PeopleState | undefined {
    return this.#people;
  }

  set people(made: PeopleState | undefined) {
    this.#people = made;
    if (this.#wanted) this.askFor(this.#wanted);
  }

  /** The people whom a study that was opened is about, and nothing of those before. */
  askFor(recipe: ManyRequest): void {
    this.#wanted = this.#people ? undefined : recipe;
    if (!this.#people) return;
    const cleared = Object.keys(this.#people.recipe).map((key) => [key, undefined]);
    this.#people.change({ ...Object.fromEntries(cleared), ...recipe });
  }

  /** Moves the clock to where plasma peaks. */
  showPeak(): void {
    const { result } = this.run;
    const drug = this.study.activeDrug;
    const peak = result && drug && peakOf(result, drug.id);
    if (peak !== undefined) this.playback.time = peak;
  }

  /** Simulates the study as it stands; called whenever it, or what is looked at, changes. */
  simulate(): Promise<void> {
    const study = this.study.current;
    const { drugs, activeDrug } = this.study;
    const { selected } = this.selection;
    const outputs = drugs.flatMap(({ id, absorption }) => [
      ...outputsFor(id),
      ...(absorption ? lumenOutputsFor(id) : []),
    ]);
    const fluxesOf = selected && activeDrug ? borderStates(activeDrug, selected) : [];
    return this.run.simulate({ study, outputs, fluxesOf });
  }
}

export const [getApp, setApp] = createContext<AppState>();
