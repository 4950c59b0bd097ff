/** Stands for a reader that a file has caught: it takes the file and never answers. */
addEventListener("message", () => {
  for (;;) Math.random();
});

postMessage({ kind: "ready" });
