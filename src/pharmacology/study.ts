/**
 * A study: whom, what is given, what to record. Plain data, as the study file spells it.
 *
 * `public/schema/study-1.json` publishes the same shape; interop/study-file.ts reads it. Times in
 * h, amounts in mg. What is left open is filled by `withDefaults` of engine/plan.ts, which says
 * what it filled.
 */
import type { PersonRequest } from "./body/person";
import type { StateRequest } from "./people/in-condition";
import type { ManyRequest } from "./people/request";
import type { Drug } from "./drug";
import type { Formulation } from "./mechanisms/absorption";
import type { Thresholds } from "./thresholds";

export const routes = ["iv", "oral"] as const;
export type Route = (typeof routes)[number];

/** What an amount is an amount of: the drug itself, or the salt that its file declares. */
export const amountsOf = ["base", "salt"] as const;
export type AmountOf = (typeof amountsOf)[number];

export interface DoseRequest {
  /** Id of one of the study's drugs. */
  readonly drug: string;
  readonly route: Route;
  /** One of the two. */
  readonly amountMg?: number;
  readonly amountMgPerKg?: number;
  /** The drug itself when absent. */
  readonly amountOf?: AmountOf;
  readonly atHours: number;
  /** Makes it an infusion (intravenous only). */
  readonly overHours?: number;
  /** Repeats: `count` doses in all, `everyHours` apart. */
  readonly everyHours?: number;
  readonly count?: number;
  /** Of a swallowed dose; when absent what the drug declares: its Weibull release, else a tablet. */
  readonly formulation?: Formulation;
  readonly fed?: boolean;
}

/** What a study says besides whom it is about. */
export interface StudyFrame {
  readonly perfuse: 1;
  readonly title?: string;
  /** Ids of shipped drugs, or whole drugs. */
  readonly drugs: readonly (string | Drug)[];
  readonly doses: readonly DoseRequest[];
  readonly fromHours?: number;
  readonly untilHours?: number;
  readonly record?: {
    readonly everyHours?: number;
    readonly outputs?: readonly string[];
  };
  /** Values of model parameters by name, in the unit that the parameter is listed with. */
  readonly overrides?: Readonly<Record<string, number>>;
  /** Only of many people: what is counted is who is above, and for how long. */
  readonly thresholds?: Thresholds;
}

export interface OneRequest extends PersonRequest, StateRequest {}

export interface Study extends StudyFrame {
  readonly people: { readonly one: OneRequest };
}

export interface StudyOfMany extends StudyFrame {
  readonly people: { readonly many: ManyRequest };
}
