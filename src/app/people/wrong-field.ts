/** What a browser does with a form that cannot be sent: it goes to the first field that is wrong. */

/** Brings the field to the person, out of whatever is folded up. @returns its label, if there is one */
export function revealWrongField(form: HTMLElement): string | undefined {
  type Field = HTMLInputElement | HTMLSelectElement;
  const field = form.querySelector<Field>('[aria-invalid="true"]');
  if (!field) return undefined;
  const folded = field.closest("details");
  if (folded) folded.open = true;
  // in the middle, so that what stands under it is seen as well
  field.scrollIntoView({ block: "center" });
  field.focus({ preventScroll: true });
  return field.labels?.[0]?.textContent.trim() ?? "";
}
