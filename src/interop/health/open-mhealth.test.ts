/** Open mHealth: the schemas' own examples, those that should pass and those that should not. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readOpenMhealth } from "./open-mhealth";
import { codeOf, reading, understood } from "./reading-for-tests";

const examples = JSON.parse(
  readFileSync("tests/fixtures/health/open-mhealth.json", "utf8"),
) as Record<string, unknown>;
const read = (value: unknown) => readOpenMhealth(JSON.stringify(value), reading);

test.each(Object.keys(examples).filter((name) => name.includes("shouldFail-empty")))(
  "%s is none",
  (name) => expect(codeOf(read(examples[name]))).toBe("not-open-mhealth"),
);

test.each(
  Object.keys(examples).filter(
    (name) => name.includes("shouldFail") && !name.includes("shouldFail-empty"),
  ),
)("%s gives no event and a reason", (name) => {
  const { events, questions, ignored } = understood(read(examples[name]));
  expect(events).toEqual([]);
  expect(questions).toEqual([]);
  expect(ignored).toHaveLength(1);
});

test.each([
  ["body-weight-3.0-shouldPass-body-weight-only", "weight", 50, "2020-02-05T09:45:00-08:00"],
  // an interval within a day; noon stands for the day
  ["step-count-3.0-shouldPass-valid-step-count", "steps", 10600, "2016-02-05T12:00:00Z"],
] as const)("%s is an event", (name, what, value, at) => {
  expect(understood(read(examples[name])).events).toMatchObject([{ what, value, at }]);
});

test.each([
  ["heart-rate-2.0-shouldPass-with-descriptive-statistic", "minimum of a time"],
  ["step-count-3.0-shouldPass-with-maximum", "maximum of a time"],
  ["blood-glucose-4.0-shouldPass-with-everything", "nothing of it enters"],
  ["sleep-duration-2.0-shouldPass-valid-sleep-duration", "nothing of it enters"],
])("%s is valid and not ours", (name, why) => {
  const { events, ignored } = understood(read(examples[name]));
  expect(events).toEqual([]);
  expect(ignored[0]?.why).toContain(why);
});

test("a list of points with headers is read, and steps of a day are added up", () => {
  const steps = (value: number, from: string, to: string) => ({
    header: { id: "secret" },
    body: {
      step_count: { value, unit: "steps" },
      effective_time_frame: {
        time_interval: { start_date_time: from, end_date_time: to },
      },
    },
  });
  const { events } = understood(
    read([
      steps(400, "2026-11-01T08:00:00+01:00", "2026-11-01T09:00:00+01:00"),
      steps(600, "2026-11-01T18:00:00+01:00", "2026-11-01T19:00:00+01:00"),
    ]),
  );
  expect(events).toMatchObject([{ what: "steps", value: 1000, at: "2026-11-01T12:00:00+01:00" }]);
});
