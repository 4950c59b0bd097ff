/** Biogeographical groups, as CPIC and PharmGKB name them. */
export const groups = {
  AAC: "African American/Afro-Caribbean",
  AME: "American",
  SAS: "Central/South Asian",
  EAS: "East Asian",
  EUR: "European",
  LAT: "Latino",
  NEA: "Near Eastern",
  OCE: "Oceanian",
  SSA: "Sub-Saharan African",
} as const;

export type GroupCode = keyof typeof groups;
/** As a study file names it. */
export type Group = (typeof groups)[GroupCode];
