/** Whether a prediction is within some fold of what it is held against: apart, for the page needs no engine to ask. */
export function isWithinFold(ratio: number, fold: number): boolean {
  return ratio >= 1 / fold && ratio <= fold;
}

export function within2(ratio: number): boolean {
  return isWithinFold(ratio, 2);
}
