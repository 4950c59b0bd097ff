import { expect, test } from "vitest";
import { isLocalOnly, parseAddress, parseSwitches, shareAddress } from "./address";
import { defaultStudy } from "./default-study";

test.each([
  ["", { kind: "body" }],
  ["#", { kind: "body" }],
  ["#/", { kind: "body" }],
  ["#/?s=v1.abc", { kind: "body", shared: "v1.abc" }],
  ["#v1.abc-_", { kind: "body", shared: "v1.abc-_" }],
  ["#v9.abc", { kind: "body", shared: "v9.abc" }],
  ["#/people", { kind: "people" }],
  ["#/people?s=v1.abc", { kind: "people", shared: "v1.abc" }],
  ["#/interactions", { kind: "interactions" }],
  ["#/interactions?s=v1.abc", { kind: "interactions", shared: "v1.abc" }],
  ["#/evidence", { kind: "evidence" }],
  ["#/evidence/midazolam", { kind: "evidence", drug: "midazolam" }],
  ["#/drug", { kind: "drug" }],
  ["#/drug/my-drug", { kind: "drug", drug: "my-drug" }],
  ["#/about", { kind: "about" }],
  ["#/evidence/two/drugs", { kind: "unknown", path: "/evidence/two/drugs" }],
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

test("a link opens the view that shows its study", async () => {
  const page = "https://example.org/perfuse/?gpu=any#/people";
  const many = { ...defaultStudy, people: { many: { count: 10 } } };
  const home = "https://example.org/perfuse/#/";
  expect(await shareAddress(defaultStudy, page)).toContain(`${home}?s=v1.`);
  expect(await shareAddress(many, page)).toContain(`${home}people?s=v1.`);
});

test("switches are off unless they are spelled out", () => {
  expect(parseSwitches("")).toEqual({ allowSoftwareGpu: false, forceTape: false, flatBody: false });
  expect(parseSwitches("?gpu=any&cpu=tape&body=flat")).toEqual({
    allowSoftwareGpu: true,
    forceTape: true,
    flatBody: true,
  });
});
