/** Messages that come and go by themselves. */

export interface ToastMessage {
  readonly id: string;
  readonly text: string;
  /** "loss": data are in danger; interrupts a reader and stays until it is closed. */
  readonly kind?: "note" | "loss";
  readonly action?: { readonly label: string; readonly run: () => void };
}

/** Time to notice, to read at a slow pace, and to reach the button if there is one. */
export function secondsToRead({ text, action }: ToastMessage): number {
  const words = text.split(/\s+/).length;
  return Math.max(6, 3 + words * 0.6) + (action ? 4 : 0);
}
