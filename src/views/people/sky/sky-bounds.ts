/** Selecting people by numbers instead of by hand: from and to along both dimensions. */
import { peopleWhere } from "../selection";
import type { Crowd, Dimension } from "./sky";

/** An end that is null is open. Both ends are included. */
export interface Bounds {
  readonly from: number | null;
  readonly to: number | null;
}

export const open: Bounds = { from: null, to: null };

export const isOpen = ({ from, to }: Bounds): boolean => from === null && to === null;

/** Those who were computed and have a value within all the bounds. */
export function peopleWithin(
  { filled, failed }: Crowd,
  wanted: readonly { readonly dimension: Dimension; readonly bounds: Bounds }[],
): Uint32Array {
  const closed = wanted.filter(({ bounds }) => !isOpen(bounds));
  return peopleWhere(filled, (person) => {
    if (failed[person]) return false;
    return closed.every(({ dimension, bounds: { from, to } }) => {
      const value = dimension.values[person] ?? Number.NaN;
      return (
        value >= (from ?? Number.NEGATIVE_INFINITY) && value <= (to ?? Number.POSITIVE_INFINITY)
      );
    });
  });
}

type Parsed =
  | { readonly ok: true; readonly value: number | null }
  | { readonly ok: false; readonly message: string };

/** A number as people write it, with a decimal comma too; nothing for an open end. */
export function parseEnd(text: string): Parsed {
  const plain = text.replaceAll(/\s/g, "").replace(",", ".").replace("−", "-");
  if (plain === "") return { ok: true, value: null };
  const value = Number(plain);
  if (Number.isFinite(value)) return { ok: true, value };
  return { ok: false, message: `“${text}” is not a number. Leave it empty for an open end.` };
}
