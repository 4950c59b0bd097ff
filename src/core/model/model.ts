/**
 * The declaration of a model: plain data that can be hashed, stored, shown, sent to a worker.
 *
 * A model is a list of blocks. A block owns names (`V` of block `liver` is `liver.V` elsewhere);
 * it sees its own names and what its `inputs` bind. Matter moves by `transfers`, each declared
 * once with where it comes from and where it goes, so that nothing can be made or lost by
 * forgetting a term; `rates` are for states that are no amount of matter (an enzyme's activity).
 * Formulas are the infix texts of core/expression. Nothing here computes.
 */

/** Where a number comes from. A number without provenance is refused. */
export type Provenance =
  /** Read in a publication or a data base: a source id or a full citation, and where in it. */
  | { readonly kind: "from"; readonly source: string; readonly where: string }
  | { readonly kind: "assumed"; readonly why: string }
  /** Estimated here, from the named data sets. */
  | { readonly kind: "fitted"; readonly to: readonly string[]; readonly why: string }
  /** Computed from other cited numbers. */
  | { readonly kind: "derived"; readonly how: string; readonly sources: readonly string[] }
  /** Set by the person who wrote the study. */
  | { readonly kind: "given"; readonly by: string };

/** Between-person variability of a parameter, as the model declares it. */
export type Spread =
  | { readonly kind: "lognormal"; readonly cv: number }
  | { readonly kind: "normal"; readonly cv: number };

export interface Parameter {
  readonly value: number;
  readonly unit: string;
  readonly label: string;
  readonly provenance: Provenance;
  readonly spread?: Spread;
}

/** A value that events may change and that stays constant between them, such as an infusion. */
export interface Forcing {
  readonly unit: string;
  readonly label: string;
}

/** A name for a formula. Its unit is checked against what the formula gives. */
export interface Definition {
  readonly text: string;
  readonly unit: string;
  readonly label?: string;
}

export interface State {
  readonly unit: string;
  readonly label: string;
  /** Value at the beginning, in `unit`; 0 when absent. */
  readonly initial?: number;
  /** What is conserved: the amounts of one substance sum to what was given of it. */
  readonly substance?: string;
  /**
   * The size at which its error matters, in `unit`; for amounts the dose says it. Infinity for
   * a state that steps need not care for.
   */
  readonly scale?: number;
}

export interface Transfer {
  /** A state, of this block or by its global name, or null for outside of the model. */
  readonly from: string | null;
  readonly to: string | null;
  readonly rate: string;
  readonly label: string;
}

export interface Output {
  readonly text: string;
  readonly unit: string;
  readonly label: string;
}

export interface Block {
  readonly name: string;
  /** Names of other blocks as this one calls them, with the unit it expects. */
  readonly inputs?: Readonly<Record<string, { readonly is: string; readonly unit: string }>>;
  readonly parameters?: Readonly<Record<string, Parameter>>;
  readonly forcings?: Readonly<Record<string, Forcing>>;
  readonly define?: Readonly<Record<string, Definition>>;
  readonly states?: Readonly<Record<string, State>>;
  readonly transfers?: Readonly<Record<string, Transfer>>;
  readonly rates?: Readonly<Record<string, string>>;
  /** Keys are the names by which a study records them, for instance `midazolam/liver`. */
  readonly outputs?: Readonly<Record<string, Output>>;
}

export interface Model {
  readonly name: string;
  readonly blocks: readonly Block[];
  /** Outputs to compute; all when absent. */
  readonly record?: readonly string[];
  /** Outputs whose integral over time is a state of its own, `AUC <output>`. */
  readonly accumulate?: readonly string[];
}

/** Something a person can mend: what, in which thing, and what to do about it. */
export interface Problem {
  readonly code: string;
  readonly subject: string;
  readonly message: string;
}

export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly Problem[] };

// ——— shorthands for writing provenance ———

export function from(source: string, where: string): Provenance {
  return { kind: "from", source, where };
}

export function assumed(why: string): Provenance {
  return { kind: "assumed", why };
}

export function fitted(to: readonly string[], why: string): Provenance {
  return { kind: "fitted", to, why };
}

export function derived(how: string, ...sources: readonly string[]): Provenance {
  return { kind: "derived", how, sources };
}
