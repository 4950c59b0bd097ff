import { expect, test } from "vitest";
import type { TwinAnswer } from "../engine/twin/twin-api";
import { ofTen, shareWhere } from "./twin-frequency";
import { ageInWords, changeInWords, evidenceInWords, fitInWords, headline } from "./twin-words";

const interval = (middle: number, spread: number) => ({
  low: middle / spread,
  middle,
  high: middle * spread,
});

function answerWith(ratio: number, below: number, levels = 2): TwinAnswer {
  const fit = {
    id: "l",
    drug: "vancomycin",
    atHours: 1,
    measured: 1,
    isBelow: false,
    prior: interval(1, 2),
    posterior: interval(1, 1.5),
    position: 0.5,
    residual: 0,
  };
  return {
    originMs: 0,
    windowHours: [0, 24],
    open: [],
    curves: [],
    exposures: [
      {
        drug: "vancomycin",
        what: "area",
        unit: "mg h/L",
        prior: interval(400, 1.5),
        posterior: interval(400 * ratio, 1.2),
        below,
        hundred: [],
      },
    ],
    levels: Array.from({ length: levels }, () => fit),
    doubts: [],
    traits: [],
    laplace: [],
    effective: 1000,
    draws: 3000,
    logEvidence: 0,
    ageDays: 1,
    tookMs: 1,
    backend: "",
    isPreview: false,
  };
}

const say = (answer: TwinAnswer) => headline(answer, "vancomycin", "vancomycin");

test("shares are told in tens, and ends without false certainty", () => {
  expect([0, 0.04, 0.1, 0.449, 0.72, 0.94, 0.97, 1].map(ofTen)).toEqual([
    "fewer than 1 of 20",
    "fewer than 1 of 20",
    "1 of 10",
    "4 of 10",
    "7 of 10",
    "9 of 10",
    "more than 19 of 20",
    "more than 19 of 20",
  ]);
});

test("bodies that could not be computed do not count", () => {
  expect(shareWhere([1, 2, Number.NaN, 4], (value) => value > 1)).toBeCloseTo(2 / 3);
  expect(shareWhere([Number.NaN], () => true)).toBeNaN();
});

test("the headline says how far, which way, and how many bodies agree", () => {
  expect(say(answerWith(1.22, 0.1))).toBe(
    "These 2 levels make your model’s exposure to vancomycin 22 % higher than that of people with the same facts; 9 of 10 bodies consistent with the levels agree that it is higher.",
  );
  expect(say(answerWith(0.7, 0.8, 1))).toMatch(/^This level makes .* 30 % lower .* 8 of 10 bodies/);
});

test("little is told as little, and no level as none", () => {
  expect(say(answerWith(1.02, 0.5))).toContain("within 5 %");
  expect(say(answerWith(1, 0.5, 0))).toContain("No level yet");
  expect(say({ ...answerWith(1, 0.5), exposures: [] })).toBe("");
});

test("changes, ages, fits and evidence in words", () => {
  expect([1.25, 0.5, 2.41].map(changeInWords)).toEqual([
    "25 % higher",
    "50 % lower",
    "2.4 times as high",
  ]);
  expect(ageInWords(12.2)).toBe("Last level 12 days ago; older levels count less.");
  expect(ageInWords(undefined)).toBe("No level yet.");
  const [fit] = answerWith(1, 0.5).levels;
  expect(fit && fitInWords({ ...fit, position: 0.99 })).toContain("higher than 39 of 40");
  expect(fit && fitInWords({ ...fit, position: 0.99, isBelow: true })).toContain("below a limit");
  expect(evidenceInWords(Math.log(12))).toContain("about 12 times as probable under this history");
  expect(evidenceInWords(0.5)).toContain("do not tell");
  expect(evidenceInWords(-20)).toContain("more than 1000 times");
});
