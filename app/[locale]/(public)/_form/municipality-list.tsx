import { MUNICIPALITY_NAMES } from "@/lib/core/municipality-names";

/** Suggestions for the organisation field; the browser narrows them as one types, with or without JavaScript. */
export function MunicipalityList() {
  return (
    <datalist id="municipalities">
      {MUNICIPALITY_NAMES.map((name) => (
        <option key={name} value={name} />
      ))}
    </datalist>
  );
}
