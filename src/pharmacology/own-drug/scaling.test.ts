/** Each conversion against a number worked by hand. */
import { expect, test } from "vitest";
import {
  absorbedInSmallIntestine,
  dissolutionRate,
  extraction,
  fromHepatocytes,
  fromMicrosomes,
  hepaticClearance,
  intrinsicFrom,
  jejunalFromCaco2,
  perEnzyme,
  reference,
  specificFromJejunal,
  unboundInHepatocytes,
  unboundInMicrosomes,
} from "./scaling";

test("the reference adult is ICRP's man", () => {
  expect(reference.weightKg).toBe(73);
  expect(reference.liverG).toBeCloseTo(1800, 6);
  // ICRP 89: 6.5 % arterial and 19 % portal of 6.5 L/min
  expect(reference.liverFlowLPerH).toBeCloseTo(0.255 * 6.5 * 60, 6);
});

test("microsomes: 10 µL/min/mg times 40 mg/g times 1800 g is 0.72 L/min", () => {
  expect(fromMicrosomes(10, 1)).toBeCloseTo(43.2, 9);
  expect(fromMicrosomes(10, 0.5)).toBeCloseTo(86.4, 9);
});

test("hepatocytes: 5 µL/min/10^6 times 107 per g times 1800 g is 0.963 L/min", () => {
  expect(fromHepatocytes(5, 1)).toBeCloseTo(57.78, 9);
});

test("the liver takes half of what comes when fu/BP·CLint equals its blood flow", () => {
  const blood = { fup: 0.1, bloodPlasmaRatio: 0.8 };
  const CLint = (reference.liverFlowLPerH * 0.8) / 0.1;
  expect(extraction(CLint, blood)).toBeCloseTo(0.5, 12);
  expect(hepaticClearance(CLint, blood)).toBeCloseTo(0.4 * reference.liverFlowLPerH, 9);
});

test.each([0.001, 0.5, 12, 60, 79])("a clearance of %s L/h solved back gives itself", (CL) => {
  const blood = { fup: 0.03, bloodPlasmaRatio: 0.9 };
  const solved = intrinsicFrom(CL, blood);
  expect(solved.ok && hepaticClearance(solved.value, blood)).toBeCloseTo(CL, 9);
});

test("more than flows through the liver is refused, with the flow", () => {
  const refused = intrinsicFrom(60, { fup: 0.03, bloodPlasmaRatio: 0.55 });
  expect(refused).toMatchObject({
    ok: false,
    problems: [{ code: "above-liver-flow", message: expect.stringMatching(/only 54\.7 L\/h/) }],
  });
  expect(intrinsicFrom(-1, { fup: 0.03, bloodPlasmaRatio: 1 })).toMatchObject({
    ok: false,
    problems: [{ code: "renal-above-total" }],
  });
});

test("per enzyme: 100 L/h over 4.32 µM in 1.573 L of cells", () => {
  // 100 / (4.32 · 1.5732) = 14.714 1/h
  expect(perEnzyme(100, "CYP3A4")).toBeCloseTo(14.714 / 60, 4);
});

test("binding in an incubation: Austin and Kilford at logP 3", () => {
  // 10^(0.56·3 − 1.41) = 10^0.27 = 1.862; at 0.5 mg/mL: 1 / 1.931
  expect(unboundInMicrosomes(3, 0.5)).toBeCloseTo(0.5179, 3);
  // 10^(0.648 + 0.201 − 1.126) = 10^−0.277 = 0.5284; times 0.625: 1 / 1.3303
  expect(unboundInHepatocytes(3, 1)).toBeCloseTo(0.7517, 3);
});

test("Caco-2: 10 × 10⁻⁶ cm/s is Peff 10^(0.4926 − 0.1454)", () => {
  expect(jejunalFromCaco2(10)).toBeCloseTo(2.224, 3);
});

test("Peff 1 × 10⁻⁴ cm/s absorbs 71 % on either way of reckoning", () => {
  // 2 · 0.36 cm/h / 1.75 cm · 3.3167 h / 7 = 0.19493; 1 − 1.19493⁻⁷
  expect(absorbedInSmallIntestine(specificFromJejunal(1))).toBeCloseTo(0.7125, 4);
});

test("85 % in half an hour is 3.79 per hour", () => {
  expect(dissolutionRate(30)).toBeCloseTo(3.794, 3);
});
