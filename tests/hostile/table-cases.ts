/** Tables, genotypes, PharmCAT and Open mHealth that are wrong, odd or meant to harm. */
import { json, text, type Fate, type HostileCase } from "./case";

const level = (row: string) => `time,drug,value,unit\n${row}\n`;
const at = "2026-11-02T08:00:00Z";

const tables: readonly (readonly [name: string, content: string, fate: Fate])[] = [
  ["as it is", level(`${at},caffeine,2,mg/L`), "kept"],
  ["a heading only", level(""), "nothing"],
  ["a heading without a value", "time,drug\n2026,caffeine", "no-columns"],
  ["no heading and no sense", "a,b,c,d\n1,2,3,4", "no-columns"],
  ["a formula for a drug", level(`${at},=HYPERLINK("https://example.org"),2,mg/L`), "asked"],
  ["a formula for a drug, quoted", level(`${at},"=1+1",2,mg/L`), "asked"],
  ["a formula for a value", level(`${at},caffeine,=1+1,mg/L`), "nothing"],
  ["a command for a unit", level(`${at},caffeine,2,@SUM(1)`), "asked"],
  ["a value of 1e400", level(`${at},caffeine,1e400,mg/L`), "nothing"],
  ["a value of 1e300", level(`${at},caffeine,1e300,mg/L`), "asked"],
  ["a value of a thousand digits", level(`${at},caffeine,${"9".repeat(1000)},mg/L`), "nothing"],
  ["a negative value", level(`${at},caffeine,-2,mg/L`), "nothing"],
  ["0", level(`${at},caffeine,0,mg/L`), "asked"],
  ["a value above a limit", level(`${at},caffeine,>2,mg/L`), "nothing"],
  ["a value below a limit", level(`${at},caffeine,<2,mg/L`), "kept"],
  ["a value in hexadecimal", level(`${at},caffeine,0x10,mg/L`), "nothing"],
  ["digits of another script", level(`${at},caffeine,٢,mg/L`), "nothing"],
  ["a value with thousands parted", level(`${at},caffeine,"1,234.5",mg/L`), "nothing"],
  ["an unknown drug", level(`${at},unobtainium,2,mg/L`), "asked"],
  ["a drug of a thousand letters", level(`${at},${"x".repeat(1000)},2,mg/L`), "asked"],
  ["a drug in words that turn around", level(`${at},\u202eeniefac,2,mg/L`), "asked"],
  ["a drug with look-alike letters", level(`${at},саffeine,2,mg/L`), "asked"],
  ["a metabolite", level(`${at},hydroxyitraconazole,2,mg/L`), "asked"],
  ["no drug", level(`${at},,2,mg/L`), "nothing"],
  ["no time", level(",caffeine,2,mg/L"), "asked"],
  ["a day only", level("2026-11-02,caffeine,2,mg/L"), "asked"],
  ["no offset", level("2026-11-02 08:00,caffeine,2,mg/L"), "asked"],
  ["30 February", level("2026-02-30T08:00:00Z,caffeine,2,mg/L"), "nothing"],
  ["an American date", level("11/02/2026,caffeine,2,mg/L"), "nothing"],
  ["a day as a number of a spreadsheet", level("46328.33,caffeine,2,mg/L"), "nothing"],
  ["the future", level("2030-01-01T08:00:00Z,caffeine,2,mg/L"), "nothing"],
  ["no unit", level(`${at},caffeine,2,`), "asked"],
  ["a unit of time", level(`${at},caffeine,2,h`), "asked"],
  ["a molar unit", level(`${at},caffeine,2,µmol/L`), "kept"],
  ["a quote that never closes", level(`${at},"caffeine,2,mg/L`), "nothing"],
  ["quotes only", '""""""""', "no-columns"],
  ["2000 columns and one", `time,drug,value${",x".repeat(1998)}`, "too-many-columns"],
  ["a million columns", "x,".repeat(1_000_000), "long-text"],
  ["a million rows and one", level("a,b,1,c\n".repeat(1_000_000)), "too-many-rows"],
  ["a line of 2 MiB", level("x".repeat(2_097_152)), "long-text"],
  ["separators only", ",,,,\n,,,,\n", "no-columns"],
  ["rows of other lengths", level(`${at},caffeine,2,mg/L,more,and,more\n${at}`), "kept"],
  ["old Macintosh line ends", level(`${at},caffeine,2,mg/L`).replaceAll("\n", "\r"), "kept"],
  ["ten thousand equal rows", level(`${at},caffeine,2,mg/L\n`.repeat(10_000)), "kept"],
  [
    "ten thousand unknown drugs",
    level(Array.from({ length: 10_000 }, (_, n) => `${at},drug${n},2,mg/L`).join("\n")),
    "asked",
  ],
];

const site = (line: string) => `# rsid\tchromosome\tposition\tgenotype\nrs1\t1\t1\tAA\n${line}\n`;

const genotypes: readonly (readonly [name: string, content: string, fate: Fate])[] = [
  ["sites that say nothing", site("rs2\t1\t2\tAG"), "nothing"],
  ["two alleles that were seen", site("rs776746\t7\t1\tCC"), "kept"],
  ["a reference that cannot be claimed", site("rs4244285\t10\t1\tGG"), "asked"],
  ["a no-call", site("rs776746\t7\t1\t--"), "nothing"],
  ["half a call", site("rs776746\t7\t1\tC"), "nothing"],
  ["an insertion", site("rs776746\t7\t1\tII"), "nothing"],
  ["letters of the other strand", site("rs776746\t7\t1\tGG"), "nothing"],
  ["the same site twice, alike", site("rs776746\t7\t1\tCC\nrs776746\t7\t1\tCC"), "kept"],
  ["the same site twice, unlike", site("rs776746\t7\t1\tCC\nrs776746\t7\t1\tTT"), "nothing"],
  ["three letters", site("rs776746\t7\t1\tCCC"), "bad-line"],
  ["a letter that is none of DNA", site("rs776746\t7\t1\tCX"), "bad-line"],
  ["a name that is none", site("hello\t7\t1\tCC"), "bad-line"],
  ["a chromosome that is none", site("rs776746\tseven\t1\tCC"), "bad-line"],
  ["a position that is none", site("rs776746\t7\tone\tCC"), "bad-line"],
  ["a position of a hundred digits", site(`rs776746\t7\t${"9".repeat(100)}\tCC`), "bad-line"],
  ["a negative position", site("rs776746\t7\t-1\tCC"), "bad-line"],
  ["missing columns", site("rs776746\t7"), "bad-line"],
  ["six columns", site("rs776746\t7\t1\tC\tC\tC"), "bad-line"],
  ["a line of a megabyte", site(`rs776746\t7\t1\tCC${" ".repeat(1_000_000)}`), "bad-line"],
  ["a million sites and one", site("rs3\t1\t1\tAA\n".repeat(1_000_000)), "too-many-rows"],
  ["a number of 2^53 + 1", site("rs9007199254740993\t1\t1\tAA"), "nothing"],
  ["small letters", site("rs776746\t7\t1\tcc"), "kept"],
  [
    "two columns of letters",
    "rsid\tchromosome\tposition\tallele1\tallele2\nrs776746\t7\t1\tC\tC\n",
    "kept",
  ],
  ["commas and quotes", '"rs776746","7","1","CC"\n', "kept"],
  [
    "a genome as VCF",
    "##fileformat=VCFv4.2\n#CHROM\tPOS\tID\tREF\tALT\n7\t99672916\trs776746\tT\tC\n",
    "no-columns",
  ],
];

const call = (gene: unknown, diplotype: unknown, change: object = {}) => ({
  results: [
    { gene, diplotypes: [{ name: diplotype }], matchData: { missingPositions: [] }, ...change },
  ],
});

const pharmcat: readonly (readonly [name: string, value: unknown, fate: Fate])[] = [
  ["as it is", call("CYP2C9", "*1/*3"), "kept"],
  ["an unknown gene", call("CYP9Z9", "*1/*3"), "nothing"],
  ["a gene that is a number", call(9, "*1/*3"), "unknown-format"],
  ["a gene of a megabyte", call("x".repeat(1_000_000), "*1/*3"), "nothing"],
  ["an unknown allele", call("CYP2C9", "*1/*999"), "nothing"],
  ["one allele", call("CYP2C9", "*1"), "nothing"],
  ["three alleles", call("CYP2C9", "*1/*2/*3"), "nothing"],
  ["the pool of rare alleles", call("CYP2C9", "*1/rare"), "nothing"],
  ["an uncalled gene", call("CYP2C9", "Unknown/Unknown"), "nothing"],
  ["a diplotype that is a number", call("CYP2C9", 13), "nothing"],
  ["an empty diplotype", call("CYP2C9", ""), "nothing"],
  [
    "diplotypes that are an object",
    { results: [{ gene: "CYP2C9", diplotypes: {} }] },
    "unknown-format",
  ],
  [
    "diplotypes that are texts",
    { results: [{ gene: "CYP2C9", diplotypes: ["*1/*3"] }] },
    "nothing",
  ],
  [
    "missing sites",
    call("CYP2C9", "*1/*3", { matchData: { missingPositions: [{}, {}] } }),
    "asked",
  ],
  [
    "two calls that differ",
    { results: [...call("CYP2C9", "*1/*3").results, ...call("CYP2C9", "*1/*2").results] },
    "asked",
  ],
  [
    "ten thousand calls of one gene",
    { results: Array.from({ length: 10_000 }, () => call("CYP2C9", "*1/*3").results[0]) },
    "kept",
  ],
  [
    "gene reports that are a list",
    { geneReports: [{ geneSymbol: "CYP2C9", sourceDiplotypes: [{ label: "*1/*3" }] }] },
    "unknown-format",
  ],
  [
    "a report without diplotypes",
    { genes: { CYP2C9: { geneSymbol: "CYP2C9" } } },
    "unknown-format",
  ],
  [
    "a report of another gene than its key",
    { genes: { CYP2C9: { geneSymbol: "CYP3A5", sourceDiplotypes: [{ label: "*3/*3" }] } } },
    "kept",
  ],
];

const point = (body: object, frame: unknown = { date_time: at }) => ({
  ...body,
  effective_time_frame: frame,
});
const weight = (value: unknown, unit: unknown = "kg") => ({ body_weight: { value, unit } });
const steps = (value: unknown, start: unknown, end: unknown) =>
  point(
    { step_count: { value, unit: "steps" } },
    { time_interval: { start_date_time: start, end_date_time: end } },
  );

const openMhealth: readonly (readonly [name: string, value: unknown, fate: Fate])[] = [
  ["as it is", point(weight(70)), "kept"],
  ["in a body", { header: {}, body: point(weight(70)) }, "kept"],
  ["a list with rubbish", [1, null, point(weight(70)), "x", []], "kept"],
  ["no time frame", weight(70), "nothing"],
  ["a time frame that is a text", point(weight(70), at), "nothing"],
  [
    "a time frame of neither kind",
    point(weight(70), { time_interval: { date: "2026-11-02", part_of_day: "morning" } }),
    "nothing",
  ],
  ["a day only", point(weight(70), { date_time: "2026-11-02" }), "asked"],
  ["an impossible time", point(weight(70), { date_time: "2026-11-02T99:00:00Z" }), "nothing"],
  [
    "an interval that runs backwards",
    point(weight(70), {
      time_interval: { start_date_time: "2026-11-02T09:00:00Z", end_date_time: at },
    }),
    "nothing",
  ],
  [
    "an interval of an hour",
    point(weight(70), {
      time_interval: { start_date_time: at, end_date_time: "2026-11-02T09:00:00Z" },
    }),
    "kept",
  ],
  [
    "an interval of a month",
    point(weight(70), {
      time_interval: { start_date_time: "2026-10-02T09:00:00Z", end_date_time: at },
    }),
    "nothing",
  ],
  ["a value that is a text", point(weight("70")), "nothing"],
  ["an unknown unit", point(weight(70, "bushel")), "asked"],
  ["a unit that is a number", point(weight(70, 5)), "asked"],
  ["a weight that cannot be", point(weight(7000)), "asked"],
  ["a minimum", { ...point(weight(70)), descriptive_statistic: "minimum" }, "nothing"],
  ["an average", { ...point(weight(70)), descriptive_statistic: "average" }, "kept"],
  ["another schema", point({ blood_glucose: { value: 95, unit: "mg/dL" } }), "nothing"],
  ["steps of an hour", steps(500, at, "2026-11-02T09:00:00Z"), "kept"],
  ["steps of a month", steps(500, "2026-10-02T09:00:00Z", at), "nothing"],
  ["steps at a moment", point({ step_count: { value: 5 } }), "nothing"],
  ["steps below nothing", steps(-500, at, "2026-11-02T09:00:00Z"), "asked"],
  [
    "twenty thousand points",
    Array.from({ length: 20_000 }, () => steps(1, at, "2026-11-02T09:00:00Z")),
    "kept",
  ],
];

export const tableCases: readonly HostileCase[] = [
  ...tables.map(([name, content, fate]) => text(`Table: ${name}`, fate, content)),
  ...genotypes.map(([name, content, fate]) => text(`Genotypes: ${name}`, fate, content)),
  ...pharmcat.map(([name, value, fate]) => json(`PharmCAT: ${name}`, fate, value)),
  ...openMhealth.map(([name, value, fate]) => json(`Open mHealth: ${name}`, fate, value)),
];
