/** How the page looks to this person: kept in the browser, of no consequence if it is lost. */

export type ThemeChoice = "system" | "dark" | "light";

interface Stored {
  readonly theme?: ThemeChoice;
  readonly cividis?: boolean;
  readonly chartScale?: "linear" | "log";
}

const key = "perfuse-look";

export class Settings {
  #theme = $state<ThemeChoice>("system");
  #cividis = $state(false);
  #chartScale = $state<"linear" | "log">("linear");
  #systemIsDark = $state(true);

  constructor() {
    const stored = read();
    this.#theme = stored.theme ?? "system";
    this.#cividis = stored.cividis ?? false;
    this.#chartScale = stored.chartScale ?? "linear";
    const query = matchMedia("(prefers-color-scheme: dark)");
    this.#systemIsDark = query.matches;
    query.addEventListener("change", ({ matches }) => (this.#systemIsDark = matches));
  }

  readonly theme = $derived<"dark" | "light">(
    this.#theme === "system" ? (this.#systemIsDark ? "dark" : "light") : this.#theme,
  );

  get themeChoice(): ThemeChoice {
    return this.#theme;
  }

  set themeChoice(choice: ThemeChoice) {
    this.#theme = choice;
    this.#write();
  }

  /** The scale that reads alike with every kind of colour vision. */
  get cividis(): boolean {
    return this.#cividis;
  }

  set cividis(on: boolean) {
    this.#cividis = on;
    this.#write();
  }

  get chartScale(): "linear" | "log" {
    return this.#chartScale;
  }

  set chartScale(scale: "linear" | "log") {
    this.#chartScale = scale;
    this.#write();
  }

  #write(): void {
    const stored: Stored = {
      theme: this.#theme,
      cividis: this.#cividis,
      chartScale: this.#chartScale,
    };
    try {
      localStorage.setItem(key, JSON.stringify(stored));
    } catch {
      // a browser that keeps nothing: the choice lasts as long as the page
    }
  }
}

function read(): Stored {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(key) ?? "{}");
    if (typeof value !== "object" || value === null) return {};
    const { theme, cividis, chartScale } = value as Record<string, unknown>;
    return {
      ...(theme === "dark" || theme === "light" ? { theme } : {}),
      ...(typeof cividis === "boolean" ? { cividis } : {}),
      ...(chartScale === "log" || chartScale === "linear" ? { chartScale } : {}),
    };
  } catch {
    return {};
  }
}
