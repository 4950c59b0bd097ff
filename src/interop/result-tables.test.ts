import { expect, test } from "vitest";
import { peopleMetricsTable, ribbonsTable, type PeopleOrigin } from "./result-tables";
import { rowsPerPart, tableTexts } from "./table";

const origin: PeopleOrigin = {
  version: "1.2.3",
  title: "Two\nlines",
  modelHash: "abc",
  seed: 7,
  backend: "GPU · an adapter · f32, then CPU · WebAssembly · f64",
  count: 4,
  solved: 3,
  flagged: 2,
  failed: 1,
  missing: [{ person: 2, why: "nobody, ever" }],
  remarks: ["The GPU was lost."],
};

const column = (metric: string, values: readonly number[]) => ({
  output: "caffeine/venous-plasma",
  metric,
  unit: "mg/L",
  values: Float32Array.from(values),
});

test("each person's metrics stand under what made them, people numbered from 1", () => {
  const blocks = [
    { people: [0, 1], columns: [column("Cmax", [0.5, 0.25]), column("Cmin", [NaN, 0.125])] },
    { people: [3], columns: [column("Cmax", [2]), column("Cmin", [1])] },
  ];
  expect([...tableTexts(peopleMetricsTable(origin, blocks))].join("")).toBe(
    `# Perfuse 1.2.3, simulation, not advice
# study: Two lines
# model: abc
# seed: 7
# backend: GPU · an adapter · f32, then CPU · WebAssembly · f64
# adapter: an adapter
# people: 4, 3 with a result, 2 solved again alone, 1 failed
# remark: The GPU was lost.
person,output,metric,value,unit,status
3,,,,,"failed: nobody, ever"
1,caffeine/venous-plasma,Cmax,0.5,mg/L,ok
2,caffeine/venous-plasma,Cmax,0.25,mg/L,ok
2,caffeine/venous-plasma,Cmin,0.125,mg/L,ok
4,caffeine/venous-plasma,Cmax,2,mg/L,ok
4,caffeine/venous-plasma,Cmin,1,mg/L,ok
`,
  );
});

test("percentiles are written time after time", () => {
  const statistics = [
    { name: "p5", values: Float64Array.of(1, 2) },
    { name: "p50", values: Float64Array.of(3, NaN) },
  ];
  const curve = { output: "x", unit: "mg/L", times: Float64Array.of(0, 0.5), statistics };
  const text = [...tableTexts(ribbonsTable(origin, [curve]))].join("");
  const rows = text
    .trimEnd()
    .split("\n")
    .filter((line) => !line.startsWith("#"));
  expect(rows).toEqual([
    "time_h,output,statistic,value,unit",
    "0,x,p5,1,mg/L",
    "0,x,p50,3,mg/L",
    "0.5,x,p5,2,mg/L",
    "0.5,x,p50,,mg/L",
  ]);
});

test("a long table comes in parts of whole lines", () => {
  const count = 2 * rowsPerPart + 1;
  const people = Array.from({ length: count }, (_, k) => k);
  const blocks = [{ people, columns: [column("Cmax", people)] }];
  const texts = [...tableTexts(peopleMetricsTable({ ...origin, missing: [] }, blocks))];
  const lengths = texts.slice(1).map((text) => text.split("\n").length - 1);
  expect(lengths).toEqual([rowsPerPart, rowsPerPart, 1]);
  for (const text of texts) expect(text.endsWith("\n")).toBe(true);
});
