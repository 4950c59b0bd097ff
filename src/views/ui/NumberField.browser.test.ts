import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { mountForTest, type Mounted } from "./mount-for-test.svelte";
import NumberField, { type Parsed } from "./NumberField.svelte";

const message = "A weight is a number from 1 to 200 kg.";

function parse(text: string): Parsed<number> {
  const value = Number(text.replace(",", "."));
  return text.trim() !== "" && value >= 1 && value <= 200
    ? { ok: true, value }
    : { ok: false, message };
}

describe("a field for a number", () => {
  const told = vi.fn<(value: number) => void>();
  const settled = vi.fn<(value: number) => void>();
  const field = page.getByLabelText("Weight");
  const props = {
    label: "Weight",
    value: 70,
    parse,
    format: (value: number) => value.toFixed(1),
    unit: "kg",
    hint: "Without shoes.",
  };
  let mounted: Mounted<typeof props>;

  beforeEach(() => {
    told.mockReset();
    settled.mockReset();
    const all = {
      ...props,
      onvalue: (value: number) => {
        told(value);
        mounted.set({ value });
      },
      oncommit: settled,
    };
    mounted = mountForTest<typeof props>(NumberField<number>, all);
  });
  afterEach(() => mounted.remove());

  test("shows its value formatted", async () => {
    await expect.element(field).toHaveValue("70.0");
    await expect.element(field).toHaveAttribute("aria-invalid", "false");
  });

  test("tells each understood value while it is typed, and keeps the spelling", async () => {
    await field.fill("82,5");
    expect(told).toHaveBeenLastCalledWith(82.5);
    await expect.element(field).toHaveValue("82,5");
    expect(settled).not.toHaveBeenCalled();
  });

  test("settles on Enter, and then shows the value formatted", async () => {
    await field.fill("82,5");
    await userEvent.keyboard("{Enter}");
    expect(settled).toHaveBeenCalledExactlyOnceWith(82.5);
    await expect.element(field).toHaveValue("82.5");
  });

  test("settles on leaving", async () => {
    await field.fill("90");
    await userEvent.tab();
    expect(settled).toHaveBeenCalledExactlyOnceWith(90);
    await expect.element(field).toHaveValue("90.0");
  });

  test("keeps what is not understood, with a sentence tied to it, also after leaving", async () => {
    await field.fill("seventy");
    await userEvent.tab();
    await expect.element(field).toHaveValue("seventy");
    await expect.element(field).toHaveAttribute("aria-invalid", "true");
    await expect.element(field).toHaveAccessibleDescription(`Without shoes. ${message}`);
    expect(told).not.toHaveBeenCalled();
    expect(settled).not.toHaveBeenCalled();
  });

  test("brings back the value from before on Escape, also where it was told meanwhile", async () => {
    await field.fill("82");
    await field.fill("82x");
    await userEvent.keyboard("{Escape}");
    expect(told).toHaveBeenLastCalledWith(70);
    await expect.element(field).toHaveValue("70.0");
    await expect.element(field).toHaveAttribute("aria-invalid", "false");
  });

  test("follows a value that changes elsewhere", async () => {
    mounted.set({ value: 55 });
    await expect.element(field).toHaveValue("55.0");
  });
});
