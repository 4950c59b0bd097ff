import "../../ui/tokens.css";
import type { ComponentProps } from "svelte";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { mountForTest, type Mounted, type Plain } from "../../ui/mount-for-test.svelte";
import type { Arrangement, Dimension } from "./sky";
import Sky from "./Sky.svelte";

/** A hundred people on a line from lower left to upper right; the 8th failed, the 9th has no area. */
const count = 100;
const numbers = (value: (person: number) => number) =>
  Float64Array.from({ length: count }, (_, person) => value(person));
const weight: Dimension = {
  id: "weight",
  name: "Weight",
  unit: "kg",
  scale: "linear",
  values: numbers((person) => 99 - person),
  range: { min: 0, max: 100 },
};
const area: Dimension = {
  id: "area",
  name: "AUC",
  unit: "mg/L·h",
  scale: "linear",
  values: numbers((person) => (person === 8 ? Number.NaN : 99 - person)),
  range: { min: 0, max: 100 },
};
type Props = Plain<ComponentProps<typeof Sky>>;

describe("a sky of people", () => {
  const onpick = vi.fn<(person: number) => void>();
  const onselect = vi.fn<(people: Uint32Array) => void>();
  const onarrange = vi.fn<(arrangement: Arrangement) => void>();
  const field = page.getByRole("slider", { name: "Look at people" });
  let mounted: Mounted<Props>;

  const plain = (text: string | null | undefined) =>
    text?.replaceAll("\u202f", " ").replace(/\s+/g, " ").trim();
  const spoken = () => plain(mounted.element.querySelector("[aria-live]")?.textContent);
  const card = () => plain(mounted.element.querySelector(".card")?.textContent);
  const status = () => plain(page.getByRole("status").element().textContent);
  const picked = () => Array.from(onselect.mock.lastCall?.[0] ?? []);
  /** Of the canvas, in the colour that all dots have. */
  const inkOf = () => {
    const canvas = mounted.element.querySelector("canvas");
    const data = canvas?.getContext("2d")?.getImageData(0, 0, canvas.width, canvas.height).data;
    let ink = 0;
    for (let i = 3; data && i < data.length; i += 4) ink += data[i] ?? 0;
    return ink;
  };
  const place = () => {
    const box = field.element().getBoundingClientRect();
    // The rail belongs to the field; the box of the dots ends before it.
    const width = box.width - 68;
    return (x: number, y: number) => ({
      position: { x: (x / 100) * width, y: box.height * (1 - y / 100) },
    });
  };

  beforeEach(async () => {
    await page.viewport(900, 700);
    for (const mock of [onpick, onselect, onarrange]) mock.mockReset();
    mounted = mountForTest<Props>(
      Sky,
      {
        crowd: { of: count, filled: count, failed: numbers((person) => Number(person === 7)) },
        dimensions: [weight, area],
        arrangement: { across: "weight", up: "area" },
        onarrange: (arrangement: Arrangement) => {
          onarrange(arrangement);
          mounted.set({ arrangement });
        },
        outcome: {
          name: "AUC",
          unit: "mg/L·h",
          values: area.values,
          levelOf: () => 0,
          levels: [{ colour: "#5cc8f2" }],
        },
        selected: new Uint32Array(0),
        onselect: (selected: Uint32Array) => {
          onselect(selected);
          mounted.set({ selected });
        },
        chosen: null,
        onpick: (chosen: number) => {
          onpick(chosen);
          mounted.set({ chosen });
        },
        theme: "dark",
        title: "People",
      },
      { width: 800, height: 560 },
    );
    await expect.element(field).toBeInTheDocument();
  });
  afterEach(() => mounted.remove());

  test("has a name, a picture with a description, and a sentence about everybody", async () => {
    await expect.element(page.getByRole("figure", { name: "People · 100 people" })).toBeVisible();
    await expect
      .element(page.getByRole("img", { name: "People A dot for each person, AUC against Weight." }))
      .toBeVisible();
    expect(status()).toBe("100 people, 1 could not be computed, 1 without a value here.");
    await expect.element(page.getByText("1 failed")).toBeVisible();
    await expect.element(page.getByText("1 no value")).toBeVisible();
  });

  test("goes through people from left to right with the arrow keys, Enter chooses", async () => {
    (field.element() as HTMLElement).focus();
    await userEvent.keyboard("{ArrowRight}");
    expect(spoken()).toBe("Person 100, Weight 0 kg, AUC 0 mg/L·h");
    await userEvent.keyboard("{ArrowRight}{ArrowRight}");
    expect(spoken()).toContain("Person 98");
    await expect.element(field).toHaveAttribute("aria-valuenow", "3");
    await userEvent.keyboard("{Enter}");
    expect(onpick).toHaveBeenCalledExactlyOnceWith(97);
    await userEvent.keyboard("{End}");
    expect(spoken()).toBe("Person 9, Weight 91.0 kg, AUC –");
    await userEvent.keyboard("{ArrowLeft}");
    expect(spoken()).toBe("Person 8, could not be computed");
    await userEvent.keyboard("{Escape}");
    expect(card()).toBeUndefined();
  });

  test("looks at the nearest person under the pointer, and picks them by a click", async () => {
    await field.hover(place()(50, 49));
    expect(card()).toContain("Person 50");
    expect(card()).toContain("AUC 50.0 mg/L·h");
    await field.click(place()(50, 49));
    expect(onpick).toHaveBeenCalledExactlyOnceWith(49);
    await field.hover(place()(20, 80));
    expect(card()).toBeUndefined();
  });

  test("selects whom a shape encloses, and lets an empty place clear it", async () => {
    const element = field.element() as HTMLElement;
    const at = place();
    const box = element.getBoundingClientRect();
    const send = (type: string, x: number, y: number) => {
      const { position } = at(x, y);
      const [clientX, clientY] = [box.left + position.x, box.top + position.y];
      const more = { pointerId: 1, pointerType: "mouse", button: 0, bubbles: true };
      element.dispatchEvent(new PointerEvent(type, { clientX, clientY, ...more }));
    };
    // No pointer is really down, which capturing one would insist on.
    element.setPointerCapture = () => undefined;
    send("pointerdown", 9.5, 5);
    for (const [x, y] of [
      [30.5, 5],
      [30.5, 45],
      [9.5, 45],
    ] as const)
      send("pointermove", x, y);
    send("pointerup", 9.5, 45);
    expect(picked()).toEqual(Array.from({ length: 21 }, (_, i) => 69 + i));
    expect(status()).toContain("21 selected.");
    send("pointerdown", 20, 80);
    send("pointerup", 20, 80);
    expect(picked()).toEqual([]);
  });

  test("selects by numbers, without a pointer", async () => {
    await page.getByText("Select by numbers").click();
    await page.getByLabelText("Weight from").fill("90");
    await page.getByLabelText("AUC to").fill("95");
    await page.getByRole("button", { name: "Select", exact: true }).click();
    // Person 7 failed, and 8 has no AUC.
    expect(picked()).toEqual([4, 5, 6, 9]);
  });

  test("asks for another layout, and gathers people in a swarm", async () => {
    await page.getByLabelText("Up").selectOptions("nothing: a swarm");
    expect(onarrange).toHaveBeenCalledExactlyOnceWith({ across: "weight", up: null });
    expect(status()).toBe("100 people, 1 could not be computed.");
  });

  test("draws people as they come, and fades whom is not selected", async () => {
    await expect.poll(inkOf).toBeGreaterThan(0);
    const all = inkOf();
    mounted.set({ selected: Uint32Array.of(1, 2) });
    await expect.poll(inkOf).toBeLessThan(all * 0.5);
    const crowd = { of: count, filled: 10, failed: new Uint8Array(count) };
    mounted.set({ selected: new Uint32Array(0), crowd });
    await expect.poll(inkOf).toBeLessThan(all);
    expect(status()).toBe("10 of 100 people, 1 without a value here.");
  });

  test("is not drawn anew while somebody only looks", async () => {
    await expect.poll(inkOf).toBeGreaterThan(0);
    const drawn = vi.spyOn(CanvasRenderingContext2D.prototype, "putImageData");
    await field.hover(place()(50, 50));
    await field.hover(place()(60, 60));
    await new Promise((resolve) => requestAnimationFrame(resolve));
    expect(drawn).not.toHaveBeenCalled();
    mounted.set({ theme: "light" });
    await expect.poll(() => drawn.mock.calls.length).toBe(1);
    drawn.mockRestore();
  });
});
