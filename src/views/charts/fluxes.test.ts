import { describe, expect, test } from "vitest";
import { barShare, netFlux, orderedFluxes, type Flux } from "./fluxes";

const flux = (id: string, direction: Flux["direction"], value: number): Flux => ({
  id,
  label: id,
  direction,
  value,
});
const liver = [flux("vein", "out", 31), flux("artery", "in", 12), flux("portal", "in", 35)];

test("inflows come first, otherwise the order stays", () => {
  expect(orderedFluxes(liver).map(({ id }) => id)).toEqual(["artery", "portal", "vein"]);
});

describe("the net change", () => {
  test("is what comes in less what goes out", () => expect(netFlux(liver)).toBe(16));
  test("is nothing without flows", () => expect(netFlux([])).toBe(0));
  test("is not known where a flow is not", () => {
    expect(netFlux([...liver, flux("bile", "out", Number.NaN)])).toBeNaN();
  });
});

describe("a bar", () => {
  test.each([
    ["fills its half at the maximum", 40, 40, 1],
    ["goes the other way for outflow", -10, 40, -0.25],
    ["ends at the edge beyond the maximum", 90, 40, 1],
    ["is empty where nothing is known", Number.NaN, 40, 0],
    ["is empty without a maximum", 3, 0, 0],
  ])("%s", (_, signed, max, share) => expect(barShare(signed, max)).toBe(share));
});
