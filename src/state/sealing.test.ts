import { expect, test } from "vitest";
import { Sealing, type Surroundings } from "./sealing.svelte";

/** A browser that keeps the release and puts the policy in force, unless a test says otherwise. */
function around(other: Partial<Surroundings> = {}) {
  const kept = new Map<string, string>();
  let reloads = 0;
  const surroundings: Surroundings = {
    register: () => Promise.resolve({ active: {} } as ServiceWorkerRegistration),
    isControlled: () => true,
    isIsolated: () => true,
    reload: () => (reloads += 1),
    memory: {
      getItem: (key) => kept.get(key) ?? null,
      setItem: (key, value) => void kept.set(key, value),
      removeItem: (key) => void kept.delete(key),
    },
    ...other,
  };
  return { surroundings, reloads: () => reloads };
}

const codeOf = async (sealing: Sealing) => {
  const sealed = await sealing.seal();
  return sealed.ok ? sealed.value : sealed.problems[0]?.code;
};

test("sealed is what page, worker and service worker say together", async () => {
  const sealing = new Sealing(around().surroundings);
  expect([sealing.state, sealing.reason?.code]).toEqual(["unsealed", "worker-silent"]);
  const sealed = sealing.seal();
  sealing.hearWorker(true);
  expect(await sealed).toEqual({ ok: true, value: "sealed" });
  expect([sealing.state, sealing.reason]).toEqual(["sealed", undefined]);
});

test("one worker without the policy unseals the page for good", () => {
  const sealing = new Sealing(around().surroundings);
  for (const isIsolated of [true, false, true]) sealing.hearWorker(isIsolated);
  expect([sealing.state, sealing.reason?.code]).toEqual(["cannot", "worker-without-policy"]);
});

test("a first visit is sealed by one reload", async () => {
  const { surroundings, reloads } = around({ isControlled: () => false });
  const sealing = new Sealing(surroundings);
  expect(sealing.state).toBe("unsealed");
  expect(await codeOf(sealing)).toBe("reloading");
  expect(reloads()).toBe(1);
});

test("where the reload did not help there is no second one", async () => {
  const { surroundings, reloads } = around({ isControlled: () => false });
  await new Sealing(surroundings).seal();
  const after = new Sealing(surroundings);
  expect([after.state, await codeOf(after)]).toEqual(["cannot", "not-controlled"]);
  expect(reloads()).toBe(1);
});

test("where the reload helped, a later page without its service worker may reload again", async () => {
  const first = around({ isControlled: () => false }).surroundings;
  await new Sealing(first).seal();
  const second = new Sealing({ ...first, isControlled: () => true });
  expect(second.reason?.code).toBe("worker-silent");
  expect(await codeOf(new Sealing(first))).toBe("reloading");
});

test.each<[string, Partial<Surroundings>, string]>([
  ["no service worker", { register: undefined }, "no-service-worker"],
  ["no policy in the page", { isIsolated: () => false }, "page-without-policy"],
  [
    "a browser that refuses to register",
    { isControlled: () => false, register: () => Promise.reject(new Error("not allowed")) },
    "not-registered",
  ],
  [
    "a release that cannot be kept",
    {
      isControlled: () => false,
      register: () => Promise.resolve({} as ServiceWorkerRegistration),
    },
    "not-installed",
  ],
])("%s is a reason that a person can read", async (_what, other, code) => {
  const { surroundings, reloads } = around(other);
  const sealing = new Sealing(surroundings);
  expect(await codeOf(sealing)).toBe(code);
  expect(sealing.state).toBe("cannot");
  expect(sealing.reason?.message).toMatch(/^\p{Lu}.*[.)]$/u);
  expect(reloads()).toBe(0);
});
