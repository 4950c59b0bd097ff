/**
 * The study on the page, and the way back: every change is a new study, the old ones are kept.
 * With it go the people of the People view: one past for both.
 *
 * Changes that belong together (a slider being dragged, a number being typed) share a topic and
 * are one step of undo.
 */
import { printDoses, type TypedDose } from "../interop/dose-text";
import type { Drug } from "../pharmacology/drug";
import { shippedDrug } from "../pharmacology/drugs/library";
import { idsOf, moleculesOf } from "../pharmacology/substances";
import type { ManyRequest } from "../pharmacology/people/request";
import { saltWord } from "../pharmacology/salts";
import type { DoseRequest, OneRequest, Route, Study } from "../pharmacology/study";
import type { Threshold } from "../pharmacology/thresholds";
import { defaultStudy } from "./default-study";
import { crowdAfter, pageStudyOf, withThresholds, type Crowd, type PageStudy } from "./page-study";

/** Each of its keys may be said to be nothing. */
type Open<T> = { readonly [Key in keyof T]: T[Key] | undefined };

const mostSteps = 200;
/** Changes of one topic within this time are one step. */
const sameGestureMs = 1500;

export class StudyState {
  #page = $state.raw<PageStudy>(pageStudyOf(defaultStudy));
  #past = $state.raw<readonly PageStudy[]>([]);
  #future = $state.raw<readonly PageStudy[]>([]);
  /** Stays the same object while only the crowd changes: nobody is simulated anew for that. */
  readonly #current = $derived(this.#page.study);
  /** Id of a drug, or of something that it is a mixture of or becomes. */
  #shown = $state<string | undefined>(undefined);
  #lastTopic: { readonly topic: string; readonly at: number } | undefined;

  /** All that is kept and undone. */
  get page(): PageStudy {
    return this.#page;
  }

  get current(): Study {
    return this.#current;
  }

  get crowd(): Crowd {
    return this.#page.crowd;
  }

  get canUndo(): boolean {
    return this.#past.length > 0;
  }

  get canRedo(): boolean {
    return this.#future.length > 0;
  }

  readonly drugs = $derived(drugsIn(this.#current));

  /** The study with its shipped drugs written out: what is computed needs no library. */
  readonly whole = $derived.by((): Study => {
    const { drugs, ...study } = this.#current;
    const found = drugs.map((entry) =>
      typeof entry === "string" ? (shippedDrug(entry) ?? entry) : entry,
    );
    return { ...study, drugs: found };
  });

  /** The drug that body, legend and organ list show, or show something of. */
  readonly activeDrug = $derived(
    this.drugs.find((drug) => idsOf(drug).includes(this.#shown ?? "")) ?? this.drugs[0],
  );

  /** What exactly they show: the drug itself, one of its forms, or a metabolite. */
  readonly shownMolecule = $derived(
    this.activeDrug &&
      (moleculesOf(this.activeDrug).find(({ id }) => id === this.#shown) ?? this.activeDrug),
  );

  /** @param molecule  id of a drug, a form or a metabolite */
  show(molecule: string): void {
    this.#shown = molecule;
  }

  get person(): OneRequest {
    return this.#current.people.one;
  }

  dosesOf(drug: string): readonly TypedDose[] {
    return this.#current.doses.flatMap(({ drug: of, ...dose }) => (of === drug ? [dose] : []));
  }

  doseText(drug: Drug): string {
    return printDoses(this.dosesOf(drug.id), defaultRoute(drug), saltWord(drug));
  }

  /** @param topic changes of the same topic in quick succession are one step of undo */
  change(next: Study, topic: string): void {
    const { study, crowd } = this.#page;
    if (JSON.stringify(next) === JSON.stringify(study)) return;
    this.#step({ study: next, crowd: crowdAfter(crowd, study, next) }, topic);
  }

  /** The next change begins a new step, whatever its topic. */
  endGesture(): void {
    this.#lastTopic = undefined;
  }

  changeCrowd(next: Crowd, topic: string): void {
    if (JSON.stringify(next) === JSON.stringify(this.crowd)) return;
    this.#step({ ...this.#page, crowd: next }, topic);
  }

  /** What is undefined is left open again. */
  changeRecipe(part: Partial<Open<ManyRequest>>): void {
    const changed = Object.entries({ ...this.crowd.many, ...part });
    const many = Object.fromEntries(changed.filter(([, value]) => value !== undefined));
    const topic = `recipe ${Object.keys(part).join(" ")}`;
    this.changeCrowd({ ...this.crowd, many: many as unknown as ManyRequest }, topic);
  }

  /** @param threshold undefined: none */
  setThreshold(output: string, threshold: Threshold | undefined): void {
    const others = Object.entries(this.crowd.thresholds ?? {}).filter(([of]) => of !== output);
    const own = threshold === undefined ? [] : [[output, threshold] as const];
    this.changeCrowd(withThresholds(this.crowd, [...others, ...own]), `threshold ${output}`);
  }

  changePerson(change: OneRequest, topic: string): void {
    const one = { ...this.person, ...change };
    const known = Object.entries(one).filter(([, value]) => value !== undefined && value !== null);
    this.change({ ...this.#current, people: { one: Object.fromEntries(known) } }, topic);
  }

  /** @param egfrMlMin undefined: typical; takes the place of one that a file gave by surface, too */
  changeFiltration(egfrMlMin: number | undefined): void {
    const { egfrMlMin: _absolute, egfrMlMin173: _bySurface, ...others } = this.person;
    const one = egfrMlMin === undefined ? others : { ...others, egfrMlMin };
    this.change({ ...this.#current, people: { one } }, "egfr");
  }

  changeDoses(drug: string, doses: readonly TypedDose[], topic: string): void {
    const others = this.#current.doses.filter((dose) => dose.drug !== drug);
    const own = doses.map((dose): DoseRequest => ({ drug, ...dose }));
    this.change(withSpan({ ...this.#current, doses: [...others, ...own] }), topic);
  }

  /** Another drug in place of one of the study's; its doses start from what is usual for it. */
  swapDrug(from: string, into: string | Drug): void {
    const to = idOf(into);
    if (this.drugs.some(({ id }) => id === to)) return;
    const drugs = this.#current.drugs.map((entry) => (idOf(entry) === from ? into : entry));
    const doses = this.#current.doses.filter(({ drug }) => drug !== from);
    const next = { ...this.#current, drugs, doses: [...doses, ...usualDoses(into)] };
    this.change(withoutTitle(withSpan(forgetOverrides(next, from))), `drug ${to}`);
    this.show(to);
  }

  /** @param added  id of a shipped drug, or a drug of the person's own */
  addDrug(added: string | Drug): void {
    const id = idOf(added);
    if (this.drugs.some((drug) => drug.id === id)) return;
    const next = {
      ...this.#current,
      drugs: [...this.#current.drugs, added],
      doses: [...this.#current.doses, ...usualDoses(added)],
    };
    this.change(withoutTitle(withSpan(next)), `add ${id}`);
    this.show(id);
  }

  /** A drug of the person's own as it is now, where the study holds an older one of this id. */
  renewDrug(drug: Drug): boolean {
    const holds = this.#current.drugs.some(
      (entry) => typeof entry !== "string" && entry.id === drug.id,
    );
    if (!holds) return false;
    const drugs = this.#current.drugs.map((entry) => (idOf(entry) === drug.id ? drug : entry));
    this.change({ ...this.#current, drugs }, `renew ${drug.id}`);
    return true;
  }

  removeDrug(id: string): void {
    if (this.#current.drugs.length < 2) return;
    const next = {
      ...this.#current,
      drugs: this.#current.drugs.filter((entry) => idOf(entry) !== id),
      doses: this.#current.doses.filter(({ drug }) => drug !== id),
    };
    this.change(withoutTitle(withSpan(forgetOverrides(next, id))), `remove ${id}`);
  }

  /** Back to what the model says of a body like this. */
  clearOverrides(): void {
    const { overrides: _all, ...rest } = this.#current;
    this.change(rest, "clear overrides");
  }

  setOverride(name: string, value: number | undefined): void {
    const { overrides: _all, ...rest } = this.#current;
    const entries = Object.entries(this.#current.overrides ?? {}).filter(([key]) => key !== name);
    if (value !== undefined) entries.push([name, value]);
    const overrides = Object.fromEntries(entries);
    const next = entries.length === 0 ? rest : { ...rest, overrides };
    this.change(next, `override ${name}`);
  }

  undo(): void {
    const before = this.#past.at(-1);
    if (!before) return;
    this.#past = this.#past.slice(0, -1);
    this.#future = [...this.#future, this.#page];
    this.#page = before;
    this.endGesture();
  }

  redo(): void {
    const after = this.#future.at(-1);
    if (!after) return;
    this.#future = this.#future.slice(0, -1);
    this.#past = [...this.#past, this.#page];
    this.#page = after;
    this.endGesture();
  }

  /** Another study altogether; the way back stays open. */
  open(study: Study): void {
    this.change(study, "open");
    this.endGesture();
  }

  /** Another study with a past of its own. */
  begin(page: PageStudy): void {
    this.#past = [];
    this.#future = [];
    this.#page = page;
    this.endGesture();
  }

  reset(): void {
    this.endGesture();
    this.#step(pageStudyOf(defaultStudy), "reset");
    this.endGesture();
  }

  // ——— the parts ———

  #step(next: PageStudy, topic: string): void {
    const now = performance.now();
    const last = this.#lastTopic;
    const goesOn = last?.topic === topic && now - last.at < sameGestureMs && this.canUndo;
    if (!goesOn) this.#past = [...this.#past, this.#page].slice(-mostSteps);
    this.#lastTopic = { topic, at: now };
    this.#future = [];
    this.#page = next;
  }
}

/** The drugs of a study; an id that is not known gives none. */
export function drugsIn({ drugs }: Pick<Study, "drugs">): Drug[] {
  return drugs.flatMap((entry): Drug[] => {
    const drug = typeof entry === "string" ? shippedDrug(entry) : entry;
    return drug ? [drug] : [];
  });
}

/** What a study is called until somebody names it. */
export function nameOf(study: Study): string {
  if (study.title !== undefined && study.title !== "") return study.title;
  const [first, ...others] = study.drugs.map((entry) =>
    typeof entry === "string" ? (shippedDrug(entry)?.name ?? entry) : entry.name,
  );
  if (first === undefined) return "Nothing";
  const drugs = [first, ...others.map((name) => name.toLowerCase())].join(" and ");
  if (others.length > 0 || study.doses.length === 0) return drugs;
  const [only] = drugsIn(study);
  const doses = printDoses(study.doses, "iv", only && saltWord(only));
  return `${drugs}, ${doses}`.slice(0, 120);
}

export function defaultRoute(drug: Drug | undefined): Route {
  return drug?.absorption ? "oral" : "iv";
}

// ——— the parts ———

/** A first dose to start from: teaching doses that the evidence covers. */
function usualDoses(of: string | Drug): DoseRequest[] {
  const id = idOf(of);
  const usual: Record<string, DoseRequest> = {
    caffeine: { drug: id, route: "oral", amountMg: 200, atHours: 0, formulation: "tablet" },
    midazolam: { drug: id, route: "oral", amountMg: 7.5, atHours: 0, formulation: "tablet" },
    digoxin: { drug: id, route: "oral", amountMg: 0.5, atHours: 0, formulation: "tablet" },
  };
  const route = defaultRoute(typeof of === "string" ? shippedDrug(id) : of);
  return [usual[id] ?? { drug: id, route, amountMg: 10, atHours: 0 }];
}

/** The span follows the doses: a day after the last one, a week at least after digoxin-like ones. */
function withSpan(study: Study): Study {
  const ends = study.doses.map(
    ({ atHours, everyHours = 0, count = 1 }) => atHours + everyHours * (count - 1),
  );
  const { fromHours: _from, untilHours: _until, ...rest } = study;
  const starts = study.doses.map(({ atHours }) => atHours);
  const last = Math.max(0, ...ends);
  const first = Math.min(0, ...starts);
  const untilHours = last + Math.max(24, Math.min(72, (last - first) / 4));
  return first < 0 ? { ...rest, fromHours: first, untilHours } : { ...rest, untilHours };
}

function withoutTitle(study: Study): Study {
  const { title: _title, ...rest } = study;
  return rest;
}

function forgetOverrides(study: Study, drug: string): Study {
  if (!study.overrides) return study;
  const kept = Object.entries(study.overrides).filter(([name]) => !name.startsWith(`${drug}.`));
  const { overrides: _all, ...rest } = study;
  return kept.length === 0 ? rest : { ...rest, overrides: Object.fromEntries(kept) };
}

function idOf(entry: string | Drug): string {
  return typeof entry === "string" ? entry : entry.id;
}
