/** What is written is read back, and compared with the same table as CSV. */
import { parquetMetadata, parquetReadObjects } from "hyparquet";
import { expect, test } from "vitest";
import { shippedDrug } from "../pharmacology/drugs/library";
import { parquetParts } from "./parquet";
import { peopleTable } from "./people-table";
import { peopleMetricsTable, type PeopleMetrics, type PeopleOrigin } from "./result-tables";
import { rowsPerPart, tableTexts, type Table } from "./table";

const origin: PeopleOrigin = {
  version: "1.2.3",
  title: "Café",
  modelHash: "abc",
  seed: 7,
  backend: "GPU · an adapter · f32",
  count: 10,
  solved: 9,
  flagged: 0,
  failed: 1,
  missing: [{ person: 4, why: "nobody" }],
  remarks: ["One.", "Two."],
};

function blockOf(count: number): PeopleMetrics {
  const values = Float32Array.from({ length: count }, (_, k) => (k % 7 === 3 ? NaN : Math.PI * k));
  const columns = ["Cmax", "AUC"].map((metric) => ({ output: "x", metric, unit: "mg/L", values }));
  return { people: Array.from({ length: count }, (_, k) => k), columns };
}

function bytesOf(table: Table): ArrayBuffer {
  return Uint8Array.from([...parquetParts(table)].flatMap((part) => [...part])).buffer;
}

/** As the CSV has it: text by text, empty where there is nothing. */
function cellsOf(table: Table): string[][] {
  const lines = [...tableTexts(table)].join("").trimEnd().split("\n");
  return lines.filter((line) => !line.startsWith("#")).map((line) => line.split(","));
}

async function cellsIn(file: ArrayBuffer): Promise<string[][]> {
  const rows = await parquetReadObjects({ file });
  const [first = {}] = rows;
  const texts = rows.map((row) => Object.values(row).map((value) => String(value ?? "")));
  return [Object.keys(first), ...texts];
}

test("holds every number of the CSV, to the last bit, over several row groups", async () => {
  const table = () => peopleMetricsTable(origin, [blockOf(rowsPerPart)]);
  const file = bytesOf(table());
  expect(parquetMetadata(file).row_groups).toHaveLength(2);
  expect(await cellsIn(file)).toEqual(cellsOf(table()));
});

test("says what made it, one entry a key", () => {
  const { key_value_metadata, created_by } = parquetMetadata(
    bytesOf(peopleMetricsTable(origin, [])),
  );
  expect(created_by).toBe("Perfuse 1.2.3");
  expect(
    Object.fromEntries((key_value_metadata ?? []).map(({ key, value }) => [key, value])),
  ).toEqual({
    perfuse: "1.2.3",
    notice: "simulation, not advice",
    study: "Café",
    model: "abc",
    seed: "7",
    backend: "GPU · an adapter · f32",
    adapter: "an adapter",
    people: "10, 9 with a result, 0 solved again alone, 1 failed",
    remark: "One.\nTwo.",
  });
});

test("holds people as their table does, and nothing of nobody", async () => {
  const made = (count: number) => {
    const study = {
      perfuse: 1,
      drugs: ["midazolam"],
      people: { many: { count, seed: 3 } },
      doses: [],
    } as const;
    const table = peopleTable(study, { version: "1.2.3", lookup: shippedDrug });
    if (!table.ok) throw new Error(table.problems[0]?.message);
    return table.value;
  };
  expect(await cellsIn(bytesOf(made(20)))).toEqual(cellsOf(made(20)));
  const empty = bytesOf({ ...made(1), parts: [] });
  expect(parquetMetadata(empty).num_rows).toBe(0n);
});
