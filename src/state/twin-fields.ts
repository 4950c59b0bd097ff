/** What people type about a twin, read and checked: a value, nothing, or one sentence that helps. */
import { readMeasurement } from "../interop/event-text";
import { measurements, twinLimits, type Measurable } from "../pharmacology/twin/twin";
import { readAge, readHeight, type Parsed } from "./fields";

/** Empty means that it is not known. */
const orNothing =
  <T>(read: (text: string) => Parsed<T>) =>
  (text: string): Parsed<T | undefined> =>
    text.trim() === "" ? { ok: true, value: undefined } : read(text);

export const readTwinHeight = orNothing(readHeight);

export const readTwinAge = orNothing(readAge);

/** A value with a unit, or a number in the unit that the twin keeps it in. */
export function readMeasured(what: Measurable): (text: string) => Parsed<number | undefined> {
  const { name } = measurements[what];
  return orNothing((text) => {
    const read = readMeasurement(what, text);
    const message = read.ok ? "" : (read.problems[0]?.message ?? "");
    return read.ok ? read : { ok: false, message: `${name}: it ${message}.` };
  });
}

/** Minutes that a time may be off. */
export const readDoubt = orNothing((text): Parsed<number> => {
  const value = Number(
    text
      .trim()
      .replace(",", ".")
      .replace(/\s*min$/i, ""),
  );
  const [least, most] = twinLimits.minutesOff;
  return value >= least && value <= most
    ? { ok: true, value }
    : { ok: false, message: `Type minutes, from ${least} to ${most}.` };
});

/** How sure it is that doses were taken, in per cent. */
export const readTaken = orNothing((text): Parsed<number> => {
  const value = Number(text.trim().replace(",", ".").replace(/\s*%$/, ""));
  return value >= 0 && value <= 100
    ? { ok: true, value: value / 100 }
    : { ok: false, message: "Type a share from 0 to 100 %." };
});

/** A limit that areas or levels are held against. */
export const readLimit = orNothing((text): Parsed<number> => {
  const value = Number(text.trim().replace(",", "."));
  return value > 0 && Number.isFinite(value)
    ? { ok: true, value }
    : { ok: false, message: "Type a number above 0, or leave it empty." };
});

/** As it stands in a field: up to four figures, nothing where nothing is known. */
export const fieldText = (value: number | undefined): string =>
  value === undefined ? "" : String(Number(value.toPrecision(4)));

/** Of a pregnancy. */
export const readWeeks = orNothing((text): Parsed<number> => {
  const value = Number(text.trim().replace(",", "."));
  return value >= 0 && value <= 41
    ? { ok: true, value }
    : { ok: false, message: "Type a week from 0 to 41, or leave it empty." };
});
