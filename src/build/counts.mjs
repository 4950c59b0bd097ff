// @ts-check
/**
 * How many tests a step passed and failed, from what its tool wrote down.
 *
 * A failure that belongs to no test still counts: a file that does not load, an error between
 * tests, a tool that ended badly, a report that never came.
 */
import { readJson } from "./project.mjs";

/** @typedef {{ passed: number, failed: number }} Counts */

/**
 * @param {import("./steps.mjs").Step["counts"]} format
 * @param {string} report  the file of numbers
 * @param {boolean} endedWell  exit code 0, in time
 * @returns {Counts}
 */
export function countsOf(format, report, endedWell) {
  const own = format && readers[format](readJson(report));
  if (!own) return endedWell && !format ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  return !endedWell && own.failed === 0 ? { passed: own.passed, failed: 1 } : own;
}

/** @type {Record<"vitest" | "playwright", (report: any) => Counts | undefined>} */
const readers = {
  vitest: (report) =>
    report?.testResults && {
      passed: report.numPassedTests,
      failed: report.numFailedTests + report.testResults.filter(didNotLoad).length,
    },
  playwright: (report) =>
    report?.stats && {
      passed: report.stats.expected,
      failed: report.stats.unexpected + report.stats.flaky,
    },
};

/** @param {{ status: string, assertionResults: { status: string }[] }} file */
const didNotLoad = (file) =>
  file.status === "failed" && !file.assertionResults.some((test) => test.status === "failed");
