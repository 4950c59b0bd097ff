/**
 * Hands out what is to be scored, one at a time, to several who ask.
 *
 * Whoever scored something of a drug gets the next of the same drugs, whose model is compiled there
 * already; who comes new gets what nobody is busy with. Interactions come first, for they take
 * longest, and a long one at the end would have the others wait.
 */
import type { EvidenceSet, InteractionRow } from "../pharmacology/evidence";

export type EvidenceTask =
  | { readonly kind: "set"; readonly id: string; readonly set: EvidenceSet }
  | { readonly kind: "interaction"; readonly id: string; readonly row: InteractionRow };

export function evidenceTasks(
  sets: readonly EvidenceSet[],
  rows: readonly InteractionRow[],
): EvidenceTask[] {
  return [
    ...rows.map((row) => ({ kind: "interaction" as const, id: row.id, row })),
    ...sets.map((set) => ({ kind: "set" as const, id: set.id, set })),
  ];
}

export class EvidenceQueue {
  /** By the drugs that are given, in the order in which they are to be begun. */
  readonly #lots = new Map<string, EvidenceTask[]>();
  /** The lot that each who asks is busy with. */
  readonly #heldBy = new Map<number, string>();

  constructor(tasks: readonly EvidenceTask[]) {
    for (const task of tasks) {
      const lot = this.#lots.get(lotOf(task));
      if (lot) lot.push(task);
      else this.#lots.set(lotOf(task), [task]);
    }
  }

  /** @returns undefined when there is no more */
  take(asker: number): EvidenceTask | undefined {
    const name = this.#lotFor(asker);
    if (name === undefined) return undefined;
    this.#heldBy.set(asker, name);
    const lot = this.#lots.get(name);
    const task = lot?.shift();
    if (lot?.length === 0) this.#lots.delete(name);
    return task;
  }

  #lotFor(asker: number): string | undefined {
    const own = this.#heldBy.get(asker);
    if (own !== undefined && this.#lots.has(own)) return own;
    const held = new Set(this.#heldBy.values());
    const names = [...this.#lots.keys()];
    return names.find((name) => !held.has(name)) ?? this.#longest(names);
  }

  #longest(names: readonly string[]): string | undefined {
    const lengthOf = (name: string) => this.#lots.get(name)?.length ?? 0;
    return names.toSorted((a, b) => lengthOf(b) - lengthOf(a))[0];
  }
}

function lotOf(task: EvidenceTask): string {
  const drugs =
    task.kind === "set"
      ? [task.set.drug, ...(task.set.with ?? [])]
      : [task.row.victim, task.row.perpetrator];
  return drugs.join(" ");
}
