/**
 * `perfuse COMMAND …`: the engine of the page, without a browser.
 *
 * Exit 0: done. 2: something the person can mend, one line a fault on standard error, nothing
 * written. 1: a fault of ours. Progress and notes go to standard error, results to standard output
 * or to the files asked for, whole or not at all.
 */
import { version } from "../engine/version";
import { commands } from "./commands";
import { Refusal } from "./refusal";

const usage = `perfuse ${version}: whole-body drug simulation. Simulation, not advice.

usage: perfuse COMMAND …

  simulate STUDY.json [--backend wasm|webgpu|tape] [--out FILE] [--metrics FILE]
                                curves and metrics of one person; of many people percentiles
                                over time, and metrics of each
  people STUDY.json [--out FILE]  the virtual people of a study, one row each
                                (a FILE that ends in .parquet is Parquet, any other CSV)
  drugs [--json]                the drugs there are
  outputs STUDY.json            what the study can record, with units
  parameters STUDY.json [--json]  every number of its model, with unit and source
  evidence [DRUG] [--json | --markdown]
                                every clinical data set simulated and scored
  twin TWIN.json [--now MOMENT] [--json]
                                what a twin's levels say of the person: exposure, levels, traits,
                                of people with the same facts and of the bodies that agree
  fit DRUG                      estimates anew what the drug declares as fitted; changes nothing

  --help, --version
`;

async function main(args: readonly string[]): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || name === "--help" || name === "-h" || rest.includes("--help")) {
    process.stdout.write(usage);
    return 0;
  }
  if (name === "--version" || rest.includes("--version")) {
    process.stdout.write(`${version}\n`);
    return 0;
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) {
    throw new Refusal([
      {
        code: "unknown-command",
        subject: name,
        message: `is not a command; there are ${Object.keys(commands).join(", ")} (perfuse --help)`,
      },
    ]);
  }
  await command(rest);
  return 0;
}

// whoever reads the output may have read enough
process.stdout.on("error", (fault: Error & { code?: string }) => {
  if (fault.code !== "EPIPE") throw fault;
  process.exit(0);
});

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (fault: unknown) => {
    if (fault instanceof Refusal) {
      for (const { code, subject, message } of fault.problems) {
        process.stderr.write(`${code} ${subject}: ${message}\n`);
      }
      process.exitCode = 2;
    } else {
      process.stderr.write(
        `a fault of Perfuse: ${fault instanceof Error ? fault.stack : String(fault)}\n`,
      );
      process.exitCode = 1;
    }
  },
);
