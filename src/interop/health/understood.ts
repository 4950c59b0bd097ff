/**
 * What a reader of health files understood: facts and events that a twin can take, questions about
 * what the file left open, and what was left aside, with the reason. Plain data: workers send it.
 *
 * A question carries drafts, events that lack something. `gather.ts` makes questions of drafts and
 * completes them from answers; nothing here decides. What a file does not say is never filled in.
 */
import type { Route } from "../../pharmacology/study";
import type { Formulation } from "../../pharmacology/mechanisms/absorption";
import type { Measurable, Moment, TwinEvent, TwinFacts } from "../../pharmacology/twin/twin";

export interface Understood {
  readonly facts: Partial<TwinFacts>;
  /** Ids of the drugs that the events name. */
  readonly drugs: readonly string[];
  /** Complete, in order of time; their ids follow from what they say, so a file read twice gives the same. */
  readonly events: readonly TwinEvent[];
  readonly questions: readonly Question[];
  readonly ignored: readonly Remark[];
  /** What was done to what is kept, such as a salt's mass written as the drug's. */
  readonly remarks: readonly Remark[];
}

export interface Remark {
  /** "Observation: Body mass index" */
  readonly what: string;
  readonly why: string;
  readonly count: number;
}

/** What is asked decides how it is answered. */
export type QuestionKind = "time" | "moment" | "zone" | "unit" | "drug" | "amount" | "choice";

export interface Question {
  /** The same for the same question about the same file. */
  readonly id: string;
  readonly kind: QuestionKind;
  /** A whole sentence for the person. */
  readonly text: string;
  /** What it is about, in the file's words; a few examples where there are many. */
  readonly about: readonly string[];
  /** How many entries of the file wait for the answer. */
  readonly count: number;
  /** Of `unit`, `drug` and `choice`. */
  readonly options?: readonly Option[];
  /** Of `amount`: what is asked for, and between what. */
  readonly amount?: {
    readonly unit: string;
    readonly least: number;
    readonly most: number;
    readonly whole?: boolean;
  };
  /** What the answer completes. */
  readonly drafts: readonly Draft[];
}

export interface Option {
  readonly value: string;
  readonly label: string;
}

export type Answer =
  /** `time` as "07:30", or "unknown": some time of that day. `zone` as "Europe/Berlin" or "+01:00". */
  | { readonly kind: "time"; readonly time: string; readonly zone: string }
  /** `day` as "2026-11-20". */
  | { readonly kind: "moment"; readonly day: string; readonly time: string; readonly zone: string }
  | { readonly kind: "zone"; readonly zone: string }
  | { readonly kind: "unit" | "drug" | "choice"; readonly value: string }
  | { readonly kind: "amount"; readonly value: number }
  /** What the question is about is not taken over. */
  | { readonly kind: "leave-out" };

/** Of a drug that a file may name. */
export interface KnownDrug {
  readonly id: string;
  readonly name: string;
  readonly molarMassGPerMol: number;
  readonly salt?: { readonly name: string; readonly share: number };
}

/** What a reader is told besides the file. */
export interface Reading {
  /** The file's name: what every event carries as its source. */
  readonly source: string;
  readonly drugs: readonly KnownDrug[];
  /** The moment of reading: ages are of this day, and what is later was not measured yet. */
  readonly now: Moment;
}

// ——— drafts ———

/** What a file says of a time. */
export type When =
  | { readonly known: "moment"; readonly at: Moment; readonly minutesOff?: number }
  /** Without an offset from UTC: "2026-11-20T07:30:00". */
  | { readonly known: "local"; readonly local: string }
  | { readonly known: "day"; readonly day: string }
  | { readonly known: "nothing" };

interface Drafted {
  /** In the file's words: "Vancomycin trough, 12.3 mg/L". */
  readonly label: string;
  readonly source: string;
  readonly when: When;
}

export interface LevelDraft extends Drafted {
  readonly kind: "level";
  /** Id of a known drug. */
  readonly drug?: string;
  /** What the file calls it. */
  readonly called?: string;
  readonly value: number;
  readonly unit?: string;
  readonly isBelow?: boolean;
  /** Absent where the file does not make plain that it is a concentration of the drug in plasma. */
  readonly inPlasma?: true;
}

export interface DoseDraft extends Drafted {
  readonly kind: "dose";
  readonly drug?: string;
  readonly called?: string;
  readonly value?: number;
  readonly unit?: string;
  /** Whether the mass is that of the drug, or of the salt that labels name. */
  readonly massOf?: "drug" | "salt";
  readonly route?: Route;
  readonly overHours?: number;
  readonly everyHours?: number;
  /** Whether it was one dose or how often it was taken is not said. */
  readonly rhythm?: "unknown";
  /** With `everyHours`; absent where the file does not say for how long. */
  readonly count?: number;
  readonly formulation?: Formulation;
  readonly fed?: boolean;
  /** Absent where the file holds an order only. */
  readonly wasTaken?: true;
}

export interface MeasuredDraft extends Drafted {
  readonly kind: "measured";
  readonly what: Measurable | "height";
  readonly value: number;
  readonly unit?: string;
}

/** An age that the file gives too coarsely. */
export interface AgeDraft extends Drafted {
  readonly kind: "age";
  /** Of the day of reading; absent until it is answered. */
  readonly years?: number;
}

/** A genotype that the file leaves between several diplotypes. */
export interface GeneDraft extends Drafted {
  readonly kind: "gene";
  readonly gene: string;
  readonly options: readonly Option[];
  /** What the file does not settle, as a sentence. */
  readonly open: string;
}

export type Draft = LevelDraft | DoseDraft | MeasuredDraft | AgeDraft | GeneDraft;
