import { expect, test } from "vitest";
import { staticRatio, steadyFactor } from "./static-interaction";

const competitive = (I: number, Ki: number) =>
  ({ effect: { kind: "competitive", Ki }, concentration: I }) as const;

test("at its Ki an inhibitor leaves half of a clearance, and all of it that takes it doubles", () => {
  const factor = steadyFactor([competitive(2, 2)]);
  expect(factor).toBe(0.5);
  expect(staticRatio([{ place: "liver", share: 1, factor }], 1)).toBe(2);
});

test("the ratio is one over what inhibition leaves of the pathway's share, and the rest", () => {
  const [fm, I, Ki] = [0.8, 3, 1.5];
  const factor = steadyFactor([competitive(I, Ki)]);
  const expected = 1 / (fm / (1 + I / Ki) + 1 - fm);
  expect(staticRatio([{ place: "liver", share: fm, factor }], 1)).toBeCloseTo(expected, 12);
});

test("inhibitors add up on one enzyme, and a non-competitive one multiplies", () => {
  expect(steadyFactor([competitive(1, 1), competitive(2, 1)])).toBeCloseTo(1 / 4, 12);
  const other = { effect: { kind: "non-competitive", Ki: 1 }, concentration: 1 } as const;
  expect(steadyFactor([competitive(1, 1), other])).toBeCloseTo(1 / 4, 12);
});

test("an enzyme is made and lost: what destroys it as fast as it goes leaves half", () => {
  const destroyed = {
    effect: { kind: "inactivates", kinact: 0.04, KI: 5, kdeg: 0.02 },
    concentration: 5,
  } as const;
  expect(steadyFactor([destroyed])).toBeCloseTo(0.5, 12);
  const induced = {
    effect: { kind: "induces", Emax: 8, EC50: 1, calibration: 0.5 },
    concentration: 2,
  } as const;
  expect(steadyFactor([induced])).toBeCloseTo(5, 12);
  expect(steadyFactor([induced, destroyed])).toBeCloseTo(2.5, 12);
});

test("without its enzymes the gut's wall lets everything through", () => {
  const none = [{ place: "gut", share: 1, factor: 0 }] as const;
  expect(staticRatio(none, 0.4)).toBeCloseTo(1 / 0.4, 12);
  expect(staticRatio(none, 1)).toBe(1);
});
