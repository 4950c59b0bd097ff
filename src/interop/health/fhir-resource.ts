/** What the readers of single FHIR resources are given, and give. */
import type { TwinFacts } from "../../pharmacology/twin/twin";
import type { Fields } from "./json-tree";
import type { Draft, Remark } from "./understood";

/** What one resource says. */
export interface ResourceFound {
  readonly facts?: Partial<TwinFacts>;
  readonly drafts?: readonly Draft[];
  readonly ignored?: readonly Remark[];
  readonly remarks?: readonly Remark[];
}

/** Finds what a reference points to, within the file. */
export type Resolve = (reference: string, from: Fields) => Fields | undefined;
