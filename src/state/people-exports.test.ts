import { expect, test } from "vitest";
import { tableTexts, type Table } from "../interop/table";
import { metricsOnPage, peopleOnPage, ribbonsOnPage, type PageOfPeople } from "./people-exports";

const study = {
  perfuse: 1,
  drugs: ["caffeine"],
  people: { many: { count: 5, seed: 9 } },
  doses: [{ drug: "caffeine", route: "oral", amountMg: 100, atHours: 0 }],
} as const;

const column = (output: string, name: string, values: readonly number[]) => ({
  id: `${output} ${name}`,
  name,
  unit: "mg/L",
  values: Float32Array.from(values),
});

type Side = NonNullable<PageOfPeople["people"]>["sides"]["all"][number];

/** A run stopped after four of five, of whom the page kept three; the second failed. */
const result: Side["result"] = {
  request: { study },
  opened: {
    times: Float64Array.of(0),
    outputs: [{ name: "a b/plasma", label: "", unit: "mg/L", factor: 1, lowest: 0 }],
    name: "CPU",
    count: 5,
    countsLength: 0,
    covariates: [],
    modelHash: "abc",
    doseTimes: [],
  },
  totals: {
    count: 5,
    done: 4,
    solved: 2,
    redraws: 0,
    flagged: 1,
    missing: 2,
    missingList: [
      { person: 1, why: "too stiff" },
      { person: 3, why: "nobody" },
    ],
    checked: 0,
    worstDifference: 0,
  },
  ribbons: [
    {
      output: "a b/plasma",
      label: "",
      unit: "mg/L",
      times: Float64Array.of(0),
      quantiles: [1, 2, 3, 4, 5].map((value) => Float64Array.of(value)),
    },
  ],
  means: [Float64Array.of(3.5)],
  metrics: [column("a b/plasma", "Cmax", [1, NaN, 2])],
  failed: Uint8Array.of(0, 1, 0),
  backend: "CPU, f64",
  remarks: ["A worker was lost."],
};
const side: Side = { id: 1, result, ownName: undefined, person: undefined };

const pageOf = (all: readonly Side[], isOutdated = false): PageOfPeople => ({
  library: { openName: "Mine" },
  people: { isOutdated, sides: { all, current: all.at(-1) } },
});
const page = pageOf([side]);

function linesOf(table: Table | undefined): string[] {
  return table ? [...tableTexts(table)].join("").trimEnd().split("\n") : [];
}

test("a stopped run says how far it came, in every table what it is of", () => {
  expect(linesOf(ribbonsOnPage(page)).slice(1)).toEqual([
    "# study: Mine",
    "# model: abc",
    "# seed: 9",
    "# backend: CPU, f64",
    "# adapter: none, on the CPU",
    "# people: 5, 2 with a result, 1 solved again alone, 2 failed",
    "# remark: A worker was lost.",
    "# remark: Only 4 of 5 people were simulated when this was saved.",
    "time_h,output,statistic,value,unit",
    ...["p5", "p25", "p50", "p75", "p95"].map((name, i) => `0,a b/plasma,${name},${i + 1},mg/L`),
    "0,a b/plasma,mean,3.5,mg/L",
  ]);
});

test("metrics are of those whom the page kept, and name the failed among them", () => {
  const lines = linesOf(metricsOnPage(page));
  expect(lines).toContain("# remark: Rows are of the first 3 of 5 people.");
  expect(lines.slice(lines.indexOf("person,output,metric,value,unit,status") + 1)).toEqual([
    "2,,,,,failed: too stiff",
    "1,a b/plasma,Cmax,1,mg/L,ok",
    "3,a b/plasma,Cmax,2,mg/L,ok",
  ]);
});

test("people are those whom the page kept", () => {
  const lines = linesOf(peopleOnPage(page)).filter((line) => !line.startsWith("#"));
  expect(lines.slice(1).map((line) => line.split(",")[0])).toEqual(["1", "2", "3"]);
});

test("what is of a study changed since is not called by its name", () => {
  const [, title] = linesOf(ribbonsOnPage(pageOf([side], true)));
  expect(title).toMatch(/^# study: Caffeine/);
});

test("of several side by side every row says of which, and so does what they are made from", () => {
  const doses = study.doses.map((dose) => ({ ...dose, amountMg: 50 }));
  const other = { ...result, request: { study: { ...study, doses } } };
  const two = pageOf([side, { ...side, id: 2, result: other, ownName: "Half" }]);
  const lines = linesOf(ribbonsOnPage(two));
  expect(lines).toContain("# population: A, 100 mg");
  expect(lines).toContain("# seed of B, Half: 9");
  // the one that is no more the page's is called by its doses
  expect(lines.find((line) => line.startsWith("# study of A"))).toMatch(/: Caffeine, 100 mg/);
  expect(lines).toContain("# study of B, Half: Mine");
  expect(lines).toContain("population,time_h,output,statistic,value,unit");
  expect(lines).toContain('"A, 100 mg",0,a b/plasma,p50,3,mg/L');
  expect(lines.filter((line) => line.startsWith('"B, Half",'))).toHaveLength(6);
});

test("a person beside has one row for each number", () => {
  const curves = [Float64Array.of(7)];
  const two = pageOf([side, { ...side, id: 2, person: { number: 2, curves } }]);
  const rowsOf = (table: Table | undefined) =>
    linesOf(table).filter((line) => line.startsWith('"B, Person 3",') || line.startsWith("Person"));
  expect(linesOf(ribbonsOnPage(two)).at(-1)).toBe('"B, Person 3",0,a b/plasma,person 3,7,mg/L');
  expect(rowsOf(metricsOnPage(two))).toEqual(['"B, Person 3",3,a b/plasma,Cmax,2,mg/L,ok']);
  expect(rowsOf(peopleOnPage(two)).map((line) => line.split(",")[2])).toEqual(["3"]);
});

test("without a run there is nothing", () => {
  for (const none of [{ ...page, people: undefined }, pageOf([])]) {
    const all = [ribbonsOnPage(none), metricsOnPage(none), peopleOnPage(none)];
    expect(all).toEqual([undefined, undefined, undefined]);
  }
});
