import type { Locale } from "@/lib/core/localised";
import { localePath } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import type { RegistrationForm } from "@/lib/registrations/registration-form";

/** Asks for a code before anything else is filled in: it decides what there is to choose and what that costs. */
export function CodeForm({ form, locale }: { form: RegistrationForm; locale: Locale }) {
  if (!form.takesCodes || form.code?.voucherId) return null;
  const t = translator(locale, "price");
  const failure = form.code?.failure && translator(locale, "registrationErrors")(form.code.failure);
  return (
    <details className="code-form" open={Boolean(failure)}>
      <summary>{t("codeQuestion")}</summary>
      <form method="get" action={localePath(locale, `/events/${form.slug}/register`)}>
        <div className="field" data-invalid={failure ? true : undefined}>
          <label htmlFor="given-code" className="field-label">
            {t("code")}
          </label>
          <p id="given-code-help" className="field-help">
            {t("codeHelp")}
          </p>
          {failure && (
            <p id="given-code-error" className="field-error" role="alert">
              {failure}
            </p>
          )}
          <input
            id="given-code"
            name="code"
            defaultValue={form.code?.typed}
            maxLength={100}
            autoComplete="off"
            aria-describedby={failure ? "given-code-help given-code-error" : "given-code-help"}
            aria-invalid={failure ? true : undefined}
            className="field-control"
          />
        </div>
        <p>
          <button type="submit" className="button button-quiet">
            {t("codeUse")}
          </button>
        </p>
      </form>
    </details>
  );
}
