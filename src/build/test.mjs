// @ts-check
/**
 * `npm test`: every check; `npm run quick`: types, lint and unit tests; `npm test -- lint types`:
 * the steps whose names begin so. The last line is `N passed, N failed`.
 */
import { endWithNpm } from "./orphan.mjs";
import { say } from "./project.mjs";
import { runSteps, summary } from "./runner.mjs";
import { allSteps, quickSteps } from "./steps.mjs";

const wanted = process.argv.slice(2).filter((word) => word !== "--quick");
const steps = process.argv.includes("--quick") ? quickSteps() : allSteps();
const chosen = steps.filter(
  ({ name }) => wanted.length === 0 || wanted.some((word) => name.startsWith(word)),
);

// A step's processes are not the terminal's own group: Ctrl+C ends them through "exit".
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => process.exit(130));
endWithNpm();

if (chosen.length === 0) {
  say(`There is no such step; the steps are: ${steps.map(({ name }) => name).join(", ")}.`);
  process.exitCode = 1;
} else {
  const outcomes = await runSteps(chosen);
  process.stdout.write(summary(outcomes));
  process.exitCode = outcomes.some(({ failed }) => failed > 0) ? 1 : 0;
}
