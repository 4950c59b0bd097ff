/**
 * What plasma and blood hold of a drug in a person: unbound fraction and blood:plasma ratio.
 *
 * A drug that names the protein it binds to is bound in proportion to that protein. What the red
 * cells take goes with the unbound drug. Where the protein is the reference's, both are the drug's.
 */
import { referenceProtein } from "../body/plasma-proteins";
import type { Molecule } from "../drug";
import type { OfPerson } from "../personal";

/** fup = 1 / (1 + bound/unbound · P/P_reference). */
export function unboundFraction({ fup: { value }, bindingProtein }: Molecule): number | OfPerson {
  if (!bindingProtein) return value;
  const { name } = bindingProtein;
  const bound = (1 - value) / value;
  const reference = referenceProtein[name];
  return (person) => {
    const protein = person[name] / reference;
    return protein === 1 ? value : 1 / (1 + bound * protein);
  };
}

/** BP = 1 − H + what red cells hold, and that in proportion to fup. */
export function bloodPlasmaRatio(drug: Molecule): number | OfPerson {
  const { value } = drug.bloodPlasmaRatio;
  const unbound = unboundFraction(drug);
  if (typeof unbound === "number") return value;
  return (person) => {
    const inRedCells = Math.max(0, person.haematocrit - 1 + value);
    return value + inRedCells * (unbound(person) / drug.fup.value - 1);
  };
}
