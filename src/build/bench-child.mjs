// @ts-check
/**
 * The process in which one bench file runs; hands every reported row to `bench.mjs`.
 */
import { pathToFileURL } from "node:url";

const { run } = await import(pathToFileURL(process.argv[2] ?? "").href);
await run((/** @type {import("../../tests/bench/report").Row} */ row) => process.send?.(row));
// A GPU device or a server left open must not keep the process; sent rows have to leave first.
process.disconnect?.();
process.exit();
