/** The body in a real browser: flat first, then deep, pointed at, lost and found again. */
import { flushSync, mount, unmount } from "svelte";
import { afterEach, describe, expect, test } from "vitest";
import { organIds, type OrganId } from "../../pharmacology/body/organs";
import BodyMap from "./BodyMap.svelte";
import { referenceOrganVolumesL, type BodyShape } from "./body-shape";
import type { Place, PlaceTexts } from "./body-props";
import type { BodyScene } from "./scene";

const organVolumesL = Object.fromEntries(
  organIds.map((id) => [id, referenceOrganVolumesL[id] ?? 1]),
) as Record<OrganId, number>;
const person: BodyShape = { sex: "male", ageYears: 35, heightCm: 176, weightKg: 73, organVolumesL };
const texts: PlaceTexts = Object.fromEntries(
  organIds.map((id) => [id, { name: `the ${id}`, value: "1.0 mg/L" }]),
);

interface Shown {
  readonly host: HTMLElement;
  readonly modes: string[];
  readonly picked: (Place | null)[];
  readonly scene: () => BodyScene | null;
  readonly until: (mode: string) => Promise<void>;
}

const cleanups: (() => void)[] = [];
afterEach(() => {
  for (const cleanup of cleanups.splice(0)) cleanup();
});

function show(more: { prefer?: "flat" | "deep" } = {}): Shown {
  const host = document.createElement("div");
  host.style.width = "900px";
  host.style.height = "700px";
  document.body.append(host);
  const modes: string[] = [];
  const picked: (Place | null)[] = [];
  let scene: BodyScene | null = null;
  const component = mount(BodyMap, {
    target: host,
    props: {
      person,
      values: { liver: 0.9, brain: 0.2 },
      texts,
      colourMap: "plasma",
      theme: "dark",
      selected: null,
      quality: "light",
      onselect: (place: Place | null) => picked.push(place),
      onmode: ({ mode, because }: { mode: string; because?: string }) =>
        modes.push(because ? `${mode}: ${because}` : mode),
      onscene: (next: BodyScene | null) => (scene = next),
      ...more,
    },
  });
  flushSync();
  cleanups.push(() => {
    void unmount(component);
    host.remove();
  });
  return {
    host,
    modes,
    picked,
    scene: () => scene,
    until: (mode) => expect.poll(() => modes.at(-1), { timeout: 30_000 }).toBe(mode),
  };
}

describe("the body", () => {
  test("is there at once, flat, every organ named and within reach of the keyboard", () => {
    const { host, modes } = show({ prefer: "flat" });
    expect(modes).toEqual(["flat: asked"]);
    for (const id of ["liver", "brain", "kidneys", "muscle"]) {
      const organ = host.querySelector(`[aria-label="the ${id}, 1.0 mg/L"]`);
      expect(organ?.getAttribute("tabindex"), id).toBe("0");
    }
  });

  test("chooses an organ by key", () => {
    const { host, picked } = show({ prefer: "flat" });
    const liver = host.querySelector(`[aria-label="the liver, 1.0 mg/L"]`);
    liver?.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true }));
    expect(picked).toEqual(["liver"]);
  });

  test("gives way to the deep body, whose organs lie under their labels", async () => {
    const { modes, scene, until } = show();
    await until("deep");
    expect(modes[0]).toBe("flat: loading");
    const deep = scene();
    if (!deep) throw new Error("no scene");
    for (const place of ["liver", "brain", "heart"] as const) {
      const anchor = deep.anchors().find((at) => at.place === place);
      expect(anchor && deep.pick(anchor.x, anchor.y), place).toBe(place);
    }
    expect(deep.pick(5, 5)).toBeNull();
  });

  test("turns when arrows are pressed and goes back with 0", async () => {
    const { host, scene, until } = show();
    await until("deep");
    const canvas = host.querySelector("canvas");
    const heartX = () =>
      scene()
        ?.anchors()
        .find(({ place }) => place === "heart")?.x ?? NaN;
    const before = heartX();
    const press = (key: string) =>
      canvas?.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
    for (let i = 0; i < 6; i++) press("ArrowLeft");
    expect(Math.abs(heartX() - before)).toBeGreaterThan(5);
    press("0");
    expect(heartX()).toBeCloseTo(before, 0);
  });

  test("falls back to flat when the graphics context is lost, and returns with it", async () => {
    const { host, until } = show();
    await until("deep");
    const loss = host
      .querySelector("canvas")
      ?.getContext("webgl2")
      ?.getExtension("WEBGL_lose_context");
    loss?.loseContext();
    await until("flat: context-lost");
    expect(host.querySelector(`[aria-label="the liver, 1.0 mg/L"]`)).not.toBeNull();
    loss?.restoreContext();
    await until("deep");
  });

  test("paints in under a millisecond", async () => {
    const { scene, until } = show();
    await until("deep");
    const start = performance.now();
    for (let i = 0; i < 100; i++) scene()?.paint({ liver: i / 100, brain: 0.3, muscle: 0.1 });
    expect((performance.now() - start) / 100).toBeLessThan(1);
  });

  test("changes the person without a long task", async () => {
    const { scene, until } = show();
    await until("deep");
    for (let weightKg = 50; weightKg <= 140; weightKg += 10) {
      const start = performance.now();
      scene()?.setPerson({ ...person, weightKg });
      expect(performance.now() - start).toBeLessThan(50);
    }
  });
});
