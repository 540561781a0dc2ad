import { matchMunicipality, municipalityName } from "@/lib/core/municipalities";
import { fail, ok, type Result } from "@/lib/core/result";

/**
 * The municipality or region somebody comes from, as SCB's code: the one they gave, else the one their organisation's name
 * is recognised as ("Trellborgs kommun" is 1287), else null.
 */
export function municipalityOf(input: {
  readonly municipalityCode?: string | undefined;
  readonly organisationName?: string | undefined;
}): Result<string | null, "municipality_unknown"> {
  const { municipalityCode, organisationName } = input;
  if (municipalityCode === undefined)
    return ok(organisationName === undefined ? null : matchMunicipality(organisationName));
  return municipalityName(municipalityCode) === null ? fail("municipality_unknown") : ok(municipalityCode);
}
