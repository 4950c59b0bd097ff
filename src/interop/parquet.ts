/**
 * A table as Parquet: columns with types, for programs; numbers as the CSV has them, in a fraction
 * of its size. What made the table is in the file's key-value metadata.
 *
 * Row group after row group, so a long table is never whole in memory. Loaded only where a Parquet
 * file is asked for.
 */
import {
  ByteWriter,
  ParquetWriter,
  schemaFromColumnData,
  type BasicType,
  type ColumnSource,
} from "hyparquet-writer";
import type { Cell, Row } from "./csv";
import { notice, type Table, type TableColumn } from "./table";

export function* parquetParts(table: Table): Generator<Uint8Array<ArrayBuffer>> {
  const writer = new ByteWriter();
  const file = new ParquetWriter({
    writer,
    schema: schemaFromColumnData({ columnData: columnData(table.columns, []) }),
    kvMetadata: metadataOf(table),
    createdBy: `Perfuse ${table.version}`,
  });
  for (const rows of table.parts) {
    if (rows.length === 0) continue;
    void file.write({ columnData: columnData(table.columns, rows), rowGroupSize: rows.length });
    yield take(writer);
  }
  void file.finish();
  yield take(writer);
}

// ——— the parts ———

const types: Readonly<Record<TableColumn["holds"], BasicType>> = {
  text: "STRING",
  number: "DOUBLE",
  "whole number": "INT32",
};

function columnData(columns: readonly TableColumn[], rows: readonly Row[]): ColumnSource[] {
  return columns.map(({ name, holds }, i) => ({
    name,
    type: types[holds],
    data: rows.map((row) => known(row[i])),
  }));
}

/** A number that could not be computed is null, as it is empty in the CSV. */
function known(cell: Cell): string | number | null {
  if (cell === undefined) return null;
  return typeof cell === "number" && !Number.isFinite(cell) ? null : cell;
}

/** One entry a key: readers make a dictionary of them. */
function metadataOf({ version, origin }: Table) {
  const values = new Map([
    ["perfuse", version],
    ["notice", notice],
  ]);
  for (const [key, value] of origin) {
    const before = values.get(key);
    values.set(key, before === undefined ? value : `${before}\n${value}`);
  }
  return Array.from(values, ([key, value]) => ({ key, value }));
}

/** What was written since; places in the file go on counting from its start. */
function take(writer: ByteWriter): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(writer.getBuffer());
  writer.index = 0;
  return bytes;
}
