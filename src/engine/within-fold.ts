/** Whether a prediction is within two-fold: apart, for the page needs no engine to ask. */
export function within2(ratio: number): boolean {
  return ratio >= 0.5 && ratio <= 2;
}
