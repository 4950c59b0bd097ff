/**
 * A twin to try at once. Synthetic: nobody's data. Its levels were made up to lie above what people
 * with the same facts have, so that there is something to learn.
 */
import { later } from "../interop/health/when";
import type { Twin } from "../pharmacology/twin/twin";
import { dayHere, momentHere } from "./twin-clock";

/** @param nowMs  its days end yesterday */
export function exampleTwin(nowMs: number): Twin {
  const day = dayHere(nowMs - 2 * 86_400_000);
  const first = momentHere(`${day}T08:00:00`) ?? `${day}T08:00:00Z`;
  const at = (hours: number) => later(first, 60 * hours);
  return {
    perfuseTwin: 1,
    name: "Example (synthetic data)",
    facts: { sex: "female", age: { years: 61, on: day }, heightCm: 164 },
    drugs: ["vancomycin"],
    events: [
      { kind: "measured", id: "e1", at: at(-1), what: "weight", value: 70 },
      { kind: "measured", id: "e2", at: at(-1), what: "creatinine", value: 1.1 },
      {
        kind: "dose",
        id: "e3",
        at: at(0),
        drug: "vancomycin",
        route: "iv",
        amountMg: 1000,
        overHours: 1,
        everyHours: 12,
        count: 4,
      },
      { kind: "level", id: "e4", at: at(11.5), drug: "vancomycin", mgPerL: 8.4 },
      { kind: "level", id: "e5", at: at(35.5), drug: "vancomycin", mgPerL: 13.5, minutesOff: 10 },
    ],
  };
}
