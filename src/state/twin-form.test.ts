import { describe, expect, test } from "vitest";
import { shippedDrug } from "../pharmacology/drugs/library";
import type { TwinEvent } from "../pharmacology/twin/twin";
import { addLines, problemWith } from "./twin-events";
import { emptyTwin } from "./twin-edit";
import { draftOf, emptyDraft, eventFrom, type EventDraft } from "./twin-form";

const nowMs = Date.parse("2026-11-21T08:00:00Z");
const drugs = ["vancomycin", "theophylline"].flatMap((id) => shippedDrug(id) ?? []);
const dose: EventDraft = { ...emptyDraft("dose", drugs, nowMs), day: "2026-11-19", time: "08:00" };

describe("an event that is opened in the form and saved is the same", () => {
  const events: readonly TwinEvent[] = [
    {
      kind: "dose",
      id: "a",
      at: "2026-11-19T08:00:00+01:00",
      drug: "theophylline",
      route: "oral",
      amountMg: 200,
      everyHours: 12,
      count: 3,
      formulation: "tablet",
      fed: false,
      taken: 0.8,
      minutesOff: 20,
    },
    {
      kind: "dose",
      id: "b",
      at: "2026-11-19T08:00:00-05:00",
      drug: "vancomycin",
      route: "iv",
      amountMg: 1000,
      overHours: 1.5,
      source: "a file",
    },
    { kind: "level", id: "c", at: "2026-11-20T07:30:00Z", drug: "vancomycin", mgPerL: 14.2 },
    { kind: "measured", id: "d", at: "2026-11-20T07:30:00Z", what: "creatinine", value: 1.1 },
    { kind: "illness", id: "e", at: "2026-11-20T07:30:00Z", what: "liver", hepatic: "B" },
  ];
  test.each(events)("$kind $id", (event) => {
    const { id: _id, ...rest } = event;
    const draft = draftOf(event, drugs, nowMs);
    expect(eventFrom(draft, drugs, nowMs, event.source)).toEqual({ ok: true, value: rest });
  });
});

describe("a form is refused at the field:", () => {
  test.each<[keyof EventDraft, Partial<EventDraft>]>([
    ["amount", { amount: "0" }],
    ["amount", { amount: "" }],
    ["amount", { amount: "1e9" }],
    ["route", { amount: "10", route: "oral" }],
    ["overMinutes", { amount: "10", route: "iv", overMinutes: "0" }],
    ["everyHours", { amount: "10", route: "iv", count: "4" }],
    ["count", { amount: "10", route: "iv", count: "2.5", everyHours: "12" }],
    ["taken", { amount: "10", route: "iv", taken: "120" }],
    ["time", { amount: "10", route: "iv", day: "2027-01-01" }],
    ["time", { amount: "10", route: "iv", time: "" }],
    ["drug", { drug: "unobtainium", amount: "10" }],
    ["level", { kind: "level", level: "" }],
    ["level", { kind: "level", level: "-3" }],
    ["value", { kind: "measured", what: "weight", value: "4000" }],
    ["weeks", { kind: "illness", illness: "pregnancy", weeks: "60" }],
    ["untilDay", { kind: "illness", illness: "other", untilDay: "2026-11-01" }],
  ])("%s of %o", (field, change) => {
    const made = eventFrom({ ...dose, ...change }, drugs, nowMs);
    expect(made.ok ? "taken" : made.problems[0]?.subject).toBe(field);
  });
});

test("only the past is learnt from", () => {
  const added = addLines(emptyTwin("x"), "vancomycin 1000 mg iv 2030-01-01 08:00", nowMs);
  expect(added.twin.events).toEqual([]);
  expect(added.problems[0]).toMatchObject({ subject: "line 1" });
  expect(added.problems[0]?.message).toContain("in the future");
  expect(
    problemWith({ kind: "level", at: "2026-11-21T08:00:30Z", drug: "x", mgPerL: 1 }, nowMs),
  ).toBeUndefined();
});

test("ten thousand lines come in, and more than a twin holds are refused whole", () => {
  const line = "vancomycin 500 mg iv 2026-11-19 08:00";
  const many = addLines(emptyTwin("x"), Array<string>(10_000).fill(line).join("\n"), nowMs);
  expect(many.twin.events).toHaveLength(10_000);
  const tooMany = addLines(many.twin, Array<string>(10_001).fill(line).join("\n"), nowMs);
  expect(tooMany.twin).toBe(many.twin);
  expect(tooMany.problems[0]?.message).toContain("has room for");
});
