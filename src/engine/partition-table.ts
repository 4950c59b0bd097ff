/** All partition methods for one drug in one person, side by side, with the volume each implies. */
import { organs } from "../pharmacology/body/organs";
import type { Person } from "../pharmacology/body/person";
import type { Drug } from "../pharmacology/drug";
import { predictedPartition } from "../pharmacology/mechanisms/distribution";
import { partitionMethods, type PartitionMethod } from "../pharmacology/mechanisms/partition";
import { bloodPlasmaRatio } from "../pharmacology/mechanisms/plasma";
import type { PartitionTable } from "./api";
import { cite, describeProvenance } from "./describe";

export function partitionTable(drug: Drug, person: Person): PartitionTable {
  const ids = Object.keys(partitionMethods) as PartitionMethod[];
  const factor = drug.partition.factor?.value ?? 1;
  const rows = organs.map(({ id, name }) => ({
    organ: id,
    name,
    byMethod: Object.fromEntries(
      ids.map((method) => [method, predictedPartition(method, drug, id)(person)]),
    ),
    used: factor * predictedPartition(drug.partition.method, drug, id)(person),
  }));
  const volume = (Kp: (row: (typeof rows)[number]) => number) =>
    bloodEquivalent(drug, person) +
    rows.reduce((sum, row) => sum + Kp(row) * person.volume[row.organ], 0);
  return {
    drug: drug.id,
    method: drug.partition.method,
    methods: ids.map((id) => ({
      id,
      name: partitionMethods[id].name,
      source: sourceOf(id),
      vssL: volume((row) => row.byMethod[id] ?? Number.NaN),
    })),
    rows,
    usedVssL: volume((row) => row.used),
  };
}

/** The method, and where the composition of the tissues is from. */
function sourceOf(id: PartitionMethod): string {
  const { sources, composition } = partitionMethods[id];
  const method = sources.map(cite).join(" ");
  return `${method} Tissues: ${describeProvenance(composition)}`;
}

/** Blood as the volume of plasma that would hold the same drug. */
function bloodEquivalent(drug: Drug, person: Person): number {
  const ratio = bloodPlasmaRatio(drug);
  const BP = typeof ratio === "number" ? ratio : ratio(person);
  return BP * (person.arterialBloodVolume + person.venousBloodVolume);
}
