/** A person with genes and conditions: the same for one typical person and for the crowd's. */
import type { Outcome, Problem } from "../../core/model/model";
import type { FiltrationRequest } from "../body/filtration";
import type { Person } from "../body/person";
import { movesOf } from "../conditions/moves-of";
import type { ConditionRequest } from "../conditions/moves";
import { activityFactors, typicalGenotypes } from "../genes/genotypes";
import { groups, type Group } from "../genes/groups";
import { problemsOfGenes } from "../genes/read-genotype";
import { applyMoves } from "./apply-moves";
import { groupCodeOf } from "./request";

/** What may be said of a person besides the body; absent and null mean typical. */
export interface StateRequest extends ConditionRequest {
  readonly group?: Group;
  /** By gene: star alleles "*1/*4", or a phenotype PM, IM, NM, RM or UM. */
  readonly genes?: Readonly<Record<string, string>>;
}

/** @param request also how much the kidneys filter, where that was measured */
export function inCondition(
  person: Person,
  request: StateRequest & FiltrationRequest,
): Outcome<Person> {
  const problems = stateProblems(request);
  if (problems.length > 0) return { ok: false, problems };
  const moves = movesOf(request, { ...request, ...sizeOf(person) });
  if (!moves.ok) return moves;
  const moved = applyMoves(withGenes(person, request), moves.value);
  if (moved.ok) return { ok: true, value: moved.person };
  const message = `leave no possible body: ${moved.why}`;
  return { ok: false, problems: [{ code: "impossible-body", subject: "conditions", message }] };
}

/** Genes, alleles and groups that nobody knows. */
export function stateProblems({ genes = {}, group }: StateRequest): readonly Problem[] {
  return [...groupProblems(group), ...problemsOfGenes(genes)];
}

// ——— the parts ———

function sizeOf({ sex, ageYears, heightCm, weightKg }: Person) {
  return { sex, ageYears, heightCm, weightKg };
}

function withGenes(person: Person, { genes, group }: StateRequest): Person {
  const factors = activityFactors(typicalGenotypes(genes, groupCodeOf(group)));
  const times = (activity: Readonly<Record<string, number>>) =>
    Object.fromEntries(Object.entries(activity).map(([id, own]) => [id, own * (factors[id] ?? 1)]));
  return {
    ...person,
    liverActivity: times(person.liverActivity),
    gutActivity: times(person.gutActivity),
  };
}

function groupProblems(group: Group | undefined): Problem[] {
  const names: readonly string[] = Object.values(groups);
  if (group === undefined || names.includes(group)) return [];
  const message = `"${String(group)}" is none of ${names.join(", ")}`;
  return [{ code: "unknown-group", subject: "group", message }];
}
