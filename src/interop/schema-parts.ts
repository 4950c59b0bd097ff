/** Numbers and texts as the schemas of all files share them. */
import * as v from "valibot";

export const finite = v.pipe(v.number("must be a number"), v.finite("must be a finite number"));

export const within = (least: number, most: number, unit: string) =>
  v.pipe(
    finite,
    v.minValue(least, `must be at least ${least} ${unit}`),
    v.maxValue(most, `must be at most ${most} ${unit}`),
  );

export const above = (least: number, most: number, unit: string) =>
  v.pipe(
    finite,
    v.gtValue(least, `must be above ${least} ${unit}`),
    v.maxValue(most, `must be at most ${most} ${unit}`),
  );

export const text = (most: number) =>
  v.pipe(v.string("must be text"), v.maxLength(most, `must have at most ${most} letters`));
