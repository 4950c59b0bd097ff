/**
 * Every way to send something elsewhere, tried in a real browser against listeners that hear each
 * connection and packet: stopped, or a limit that the privacy page states.
 *
 * Each is first tried on a page without any policy, where it must be heard: else this browser, or
 * this test, could not tell. What is found must be no worse than what the privacy page shows;
 * `PERFUSE_WRITE_ATTEMPTS=1 npx playwright test -c tests/e2e network-attempts` writes it there.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, expect, test, type BrowserContext } from "@playwright/test";
import { dist } from "../../src/build/build.mjs";
import { chromiumFlags, knownChromium } from "../../src/build/chromium.mjs";
import { serve } from "../../src/build/serve.mjs";
import {
  deliveries,
  outcomes,
  type AttemptRow,
  type Delivery,
  type Outcome,
} from "../../src/state/network-attempts";
import { limitOf, networkLimits } from "../../src/state/network-limits";
import { blobWorker, inPage, inWorker, leavingPage, type Attempt, type Target } from "./attempts";
import { bareHost } from "./bare-host";
import { listen, type Listener } from "./foreign-listener";
import { openSealed, released } from "./sealed";

const recorded = "src/state/network-attempts.json";
/** A wait that is too short can only miss something; so is a page that is still busy starting. */
const settleMs = 2500;
/** For an attempt that never answers. */
const patienceMs = 15_000;

test("every way to send something elsewhere is stopped, or stated as a limit", async () => {
  test.setTimeout(420_000);
  const folder = mkdtempSync(join(tmpdir(), "perfuse-attempts-"));
  const sites = await openSites(folder);
  const control = await visit(folder, "control", sites.lawless, { isSealed: false });
  const found = new Map<Delivery, Heard>();
  for (const delivery of deliveries) {
    const url = delivery.startsWith("our") ? sites.ours : sites.bare;
    const hasAllowlist = delivery.endsWith("allowlist");
    const isSealed = delivery.includes("sealed");
    found.set(delivery, (await visit(folder, delivery, url, { isSealed, hasAllowlist })).heard);
  }
  await sites.close();
  rmSync(folder, { recursive: true });

  const rows = rowsOf(control.heard, found);
  console.log(`Chromium ${control.version}\n${table(rows)}`);
  expect(rows.map(({ kind }) => kind)).toEqual(expect.arrayContaining(mustBeMeasurable));
  expect(limitsUsed(rows)).toEqual(networkLimits.map(({ id }) => id).toSorted());

  const now = { browser: `Chromium ${control.version}`, rows };
  if (process.env["PERFUSE_WRITE_ATTEMPTS"])
    writeFileSync(recorded, `${JSON.stringify(now, undefined, 2)}\n`);
  const shown = JSON.parse(readFileSync(recorded, "utf8")) as typeof now;
  expect(worseThan(shown.rows, rows)).toEqual([]);
});

/** What a page without a policy has in every Chromium. */
const mustBeMeasurable = [...Object.keys(inPage), ...Object.keys(leavingPage)];

// ——— the sites ———

/** One without any policy, one with our headers, one that sends none. */
async function openSites(folder: string) {
  const page = `<!doctype html><script>
    new Worker("worker.js", { type: "module" });
    navigator.serviceWorker.register("service-worker.js");
  </script>`;
  writeFileSync(join(folder, "index.html"), page);
  writeFileSync(join(folder, "worker.js"), "postMessage(1)");
  writeFileSync(join(folder, "service-worker.js"), "addEventListener('fetch', () => {})");
  const lawless = await bareHost(folder);
  const ours = await serve({ root: dist, port: 0 });
  const bare = await bareHost(dist);
  const close = () => Promise.all([lawless.cut(), ours.close(), bare.cut()]);
  return { lawless: lawless.url, ours: ours.url, bare: bare.url, close };
}

// ——— a visit, and all attempts in it ———

type Run = (target: Target) => Promise<unknown>;
interface Way {
  readonly from: string;
  readonly kind: string;
  readonly run: Run;
}
type Heard = readonly { readonly from: string; readonly kind: string; readonly outcome: Outcome }[];

interface How {
  readonly isSealed: boolean;
  readonly hasAllowlist?: boolean;
}

async function visit(folder: string, name: string, url: string, how: How) {
  const profile = join(folder, name.replaceAll(/[^a-z]+/g, "-"));
  const netLog = `${profile}.json`;
  const context = await launch(profile, netLog, how);
  const version = context.browser()?.version() ?? "";
  const ways = await waysOf(context, url, how.isSealed);
  // pages that start while others try would keep those from trying
  const [inPlace, leaving] = [ways.filter(staysInPage), ways.filter((way) => !staysInPage(way))];
  const tried = [...(await tryAll(inPlace)), ...(await tryAll(leaving))];
  await context.close();
  const log = readFileSync(netLog, "utf8");
  const heard = tried.map(({ from, kind, name, listeners }) => {
    const all = listeners.map((listener) => listener.heard());
    for (const listener of listeners) listener.close();
    const lookedUp: Outcome = log.includes(name) ? "connected" : "blocked";
    return { from, kind, outcome: worst([...all, lookedUp]) };
  });
  return { heard, version };
}

/** A profile as a person has it: a private one neither connects nor looks up ahead of time. */
function launch(profile: string, netLog: string, { hasAllowlist }: How): Promise<BrowserContext> {
  const executablePath = knownChromium();
  const allowlist =
    "--enable-features=Vulkan,ConnectionAllowlists,OverrideConnectionAllowlistOriginTrial";
  return chromium.launchPersistentContext(profile, {
    ...(executablePath ? { executablePath } : {}),
    headless: false,
    args: [
      ...chromiumFlags,
      ...(hasAllowlist ? [allowlist] : []),
      "--host-resolver-rules=MAP foreign.test 127.0.0.1",
      `--log-net-log=${netLog}`,
    ],
  });
}

async function waysOf(context: BrowserContext, url: string, isSealed: boolean): Promise<Way[]> {
  const page = await context.newPage();
  if (isSealed) await openSealed(page, url);
  else await page.goto(url);
  await released(page);
  await expect.poll(() => page.workers().length, { timeout: 20_000 }).toBeGreaterThan(0);
  await expect.poll(() => context.serviceWorkers().length, { timeout: 30_000 }).toBeGreaterThan(0);
  const [worker] = page.workers();
  const [serviceWorker] = context.serviceWorkers();
  const runElsewhere = async (attempt: Attempt, target: Target) => {
    const other = await context.newPage();
    await other.goto(url);
    await other.evaluate(attempt, target);
  };
  const ways = (from: string, all: Readonly<Record<string, Attempt>>, by: By): Way[] =>
    Object.entries(all).map(([kind, attempt]) => ({ from, kind, run: (at) => by(attempt, at) }));
  return [
    ...ways("page", inPage, (attempt, at) => page.evaluate(attempt, at)),
    ...ways("page", leavingPage, runElsewhere),
    ...ways("worker", inWorker, async (attempt, at) => worker?.evaluate(attempt, at)),
    ...ways("blob worker", { fetch: blobWorker }, (attempt, at) => page.evaluate(attempt, at)),
    ...ways("service worker", inWorker, async (attempt, at) =>
      serviceWorker?.evaluate(attempt, at),
    ),
  ];
}

const staysInPage = ({ from, kind }: Way) => from !== "page" || kind in inPage;

async function tryAll(ways: readonly Way[]) {
  const tried = await Promise.all(ways.map(tryOne));
  await new Promise((resolve) => setTimeout(resolve, settleMs));
  return tried;
}

type By = (attempt: Attempt, target: Target) => Promise<unknown>;

/** Towards another port of this machine, and towards another name of it. */
async function tryOne({ from, kind, run }: Way) {
  const name = `${from}-${kind}.test`.toLowerCase().replaceAll(/[^a-z.]+/g, "-");
  const listeners: readonly Listener[] = [await listen(), await listen()];
  const names = ["127.0.0.1", "foreign.test"];
  const hosts = listeners.map(({ port }, index) => `${names[index]}:${port}`);
  // an attempt may be refused loudly, quietly, or never be answered
  const limit = new Promise((resolve) => setTimeout(resolve, patienceMs));
  const all = hosts.map((host) => run({ host, name }).catch(() => undefined));
  await Promise.race([limit, Promise.all(all)]);
  return { from, kind, name, listeners };
}

// ——— what was found ———

const rank = (outcome: Outcome) => outcomes.indexOf(outcome);
const worst = (all: readonly Outcome[]): Outcome =>
  outcomes[Math.max(...all.map(rank))] ?? "blocked";

/** One row for each way that a page without a policy has. */
function rowsOf(control: Heard, found: ReadonlyMap<Delivery, Heard>): AttemptRow[] {
  return control.flatMap(({ from, kind, outcome }, index) => {
    if (outcome === "blocked") return [];
    const of = (delivery: Delivery) => found.get(delivery)?.[index]?.outcome ?? "sent";
    const cells = deliveries.map((delivery) => [delivery, of(delivery)]);
    return [{ kind, from, found: Object.fromEntries(cells) as AttemptRow["found"] }];
  });
}

/** @throws where something is open that no limit states */
function limitsUsed(rows: readonly AttemptRow[]): string[] {
  const used = new Set<string>();
  for (const row of rows)
    for (const delivery of deliveries) {
      if (row.found[delivery] === "blocked") continue;
      const limit = limitOf(row, delivery);
      if (!limit) throw new Error(`No limit states: ${row.kind} from a ${row.from}, ${delivery}.`);
      used.add(limit.id);
    }
  return [...used].toSorted();
}

function worseThan(shown: readonly AttemptRow[], rows: readonly AttemptRow[]): string[] {
  return rows.flatMap((row) => {
    const known = shown.find(({ kind, from }) => kind === row.kind && from === row.from);
    return deliveries
      .filter((delivery) => rank(row.found[delivery]) > (known ? rank(known.found[delivery]) : -1))
      .map((delivery) => `${row.kind} from a ${row.from}, ${delivery}: ${row.found[delivery]}`);
  });
}

function table(rows: readonly AttemptRow[]): string {
  const wide = (texts: readonly string[]) => texts.map((text) => text.padEnd(31)).join("");
  const lines = rows.map(({ kind, from, found }) =>
    wide([`${kind}, ${from}`, ...deliveries.map((name) => found[name])]),
  );
  return [wide(["", ...deliveries]), ...lines].join("\n");
}
