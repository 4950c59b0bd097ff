/** What a study's model holds, as lists for people and scripts: parameters and outputs. */
import type { Model, Provenance } from "../core/model/model";
import { sources } from "../pharmacology/sources";

export interface ListedParameter {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly label: string;
  readonly source: string;
  readonly provenance: Provenance;
}

export interface ListedOutput {
  readonly name: string;
  readonly unit: string;
  readonly label: string;
}

export function parametersOf(model: Model): ListedParameter[] {
  return model.blocks.flatMap((block) =>
    Object.entries(block.parameters ?? {}).map(([local, parameter]) => ({
      name: `${block.name}.${local}`,
      value: parameter.value,
      unit: parameter.unit,
      label: parameter.label,
      source: describeProvenance(parameter.provenance),
      provenance: parameter.provenance,
    })),
  );
}

/** @param model as assembled, before its outputs are narrowed to those recorded */
export function outputsOf(model: Model): ListedOutput[] {
  return model.blocks.flatMap((block) =>
    Object.entries(block.outputs ?? {}).map(([name, { unit, label }]) => ({ name, unit, label })),
  );
}

/** One line: where a number comes from. */
export function describeProvenance(provenance: Provenance): string {
  switch (provenance.kind) {
    case "from":
      return `${cite(provenance.source)} (${provenance.where})`;
    case "assumed":
      return `assumed: ${provenance.why}`;
    case "fitted":
      return `fitted to ${provenance.to.join(" and ")}: ${provenance.why}`;
    case "derived": {
      const of = provenance.sources.map(cite).join("; ");
      return of === "" ? `derived: ${provenance.how}` : `derived: ${provenance.how}. From: ${of}`;
    }
    case "given":
      return `given by ${provenance.by}`;
    default:
      return provenance satisfies never;
  }
}

/** The citation of a source id; what is no id of ours is a citation itself. */
export function cite(source: string): string {
  const known: Readonly<Record<string, string>> = sources;
  return Object.hasOwn(known, source) ? (known[source] ?? source) : source;
}
