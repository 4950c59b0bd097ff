/**
 * The vault as the page knows it: whether it is open, whose twins are in it, which one is open.
 *
 * For a page of twins:
 * - `start()` once; `status` then says "none" (offer `create`), "locked" (offer `unlock`) or "open".
 * - `begin(twin)` opens a new twin, `open(id)` a kept one. `opened.change(next, topic)` edits it and
 *   saves by itself; `opened.saveState` is what a chip shows. Without a vault the twin is only in
 *   this tab's memory, and its save state says so; it is kept as soon as there is one.
 * - While locked there are no twins and nothing is open: `onLock` is where whatever was computed
 *   from a twin (workers, buffers, views) is dropped.
 * - `conflict`, `damaged`, `newer`, `isBackupDue`, `space` are what the panels in views/vault show.
 *
 * What a twin says is checked here; storage keeps texts. Nothing personal is kept before the page
 * is sealed: `mayKeep` is asked before every write.
 */
import type { Outcome, Problem } from "../core/model/model";
import { uniqueId } from "../engine/unique-id";
import type { Twin } from "../pharmacology/twin/twin";
import { CryptoClient } from "../storage/crypto/crypto-client";
import { looksLikeAge } from "../storage/crypto/age-file";
import type { Secret } from "../storage/crypto/keyring";
import { bytesOf, type Bytes } from "../storage/crypto/seal";
import { Announcements, type Announcement } from "../storage/vault/announcements";
import { editLock, type EditLock } from "../storage/vault/edit-lock";
import { forgetEverything } from "../storage/vault/forget";
import { askToPersist, space, type Space } from "../storage/vault/space";
import { TwinStore, type NewState } from "../storage/vault/twin-store";
import { Vault, type VaultStatus } from "../storage/vault/vault";
import { AutoLock } from "./auto-lock";
import { download, fileName } from "./downloads";
import type { Notices } from "./notices.svelte";
import { OpenTwin } from "./open-twin.svelte";
import { bodyOf, rawText, readBody, readTwins, textOf } from "./twin-files";

export interface VaultHooks {
  readonly notices: Notices;
  /** Undefined where there are no workers. */
  readonly createWorker: (() => Worker) | undefined;
  /** Whether something personal may be kept now, and why not. */
  readonly mayKeep: () => Outcome<void>;
  /** After everything was forgotten: whoever shows studies and drugs looks again. */
  readonly onForgotten: () => void;
}

export interface ListedTwin {
  readonly id: string;
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly updated: number;
}

/** One that does not open, left as it is. */
export interface DamagedTwin {
  readonly id: string;
  readonly why: string;
}

/** Two versions of one twin, both kept: which of them is meant is asked. */
export interface Conflict {
  readonly id: string;
  /** This tab's version, kept as a twin of its own. */
  readonly copyId: string;
  readonly name: string;
  /** The other tab deleted it. */
  readonly isDeleted: boolean;
}

export class VaultState {
  readonly #hooks: VaultHooks;
  readonly #store: TwinStore;
  readonly #crypto: CryptoClient;
  readonly #vault: Vault;
  readonly #announcements: Announcements;
  readonly #autoLock = new AutoLock(() => void this.#lockItself());
  readonly #lockHooks = new Set<() => void>();
  #status = $state<VaultStatus | "unknown">("unknown");
  #twins = $state.raw<readonly ListedTwin[]>([]);
  #damaged = $state.raw<readonly DamagedTwin[]>([]);
  #newer = $state.raw<readonly string[]>([]);
  #opened = $state.raw<OpenTwin | undefined>(undefined);
  #conflict = $state.raw<Conflict | undefined>(undefined);
  #space = $state.raw<Space | undefined>(undefined);
  #backup = $state.raw<BackupNote>({});
  #editLock: EditLock | undefined;
  /** What could not be saved before locking: sealed, in this tab's memory. */
  #unsaved: NewState | undefined;
  #hasAskedToPersist = false;

  constructor(hooks: VaultHooks) {
    this.#hooks = hooks;
    this.#store = new TwinStore({
      onOutdated: () => hooks.notices.tell("Perfuse was updated in another tab. Reload to go on."),
      onClosed: () => undefined,
    });
    this.#crypto = new CryptoClient(hooks.createWorker);
    this.#vault = new Vault(this.#store, this.#crypto.derive);
    this.#announcements = new Announcements((heard) => void this.#hear(heard));
  }

  /** "unknown" until `start` has looked, and where nothing can be kept. */
  get status(): VaultStatus | "unknown" {
    return this.#status;
  }

  /** The last saved first; none while locked. */
  get twins(): readonly ListedTwin[] {
    return this.#twins;
  }

  get damaged(): readonly DamagedTwin[] {
    return this.#damaged;
  }

  /** Ids of twins that a newer Perfuse kept: they can be exported as they are, and are not touched. */
  get newer(): readonly string[] {
    return this.#newer;
  }

  get opened(): OpenTwin | undefined {
    return this.#opened;
  }

  get conflict(): Conflict | undefined {
    return this.#conflict;
  }

  get space(): Space | undefined {
    return this.#space;
  }

  /** Something was saved that no file holds, and the person did not ask to be left alone. */
  readonly isBackupDue = $derived.by(() => {
    const newest = this.#twins[0]?.updated ?? 0;
    const { at = 0, askAgainAt = 0 } = this.#backup;
    return (
      newest > Math.max(at + backupEveryMs, askAgainAt) ||
      (newest > 0 && at === 0 && askAgainAt === 0)
    );
  });

  /** Drops what was computed from a twin; called before the keys are dropped. @returns how to stop */
  onLock(hook: () => void): () => void {
    this.#lockHooks.add(hook);
    return () => this.#lockHooks.delete(hook);
  }

  async start(): Promise<Outcome<void>> {
    const status = await this.#vault.status();
    if (!status.ok) return status;
    this.#status = status.value;
    return done;
  }

  // ——— opening and locking ———

  /** @returns the recovery code, to be shown once: it is kept nowhere */
  async create(passphrase: string): Promise<Outcome<string>> {
    const may = this.#hooks.mayKeep();
    if (!may.ok) return may;
    const code = await this.#vault.create(passphrase);
    if (code.ok) await this.#enter();
    if (code.ok) this.#announcements.announce({ kind: "keys-changed" });
    return code;
  }

  async unlock(secret: Secret): Promise<Outcome<void>> {
    const unlocked = await this.#vault.unlock(secret);
    if (unlocked.ok) await this.#enter();
    return unlocked;
  }

  /**
   * Saves what is open, then forgets the keys and everything that they opened, here and in other
   * tabs. Refused where something could not be saved, unless `evenUnsaved`: then it waits, sealed,
   * in this tab's memory for the next unlocking.
   */
  async lock(evenUnsaved = false): Promise<Outcome<void>> {
    await this.#opened?.saveNow();
    const { saveState } = this.#opened ?? {};
    if (saveState?.kind === "not-kept" && !evenUnsaved) {
      return { ok: false, problems: [saveState.problem] };
    }
    await this.#sealUnsaved();
    this.#leave();
    this.#announcements.announce({ kind: "locked" });
    return done;
  }

  /** @returns a new recovery code; the old one opens nothing any more */
  async setPassphrase(secret: Secret, passphrase: string): Promise<Outcome<string>> {
    const code = await this.#vault.setPassphrase(secret, passphrase);
    if (code.ok) this.#announcements.announce({ kind: "keys-changed" });
    return code;
  }

  // ——— twins ———

  /** Opens a new twin; it is kept at once where it can be. */
  async begin(twin: Twin): Promise<OpenTwin> {
    await this.close();
    this.#opened = new OpenTwin(uniqueId(), twin, 0, (open) => this.#keep(open));
    await this.#holdForEditing(this.#opened);
    await this.#opened.saveNow();
    return this.#opened;
  }

  async open(id: string): Promise<Outcome<OpenTwin>> {
    if (this.#opened?.id === id) return { ok: true, value: this.#opened };
    await this.close();
    const read = await this.#read(id);
    if (!read.ok) return read;
    const opened = new OpenTwin(id, read.value.twin, read.value.rev, (open) => this.#keep(open));
    this.#opened = opened;
    await this.#holdForEditing(opened);
    return { ok: true, value: opened };
  }

  /** Saves it first. */
  async close(): Promise<void> {
    await this.#opened?.saveNow();
    this.#editLock?.release();
    this.#editLock = undefined;
    this.#opened = undefined;
  }

  /** Destroys the twin's key; a notice offers the way back until the vault is locked. */
  async delete(id: string): Promise<Outcome<void>> {
    if (this.#opened?.id === id) await this.close();
    const deleted = await this.#vault.delete(id);
    if (!deleted.ok) return deleted;
    await this.#changed(id);
    // a notice may outlive the lock, so it names nobody
    this.#hooks.notices.tell("The twin was deleted.", {
      action: {
        label: "Undo",
        run: () => void this.#vault.putBack(deleted.value).then(() => this.#changed(id)),
      },
    });
    return done;
  }

  /** Answers a conflict. Nothing is asked twice, and nothing is lost by any answer but the copy named. */
  async resolve(answer: "both" | "mine" | "theirs"): Promise<Outcome<void>> {
    const conflict = this.#conflict;
    if (!conflict) return done;
    this.#conflict = undefined;
    if (answer === "both") return done;
    await this.#opened?.saveNow();
    if (answer === "mine") {
      const replaced = await this.#replace(conflict);
      if (!replaced.ok) return replaced;
    } else if (!conflict.isDeleted) await this.open(conflict.id);
    const dropped = await this.delete(conflict.copyId);
    return dropped.ok && answer === "mine" ? this.#reopen(conflict.id) : dropped;
  }

  /** Puts the newest state that still opens in a damaged one's place; the damaged one is put aside. */
  async repair(id: string): Promise<Outcome<void>> {
    const repaired = await this.#vault.repair(id);
    if (repaired.ok) await this.#changed(id);
    return repaired;
  }

  // ——— files ———

  /**
   * An age file under a passphrase of its own: read again and compared before it is offered.
   *
   * @param ids whose; all of them by default
   */
  async exportFile(
    passphrase: string,
    ids: readonly string[] = this.#twins.map(({ id }) => id),
  ): Promise<Outcome<void>> {
    const bodies: string[] = [];
    for (const id of ids) {
      const read = await this.#read(id);
      if (!read.ok) return read;
      bodies.push(read.value.body);
    }
    const text = textOf(bodies);
    const file = await this.#crypto.sealFile(bytesOf(text), passphrase);
    const again = await this.#crypto.openFile(file, passphrase);
    const readBack = again && new TextDecoder().decode(again);
    if (readBack !== text || !readTwins(readBack).ok) return refuse(notWritten);
    const name = ids.length === 1 ? this.#nameOf(ids[0] ?? "") : "Perfuse twins";
    download(`${fileName(name)}.twin`, "application/octet-stream", [file]);
    if (this.#twins.every(({ id }) => ids.includes(id))) await this.#noteBackup({ at: Date.now() });
    return done;
  }

  /** A damaged or newer record as it is kept: sealed, for a Perfuse that can make sense of it. */
  async exportRaw(id: string): Promise<Outcome<void>> {
    const kept = await this.#store.get(id);
    if (!kept.ok) return kept;
    download(`twin-${id.slice(0, 8)}.raw.json`, "application/json", [rawText(kept.value)]);
    return done;
  }

  /**
   * Twins from a file: all of them are kept, as new ones, or none.
   *
   * @param passphrase of the file; not needed for one that is not sealed
   * @returns their ids
   */
  async importFile(file: File, passphrase?: string): Promise<Outcome<readonly string[]>> {
    if (file.size > largestBytes) return refuse(tooLarge);
    const bytes = new Uint8Array(await file.arrayBuffer());
    const text = await this.#textOf(bytes, passphrase);
    if (!text.ok) return text;
    const twins = readTwins(text.value);
    return twins.ok ? this.#keepNew(twins.value) : twins;
  }

  /** "Remind me in a week." */
  async remindLater(): Promise<void> {
    await this.#noteBackup({ ...this.#backup, askAgainAt: Date.now() + backupEveryMs });
  }

  // ——— the browser ———

  async lookAtSpace(): Promise<void> {
    this.#space = await space();
  }

  async askToPersist(): Promise<void> {
    this.#hasAskedToPersist = true;
    await askToPersist();
    await this.lookAtSpace();
  }

  /** Keys first, then everything that Perfuse keeps in this browser: twins, studies, drugs, caches. */
  async forgetAll(): Promise<Outcome<void>> {
    this.#unsaved = undefined;
    this.#leave();
    const forgotten = await forgetEverything({
      onOutdated: () => undefined,
      onClosed: () => undefined,
    });
    await this.start();
    this.#announcements.announce({ kind: "forgotten" });
    this.#hooks.onForgotten();
    return forgotten;
  }

  // ——— the parts ———

  async #enter(): Promise<void> {
    this.#status = "open";
    this.#autoLock.start();
    const note = await this.#store.readMeta(backupKey);
    this.#backup = note.ok ? asBackupNote(note.value) : {};
    await this.refresh();
    await this.lookAtSpace();
    await this.#openUnsaved();
    // a twin that was begun before there was a vault is kept now
    await this.#opened?.saveNow();
  }

  async #sealUnsaved(): Promise<void> {
    const open = this.#opened;
    if (!open || open.isSaved || open.readOnly) return;
    const body = bodyOf(open.twin);
    const sealed = body.ok ? await this.#vault.sealed(open.id, body.value, open.rev) : body;
    if (sealed.ok) this.#unsaved = sealed.value;
  }

  /** Opens it again; saving it then goes the usual way, with whatever others did meanwhile. */
  async #openUnsaved(): Promise<void> {
    if (!this.#unsaved) return;
    const entry = await this.#vault.unsealed(this.#unsaved);
    this.#unsaved = undefined;
    if (!entry.ok || entry.value?.kind !== "whole") return;
    const { id, rev, body, schema } = entry.value;
    const twin = readBody(body, schema);
    if (!twin.ok) return;
    this.#opened = new OpenTwin(id, twin.value, rev - 1, (open) => this.#keep(open), "unsaved");
    await this.#holdForEditing(this.#opened);
  }

  #leave(): void {
    for (const drop of this.#lockHooks) drop();
    this.#autoLock.stop();
    this.#opened?.blank();
    this.#editLock?.release();
    this.#editLock = undefined;
    this.#opened = undefined;
    this.#twins = [];
    this.#damaged = [];
    this.#newer = [];
    this.#conflict = undefined;
    this.#vault.lock();
    if (this.#status === "open") this.#status = "locked";
  }

  async #lockItself(): Promise<void> {
    const locked = await this.lock(true);
    if (locked.ok) this.#hooks.notices.tell("Your twins were locked.");
  }

  /** Looks at what is kept; called by itself where something changes. */
  async refresh(): Promise<Outcome<void>> {
    const entries = await this.#vault.all();
    if (!entries.ok) return entries;
    const twins: ListedTwin[] = [];
    const damaged: DamagedTwin[] = [];
    for (const entry of entries.value) {
      if (entry.kind === "damaged") damaged.push(entry);
      if (entry.kind !== "whole") continue;
      const { id, updated } = entry;
      const read = readBody(entry.body, entry.schema);
      if (read.ok) twins.push({ id, name: read.value.name, updated });
      else damaged.push({ id, why: "what it says is no twin" });
    }
    this.#twins = twins.toSorted((a, b) => b.updated - a.updated);
    this.#damaged = damaged;
    this.#newer = entries.value.flatMap(({ kind, id }) => (kind === "newer" ? [id] : []));
    return done;
  }

  async #read(id: string): Promise<Outcome<ReadTwin>> {
    const entry = await this.#vault.get(id);
    if (!entry.ok) return entry;
    if (entry.value?.kind !== "whole") return refuse(cannotOpen(entry.value));
    const { rev, body, schema } = entry.value;
    const twin = readBody(body, schema);
    return twin.ok ? { ok: true, value: { twin: twin.value, rev, body } } : twin;
  }

  /** How an open twin is saved. */
  async #keep(open: OpenTwin): Promise<Problem | undefined> {
    const { twin } = open;
    const may = this.#hooks.mayKeep();
    const body = may.ok ? bodyOf(twin) : may;
    if (!body.ok) return body.problems[0];
    const isFirst = this.#twins.length === 0;
    const saved = await this.#vault.save(open.id, body.value, open.rev);
    if (!saved.ok) return saved.problems[0];
    if (saved.value.kind === "conflict") return this.#keepBoth(open, twin);
    open.noteKept(twin, saved.value.rev);
    await this.#changed(open.id);
    if (isFirst && !this.#hasAskedToPersist) void this.askToPersist();
    return undefined;
  }

  /** What the other tab saved stays as it is; this version goes on as a twin of its own. */
  async #keepBoth(open: OpenTwin, twin: Twin): Promise<Problem | undefined> {
    const there = await this.#vault.get(open.id);
    const conflict = {
      id: open.id,
      copyId: uniqueId(),
      name: twin.name,
      isDeleted: there.ok && there.value === undefined,
    };
    const copy = { ...twin, name: `${twin.name} (this tab)`.slice(0, 120) };
    const body = bodyOf(copy);
    if (!body.ok) return body.problems[0];
    const saved = await this.#vault.save(conflict.copyId, body.value, 0);
    if (!saved.ok) return saved.problems[0];
    open.goOnAs(conflict.copyId, copy, 1);
    this.#conflict = conflict;
    await this.#holdForEditing(open);
    await this.#changed(conflict.copyId);
    return undefined;
  }

  /** This tab's version takes the place of the other's. */
  async #replace({ id, copyId, name }: Conflict): Promise<Outcome<void>> {
    const mine = await this.#read(copyId);
    if (!mine.ok) return mine;
    const theirs = await this.#vault.get(id);
    if (!theirs.ok) return theirs;
    const rev = theirs.value?.kind === "whole" ? theirs.value.rev : 0;
    const body = bodyOf({ ...mine.value.twin, name });
    if (!body.ok) return body;
    const saved = await this.#vault.save(id, body.value, rev);
    if (!saved.ok) return saved;
    return saved.value.kind === "saved" ? done : refuse(changedAgain);
  }

  async #reopen(id: string): Promise<Outcome<void>> {
    const opened = await this.open(id);
    return opened.ok ? done : opened;
  }

  async #keepNew(twins: readonly Twin[]): Promise<Outcome<readonly string[]>> {
    const may = this.#hooks.mayKeep();
    if (!may.ok) return may;
    const states: { id: string; body: string }[] = [];
    for (const twin of twins) {
      const body = bodyOf(twin);
      if (!body.ok) return body;
      states.push({ id: uniqueId(), body: body.value });
    }
    const kept = await this.#vault.saveNew(states);
    if (!kept.ok) return kept;
    const ids = states.map(({ id }) => id);
    for (const id of ids) this.#announcements.announce({ kind: "changed", twinId: id });
    await this.refresh();
    return { ok: true, value: ids };
  }

  async #textOf(bytes: Bytes, passphrase: string | undefined): Promise<Outcome<string>> {
    if (!looksLikeAge(bytes)) return { ok: true, value: new TextDecoder().decode(bytes) };
    if (passphrase === undefined) return refuse(needsPassphrase);
    const opened = await this.#crypto.openFile(bytes, passphrase);
    return opened ? { ok: true, value: new TextDecoder().decode(opened) } : refuse(fileShut);
  }

  /** Others only read it meanwhile; where another tab is editing it, this one waits for its turn. */
  async #holdForEditing(open: OpenTwin): Promise<void> {
    this.#editLock?.release();
    this.#editLock = await editLock(open.id, () => void this.#mayEdit(open));
    open.readOnly = this.#editLock.isHeld ? undefined : "other-tab";
  }

  async #mayEdit(open: OpenTwin): Promise<void> {
    await this.#takeOver(open);
    open.readOnly = undefined;
  }

  async #takeOver(open: OpenTwin): Promise<void> {
    const read = await this.#read(open.id);
    if (read.ok && read.value.rev > open.rev) open.takeOver(read.value.twin, read.value.rev);
  }

  async #changed(twinId: string): Promise<void> {
    this.#announcements.announce({ kind: "changed", twinId });
    await this.refresh();
  }

  async #hear(heard: Announcement): Promise<void> {
    switch (heard.kind) {
      case "changed":
        if (this.#opened?.id === heard.twinId && this.#opened.readOnly) {
          await this.#takeOver(this.#opened);
        }
        await this.refresh();
        return;
      case "keys-changed":
        await this.start();
        return;
      case "locked":
        await this.#opened?.saveNow();
        await this.#sealUnsaved();
        this.#leave();
        return;
      case "forgotten":
        this.#unsaved = undefined;
        this.#leave();
        await this.start();
        this.#hooks.onForgotten();
        return;
    }
    heard satisfies never;
  }

  async #noteBackup(note: BackupNote): Promise<void> {
    this.#backup = note;
    await this.#store.writeMeta(backupKey, note);
  }

  #nameOf(id: string): string {
    return this.#twins.find((twin) => twin.id === id)?.name ?? "the twin";
  }
}

// ——— what it speaks of ———

interface ReadTwin {
  readonly twin: Twin;
  readonly rev: number;
  readonly body: string;
}

/** Milliseconds since 1970: when all twins were last saved as a file, and when to remind again. */
interface BackupNote {
  readonly at?: number;
  readonly askAgainAt?: number;
}

const backupKey = "vault-backup";
const backupEveryMs = 7 * 24 * 3_600_000;
const largestBytes = 64 * 2 ** 20;

const done: Outcome<void> = { ok: true, value: undefined };

function asBackupNote(value: unknown): BackupNote {
  const { at, askAgainAt } = (value ?? {}) as Record<string, unknown>;
  return {
    ...(typeof at === "number" ? { at } : {}),
    ...(typeof askAgainAt === "number" ? { askAgainAt } : {}),
  };
}

function cannotOpen(entry: { readonly kind: string } | undefined): Problem {
  if (!entry) return { code: "not-there", subject: "the twin", message: "is no longer kept here" };
  return entry.kind === "newer"
    ? {
        code: "storage-newer",
        subject: "the twin",
        message: "was saved by a newer Perfuse; it is left as it is and can be exported",
      }
    : {
        code: "damaged",
        subject: "the twin",
        message: "does not open; it is left as it is and can be exported",
      };
}

const notWritten: Problem = {
  code: "not-written",
  subject: "the file",
  message: "did not read back as twins, so it is not offered; try fewer of them in one file",
};
const tooLarge: Problem = {
  code: "too-large",
  subject: "the file",
  message: "is larger than 64 MiB and was not read",
};
const needsPassphrase: Problem = {
  code: "needs-passphrase",
  subject: "the file",
  message: "is sealed; type the passphrase that it was saved with",
};
const fileShut: Problem = {
  code: "does-not-open",
  subject: "the file",
  message: "did not open: the passphrase is another one, or the file was damaged",
};
const changedAgain: Problem = {
  code: "conflict",
  subject: "the twin",
  message: "was changed in another tab once more; both versions are still kept",
};

function refuse(problem: Problem): Outcome<never> {
  return { ok: false, problems: [problem] };
}
