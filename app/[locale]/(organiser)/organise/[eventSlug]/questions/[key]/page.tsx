import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { canEdit } from "@/lib/auth/policy";
import { currentInstant } from "@/lib/core/clock";
import { localeOf, localePath } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import { listQuestions } from "@/lib/registrations/queries/question-list";
import { requireEvent } from "../../../../_access/require";
import { OrganiserFrame } from "../../../../_frame/organiser-frame";
import { editorView } from "../_editor/editor-view";
import { firstValues } from "../_editor/first-values";
import { QuestionForm } from "../_editor/question-form";
import { ArrangeForm } from "../_list/arrange-form";
import styles from "../_list/list.module.css";
import { arrange, save } from "../actions";

// The form writes its own title, because it begins with "Fel:" when something needs correcting.
export const metadata: Metadata = { title: null, robots: { index: false } };

/** One question to change, to stop asking, or to remove while nobody has answered it. */
export default async function QuestionPage({ params }: PageProps<"/[locale]/organise/[eventSlug]/questions/[key]">) {
  const { locale: language, eventSlug: slug, key } = await params;
  const locale = localeOf(language);
  const path = `/organise/${slug}/questions`;
  const { user, scope } = await requireEvent(
    locale,
    { slug, permission: canEdit, path: `${path}/${key}` },
    currentInstant(),
  );
  const list = await listQuestions(scope);
  const question = list.asked.find((one) => one.key === key);
  if (!question) notFound();
  const t = translator(locale, "questions");
  const hidden = { event: slug, language: locale, key };
  return (
    <OrganiserFrame
      locale={locale}
      email={user.email}
      heading={t("changeTitle")}
      event={{ slug, title: list.title, role: scope.role, current: "questions" }}
    >
      <QuestionForm
        action={save}
        hidden={hidden}
        first={firstValues(question)}
        view={editorView(list, question, locale)}
        back={localePath(locale, path)}
      />
      <section className={styles["ending"]} aria-labelledby="ending">
        <h2 id="ending">{t("retireHeading")}</h2>
        <p>
          {t("retireHelp", { count: question.answers })} {question.answers === 0 && t("removeHelp")}
        </p>
        <ArrangeForm
          action={arrange}
          hidden={hidden}
          buttons={[
            { does: "retire", label: t("retire") },
            ...(question.answers === 0 ? [{ does: "remove", label: t("remove") } as const] : []),
          ]}
        />
      </section>
    </OrganiserFrame>
  );
}
