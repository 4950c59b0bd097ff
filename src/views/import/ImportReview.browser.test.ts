/** A file from choosing to taking over, as a person meets it. */
import { afterEach, expect, test, vi } from "vitest";
import { HealthImport } from "../../state/health-import.svelte";
import { mountForTest, type Mounted, type Plain } from "../ui/mount-for-test.svelte";
import ImportReview from "./ImportReview.svelte";

interface Props {
  readonly one: HealthImport;
  readonly onaccept: () => void;
  readonly oncancel: () => void;
}

let mounted: Mounted<Plain<Props>> | undefined;
afterEach(() => mounted?.remove());

const createWorker = () =>
  new Worker(new URL("../../interop/health/import.worker.ts", import.meta.url), { type: "module" });
const importOf = () =>
  new HealthImport(createWorker, { now: () => new Date("2026-11-20T12:00:00Z") });

function show(one: HealthImport) {
  const handlers = { onaccept: vi.fn<() => void>(), oncancel: vi.fn<() => void>() };
  mounted = mountForTest<Plain<Props>>(ImportReview, { one, ...handlers });
  return { ...handlers, element: mounted.element };
}

const table = new File(
  [
    "time,drug,value,unit\n2026-11-02T08:00:00+01:00,vancomycin,14.2,mg/L\n2026-11-03,vancomycin,11,mg/L\n",
  ],
  "levels.csv",
);

function button(element: HTMLElement, label: string): HTMLButtonElement {
  const found = [...element.querySelectorAll("button")].find((one) =>
    one.textContent.includes(label),
  );
  if (!found) throw new Error(`no button ${label}`);
  return found;
}

function field(element: HTMLElement, type: string): HTMLInputElement {
  const found = element.querySelector<HTMLInputElement>(type);
  if (!found) throw new Error(`no field ${type}`);
  return found;
}

function type(input: HTMLInputElement, text: string): void {
  input.value = text;
  input.dispatchEvent(new Event("input", { bubbles: true }));
}

test("what is open is asked, an answer completes it, and nothing is added before it is accepted", async () => {
  const one = importOf();
  const { element, onaccept } = show(one);
  await one.start(table);
  await vi.waitFor(() => expect(element.textContent).toContain("One question is open"));
  expect(one.accept().events).toHaveLength(1);

  type(field(element, "input[list]"), "Mars/Olympus");
  type(field(element, "input[type=time]"), "07:30");
  button(element, "Use this answer").click();
  await vi.waitFor(() =>
    expect(element.textContent).toContain("There is no such time in that zone."),
  );
  type(field(element, "input[list]"), "Europe/Berlin");
  button(element, "Use this answer").click();
  await vi.waitFor(() => expect(element.textContent).not.toContain("question"));

  expect(onaccept).not.toHaveBeenCalled();
  button(element, "Add to the twin").click();
  expect(onaccept).toHaveBeenCalledOnce();
  const accepted = one.accept();
  expect(accepted.drugs).toEqual(["vancomycin"]);
  expect(accepted.events).toMatchObject([
    { mgPerL: 14.2, source: "levels.csv" },
    { mgPerL: 11, at: "2026-11-03T07:30:00+01:00", source: "levels.csv" },
  ]);
});

test("a group can be left out, and events that the twin has are not given again", async () => {
  const one = importOf();
  const { element } = show(one);
  await one.start(table);
  const [event] = one.accept().events;
  const twin = {
    perfuseTwin: 1,
    name: "A",
    facts: {},
    drugs: ["vancomycin"],
    events: event ? [event] : [],
  } as const;
  expect(one.accept(twin)).toMatchObject({ events: [], alreadyThere: 1 });
  await vi.waitFor(() =>
    field(element, "input[type=checkbox][aria-label='Take Vancomycin, levels']").click(),
  );
  expect(one.accept()).toMatchObject({ events: [], drugs: [], alreadyThere: 0 });
});

test("a file that cannot be read says why, with a code, and that nothing was added", async () => {
  const one = importOf();
  const { element } = show(one);
  await one.start(new File(['{"a":'], "broken.json"));
  await vi.waitFor(() => expect(element.textContent).toContain("Nothing was added to the twin."));
  expect(element.textContent).toContain("not-json");
  expect(one.accept()).toMatchObject({ events: [], facts: {} });
});

test("of two files chosen one after the other the second is shown", async () => {
  const one = importOf();
  const first = one.start(new File(["{"], "first.json"));
  await one.start(table);
  await first;
  expect(one.fileName).toBe("levels.csv");
  expect(one.status).toBe("review");
});
