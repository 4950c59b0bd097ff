// @ts-check
/**
 * Lets a command end when the npm that started it does.
 *
 * A SIGTERM to `npm start` reaches npm and the shell between, which both die and leave our process
 * running with the port in its hands. So whoever was started by npm looks at its parent now and
 * then. Windows tells nobody that a parent is gone; there the console ends its processes itself.
 */

const watchMs = 500;

/** @param {() => void} [end] */
export function endWithNpm(end = () => process.exit(143)) {
  if (!process.env["npm_lifecycle_event"] || process.platform === "win32") return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    end();
  }, watchMs);
  watch.unref();
}
