import { describe, expect, test } from "vitest";
import { shippedDrugs } from "../pharmacology/drugs/library";
import { readEvent, readEventLines, type EventTextContext } from "./event-text";

const drugNamed = (id: string) => shippedDrugs.filter((drug) => drug.id === id);
const others = shippedDrugs.filter(({ id }) => id !== "vancomycin");
const context: EventTextContext = {
  drugs: [...drugNamed("vancomycin"), ...others],
  today: "2026-11-20", // a Friday
  momentOf: (local) => (/T(?:[01]\d|2[0-3]):[0-5]\d/.test(local) ? `${local}+01:00` : undefined),
};
const read = (line: string) => {
  const outcome = readEvent(line, context);
  return outcome.ok ? outcome.value : outcome.problems[0]?.message;
};

describe("a line is read, whatever its order:", () => {
  const infusions = {
    kind: "dose",
    drug: "vancomycin",
    route: "iv",
    amountMg: 1000,
    overHours: 1,
    everyHours: 12,
    count: 4,
    at: "2026-11-19T08:00:00+01:00",
  };
  test.each([
    "1000 mg iv over 1 h, 2026-11-19 08:00, every 12 h x 4",
    "1 g vancomycin q12h x 4 over 60 min 19.11.2026 8:00",
    "vancomycin, 2026-11-19T08:00, 1000 mg, infusion over 1 h every 12 h 4 times",
    "1000 mg over 1 h q12h x 4, Thu 08:00",
    "yesterday 8:00 am 1000 mg iv over 1 h bid x 4",
  ])("%s", (line) => {
    expect(read(line)).toEqual([infusions]);
  });

  test.each([
    ["14.2 mg/L, Fri 07:30", { mgPerL: 14.2, at: "2026-11-20T07:30:00+01:00" }],
    ["level 14,2 µg/mL 2026-11-20 07:30", { mgPerL: 14.2 }],
    ["14200 ng/ml today 7:30", { mgPerL: 14.2 }],
    ["vancomycin < 0.5 mg/L 20.11.2026 19:30", { mgPerL: 0.5, isBelow: true }],
    ["theophylline trough 9 mg/L Mon 06:00 ± 15 min", { drug: "theophylline", minutesOff: 15 }],
    ["2026-11-20 07:30\tVancomycin\t14.2\tmg/L", { mgPerL: 14.2 }],
    ["2026-11-20T07:30:00-05:00; 14.2 mg/L", { at: "2026-11-20T07:30:00-05:00" }],
  ])("%s", (line, part) => {
    expect(read(line)).toEqual([expect.objectContaining({ kind: "level", ...part })]);
  });

  test("µmol/L goes by the drug's own molar mass", () => {
    const [drug] = drugNamed("vancomycin");
    const [event] = read("10 µmol/L Fri 07:30") as unknown as { mgPerL: number }[];
    expect(event?.mgPerL).toBeCloseTo((10 * (drug?.molarMass.value ?? NaN)) / 1000, 4);
  });

  test.each([
    ["creatinine 97 µmol/L yesterday", { what: "creatinine", value: 1.09726 }],
    ["creatinine 1.1 mg/dL 2026-11-19", { value: 1.1, at: "2026-11-19T12:00:00+01:00" }],
    ["weight 160 lb 2026-11-19", { what: "weight", value: 72.5748 }],
    ["albumin 3.6 g/dL 2026-11-19", { what: "albumin", value: 36 }],
    ["heart rate 64 today 7:00", { what: "heart-rate", value: 64 }],
    ["haematocrit 0.41 fraction today", { what: "haematocrit", value: 41 }],
  ])("%s", (line, part) => {
    expect(read(line)).toEqual([expect.objectContaining({ kind: "measured", ...part })]);
  });

  test("'then' makes doses that follow, each at its moment", () => {
    expect(
      read("1500 mg iv over 2 h at 0 h then 1000 mg over 1 h q12h x 3 at 12 h 2026-11-19 08:00"),
    ).toEqual([
      expect.objectContaining({ amountMg: 1500, at: "2026-11-19T08:00:00+01:00" }),
      expect.objectContaining({ amountMg: 1000, at: "2026-11-19T20:00:00+01:00", count: 3 }),
    ]);
  });

  test("how probable it is that doses were taken", () => {
    expect(read("1000 mg iv 2026-11-19 08:00 q12h x 4 taken 80 %")).toEqual([
      expect.objectContaining({ taken: 0.8, count: 4 }),
    ]);
  });
});

describe("a line is refused with a sentence:", () => {
  test.each([
    ["0 mg iv 2026-11-19 08:00", "more than 0 mg"],
    ["1000 mg iv", "needs a day and a time"],
    ["1000 mg iv 08:00", "no day"],
    ["14.2 mg/L", "needs a day and a time"],
    ["level 14.2 Fri 07:30", "without a number and a unit"],
    ["14.2 mg/furlong Fri 07:30", "mg"],
    ["14.2 mg/L Fri 27:30", "no clock showed"],
    ["14.2 mg/L 2026-02-30 07:30", "in no calendar"],
    ["creatinine 400 mg/dL today", "0.05 to 30 mg/dL"],
    ["creatinine 9 kg today", "not a concentration"],
    ["1000 mg oral 2026-11-19 08:00", "not absorbed from the gut"],
    ["10 mg/kg iv 2026-11-19 08:00", "write the amount that was taken"],
    ["1000 mg iv 2026-11-19 08:00 ± 3 days", "not understood"],
    ["20000 mg/L Fri 07:30", "more than plasma can hold"],
    ["1000 mg iv taken 120 % 2026-11-19 08:00", "more than 100 %"],
  ])("%s", (line, part) => {
    expect(read(line)).toContain(part);
  });
});

test("of many lines the good ones are read, and the others told by number", () => {
  const text = "time, drug, value, unit\n2026-11-20 07:30, vancomycin, 14.2, mg/L\nnonsense 7\n";
  const lines = readEventLines(text, context);
  expect(lines.events).toHaveLength(1);
  expect(lines.problems).toEqual([expect.objectContaining({ subject: "line 3" })]);
});

test("no text makes it throw", () => {
  for (const text of ["", "±", "<", "1", "∞ mg/L Fri 07:30", "1e999 mg 2026-11-19 08:00", ",;\t"]) {
    expect(() => readEvent(text, context)).not.toThrow();
  }
});
