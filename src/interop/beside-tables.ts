/**
 * Tables of one kind as one, with a first column that says which of them a row is of.
 *
 * Columns that only some have are empty in the others.
 */
import type { Row } from "./csv";
import type { Table, TableColumn } from "./table";

export interface NamedTable {
  readonly name: string;
  readonly table: Table;
}

/** @param kind  the name of the first column, such as "population" */
export function tablesBeside(
  kind: string,
  first: NamedTable,
  others: readonly NamedTable[],
): Table {
  const all = [first, ...others];
  const columns = columnsOf(all);
  return {
    version: first.table.version,
    origin: all.flatMap(({ name, table }) => [
      [kind, name] as const,
      ...table.origin.map(([what, value]) => [`${what} of ${name}`, value] as const),
    ]),
    columns: [{ name: kind, holds: "text" }, ...columns],
    parts: partsOf(all, columns),
  };
}

// ——— the parts ———

function columnsOf(all: readonly NamedTable[]): TableColumn[] {
  const byName = new Map(all.flatMap(({ table }) => table.columns.map((one) => [one.name, one])));
  return [...byName.values()];
}

function* partsOf(all: readonly NamedTable[], columns: readonly TableColumn[]) {
  for (const { name, table } of all) {
    const places = columns.map((column) =>
      table.columns.findIndex((own) => own.name === column.name),
    );
    for (const part of table.parts) {
      yield part.map((row): Row => [name, ...places.map((place) => row[place])]);
    }
  }
}
