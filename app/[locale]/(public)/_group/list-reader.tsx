import { Errors } from "../_form/field-parts";
import type { FormValues } from "../_form/form-view";

export type ListTexts = {
  readonly heading: string;
  readonly intro: string;
  readonly paste: string;
  readonly file: string;
  readonly read: string;
};

/** Takes a list that was pasted from a spreadsheet or is in a file; its rows become people of the form, to be looked over. */
export function ListReader({
  values,
  errors,
  texts,
}: {
  values: FormValues;
  errors: readonly string[];
  texts: ListTexts;
}) {
  const described = errors.length > 0 ? "list-help list-error" : "list-help";
  return (
    <details className="list-reader" open={errors.length > 0}>
      <summary>{texts.heading}</summary>
      <p id="list-help" className="field-help">
        {texts.intro}
      </p>
      <div className="field" data-invalid={errors.length > 0 || undefined}>
        <label htmlFor="list" className="field-label">
          {texts.paste}
        </label>
        <Errors id="list" errors={errors} />
        <textarea
          id="list"
          name="list"
          rows={4}
          className="field-control"
          defaultValue={values["list"]?.[0] ?? ""}
          aria-describedby={described}
          aria-invalid={errors.length > 0 || undefined}
        />
      </div>
      <div className="field">
        <label htmlFor="file" className="field-label">
          {texts.file}
        </label>
        <input
          id="file"
          name="file"
          type="file"
          accept=".xlsx,.csv,.txt,text/csv,text/plain,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
          aria-describedby={described}
        />
      </div>
      <p>
        <button type="submit" name="intent" value="read" className="button button-quiet">
          {texts.read}
        </button>
      </p>
    </details>
  );
}
