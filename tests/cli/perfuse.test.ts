/** The command line as people and scripts meet it: what it prints, how it ends, what it leaves. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parquetMetadata, parquetReadObjects } from "hyparquet";
import { beforeAll, describe, expect, test } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "perfuse-"));
const good = {
  perfuse: 1,
  title: "A tablet",
  drugs: ["midazolam"],
  people: { one: { sex: "female", ageYears: 30, heightCm: 165, weightKg: 60 } },
  doses: [{ drug: "midazolam", route: "oral", amountMg: 7.5, atHours: 0 }],
  untilHours: 24,
};

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync("node", ["src/build/perfuse.mjs", ...args], {
    encoding: "utf8",
    maxBuffer: 64e6,
  });
  return { status, stdout, stderr };
}

function fileOf(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));
  return path;
}

let study: string;
beforeAll(() => {
  study = fileOf("good.json", good);
  run("--version"); // bundles, if anything has changed
}, 60_000);

describe("perfuse simulate", () => {
  test("prints the curve of one person, long, with its origin", () => {
    const { status, stdout, stderr } = run("simulate", study);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^# Perfuse \d+\.\d+\.\d+, simulation, not advice\n# study: A tablet\n/);
    expect(stdout).toContain(
      "\nperson,time_h,output,value,unit\n1,0,midazolam/venous-plasma,0,mg/L",
    );
    expect(stdout.trimEnd().split("\n").at(-1)).toMatch(/^1,24,midazolam\/venous-plasma,/);
    expect(stderr).toContain("WebAssembly, f64");
  });

  test("writes curves and metrics where it is told to, and nothing to standard output", () => {
    const [curves, metrics] = [join(folder, "curves.csv"), join(folder, "metrics.csv")];
    const { status, stdout } = run("simulate", study, "--out", curves, "--metrics", metrics);
    expect({ status, stdout }).toEqual({ status: 0, stdout: "" });
    expect(readFileSync(curves, "utf8")).toContain("midazolam/venous-plasma");
    expect(readFileSync(metrics, "utf8")).toMatch(
      /\n1,midazolam\/venous-plasma,Cmax,0\.0\d+,mg\/L,ok/,
    );
  });

  test("gives the same numbers on the interpreter, and close ones on the GPU", () => {
    const valuesOf = (backend: string) => {
      const { status, stdout, stderr } = run("simulate", study, "--backend", backend);
      expect(status, stderr).toBe(0);
      const rows = stdout.split("\n").filter((line) => line.startsWith("1,"));
      return rows.map((row) => Number(row.split(",")[3]));
    };
    const wasm = valuesOf("wasm");
    expect(valuesOf("tape")).toEqual(wasm);
    const peak = Math.max(...wasm);
    valuesOf("webgpu").forEach((value, i) => {
      expect(Math.abs(value - (wasm[i] ?? Number.NaN)) / peak).toBeLessThan(1e-4);
    });
  }, 60_000);

  test("marks what the GPU computed as 32 bit and names the adapter", () => {
    const { stdout, stderr } = run("simulate", study, "--backend", "webgpu");
    expect(stderr).toMatch(/WebGPU.*f32/);
    expect(stdout).toMatch(/# backend: WebGPU.*f32/);
    const [, named] = /# backend: .*, f32, (.+)\n/.exec(stdout) ?? [];
    expect(stdout).toContain(`\n# adapter: ${named}\n`);
    expect(run("simulate", study).stdout).toContain("\n# adapter: none, on the CPU\n");
  }, 60_000);
});

describe("what there is", () => {
  test("drugs, outputs and parameters, each with unit and source", () => {
    expect(run("drugs").stdout).toMatch(
      /^alfentanil\s.*\ncaffeine\s[^]*\ndigoxin\s[^]*\nmidazolam\s[^]*\nwarfarin\s/,
    );
    expect(JSON.parse(run("drugs", "--json").stdout)).toHaveLength(18);
    expect(run("outputs", study).stdout).toContain("\nmidazolam/liver,mg/L,");
    const parameters = run("parameters", study).stdout.split("\n").slice(1, -1);
    expect(parameters.length).toBeGreaterThan(150);
    for (const row of parameters) expect(row.split(",").length).toBeGreaterThanOrEqual(5);
  });

  test("the README's tables of the evidence are those that are computed", () => {
    const cells = (line: string) => line.replace(/\s+/g, " ").trim();
    const readme = readFileSync("README.md", "utf8").split("\n").map(cells);
    const computed = run("evidence", "--markdown").stdout.split("\n").map(cells);
    const rows = computed.filter((line) => line !== "" && !line.includes("---"));
    expect(rows.length).toBeGreaterThan(30);
    expect(rows.filter((line) => !readme.includes(line))).toEqual([]);
  });

  test("every listed parameter can be overridden, and does something", () => {
    const path = fileOf("override.json", { ...good, overrides: { "midazolam.liver.Kp": 50 } });
    expect(run("simulate", path).stdout).not.toBe(run("simulate", study).stdout);
  });

  test("evidence prints each set's own value and the drug's fold error", () => {
    const { status, stdout } = run("evidence");
    expect(status).toBe(0);
    expect(stdout).toContain("joeres1987");
    expect(stdout).toMatch(/not scored/i);
    expect(stdout).toMatch(/GMFE/i);
  }, 60_000);

  test("help and version everywhere", () => {
    expect(run("--help").stdout).toContain("simulate");
    expect(run("simulate", "--help").stdout).toContain("--backend");
    expect(run("evidence", "--version").stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});

const one = (person: object) => ({ ...good, people: { one: person } });
const dose = (change: object) => ({ ...good, doses: [{ ...good.doses[0], ...change }] });
const bad: readonly (readonly [what: string, content: unknown, subject: RegExp])[] = [
  ["empty", "", /good|empty|study/],
  ["not JSON", "{", /JSON/],
  ["nested too deeply", `${"[".repeat(20_000)}${"]".repeat(20_000)}`, /deep|nest/],
  ["with __proto__", `{"perfuse":1,"__proto__":{}}`, /__proto__/],
  ["of a newer version", { ...good, perfuse: 2 }, /newer/],
  ["with an unknown key", { ...good, dosage: 1 }, /dosage/],
  ["of an unknown drug", { ...good, drugs: ["phlogiston"] }, /phlogiston/],
  ["of an unknown output", { ...good, record: { outputs: ["midazolam/soul"] } }, /midazolam\/soul/],
  ["of an unknown parameter", { ...good, overrides: { "liver.charm": 1 } }, /liver\.charm/],
  ["with a negative dose", dose({ amountMg: -1 }), /doses\[0\]\.amountMg/],
  ["with a dose of nothing", dose({ amountMg: 0 }), /doses\[0\]\.amountMg/],
  ["with a huge dose", dose({ amountMg: 1e9 }), /doses\[0\]\.amountMg/],
  ["with a dose in words", dose({ amountMg: "much" }), /doses\[0\]\.amountMg/],
  ["with an infusion of no length", dose({ route: "iv", overHours: 0 }), /doses\[0\]\.overHours/],
  ["with a dose of another drug", dose({ drug: "caffeine" }), /caffeine/],
  ["of age -1", one({ ageYears: -1 }), /ageYears/],
  ["of age 200", one({ ageYears: 200 }), /ageYears/],
  ["of no weight", one({ weightKg: 0 }), /weightKg/],
  ["of negative weight", one({ weightKg: -70 }), /weightKg/],
  ["of huge weight", one({ weightKg: 1e5 }), /weightKg/],
  [
    "with more than all unbound",
    { ...good, overrides: { "midazolam.fup": 1.5 } },
    /midazolam\.fup/,
  ],
  ["with two rates of its kidneys", one({ egfrMlMin: 30, egfrMlMin173: 90 }), /one\.egfrMlMin173/],
  ["with two statements of one liver", one({ hepatic: "A", childPugh: "B" }), /one\.childPugh/],
  ["with kidneys of two kinds", one({ renal: "severe", egfrMlMin: 90 }), /renal|egfr/],
  ["that ends before it begins", { ...good, fromHours: 5, untilHours: 5 }, /untilHours/],
];

describe("a bad study", () => {
  test.each(bad)("%s is refused by name, with nothing written", (what, content, subject) => {
    const path = fileOf("bad.json", content);
    const out = join(folder, "must-not-be-there.csv");
    const { status, stdout, stderr } = run("simulate", path, "--out", out);
    expect({ status, stdout }, stderr).toEqual({ status: 2, stdout: "" });
    expect(stderr).toMatch(subject);
    // CODE subject: what is wrong
    expect(stderr).toMatch(/^[a-z0-9-]+ .+\n$/m);
    expect(existsSync(out), what).toBe(false);
  });

  test("of 100 MB is refused unread", () => {
    const path = fileOf("huge.json", " ".repeat(100_000_000));
    const { status, stderr } = run("simulate", path);
    expect(status).toBe(2);
    expect(stderr).toMatch(/MB/);
  });

  test.each([
    ["that is not there", ["simulate", join(folder, "nowhere.json")]],
    ["that is a folder", ["simulate", folder]],
    ["that nobody named", ["simulate"]],
    ["with an unknown back end", ["simulate", "GOOD", "--backend", "abacus"]],
    ["with an unknown option", ["simulate", "GOOD", "--fast"]],
    ["to a place that is not there", ["simulate", "GOOD", "--out", join(folder, "no", "x.csv")]],
  ])("%s", (_what, args) => {
    const { status, stdout } = run(...args.map((arg) => (arg === "GOOD" ? study : arg)));
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  });

  test("an unknown command says which there are", () => {
    const { status, stderr } = run("similate");
    expect(status).toBe(2);
    expect(stderr).toContain("simulate");
  });
});

describe("many people", () => {
  const many = (change: object = {}, more: object = {}) =>
    fileOf("many.json", {
      ...good,
      people: { many: { count: 200, seed: 7, ...change } },
      record: { everyHours: 2 },
      ...more,
    });
  const rowsOf = (text: string) =>
    text
      .trimEnd()
      .split("\n")
      .filter((line) => !line.startsWith("#"));

  test("are simulated: percentiles over time, metrics of each, with their seed", () => {
    const metrics = join(folder, "many-metrics.csv");
    const { status, stdout, stderr } = run("simulate", many(), "--metrics", metrics);
    expect(stderr).toContain("200 of 200 people");
    expect(status).toBe(0);
    expect(stdout).toContain("# seed: 7\n");
    const [header, ...rows] = rowsOf(stdout);
    expect(header).toBe("time_h,output,statistic,value,unit");
    // every two hours from 0 to 24, five percentiles and the mean
    expect(rows).toHaveLength(13 * 6);
    const at2 = rows.filter((row) => row.startsWith("2,")).map((row) => Number(row.split(",")[3]));
    const [p5 = 0, p25 = 0, p50 = 0, p75 = 0, p95 = 0] = at2;
    expect([p5, p25, p50, p75, p95]).toEqual([p5, p25, p50, p75, p95].toSorted((a, b) => a - b));
    expect(p95 / p5).toBeGreaterThan(2);
    const perPerson = rowsOf(readFileSync(metrics, "utf8")).slice(1);
    expect(new Set(perPerson.map((row) => row.split(",")[0])).size).toBe(200);
  });

  test("are written as Parquet where the name ends so, with the CSV's numbers", async () => {
    const filesOf = (ending: string) => {
      const files = ["curves", "metrics"].map((what) => join(folder, `${what}.${ending}`));
      const [out = "", metrics = ""] = files;
      const { status, stdout } = run("simulate", many(), "--out", out, "--metrics", metrics);
      expect({ status, stdout }).toEqual({ status: 0, stdout: "" });
      return files.map((path) => readFileSync(path));
    };
    const asText = filesOf("csv").map((bytes) => bytes.toString());
    for (const [i, bytes] of filesOf("parquet").entries()) {
      const file = new Uint8Array(bytes).buffer;
      const rows = await parquetReadObjects({ file });
      const texts = rows.map((row) => Object.values(row).map((value) => String(value ?? "")));
      expect(texts.map((cells) => cells.join(","))).toEqual(rowsOf(asText[i] ?? "").slice(1));
      const metadata = parquetMetadata(file).key_value_metadata ?? [];
      const said = metadata.map(({ key, value }) => `# ${key}: ${value}\n`);
      for (const key of ["study", "model", "seed", "backend", "adapter", "people"]) {
        const line = said.find((text) => text.startsWith(`# ${key}: `));
        expect(asText[i]).toContain(line);
      }
    }
  });

  test("are the same on the GPU, to what 32 bit can hold", () => {
    const [wasm, webgpu] = ["wasm", "webgpu"].map((backend) => {
      const metrics = join(folder, `${backend}-metrics.csv`);
      const { status } = run("simulate", many(), "--backend", backend, "--metrics", metrics);
      expect(status).toBe(0);
      return rowsOf(readFileSync(metrics, "utf8"))
        .slice(1)
        .filter((row) => /,(AUC|Cmax),/.test(row))
        .map((row) => row.split(","));
    });
    expect(wasm).toHaveLength(400);
    wasm?.forEach(([person, , metric, value], i) => {
      const [other, , sameMetric, otherValue] = webgpu?.[i] ?? [];
      expect([other, sameMetric]).toEqual([person, metric]);
      expect(Math.abs(Number(otherValue) / Number(value) - 1)).toBeLessThan(1e-4);
    });
  });

  test("are told one by one, the same whatever the count", () => {
    const few = rowsOf(run("people", many({ count: 5 })).stdout);
    const more = rowsOf(run("people", many({ count: 1200 })).stdout);
    expect(few[0]).toMatch(/^person,status,redraws,.*weight \[kg\],.*CYP2D6 phenotype/);
    expect(more).toHaveLength(1201);
    expect(more.slice(0, 6)).toEqual(few);
  });

  test("are held against a threshold, in whatever unit it is written", () => {
    const hoursOf = (threshold: number | string) => {
      const metrics = join(folder, "held-metrics.csv");
      const thresholds = { "midazolam/venous-plasma": threshold };
      const { status, stderr } = run("simulate", many({}, { thresholds }), "--metrics", metrics);
      expect(status, stderr).toBe(0);
      const rows = rowsOf(readFileSync(metrics, "utf8")).map((row) => row.split(","));
      const columnOf = (metric: string) =>
        rows.filter((row) => row[2] === metric).map((row) => Number(row[3]));
      return {
        above: columnOf("hoursAbove"),
        below: columnOf("hoursBelow"),
        peaks: columnOf("Cmax"),
      };
    };
    const { above, below, peaks } = hoursOf(0.02);
    expect(above).toHaveLength(200);
    above.forEach((hours, k) => {
      expect(hours + (below[k] ?? Number.NaN)).toBeCloseTo(24, 5);
      expect(hours > 0, `person ${k + 1}`).toBe((peaks[k] ?? Number.NaN) > 0.02);
    });
    expect(new Set(above.map((hours) => hours > 0)).size).toBe(2);
    expect(hoursOf("20 ng/mL").above).toEqual(above);
    // at 325.77 g/mol
    hoursOf(`${20 / 325.77} uM`).above.forEach((hours, k) => {
      expect(hours).toBeCloseTo(above[k] ?? Number.NaN, 4);
    });
  });

  test.each<[string, object, RegExp]>([
    ["nobody", { count: 0 }, /people.many.count: must be at least 1/],
    ["fewer than nobody", { count: -5 }, /people.many.count: must be at least 1/],
    ["more than there are", { count: 1e12 }, /people.many.count: must be at most 10000000 people/],
    ["half a person", { count: 2.5 }, /people.many.count: must be a whole number/],
    ["ages upside down", { ageYears: [50, 20] }, /ageYears: .*smaller one first/],
    ["a body mass index nobody has", { bmi: [99, 99.5] }, /bmi: .*nobody/],
    ["a window upside down", { bmi: [30, 20] }, /bmi: .*smaller one first/],
    ["an unknown group", { group: "Martian" }, /group/],
    ["an unknown allele", { genes: { CYP2D6: "*1/*999" } }, /CYP2D6/],
    ["a gene nobody has", { genes: { CYP9Z9: "PM" } }, /CYP9Z9/],
    ["an unknown condition", { cardiac: "severe" }, /people.many.cardiac: is not a key/],
    ["an unknown stage", { renal: "terrible" }, /people.many.renal: /],
    ["a pregnant man", { pregnancyWeeks: 30, femaleFraction: 0 }, /pregnan|female|women/i],
    [
      "a pregnant child",
      { pregnancyWeeks: 30, femaleFraction: 1, ageYears: [8, 10] },
      /pregnancyWeeks: /,
    ],
    ["a child with Child–Pugh B", { hepatic: "B", ageYears: [2, 10] }, /hepatic: /],
    ["two statements of the liver", { hepatic: "B", childPugh: "C" }, /childPugh: /],
  ])("refuses %s with exit 2 and writes nothing", (_, change, expected) => {
    expectRefusal(many(change), expected);
  });

  test.each<[string, object, RegExp]>([
    [
      "an amount",
      { "midazolam/venous-plasma": "5 mg" },
      /is an amount, not a concentration; write/,
    ],
    ["a time", { "midazolam/venous-plasma": "2 h" }, /is a time, not a concentration; write/],
    ["no unit", { "midazolam/venous-plasma": "5" }, /needs a unit; write for example/],
    ["nothing", { "midazolam/venous-plasma": 0 }, /thresholds.midazolam\/venous-plasma: /],
    [
      "an unknown output",
      { "midazolam/soul": 5 },
      /thresholds.midazolam\/soul: no such output is recorded/,
    ],
  ])("refuses a threshold of %s by name", (_, thresholds, expected) => {
    expectRefusal(many({}, { thresholds }), expected);
  });

  test("a threshold for one person is refused", () => {
    const thresholds = { "midazolam/venous-plasma": 1 };
    expectRefusal(fileOf("one.json", { ...good, thresholds }), /^many-only thresholds: /);
  });

  function expectRefusal(path: string, expected: RegExp): void {
    const out = join(folder, "refused.csv");
    const { status, stdout, stderr } = run("simulate", path, "--out", out);
    expect({ status, stdout }, stderr).toEqual({ status: 2, stdout: "" });
    expect(stderr).toMatch(expected);
    expect(existsSync(out)).toBe(false);
  }
});

describe("perfuse twin", () => {
  const twin = {
    perfuseTwin: 1,
    name: "Somebody",
    facts: { sex: "female", age: { years: 61, on: "2026-11-20" }, heightCm: 164 },
    drugs: ["vancomycin"],
    events: [
      {
        kind: "dose",
        id: "d",
        at: "2026-11-19T08:00:00Z",
        drug: "vancomycin",
        route: "iv",
        amountMg: 1000,
        overHours: 1,
        everyHours: 12,
        count: 4,
      },
      {
        kind: "level",
        id: "first",
        at: "2026-11-20T19:30:00Z",
        drug: "vancomycin",
        mgPerL: 25,
      },
    ],
  };

  test("says what a level says of the person, beside people with the same facts", () => {
    const { status, stdout, stderr } = run("twin", fileOf("twin.json", twin));
    expect(status).toBe(0);
    expect(stderr).toMatch(/\d{4} effective draws of \d{4}/);
    const rows = stdout
      .trimEnd()
      .split("\n")
      .map((row) => row.split(","));
    const area = rows.find(([what]) => what === "area")?.map(Number) ?? [];
    const [p5 = NaN, p50 = NaN, p95 = NaN] = area.slice(5, 8);
    expect(p5).toBeLessThan(p50);
    expect(p95 / p5).toBeLessThan((area[4] ?? NaN) / (area[2] ?? NaN));
    expect(rows.find(([what]) => what === "level")?.slice(8, 10)).toEqual(["mg/L", "25"]);
    expect(run("twin", fileOf("twin.json", twin)).stdout).toBe(stdout);
  });

  test("refuses what is no twin, no moment, or took nothing", () => {
    expect(run("twin", study)).toMatchObject({ status: 2, stdout: "" });
    expect(run("twin", study).stderr).toMatch(/^not-a-twin the twin file: /);
    const file = fileOf("twin.json", twin);
    expect(run("twin", file, "--now", "yesterday").stderr).toMatch(/^bad-value --now: /);
    const empty = fileOf("empty.json", { ...twin, events: [] });
    expect(run("twin", empty).stderr).toMatch(/^no-doses the twin: /);
  });
});
