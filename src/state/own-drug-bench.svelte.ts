/**
 * The drug that a person is making or changing: its fields or numbers, and what is predicted of it.
 *
 * A new drug is made from a form of few numbers; a copy, and a drug whose numbers are not those that
 * its form would make, are changed number by number. Predictions follow a moment after the last
 * change; an older one that comes late is thrown away.
 */
import type { Outcome, Problem } from "../core/model/model";
import type { Drug } from "../pharmacology/drug";
import { shippedDrug } from "../pharmacology/drugs/library";
import { isAsTyped } from "../pharmacology/own-drug/draws";
import { flagsOf } from "../pharmacology/own-drug/flags";
import { copyOf, withId, withName } from "../pharmacology/own-drug/identity";
import { drugFrom, type MadeDrug } from "../pharmacology/own-drug/make-drug";
import { changesBetween, isSameData, withNumber } from "../pharmacology/own-drug/numbers";
import { reference } from "../pharmacology/own-drug/scaling";
import { emptyForm, formOf, typedOf, type Form } from "./own-drug-form";
import {
  predict,
  predictBand,
  type Band,
  type Engine,
  type Prediction,
  type Trial,
} from "./own-drug-predict";
import type { OwnDrugs } from "./own-drugs.svelte";

/** What is on the bench: a form, or a drug whose numbers are changed one by one. */
export type Work =
  | { readonly kind: "form"; readonly form: Form }
  | { readonly kind: "numbers"; readonly drug: Drug };

/** What keeps drugs: their names, and whether they can be kept. */
export type Shelf = Pick<OwnDrugs, "find" | "idFor" | "save">;

const pauseMs = 250;

export class OwnDrugBench {
  readonly #engine: Engine;
  readonly #own: Shelf;
  #work = $state.raw<Work>({ kind: "form", form: emptyForm("My drug", "my-drug") });
  /** As it was begun or last saved. */
  #before = $state.raw<Work>(this.#work);
  #trial = $state.raw<Trial>({ amountMg: reference.weightKg, untilHours: 24 });
  #prediction = $state.raw<Prediction | undefined>(undefined);
  #original = $state.raw<Prediction | undefined>(undefined);
  #band = $state.raw<Band | undefined>(undefined);
  #problems = $state.raw<readonly Problem[]>([]);
  #isComputing = $state(false);
  #hasBegun = false;
  /** Its id is not its own yet: it comes from the name that it has when it is first used. */
  #isNameless = false;
  #asked = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(engine: Engine, own: Shelf) {
    this.#engine = engine;
    this.#own = own;
  }

  get work(): Work {
    return this.#work;
  }

  /** Whether anybody has put anything on it. */
  get hasBegun(): boolean {
    return this.#hasBegun;
  }

  get trial(): Trial {
    return this.#trial;
  }

  /** Of the last drug that could be simulated. */
  get prediction(): Prediction | undefined {
    return this.#prediction;
  }

  /** Of the shipped drug that this is a copy of, given the same. */
  get original(): Prediction | undefined {
    return this.#original;
  }

  /** Undefined where everything is known, or while it is being computed. */
  get band(): Band | undefined {
    return this.#band;
  }

  /** Why there is no drug, or no result. */
  get problems(): readonly Problem[] {
    return this.made.ok ? this.#problems : this.made.problems;
  }

  get isComputing(): boolean {
    return this.#isComputing;
  }

  readonly made = $derived.by((): Outcome<MadeDrug> => {
    const work = this.#work;
    if (work.kind === "form") return drugFrom(typedOf(work.form));
    return { ok: true, value: { drug: work.drug, unknowns: [] } };
  });

  readonly drug = $derived(this.made.ok ? this.made.value.drug : undefined);

  readonly base = $derived(shippedDrug(this.drug?.own?.copyOf ?? ""));

  readonly changes = $derived(this.base && this.drug ? changesBetween(this.base, this.drug) : []);

  readonly flags = $derived(
    this.drug
      ? flagsOf(this.drug, {
          vssL: this.#prediction?.table.usedVssL,
          F: this.#prediction?.values.F,
          tHalfH: this.#prediction?.values.tHalfH,
          untilHours: this.#trial.untilHours,
        })
      : [],
  );

  readonly name = $derived(
    this.#work.kind === "form" ? this.#work.form.name : this.#work.drug.name,
  );

  readonly isKept = $derived.by(
    () => this.drug !== undefined && isSameData(this.#own.find(this.drug.id), this.drug),
  );

  /** Whether something would be lost if something else was put on the bench. */
  readonly isUnsaved = $derived(!this.isKept && !isSameData(this.#work, this.#before));

  startNew(): void {
    const id = this.#own.idFor("My drug");
    this.put({ kind: "form", form: emptyForm("My drug", id) });
    this.#isNameless = true;
  }

  /** A drug of the person's own, as it can be changed best. */
  open(drug: Drug): void {
    const typed = drug.own?.typed;
    if (typed && isAsTyped(drug)) this.put({ kind: "form", form: formOf(typed) });
    else this.put({ kind: "numbers", drug });
  }

  copy(shipped: Drug): void {
    const id = this.#own.idFor(`${shipped.name} copy`);
    this.put({ kind: "numbers", drug: copyOf(shipped, id) });
    this.#isNameless = true;
  }

  /** Puts something on the bench in place of what is there. */
  put(work: Work): void {
    this.#hasBegun = true;
    this.#isNameless = false;
    this.#work = work;
    this.#before = work;
    this.#prediction = undefined;
    this.#original = undefined;
    this.#band = undefined;
    this.askSoon();
  }

  changeForm(form: Form): void {
    this.#work = { kind: "form", form };
    this.askSoon();
  }

  changeNumber(path: string, value: number): void {
    const work = this.#work;
    if (work.kind !== "numbers") return;
    this.#work = { kind: "numbers", drug: measured(withNumber(work.drug, path, value), path) };
    this.askSoon();
  }

  rename(name: string): void {
    const work = this.#work;
    this.#work =
      work.kind === "form"
        ? { kind: "form", form: { ...work.form, name } }
        : { kind: "numbers", drug: withName(work.drug, name) };
  }

  changeTrial(trial: Trial): void {
    this.#trial = trial;
    this.askSoon();
  }

  /** The drug under an id for good; undefined where there is none. */
  settled(): Drug | undefined {
    if (this.#isNameless && this.drug) {
      const id = this.#own.idFor(this.name);
      const work = this.#work;
      this.#work =
        work.kind === "form"
          ? { kind: "form", form: { ...work.form, id } }
          : { kind: "numbers", drug: withId(work.drug, id) };
      this.#isNameless = false;
      this.askSoon();
    }
    return this.drug;
  }

  /** @returns the drug as it was kept; undefined where there is none, or nothing can be kept */
  async save(): Promise<Drug | undefined> {
    const drug = this.settled();
    if (!drug) return undefined;
    const saved = await this.#own.save(drug);
    if (!saved) return undefined;
    if (saved.id !== drug.id) this.open(saved);
    this.#before = this.#work;
    return saved;
  }

  /** Predicts once nothing has changed for a moment. */
  askSoon(): void {
    this.#asked++;
    this.#isComputing = this.made.ok;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#ask(), pauseMs);
  }

  // ——— the parts ———

  async #ask(): Promise<void> {
    const { drug, base } = this;
    const asked = this.#asked;
    const trial = this.#trial;
    const isStale = () => asked !== this.#asked;
    if (!drug) return;
    const prediction = await predict(this.#engine, drug, trial);
    if (isStale()) return;
    this.#problems = prediction.ok ? [] : prediction.problems;
    if (prediction.ok) {
      this.#prediction = prediction.value;
      this.#band = undefined;
      const original = base && (await predict(this.#engine, base, trial));
      if (isStale()) return;
      this.#original = original?.ok ? original.value : undefined;
      this.#band = await predictBand(this.#engine, drug, trial, isStale);
    }
    if (!isStale()) this.#isComputing = false;
  }
}

/** What was typed number by number has no range any more, and is not what the form made. */
function measured(drug: Drug, path: string): Drug {
  const { typed: _typed, ranges, ...own } = drug.own ?? {};
  const left = Object.entries(ranges ?? {}).filter(([of]) => of !== path);
  if (left.length === 0) return { ...drug, own };
  return { ...drug, own: { ...own, ranges: Object.fromEntries(left) } };
}
