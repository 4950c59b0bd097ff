/** A number as it stands in a field: to be typed over, so without spaces and raised powers. */
export function typedNumber(value: number): string {
  return String(Number(value.toPrecision(12)));
}
