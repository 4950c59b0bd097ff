/** Ids of events: the same for the same content, and apart for any two that are met. */
import { expect, test } from "vitest";
import { eventId } from "./event-id";

test("the order of fields and absent fields do not count, any value does", () => {
  const id = eventId({ kind: "measured", what: "weight", value: 70, at: "2026-11-20" });
  expect(
    eventId({ at: "2026-11-20", value: 70, what: "weight", kind: "measured", x: undefined }),
  ).toBe(id);
  expect(eventId({ kind: "measured", what: "weight", value: 70.1, at: "2026-11-20" })).not.toBe(id);
  expect(id).toMatch(/^[0-9a-f]{16}$/);
});

test("fifty thousand events that differ in little have as many ids", () => {
  const ids = new Set<string>();
  for (let minute = 0; minute < 50_000; minute++) {
    const at = new Date(minute * 60_000).toISOString();
    ids.add(eventId({ kind: "measured", what: "steps", value: minute % 10, at }));
  }
  // of 2^64 ids, two of these are the same once in a billion times
  expect(ids.size).toBe(50_000);
});
