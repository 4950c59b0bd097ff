import { expect, test } from "vitest";
import { isLocalOnly, parseAddress, parseSwitches } from "./address";

test.each([
  ["", { kind: "body" }],
  ["#", { kind: "body" }],
  ["#/", { kind: "body" }],
  ["#/?s=v1.abc", { kind: "body", shared: "v1.abc" }],
  ["#v1.abc-_", { kind: "body", shared: "v1.abc-_" }],
  ["#v9.abc", { kind: "body", shared: "v9.abc" }],
  ["#/people", { kind: "unknown", path: "/people" }],
  ["#nonsense", { kind: "unknown", path: "nonsense" }],
])("the address %j is read", (hash, route) => {
  expect(parseAddress(hash)).toEqual(route);
});

test.each([
  ["http://localhost:4173/", true],
  ["http://127.0.0.1/", true],
  ["http://192.168.1.20/x/", true],
  ["https://example.org/perfuse/", false],
])("%s works on this machine only: %s", (page, expected) => {
  expect(isLocalOnly(page)).toBe(expected);
});

test("switches are off unless they are spelled out", () => {
  expect(parseSwitches("")).toEqual({ allowSoftwareGpu: false, forceTape: false, flatBody: false });
  expect(parseSwitches("?gpu=any&cpu=tape&body=flat")).toEqual({
    allowSoftwareGpu: true,
    forceTape: true,
    flatBody: true,
  });
});
