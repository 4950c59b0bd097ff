/**
 * The twin that is open: what it says now, the way back, and whether it is saved.
 *
 * Saving waits a moment after the last change. "Saved" is said only when the vault has read back
 * what it wrote; until then, and where nothing can be kept, it says so.
 */
import type { Problem } from "../core/model/model";
import type { Twin } from "../pharmacology/twin/twin";

export type TwinSaveState =
  | { readonly kind: "saved" | "saving" | "unsaved" }
  /** Only in this tab's memory, and why. */
  | { readonly kind: "not-kept"; readonly problem: Problem };

/** Why this tab only shows the twin. */
export type ReadOnly = "other-tab" | "newer";

/** How a twin is kept. @returns why it was not */
export type Keep = (open: OpenTwin) => Promise<Problem | undefined>;

const saveAfterMs = 400;
const mostSteps = 200;
/** Changes of one topic within this time are one step. */
const sameGestureMs = 1500;

export class OpenTwin {
  #id = $state("");
  readonly #keep: Keep;
  #twin: Twin = $state.raw({ perfuseTwin: 1, name: "", facts: {}, drugs: [], events: [] });
  #past = $state.raw<readonly Twin[]>([]);
  #future = $state.raw<readonly Twin[]>([]);
  #saveState = $state.raw<TwinSaveState>({ kind: "saved" });
  #readOnly = $state<ReadOnly | undefined>(undefined);
  /** What is kept, as far as this tab knows; undefined where nothing is. */
  #kept: Twin | undefined;
  #rev: number;
  #lastTopic: { readonly topic: string; readonly at: number } | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Saves follow each other, so that revisions do. */
  #queue: Promise<unknown> = Promise.resolve();

  /**
   * @param rev of what is kept, 0 for a twin that is not yet
   * @param state whether that is this very twin
   */
  constructor(id: string, twin: Twin, rev: number, keep: Keep, state?: "saved" | "unsaved") {
    this.#id = id;
    this.#twin = twin;
    this.#rev = rev;
    this.#keep = keep;
    this.#saveState = { kind: state ?? (rev > 0 ? "saved" : "unsaved") };
    if (this.#saveState.kind === "saved") this.#kept = twin;
  }

  /** Changes only where the twin goes on as a copy. */
  get id(): string {
    return this.#id;
  }

  get twin(): Twin {
    return this.#twin;
  }

  /** The revision that is kept, 0 where none is. */
  get rev(): number {
    return this.#rev;
  }

  get saveState(): TwinSaveState {
    return this.#saveState;
  }

  get readOnly(): ReadOnly | undefined {
    return this.#readOnly;
  }

  set readOnly(why: ReadOnly | undefined) {
    this.#readOnly = why;
  }

  get canUndo(): boolean {
    return this.#past.length > 0 && !this.#readOnly;
  }

  get canRedo(): boolean {
    return this.#future.length > 0 && !this.#readOnly;
  }

  get isSaved(): boolean {
    return this.#kept === this.#twin;
  }

  /**
   * A change; nothing happens where the twin is read-only.
   *
   * @param topic changes of the same topic in quick succession are one step of undo
   */
  change(next: Twin, topic: string): void {
    if (this.#readOnly || JSON.stringify(next) === JSON.stringify(this.#twin)) return;
    const now = Date.now();
    const isSameGesture =
      this.#lastTopic?.topic === topic && now - this.#lastTopic.at < sameGestureMs;
    this.#lastTopic = { topic, at: now };
    if (!isSameGesture) this.#past = [...this.#past, this.#twin].slice(-mostSteps);
    this.#future = [];
    this.#show(next);
  }

  undo(): void {
    const before = this.#past.at(-1);
    if (!before || this.#readOnly) return;
    this.#past = this.#past.slice(0, -1);
    this.#future = [...this.#future, this.#twin];
    this.#lastTopic = undefined;
    this.#show(before);
  }

  redo(): void {
    const after = this.#future.at(-1);
    if (!after || this.#readOnly) return;
    this.#future = this.#future.slice(0, -1);
    this.#past = [...this.#past, this.#twin];
    this.#lastTopic = undefined;
    this.#show(after);
  }

  /** What another tab saved takes this one's place; undo leads back to what was here. */
  takeOver(twin: Twin, rev: number): void {
    clearTimeout(this.#timer);
    if (JSON.stringify(twin) !== JSON.stringify(this.#twin)) {
      this.#past = [...this.#past, this.#twin].slice(-mostSteps);
      this.#future = [];
    }
    this.#twin = twin;
    this.noteKept(twin, rev);
  }

  /** The vault has it. */
  noteKept(twin: Twin, rev: number): void {
    this.#kept = twin;
    this.#rev = rev;
    this.#saveState = { kind: this.isSaved ? "saved" : "unsaved" };
  }

  /** Goes on as another twin, with the same past. */
  goOnAs(id: string, twin: Twin, rev: number): void {
    this.#id = id;
    this.noteKept(twin, rev);
  }

  /** Saves at once: before the page goes away, or when it is asked for. */
  saveNow(): Promise<void> {
    clearTimeout(this.#timer);
    const next = this.#queue.then(() => this.#save());
    this.#queue = next;
    return next;
  }

  /** Forgets what it says, so that nothing in the page holds it. */
  blank(): void {
    clearTimeout(this.#timer);
    this.#twin = { perfuseTwin: 1, name: "", facts: {}, drugs: [], events: [] };
    this.#kept = this.#twin;
    this.#past = [];
    this.#future = [];
  }

  // ——— the parts ———

  #show(twin: Twin): void {
    this.#twin = twin;
    if (this.#saveState.kind !== "not-kept") this.#saveState = { kind: "unsaved" };
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.saveNow(), saveAfterMs);
  }

  async #save(): Promise<void> {
    if (this.isSaved || this.#readOnly) return;
    if (this.#saveState.kind !== "not-kept") this.#saveState = { kind: "saving" };
    const problem = await this.#keep(this);
    if (problem) this.#saveState = { kind: "not-kept", problem };
  }
}
