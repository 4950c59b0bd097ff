/** What a browser does with a form that cannot be sent: it goes to the first field that is wrong. */

/** Brings the field to the person, out of whatever is folded up. @returns its label, if there is one */
export function revealWrongField(form: HTMLElement): string | undefined {
  const field = form.querySelector<HTMLInputElement>('[aria-invalid="true"]');
  if (!field) return undefined;
  const folded = field.closest("details");
  if (folded) folded.open = true;
  field.focus();
  return field.labels?.[0]?.textContent.trim() ?? "";
}
