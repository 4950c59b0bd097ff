/** Provenance as this room writes it: source ids are checked by the compiler. */
import { derived as derivedFrom, from as fromSource, type Provenance } from "../core/model/model";
import type { SourceId } from "./sources";

export { assumed } from "../core/model/model";

export function from(source: SourceId, where: string): Provenance {
  return fromSource(source, where);
}

export function derived(how: string, ...sources: readonly SourceId[]): Provenance {
  return derivedFrom(how, ...sources);
}
