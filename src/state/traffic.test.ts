import { expect, test } from "vitest";
import { Traffic } from "./traffic.svelte";

test("nothing was sent until something was", () => {
  const traffic = new Traffic();
  traffic.add([]);
  traffic.note({ perfuse: "request", outcome: "kept", bytes: 0 });
  traffic.note({ perfuse: "request", outcome: "refused", bytes: 0 });
  expect(traffic).toMatchObject({ requests: 0, bytes: 0, elsewhere: 0, kept: 1, refused: 1 });
});

test("page, workers and service worker add up", () => {
  const traffic = new Traffic();
  traffic.add([
    { to: "host", bytes: 30 },
    { to: "elsewhere", bytes: 20 },
  ]);
  traffic.note({ perfuse: "request", outcome: "sent", bytes: 25 });
  expect(traffic).toMatchObject({ requests: 3, bytes: 75, elsewhere: 1, kept: 0, refused: 0 });
});
