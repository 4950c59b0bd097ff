import { beforeEach, expect, test, vi } from "vitest";
import { takeOver } from "../offline/messages";
import { Releases } from "./releases.svelte";

/** A service worker that changes its state when it is told to, as the browser would. */
class Worker extends EventTarget {
  state = "installing";
  readonly postMessage = vi.fn<(message: unknown) => void>();

  become(state: string): void {
    this.state = state;
    this.dispatchEvent(new Event("statechange"));
  }
}

class Registration extends EventTarget {
  active: Worker | null = new Worker();
  installing: Worker | null = null;
  waiting: Worker | null = null;
  readonly update = vi.fn<() => Promise<void>>(() => Promise.resolve());

  find(): Worker {
    this.installing = new Worker();
    this.dispatchEvent(new Event("updatefound"));
    return this.installing;
  }
}

const reload = vi.fn<() => void>();
const onNewer = vi.fn<() => void>();
let registration: Registration;
let container: EventTarget;
let releases: Releases;

beforeEach(() => {
  vi.clearAllMocks();
  registration = new Registration();
  container = new EventTarget();
  releases = new Releases(reload, onNewer);
});

const watch = () =>
  releases.watch(
    registration as unknown as ServiceWorkerRegistration,
    container as ServiceWorkerContainer,
  );

test("a newer release is told of once it is whole, and reloads nothing", () => {
  watch();
  const newer = registration.find();
  expect(releases.isNewerReady).toBe(false);
  newer.become("installed");
  expect(releases.isNewerReady).toBe(true);
  expect(onNewer).toHaveBeenCalledTimes(1);
  expect(reload).not.toHaveBeenCalled();
});

test("one that waited already is told of at once", () => {
  registration.waiting = new Worker();
  watch();
  expect(releases.isNewerReady).toBe(true);
});

test("the first release of all is not newer than anything", () => {
  registration.active = null;
  watch();
  registration.find().become("installed");
  expect(releases.isNewerReady).toBe(false);
});

test("one that could not be kept, or was overtaken, is no longer offered", () => {
  watch();
  registration.find().become("redundant");
  expect(releases.isNewerReady).toBe(false);
  const second = registration.find();
  second.become("installed");
  second.become("redundant");
  expect(releases.isNewerReady).toBe(false);
});

test("who agrees gets it: it takes over first, and the page reloads after", () => {
  watch();
  const newer = registration.find();
  newer.become("installed");
  releases.take();
  expect(newer.postMessage).toHaveBeenCalledWith(takeOver);
  expect(reload).not.toHaveBeenCalled();
  newer.become("activated");
  expect(reload).toHaveBeenCalledTimes(1);
});

test("when another tab agreed, this one goes on and is offered a reload", () => {
  watch();
  container.dispatchEvent(new Event("controllerchange"));
  expect(releases.isNewerReady).toBe(true);
  expect(reload).not.toHaveBeenCalled();
  releases.take();
  expect(reload).toHaveBeenCalledTimes(1);
});

test("without a network there is nothing newer, and no fault", async () => {
  expect(await releases.look()).toBe(false);
  watch();
  registration.update.mockRejectedValueOnce(new TypeError("offline"));
  expect(await releases.look()).toBe(true);
  expect(releases.isNewerReady).toBe(false);
});
