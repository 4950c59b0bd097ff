/**
 * The person's kept studies, and the one that is open.
 *
 * Every study is kept from its first change on, under a name of its own; the last one open comes
 * back. Saving waits a moment after the last change, then is one revision-checked transaction.
 * Where the browser keeps nothing, everything still works and the page says that it is not kept.
 */
import type { Problem } from "../core/model/model";
import { uniqueId } from "../engine/unique-id";
import type { StudyRecord } from "../storage/open";
import { StudyStore } from "../storage/study-store";
import { defaultStudy } from "./default-study";
import type { Notices } from "./notices.svelte";
import { checkPageStudy, pageStudyOf, type PageStudy } from "./page-study";
import { nameOf, type StudyState } from "./study.svelte";

export interface KeptStudy {
  readonly id: string;
  readonly name: string;
  readonly savedAt: number;
}

export type SaveState =
  | { readonly kind: "new" | "saved" | "saving" | "unsaved" }
  | { readonly kind: "not-kept"; readonly problem: Problem };

const saveAfterMs = 400;
const openKey = "open-study";

export class LibraryState {
  readonly #store: StudyStore;
  readonly #study: StudyState;
  readonly #notices: Notices;
  #records = $state.raw<readonly StudyRecord[]>([]);
  #openId = $state<string | undefined>(undefined);
  #openName = $state<string | undefined>(undefined);
  #save = $state.raw<SaveState>({ kind: "new" });
  #rev = 0;
  #kept: PageStudy | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Saves follow each other, so that revisions do. */
  #queue: Promise<unknown> = Promise.resolve();

  constructor(study: StudyState, notices: Notices) {
    this.#study = study;
    this.#notices = notices;
    this.#store = new StudyStore({
      onOutdated: () => notices.tell("Perfuse was updated in another tab. Reload to go on."),
      onClosed: () => undefined,
    });
  }

  get studies(): readonly KeptStudy[] {
    return this.#records;
  }

  get openId(): string | undefined {
    return this.#openId;
  }

  /** The name that the person gave, or what the study is called by itself. */
  get openName(): string {
    return this.#openName ?? nameOf(this.#study.current);
  }

  get saveState(): SaveState {
    return this.#save;
  }

  /** Brings back the study that was open last. @returns whether there was one */
  async restore(): Promise<boolean> {
    const open = await this.#store.readMeta(openKey);
    if (!open.ok) {
      this.#notKept(open.problems);
      return false;
    }
    await this.refresh();
    const record = this.#records.find(({ id }) => id === open.value);
    return record !== undefined && this.#openRecord(record);
  }

  async refresh(): Promise<void> {
    const records = await this.#store.list();
    if (records.ok) this.#records = records.value;
    else this.#notKept(records.problems);
  }

  /** To be called whenever the study on the page changes. */
  noteChange(page: PageStudy): void {
    if (page === this.#kept) return;
    if (this.#save.kind !== "not-kept") this.#save = { kind: "unsaved" };
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.saveNow(), saveAfterMs);
  }

  /** Saves at once: before the page goes away, or when it is asked for. */
  saveNow(): Promise<void> {
    clearTimeout(this.#timer);
    return this.#enqueue(() => this.#saveCurrent());
  }

  async open(id: string): Promise<void> {
    await this.saveNow();
    const record = this.#records.find((kept) => kept.id === id);
    if (record) this.#openRecord(record);
    await this.#rememberOpen();
  }

  /** A study from outside becomes one of its own; what was open stays as it was. */
  async openAsNew(page: PageStudy, name?: string): Promise<void> {
    await this.saveNow();
    this.#startNew(name);
    this.#study.begin(page);
    await this.saveNow();
  }

  /** The default study under a name of its own; what was open is kept. */
  startFresh(): Promise<void> {
    return this.openAsNew(pageStudyOf(defaultStudy));
  }

  async rename(id: string, name: string): Promise<void> {
    const trimmed = name.trim().slice(0, 120);
    if (trimmed === "") return;
    if (id === this.#openId) {
      this.#openName = trimmed;
      this.#kept = undefined;
      await this.saveNow();
    } else {
      const record = this.#records.find((kept) => kept.id === id);
      if (record) await this.#put({ ...record, name: trimmed }, record.rev);
    }
    await this.refresh();
  }

  async duplicate(id: string): Promise<void> {
    await this.saveNow();
    const record = this.#records.find((kept) => kept.id === id);
    if (!record) return;
    const name = `${record.name} (copy)`.slice(0, 120);
    await this.#put({ ...record, id: uniqueId(), name }, 0);
    await this.refresh();
  }

  /** Deletes a study; a notice offers the way back. */
  async delete(id: string): Promise<void> {
    await this.saveNow();
    const record = this.#records.find((kept) => kept.id === id);
    if (!record) return;
    const deleted = await this.#store.delete(id);
    if (!deleted.ok) {
      this.#notices.tellProblems(deleted.problems, "alert");
      return;
    }
    if (id === this.#openId) this.#startNew(undefined);
    await this.refresh();
    this.#notices.tell(`“${record.name}” was deleted.`, {
      action: { label: "Undo", run: () => void this.#restoreDeleted(record) },
    });
  }

  /** Removes everything that is kept here and starts anew. */
  async forgetAll(): Promise<void> {
    clearTimeout(this.#timer);
    const forgotten = await this.#store.forgetAll();
    if (!forgotten.ok) {
      this.#notices.tellProblems(forgotten.problems, "alert");
      return;
    }
    this.noteForgotten();
    this.#notices.tell("All studies kept in this browser were removed.");
  }

  /** Everything that was kept is gone: what is on the page is nobody's. */
  noteForgotten(): void {
    clearTimeout(this.#timer);
    this.#startNew(undefined);
    this.#records = [];
  }

  // ——— the parts ———

  #openRecord(record: StudyRecord): boolean {
    const page = checkPageStudy(record.study, record.crowd);
    if (!page.ok) {
      this.#notices.tell(
        `“${record.name}” cannot be opened: it is damaged or from a newer Perfuse. It was left as it is.`,
        { kind: "alert" },
      );
      return false;
    }
    this.#openId = record.id;
    this.#openName = record.name;
    this.#rev = record.rev;
    this.#study.begin(page.value);
    this.#kept = page.value;
    this.#save = { kind: "saved" };
    return true;
  }

  #startNew(name: string | undefined): void {
    this.#openId = undefined;
    this.#openName = name;
    this.#rev = 0;
    this.#kept = undefined;
    if (this.#save.kind !== "not-kept") this.#save = { kind: "new" };
  }

  async #saveCurrent(): Promise<void> {
    const { page } = this.#study;
    if (page === this.#kept) return;
    if (this.#save.kind !== "not-kept") this.#save = { kind: "saving" };
    const isNew = this.#openId === undefined;
    const id = this.#openId ?? uniqueId();
    const result = await this.#put({ id, name: this.openName, ...page }, this.#rev);
    if (result === "failed") return;
    if (result === "conflict") {
      // what the other tab saved stays; this tab goes on under a name of its own
      this.#startNew(`${this.openName} (this tab)`.slice(0, 120));
      this.#notices.tell("This study was changed in another tab, so both versions were kept.");
      return this.#saveCurrent();
    }
    this.#openId = id;
    this.#rev = result.rev;
    this.#kept = page;
    this.#save = { kind: this.#study.page === page ? "saved" : "unsaved" };
    if (isNew) await this.#rememberOpen();
    await this.refresh();
  }

  async #put(
    { id, name, study, crowd }: Pick<StudyRecord, "id" | "name" | "study" | "crowd">,
    expected: number,
  ): Promise<StudyRecord | "conflict" | "failed"> {
    const saved = await this.#store.save({ id, name, study, crowd }, expected);
    if (!saved.ok) {
      this.#notKept(saved.problems);
      return "failed";
    }
    return saved.value.kind === "saved" ? saved.value.record : "conflict";
  }

  async #restoreDeleted(record: StudyRecord): Promise<void> {
    const restored = await this.#store.restore(record);
    if (!restored.ok) this.#notices.tellProblems(restored.problems, "alert");
    await this.refresh();
  }

  async #rememberOpen(): Promise<void> {
    if (this.#openId !== undefined) await this.#store.writeMeta(openKey, this.#openId);
  }

  #notKept(problems: readonly Problem[]): void {
    const [problem] = problems;
    if (!problem) return;
    const isNews = this.#save.kind !== "not-kept" || this.#save.problem.code !== problem.code;
    this.#save = { kind: "not-kept", problem };
    if (isNews) this.#notices.tellProblems([problem], "alert");
  }

  #enqueue<T>(work: () => Promise<T>): Promise<T> {
    const next = this.#queue.then(work, work);
    this.#queue = next;
    return next;
  }
}
