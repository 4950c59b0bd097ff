/** Everything the page knows, built once and handed to all components. */
import { createContext } from "svelte";
import type { EngineClient } from "../engine/client";
import type { Switches } from "./address";
import type { Drug } from "../pharmacology/drug";
import { moleculesOf } from "../pharmacology/substances";
import { borderStates } from "./border";
import { EvidenceState } from "./evidence.svelte";
import type { EvidenceRun } from "./evidence-run.svelte";
import { FrameState } from "./frame.svelte";
import { peakOf } from "./lane-view";
import { LibraryState } from "./library.svelte";
import type { Network } from "./network.svelte";
import { Notices } from "./notices.svelte";
import type { InteractionsState } from "./interactions.svelte";
import type { OwnDrugBench } from "./own-drug-bench.svelte";
import type { OwnDrugs } from "./own-drugs.svelte";
import type { PeopleState } from "./people.svelte";
import { Playback } from "./playback.svelte";
import { lumenOutputsFor, outputsFor } from "./places";
import { RunState } from "./run.svelte";
import { Selection } from "./selection.svelte";
import { Settings } from "./settings.svelte";
import { StudyState } from "./study.svelte";
import type { TwinState } from "./twin.svelte";
import type { VaultState } from "./vault.svelte";

export class AppState {
  readonly engine: EngineClient;
  readonly switches: Switches;
  readonly notices: Notices;
  readonly network: Network;
  readonly study = new StudyState();
  readonly playback = new Playback();
  readonly selection = new Selection();
  readonly settings = new Settings();
  readonly run: RunState;
  readonly frame: FrameState;
  readonly evidence: EvidenceState;
  readonly library: LibraryState;
  /** Made when the Evidence view is first opened. */
  evidenceRun: EvidenceRun | undefined;
  /** Made when the Interactions view is first opened. */
  interactions: InteractionsState | undefined;
  /** Made when the People view is first opened. */
  people: PeopleState | undefined;
  /** Made when a person first makes a drug of their own. */
  bench: OwnDrugBench | undefined;
  /** Made when the Twin view is first opened. */
  twins = $state.raw<TwinState | undefined>(undefined);
  #vaultArriving: Promise<VaultState> | undefined;
  #own = $state.raw<OwnDrugs | undefined>(undefined);
  #ownArriving: Promise<OwnDrugs> | undefined;

  constructor(engine: EngineClient, notices: Notices, switches: Switches, network: Network) {
    this.engine = engine;
    this.notices = notices;
    this.network = network;
    this.switches = switches;
    this.run = new RunState(engine);
    this.evidence = new EvidenceState(engine);
    this.library = new LibraryState(this.study, notices);
    this.frame = new FrameState(
      () => this.run.result,
      () => this.study.shownMolecule,
      () => this.playback.time,
    );
  }

  /** The drugs that the person made and keeps here; none until they are loaded. */
  get ownDrugs(): readonly Drug[] {
    return this.#own?.drugs ?? [];
  }

  /** What keeps them, which the first picture does without. */
  loadOwnDrugs(): Promise<OwnDrugs> {
    this.#ownArriving ??= import("./own-drugs.svelte").then(async ({ OwnDrugs }) => {
      const own = new OwnDrugs(this.notices);
      await own.refresh();
      this.#own = own;
      return own;
    });
    return this.#ownArriving;
  }

  /** Where twins are kept, which the first picture does without. One for the page. */
  loadVault(createWorker: (() => Worker) | undefined): Promise<VaultState> {
    this.#vaultArriving ??= import("./vault.svelte").then(async ({ VaultState }) => {
      const vault = new VaultState({
        notices: this.notices,
        createWorker,
        mayKeep: () => {
          const { reason } = this.network.sealing;
          return reason ? { ok: false, problems: [reason] } : { ok: true, value: undefined };
        },
        onForgotten: () => void this.#showForgotten(),
      });
      const started = await vault.start();
      if (!started.ok) this.notices.tellProblems(started.problems);
      return vault;
    });
    return this.#vaultArriving;
  }

  /** Moves the clock to where plasma peaks. */
  showPeak(): void {
    const { result } = this.run;
    const { shownMolecule } = this.study;
    const peak = result && shownMolecule && peakOf(result, shownMolecule.id);
    if (peak !== undefined) this.playback.time = peak;
  }

  /** Simulates the study as it stands; called whenever it, or what is looked at, changes. */
  async simulate(): Promise<void> {
    const { drugs, activeDrug, whole: study } = this.study;
    const { selected } = this.selection;
    const outputs = drugs.flatMap((drug) => [
      ...moleculesOf(drug).flatMap(({ id }) => outputsFor(id)),
      ...(drug.absorption ? lumenOutputsFor(drug.id) : []),
    ]);
    const fluxesOf = selected && activeDrug ? borderStates(activeDrug, selected) : [];
    await this.run.simulate({ study, outputs, fluxesOf });
    await this.evidence.load();
    await this.loadOwnDrugs();
  }

  /** Nothing is kept any more: what showed it looks again. */
  async #showForgotten(): Promise<void> {
    this.library.noteForgotten();
    const own = await this.loadOwnDrugs();
    await own.refresh();
  }
}

export const [getApp, setApp] = createContext<AppState>();
