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

/** A run stopped after four of five, of whom the page kept three; the second failed. */
const people: NonNullable<PageOfPeople["people"]> = {
  run: {
    request: { study },
    opened: {
      times: Float64Array.of(0),
      outputs: [],
      name: "CPU",
      count: 5,
      countsLength: 0,
      covariates: [],
      modelHash: "abc",
      doseTimes: [],
    },
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
  metrics: [column("a b/plasma", "Cmax", [1, NaN, 2])],
  failed: Uint8Array.of(0, 1, 0),
  backend: "CPU, f64",
  remarks: ["A worker was lost."],
  isOutdated: false,
};
const page: PageOfPeople = { library: { openName: "Mine" }, people };

function linesOf(table: Table | undefined): string[] {
  return table ? [...tableTexts(table)].join("").trimEnd().split("\n") : [];
}

test("a stopped run says how far it came, in every table what it is of", () => {
  expect(linesOf(ribbonsOnPage(page)).slice(1)).toEqual([
    "# study: Mine",
    "# model: abc",
    "# seed: 9",
    "# backend: CPU, f64",
    "# people: 5, 2 with a result, 1 solved again alone, 2 failed",
    "# remark: A worker was lost.",
    "# remark: Only 4 of 5 people were simulated when this was saved.",
    "time_h,output,statistic,value,unit",
    ...["p5", "p25", "p50", "p75", "p95"].map((name, i) => `0,a b/plasma,${name},${i + 1},mg/L`),
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
  const changed = { ...page, people: { ...people, isOutdated: true } };
  const [, title] = linesOf(ribbonsOnPage(changed));
  expect(title).toMatch(/^# study: Caffeine/);
});

test("without a run there is nothing", () => {
  for (const none of [undefined, { ...people, run: undefined, totals: undefined }]) {
    const empty = { ...page, people: none };
    expect([ribbonsOnPage(empty), metricsOnPage(empty), peopleOnPage(empty)]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  }
});
