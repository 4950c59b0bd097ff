/** Heights and weights as people type them: `5 ft 11`, `5'11"`, `180`, `1.8 m`, `160 lb`, `11 st 4`. */

export type ParsedSize =
  { readonly ok: true; readonly value: number } | { readonly ok: false; readonly message: string };

const centimetresPerInch = 2.54;
const kilogramsPerPound = 0.45359237;

/** @returns cm; a bare number below 3 is metres, from 3 to 8 it is refused as unclear */
export function parseHeight(text: string): ParsedSize {
  const clean = tidy(text);
  const feet =
    /^(\d+(?:\.\d+)?)\s*(?:'|ft|feet|foot)\s*(?:(\d+(?:\.\d+)?)\s*(?:"|in|inch|inches)?)?$/.exec(
      clean,
    );
  if (feet) {
    return found((12 * Number(feet[1]) + Number(feet[2] ?? 0)) * centimetresPerInch);
  }
  const single = /^(\d+(?:\.\d+)?)\s*(cm|m|mm|in|inch|inches|")?$/.exec(clean);
  if (!single) return unclear("a height such as 176 cm, 1.76 m or 5 ft 9");
  const value = Number(single[1]);
  switch (single[2]) {
    case "m":
      return found(100 * value);
    case "mm":
      return found(value / 10);
    case "in":
    case "inch":
    case "inches":
    case '"':
      return found(value * centimetresPerInch);
    case "cm":
      return found(value);
    default:
      if (value < 3) return found(100 * value);
      return value < 9 ? unclear("a unit: cm, m, or feet and inches such as 5 ft 9") : found(value);
  }
}

/** @returns kg */
export function parseWeight(text: string): ParsedSize {
  const clean = tidy(text);
  const stones =
    /^(\d+(?:\.\d+)?)\s*(?:st|stone|stones)\s*(?:(\d+(?:\.\d+)?)\s*(?:lb|lbs|pounds?)?)?$/.exec(
      clean,
    );
  if (stones) return found((14 * Number(stones[1]) + Number(stones[2] ?? 0)) * kilogramsPerPound);
  const single = /^(\d+(?:\.\d+)?)\s*(kg|g|lb|lbs|pounds?)?$/.exec(clean);
  if (!single) return unclear("a weight such as 73 kg, 160 lb or 11 st 4");
  const value = Number(single[1]);
  const unit = single[2] ?? "kg";
  if (unit === "g") return found(value / 1000);
  return found(unit === "kg" ? value : value * kilogramsPerPound);
}

/** A typographer's marks and a decimal comma are as good as the plain ones. */
function tidy(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/[′’‘]/g, "'")
    .replace(/[″”“]/g, '"')
    .replace(/''/g, '"')
    .replace(/(\d),(\d)/g, "$1.$2");
}

function found(value: number): ParsedSize {
  return { ok: true, value };
}

function unclear(what: string): ParsedSize {
  return { ok: false, message: `Type ${what}.` };
}
