/** Keys that act anywhere on the page, and what is told about all keys. */
import type { AppState } from "./app.svelte";
import { places } from "./places";

export const keyHelp: readonly { readonly keys: readonly string[]; readonly does: string }[] = [
  { keys: ["Space", "K"], does: "Play or pause" },
  { keys: ["J", "L"], does: "In the time lane: a step back, a step on" },
  { keys: ["←", "→"], does: "In the time lane and chart: a step back, a step on" },
  { keys: ["Shift ←", "Shift →"], does: "In the time lane: from dose to dose" },
  { keys: ["1", "…", "9"], does: "Choose an organ, in the order of the list" },
  { keys: ["Esc"], does: "Close, or choose no organ" },
  { keys: ["L"], does: "Elsewhere: chart linear or logarithmic" },
  { keys: ["←", "→", "↑", "↓"], does: "On the body: turn it; + and − zoom, 0 shows the whole" },
  { keys: ["Ctrl Z"], does: "Undo" },
  { keys: ["Ctrl Shift Z"], does: "Redo" },
  { keys: ["?"], does: "This list" },
];

/** The way back, of a study or of a twin. */
export interface Past {
  readonly undo: () => void;
  readonly redo: () => void;
}

/**
 * @param past what undo goes back in; undefined where nothing is open
 * @returns whether the key meant something here
 */
export function actOnKey(
  app: AppState,
  event: KeyboardEvent,
  help: () => void,
  past: Past | undefined,
): boolean {
  if (event.ctrlKey || event.metaKey) return undoByKey(past, event);
  if (event.altKey || isTyping(event.target)) return false;
  switch (event.key) {
    case "?":
      help();
      return true;
    case "Escape":
      if (app.selection.selected === null) return false;
      app.selection.select(null);
      return true;
    case "l":
    case "L":
      app.settings.chartScale = app.settings.chartScale === "log" ? "linear" : "log";
      return true;
    case "k":
    case "K":
      app.playback.toggle();
      return true;
    case " ":
      if (isControl(event.target)) return false;
      app.playback.toggle();
      return true;
    default:
      return chooseByNumber(app, event.key);
  }
}

// ——— the parts ———

function undoByKey(past: Past | undefined, event: KeyboardEvent): boolean {
  // a text field has an undo of its own
  if (isTyping(event.target)) return false;
  const key = event.key.toLowerCase();
  if (key === "z" && event.shiftKey) past?.redo();
  else if (key === "z") past?.undo();
  else if (key === "y") past?.redo();
  else return false;
  return true;
}

function chooseByNumber(app: AppState, key: string): boolean {
  if (!/^[1-9]$/.test(key)) return false;
  const place = places[Number(key) - 1];
  if (!place) return false;
  app.selection.select(app.selection.selected === place.id ? null : place.id);
  return true;
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement)
    return !/^(checkbox|radio|range|button)$/.test(target.type);
  return target.isContentEditable || target.tagName === "TEXTAREA" || target.tagName === "SELECT";
}

function isControl(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && target.closest("button, input, a, summary, [role]") !== null
  );
}
