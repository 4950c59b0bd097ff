/** The published JSON Schema of the study file, made from the schema that the app itself uses. */
import { toJsonSchema } from "@valibot/to-json-schema";
import { drugParts, drugSchema, provenanceSchema } from "../interop/drug-file";
import { studySchema } from "../interop/study-file";

/**
 * What JSON Schema cannot say (units that must convert, one of two amounts) is left to Perfuse;
 * everything it can say is here.
 */
export function studyJsonSchema(): Record<string, unknown> {
  return {
    $id: "study-1.json",
    title: "Perfuse study, format 1",
    description: "Whom, what is given, and what to record. Times in h, amounts in mg.",
    ...toJsonSchema(studySchema, {
      definitions: { drug: drugSchema, ...drugParts, provenance: provenanceSchema },
      errorMode: "ignore",
      typeMode: "input",
    }),
  };
}
