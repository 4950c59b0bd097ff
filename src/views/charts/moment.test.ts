import { describe, expect, test } from "vitest";
import { momentAsText, momentAt } from "./moment";

const shown = {
  times: Float64Array.of(0, 10, 20),
  unit: "mg/L",
  reach: 0.1,
  series: [
    { id: "p", name: "Plasma", colour: "red", values: Float64Array.of(0, 5, 5) },
    { id: "l", name: "Liver", colour: "red", values: Float64Array.of(0, 8, Number.NaN) },
  ],
  observed: [
    {
      id: "o",
      name: "Lee 2001",
      marker: "circle" as const,
      points: [[2.3, 1.1, 0.2] as const, [9, 4] as const],
    },
  ],
  doses: [
    { atHours: 2, overHours: 0.5, label: "5 mg over 30 min" },
    { atHours: 12, overHours: 0, label: "5 mg by mouth" },
  ],
};
const plain = (text: string) => text.replaceAll("\u202f", " ");

describe("a moment of a chart", () => {
  test("has every value between its neighbours, and what was observed or running then", () => {
    expect(plain(momentAsText(momentAt(2.25, shown)))).toBe(
      "2 h 15 min: Plasma 1.13 mg/L, Liver 1.80 mg/L. Lee 2001, 2 h 18 min: 1.10 mg/L ± 0.200 mg/L. 5 mg over 30 min",
    );
  });

  test("shows a gap as missing", () => {
    expect(plain(momentAsText(momentAt(15, shown)))).toBe("15 h: Plasma 5.00 mg/L, Liver –");
  });

  test("names a dose close by", () => {
    expect(momentAt(11.95, shown).doses).toEqual(["5 mg by mouth"]);
    expect(momentAt(11.8, shown).doses).toEqual([]);
  });
});
