/** Activities of a person's enzymes and transporters: age, genotype, and what is left. */
import { activityByAge, enzymes, gutProteins } from "../body/enzymes";
import { geneProteins } from "../genes/genotypes";
import { factorAt, prepareFactors } from "./factors";
import { gutVariations, liverVariations, type Variation } from "./variability";

/** @param ofGenes  factors by place in `geneProteins` */
export type DrawActivity = (
  ageYears: number,
  normals: Float64Array,
  ofGenes: Float64Array,
) => Record<string, number>;

export const drawLiverActivity = drawerOf(Object.keys(enzymes), liverVariations, "liver");
export const drawGutActivity = drawerOf(gutProteins, gutVariations, "gut");

// ——— the parts ———

function drawerOf(
  ids: readonly string[],
  variations: Readonly<Record<string, Variation>>,
  where: "liver" | "gut",
): DrawActivity {
  const factors = prepareFactors(
    ids.map((id, place) => {
      const variation = variations[id];
      if (!variation) throw new RangeError(`how does ${id} vary in the ${where}?`);
      return { place, variation };
    }),
  );
  const genes = ids.map((id) => geneProteins.indexOf(id));
  const ontogenies = ids.map((id) => {
    const enzyme = enzymes[id];
    if (!enzyme) return activityByAge("constant");
    const { ontogeny, gutOntogeny } = enzyme;
    return activityByAge(where === "gut" ? (gutOntogeny ?? ontogeny) : ontogeny);
  });
  return (ageYears, normals, ofGenes) => {
    const activity: Record<string, number> = {};
    for (let i = 0; i < ids.length; i++) {
      const own = factorAt(factors, i, normals[factors.normals[i] ?? 0] ?? 0);
      const gene = genes[i] ?? -1;
      // looked up only where there is one: a place outside of the array costs more than the rest
      const ofGene = gene < 0 ? 1 : (ofGenes[gene] ?? 1);
      activity[ids[i] ?? ""] = (ontogenies[i]?.(ageYears) ?? 1) * own * ofGene;
    }
    return activity;
  };
}
