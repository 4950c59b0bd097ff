/**
 * Intervals of twins hold what they promise: of people who were made up, as many have the exposure
 * that is theirs inside as the interval says. The long version is `npm run bench -- twin-coverage`.
 */
import { expect, test } from "vitest";
import { exposureInterval } from "../bench/exposure-interval";
import { caseDrugs, syntheticTwin } from "../bench/synthetic-twins";

const people = 10;

test("90 % intervals of exposure hold about nine of ten", async () => {
  let [inside, all, narrowed] = [0, 0, 0];
  for (const drug of caseDrugs) {
    for (let person = 0; person < people; person++) {
      const twin = await syntheticTwin(drug, 700 + person, 1 + (person % 4));
      const { prior, posterior, effective } = await exposureInterval(twin);
      expect(effective).toBeGreaterThanOrEqual(1000);
      all++;
      if (twin.trueArea >= posterior.low && twin.trueArea <= posterior.high) inside++;
      narrowed += Math.log(posterior.high / posterior.low) / Math.log(prior.high / prior.low);
    }
  }
  // of 30 with a chance of 0.9 each, 21 or fewer come once in 500 times
  expect(inside).toBeGreaterThanOrEqual(22);
  // an interval as wide as before would hold nine of ten too
  expect(narrowed / all).toBeLessThan(0.6);
  // a quarter of a minute where nothing else runs
}, 300_000);
