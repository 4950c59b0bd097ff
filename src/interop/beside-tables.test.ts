import { expect, test } from "vitest";
import { tablesBeside } from "./beside-tables";
import { tableTexts, type Table } from "./table";

const person = { name: "person", holds: "whole number" } as const;
const table = (column: string, ...values: number[]): Table => ({
  version: "1",
  origin: [["seed", "7"]],
  columns: [person, { name: column, holds: "number" }],
  parts: [values.map((value, i) => [i + 1, value])],
});

test("rows say what they are of, and a column that only some have is empty in others", () => {
  const beside = tablesBeside("population", { name: "A, 100 mg", table: table("x", 1, 2) }, [
    { name: "B", table: table("y", 3) },
  ]);
  expect([...tableTexts(beside)].join("").trimEnd().split("\n").slice(1)).toEqual([
    "# population: A, 100 mg",
    "# seed of A, 100 mg: 7",
    "# population: B",
    "# seed of B: 7",
    "population,person,x,y",
    '"A, 100 mg",1,1,',
    '"A, 100 mg",2,2,',
    "B,1,,3",
  ]);
});
