/** Which colour scale the body wears. */
import type { Settings } from "./settings.svelte";

export function usedColourMap(
  settings: Pick<Settings, "theme" | "cividis">,
): "plasma" | "viridis" | "cividis" {
  if (settings.cividis) return "cividis";
  return settings.theme === "dark" ? "plasma" : "viridis";
}
