/** Every recipe of the body, in the order they are meshed and packed. */
import { bowelRecipes } from "./bowel";
import { brainRecipe } from "./brain";
import { heartRecipes } from "./heart";
import { kidneyRecipes, ureterRecipe } from "./kidneys";
import { limbRecipes } from "./limb-bones";
import { liverRecipes } from "./liver";
import { bronchiRecipes, lungRecipes } from "./lungs";
import { neckRecipes, oesophagusRecipe } from "./neck";
import { pelvicRecipes } from "./pelvic-organs";
import type { SolidRecipe, TubeRecipe } from "./recipe";
import { ribsRecipe } from "./ribs";
import { skeletonRecipes } from "./skeleton";
import { skinRecipes } from "./skin";
import { stomachRecipes } from "./stomach";
import { vesselRecipes } from "./vessels";

export const solidRecipes: readonly SolidRecipe[] = [
  ...skinRecipes,
  brainRecipe,
  ...heartRecipes,
  ...lungRecipes,
  ...liverRecipes,
  ...stomachRecipes,
  ...kidneyRecipes,
  ...pelvicRecipes,
  ...neckRecipes,
  ...skeletonRecipes,
  ...limbRecipes,
];

export const tubeRecipes: readonly TubeRecipe[] = [
  ...bowelRecipes,
  ...vesselRecipes,
  oesophagusRecipe,
  ureterRecipe,
  ...bronchiRecipes,
  ribsRecipe,
];
