import type { Locale } from "@/lib/core/localised";
import { localePath } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import type { RegistrationDetail } from "@/lib/reports/queries/registration-detail";
import { ToolForm } from "../../../../_form/tool-form";
import frameStyles from "../../../../_frame/frame.module.css";
import { cancel, erase, extend, handOver, protect } from "./actions";

const HAS_PLACE = ["CONFIRMED"];
const MAY_CANCEL = ["CONFIRMED", "WAITLISTED", "PENDING_APPROVAL", "HELD"];

type Props = {
  readonly locale: Locale;
  readonly slug: string;
  readonly detail: RegistrationDetail;
};

/** What an organiser can do for one person: later last days, somebody else in the place, cancelling. */
export function PersonActions({ locale, slug, detail: { row, extendedThrough } }: Props) {
  const t = translator(locale, "organiserPerson");
  if (!MAY_CANCEL.includes(row.state) || row.reference === null) return null;
  const hidden = { event: slug, reference: row.reference, language: locale };
  const texts = (submit: string) => ({
    submit,
    working: t("working"),
    errorTitle: t("errorTitle", { title: row.name }),
  });
  return (
    <section className={frameStyles["section"]} aria-labelledby="actions">
      <h2 id="actions">{t("actions")}</h2>
      <h3>{t("extend")}</h3>
      <p>{t("extendHelp")}</p>
      <ToolForm
        action={extend}
        hidden={hidden}
        fields={[
          { name: "through", label: t("extendThrough"), type: "date", value: extendedThrough?.toString() ?? "" },
        ]}
        texts={texts(t("extendSubmit"))}
      />
      {HAS_PLACE.includes(row.state) && (
        <>
          <h3>{t("handOver")}</h3>
          <p>{t("handOverHelp")}</p>
          <ToolForm
            action={handOver}
            hidden={hidden}
            fields={[
              { name: "name", label: t("newName"), type: "text" },
              { name: "email", label: t("newEmail"), type: "email" },
            ]}
            texts={texts(t("handOverSubmit"))}
          />
        </>
      )}
      <h3>{t("cancel")}</h3>
      <p>{t("cancelHelp")}</p>
      <ToolForm action={cancel} hidden={hidden} texts={texts(t("cancelSubmit"))} />
    </section>
  );
}

/** Whether everybody but owners and editors is kept from the person, also once the registration has ended. */
export function ProtectedIdentity({ locale, slug, detail: { row } }: Props) {
  if (row.reference === null) return null;
  const t = translator(locale, "organiserPerson");
  const protects = row.protectedIdentity ? "no" : "yes";
  return (
    <section className={frameStyles["section"]} aria-labelledby="protected">
      <h2 id="protected">{t("protect")}</h2>
      <p>{t(row.protectedIdentity ? "unprotectHelp" : "protectHelp")}</p>
      <ToolForm
        action={protect}
        hidden={{ event: slug, reference: row.reference, language: locale, protects }}
        texts={{
          submit: t(row.protectedIdentity ? "unprotectSubmit" : "protectSubmit"),
          working: t("working"),
          errorTitle: t("errorTitle", { title: row.name }),
        }}
      />
    </section>
  );
}

/** What the law gives whoever is stored here: to get it all (GDPR, article 15), and to be erased (article 17). */
export function PersonsRights({ locale, slug, detail: { row } }: Props) {
  if (row.reference === null) return null;
  const t = translator(locale, "organiserPerson");
  const data = localePath(locale, `/organise/${slug}/registrations/${row.reference}/data`);
  return (
    <section className={frameStyles["section"]} aria-labelledby="rights">
      <h2 id="rights">{t("rights")}</h2>
      <p>{t("dataHelp")}</p>
      <p>
        <a href={data} download>
          {t("data")}
        </a>
      </p>
      <p>{t("eraseHelp")}</p>
      <ToolForm
        action={erase}
        hidden={{ event: slug, reference: row.reference, language: locale }}
        fields={[{ name: "sure", label: t("eraseSure", { name: row.name }), type: "tick" }]}
        texts={{
          submit: t("eraseSubmit"),
          working: t("working"),
          errorTitle: t("errorTitle", { title: row.name }),
        }}
      />
    </section>
  );
}

const DONE = {
  extended: "extended",
  "handed-over": "handedOver",
  cancelled: "cancelled",
  protected: "protectedNow",
  unprotected: "unprotectedNow",
  tagged: "tagged",
  noted: "noted",
  removed: "removed",
  added: "added",
  "added-waiting": "addedWaiting",
  erased: "erased",
} as const;

/** What has just been done, told once above the page. */
export function DoneNotice({ done, locale }: { readonly done: string | undefined; readonly locale: Locale }) {
  const known = Object.entries(DONE).find(([word]) => word === done)?.[1];
  if (!known) return null;
  return (
    <p className={frameStyles["notice"]} role="status">
      {translator(locale, "organiserPerson")(known)}
    </p>
  );
}
