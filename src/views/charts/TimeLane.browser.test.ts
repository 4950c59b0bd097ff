import "../ui/tokens.css";
import type { ComponentProps } from "svelte";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { mountForTest, type Mounted, type Plain } from "../ui/mount-for-test.svelte";
import TimeLane from "./TimeLane.svelte";
import type { Speed } from "./time-lane";

const slow: Speed = { label: "1 h = 2 s", hoursPerSecond: 0.5 };
const fast: Speed = { label: "1 d = 2 s", hoursPerSecond: 12 };
const props = {
  fromHours: 0,
  untilHours: 24,
  time: 2.25,
  playing: false,
  loop: false,
  speed: slow,
  speeds: [slow, fast],
  doses: [
    { atHours: 0, overHours: 0, drug: "Midazolam", amount: "5 mg by mouth" },
    { atHours: 12, overHours: 0, drug: "Midazolam", amount: "5 mg by mouth" },
    { atHours: 4, overHours: 2, drug: "Itraconazole", amount: "200 mg over 2 h" },
  ],
  marks: [{ atHours: 1.5, label: "peak in plasma" }],
};
type Props = Plain<ComponentProps<typeof TimeLane>>;

describe("the lane of time", () => {
  const ontime = vi.fn<(time: number) => void>();
  const onplay = vi.fn<(playing: boolean) => void>();
  const onspeed = vi.fn<(speed: Speed) => void>();
  const onloop = vi.fn<(loop: boolean) => void>();
  const thumb = page.getByRole("slider", { name: "Present moment" });
  let mounted: Mounted<Props>;

  const focus = () => (thumb.element() as HTMLElement).focus();
  const lastTime = () => ontime.mock.lastCall?.[0];
  /** A press at a share of the rail's width. */
  const press = async (hours: number, pixels = 0) => {
    const { width, height } = thumb.element().getBoundingClientRect();
    await thumb.click({ position: { x: (hours / 24) * width + pixels, y: height - 8 } });
  };

  beforeEach(async () => {
    await page.viewport(900, 600);
    for (const mock of [ontime, onplay, onspeed, onloop]) mock.mockReset();
    const callbacks = {
      ontime: (time: number) => {
        ontime(time);
        mounted.set({ time });
      },
      onplay,
      onspeed,
      onloop,
    };
    mounted = mountForTest<Props>(
      TimeLane,
      { ...props, ...callbacks },
      { width: 800, height: 200 },
    );
  });
  afterEach(() => mounted.remove());

  test("says the moment in words", async () => {
    await expect
      .element(thumb)
      .toHaveAttribute("aria-valuetext", "2\u202fh 15\u202fmin after the first dose");
    await expect.element(thumb).toHaveAttribute("aria-valuenow", "2.25");
    await expect.element(thumb).toHaveAttribute("aria-valuemin", "0");
    await expect.element(thumb).toHaveAttribute("aria-valuemax", "24");
  });

  test("steps with the arrow keys, and goes to both ends", async () => {
    focus();
    await userEvent.keyboard("{ArrowRight}");
    expect(lastTime()).toBeCloseTo(2 + 1 / 3, 9);
    await userEvent.keyboard("{ArrowLeft}{ArrowLeft}");
    expect(lastTime()).toBeCloseTo(2, 9);
    await userEvent.keyboard("{End}");
    expect(lastTime()).toBe(24);
    await userEvent.keyboard("{Home}");
    expect(lastTime()).toBe(0);
  });

  test("goes from dose to dose with Shift, and to the ends beyond them", async () => {
    focus();
    for (const expected of [4, 12, 24]) {
      await userEvent.keyboard("{Shift>}{ArrowRight}{/Shift}");
      expect(lastTime()).toBe(expected);
    }
    for (const expected of [12, 4, 0]) {
      await userEvent.keyboard("{Shift>}{ArrowLeft}{/Shift}");
      expect(lastTime()).toBe(expected);
    }
  });

  test("plays and pauses with Space and K", async () => {
    focus();
    await userEvent.keyboard(" ");
    expect(onplay).toHaveBeenLastCalledWith(true);
    mounted.set({ playing: true });
    await userEvent.keyboard("k");
    expect(onplay).toHaveBeenLastCalledWith(false);
  });

  test("steps with J and L, from a button too", async () => {
    (page.getByRole("button", { name: "Play" }).element() as HTMLElement).focus();
    await userEvent.keyboard("l");
    expect(lastTime()).toBeCloseTo(2 + 1 / 3, 9);
    await userEvent.keyboard("jj");
    expect(lastTime()).toBeCloseTo(2, 9);
  });

  test("leaves the letters alone where they are not wanted, and other keys always", async () => {
    mounted.set({ letterKeys: false });
    focus();
    await userEvent.keyboard("jkl{Control>}{ArrowRight}{/Control}");
    expect(ontime).not.toHaveBeenCalled();
    expect(onplay).not.toHaveBeenCalled();
  });

  test("presses its button only once with Space", async () => {
    (page.getByRole("button", { name: "Play" }).element() as HTMLElement).focus();
    await userEvent.keyboard(" ");
    expect(onplay).toHaveBeenCalledExactlyOnceWith(true);
  });

  test.each([
    ["a dose", 12, 5, 12],
    ["the end of an infusion", 6, -4, 6],
    ["a mark", 1.5, 4, 1.5],
  ])("sticks to %s close by", async (_, hours, pixels, expected) => {
    await press(hours, pixels);
    expect(lastTime()).toBe(expected);
  });

  test("stays where it is put elsewhere", async () => {
    await press(12, 20);
    expect(lastTime()).toBeGreaterThan(12.4);
    expect(lastTime()).toBeLessThan(13);
  });

  test("follows the pointer that drags it", async () => {
    const { width, height } = thumb.element().getBoundingClientRect();
    const at = (hours: number) => ({ x: (hours / 24) * width, y: height - 8 });
    await userEvent.dragAndDrop(thumb, thumb, { sourcePosition: at(3), targetPosition: at(18) });
    expect(lastTime()).toBeCloseTo(18, 1);
  });

  test("jumps to the mark and to the next dose, and says when there is none", async () => {
    await page.getByRole("button", { name: "To peak in plasma" }).click();
    expect(lastTime()).toBe(1.5);
    const next = page.getByRole("button", { name: "Next dose" });
    await next.click();
    expect(lastTime()).toBe(4);
    await next.click();
    expect(lastTime()).toBe(12);
    await expect.element(next).toHaveAttribute("aria-disabled", "true");
    await next.click({ force: true });
    expect(lastTime()).toBe(12);
  });

  test("offers speeds in words, and a loop", async () => {
    await page.getByLabelText("Speed").selectOptions("1 d = 2 s");
    expect(onspeed).toHaveBeenCalledExactlyOnceWith(fast);
    const loop = page.getByRole("button", { name: "Begin again at the end" });
    await expect.element(loop).toHaveAttribute("aria-pressed", "false");
    await loop.click();
    expect(onloop).toHaveBeenCalledExactlyOnceWith(true);
  });
});
