/**
 * The drugs that a person made and keeps in this browser: in the menus of all views, and in files.
 *
 * Saving is by revision, as with studies: where another tab changed a drug meanwhile, both versions
 * stay, this one under another id. What cannot be read is left as it is and not listed.
 */
import type { Outcome, Problem } from "../core/model/model";
import { checkDrug, parseDrug, writeDrug } from "../interop/own-drug-file";
import type { Drug } from "../pharmacology/drug";
import { shippedDrugs } from "../pharmacology/drugs/library";
import { freeId, withId, withName } from "../pharmacology/own-drug/identity";
import { idsOf } from "../pharmacology/substances";
import { DrugStore } from "../storage/drug-store";
import type { DrugRecord } from "../storage/open";
import { sentenceOf, type Notices } from "./notices.svelte";
import { download, fileName } from "./downloads";

export interface KeptDrug {
  readonly drug: Drug;
  readonly savedAt: number;
}

export class OwnDrugs {
  readonly #store: DrugStore;
  readonly #notices: Notices;
  #records = $state.raw<readonly DrugRecord[]>([]);
  /** Why nothing is kept here; undefined where it is. */
  #problem = $state.raw<Problem | undefined>(undefined);

  constructor(notices: Notices) {
    this.#notices = notices;
    this.#store = new DrugStore({
      onOutdated: () => notices.tell("Perfuse was updated in another tab. Reload to go on."),
      onClosed: () => undefined,
    });
  }

  readonly kept = $derived(
    this.#records.flatMap(({ drug, savedAt }): KeptDrug[] => {
      const read = checkDrug(drug);
      return read.ok ? [{ drug: read.value, savedAt }] : [];
    }),
  );

  readonly drugs = $derived(this.kept.map(({ drug }) => drug));

  get problem(): Problem | undefined {
    return this.#problem;
  }

  find(id: string): Drug | undefined {
    return this.drugs.find((drug) => drug.id === id);
  }

  /** An id that nothing else in the menus has. */
  idFor(name: string): string {
    return freeId(name, this.#taken());
  }

  async refresh(): Promise<void> {
    const records = await this.#store.list();
    if (records.ok) this.#records = records.value;
    this.#problem = records.ok ? undefined : records.problems[0];
  }

  /**
   * Keeps a drug under its id, over what this tab knows to be there.
   *
   * @returns the drug as it was kept: under another id where another tab was quicker; undefined
   *   where nothing can be kept, and the person was told
   */
  async save(drug: Drug): Promise<Drug | undefined> {
    const known = this.#records.find(({ id }) => id === drug.id);
    const saved = await this.#store.save({ id: drug.id, drug }, known?.rev ?? 0);
    if (!saved.ok) {
      this.#tell(saved.problems);
      return undefined;
    }
    await this.refresh();
    if (saved.value.kind === "saved") return drug;
    const copy = withId(drug, this.idFor(drug.id));
    this.#notices.tell(
      `${drug.name} was changed in another tab, so both versions were kept: this one as “${copy.id}”.`,
    );
    return this.save(copy);
  }

  async rename(id: string, name: string): Promise<void> {
    const trimmed = name.trim().slice(0, 80);
    const drug = this.find(id);
    if (drug && trimmed !== "") await this.save(withName(drug, trimmed));
  }

  /** Deletes a drug; a notice offers the way back. Studies that hold it keep it. */
  async delete(id: string): Promise<void> {
    const record = this.#records.find((kept) => kept.id === id);
    if (!record) return;
    const name = this.find(id)?.name ?? id;
    const deleted = await this.#store.delete(id);
    if (!deleted.ok) {
      this.#tell(deleted.problems);
      return;
    }
    await this.refresh();
    this.#notices.tell(`${name} was deleted. Studies that hold it keep it.`, {
      action: { label: "Undo", run: () => void this.#putBack(record) },
    });
  }

  /** A drug from a file's text, kept; an id that is taken becomes another, and that is said. */
  async importFile(text: string, file: string): Promise<Drug | undefined> {
    const read = parseDrug(text);
    if (!read.ok) {
      this.#refuse(file, read);
      return undefined;
    }
    await this.refresh();
    const drug = read.value;
    const taken = this.#taken();
    const clash = idsOf(drug).find((id) => taken.has(id));
    const kept = await this.save(clash === undefined ? drug : withId(drug, this.idFor(drug.id)));
    if (!kept) return undefined;
    const also =
      clash === undefined ? "" : ` The id “${clash}” is taken, so it is a copy as “${kept.id}”.`;
    this.#notices.tell(`${kept.name} was imported and kept in this browser.${also}`);
    return kept;
  }

  export(drug: Drug): void {
    download(`${fileName(drug.name)}.drug.json`, "application/json", [writeDrug(drug)]);
  }

  // ——— the parts ———

  #taken(): Set<string> {
    return new Set([...shippedDrugs.flatMap(idsOf), ...this.drugs.flatMap(idsOf), ...this.#ids()]);
  }

  /** Of what cannot be read as well. */
  #ids(): string[] {
    return this.#records.map(({ id }) => id);
  }

  async #putBack(record: DrugRecord): Promise<void> {
    const restored = await this.#store.restore(record);
    if (!restored.ok) this.#tell(restored.problems);
    await this.refresh();
  }

  #refuse(file: string, { problems }: Extract<Outcome<never>, { ok: false }>): void {
    const [first] = problems;
    const why = first ? sentenceOf(first) : "It is no drug.";
    this.#notices.tell(`“${file}” was not opened. ${why} Nothing was changed.`);
  }

  #tell(problems: readonly Problem[]): void {
    this.#notices.tellProblems(problems, "alert");
  }
}
