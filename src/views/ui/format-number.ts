/**
 * Numbers as people read them: three significant digits, a true minus, no exponent where none is
 * needed. Units stand behind a narrow space that does not break.
 */

/** What stands where there is no number. */
export const noNumber = "–";

const narrowSpace = "\u202f";
const smallestPlain = 1e-3;
const largestPlain = 1e6;

/** Trailing zeros stay: they say how far a number is known, and hold a running readout still. */
export function formatNumber(value: number, digits = 3): string {
  if (!Number.isFinite(value)) return noNumber;
  if (value === 0) return "0";
  // Rounded before it is looked at: 999 999.9 is a million, and 0.0009999 a thousandth.
  const size = Number(Math.abs(value).toPrecision(digits));
  const isPlain = size >= smallestPlain && size <= largestPlain;
  return (value < 0 ? "−" : "") + (isPlain ? plain(size, digits) : scientific(size, digits));
}

/** Without trailing zeros, for what a person typed or chose: `500`, `0.25`, `1.5`. */
export function formatExact(value: number, digits = 6): string {
  const text = formatNumber(value, digits);
  return text.includes(".") ? text.replace(/\.?0+(?=$| ×)/, "") : text;
}

export function formatQuantity(value: number, unit: string, digits = 3): string {
  return withUnit(formatNumber(value, digits), unit);
}

export function withUnit(text: string, unit: string): string {
  return unit === "" || text === noNumber ? text : text + narrowSpace + unit;
}

/** `10⁻⁴`, for axes and for numbers beyond the plain ones. */
export const powerOfTen = (exponent: number): string => `10${superscript(exponent)}`;

// ——— below: the two ways to write ———

function plain(size: number, digits: number): string {
  const exponent = Math.floor(Math.log10(size));
  const [whole = "", fraction] = size.toFixed(Math.max(digits - 1 - exponent, 0)).split(".");
  // Groups of three from five digits on, as in scientific print.
  const grouped = whole.length > 4 ? whole.replace(/\B(?=(\d{3})+$)/g, narrowSpace) : whole;
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

function scientific(size: number, digits: number): string {
  const [mantissa = "", exponent = "0"] = size.toExponential(digits - 1).split("e");
  return `${mantissa} × ${powerOfTen(Number(exponent))}`;
}

const superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";

function superscript(exponent: number): string {
  const raised = String(Math.abs(exponent)).replace(/\d/g, (figure) =>
    superscripts.charAt(+figure),
  );
  return (exponent < 0 ? "⁻" : "") + raised;
}
