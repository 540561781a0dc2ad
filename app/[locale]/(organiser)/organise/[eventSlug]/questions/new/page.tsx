import type { Metadata } from "next";
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
import { save } from "../actions";

// The form writes its own title, because it begins with "Fel:" when something needs correcting.
export const metadata: Metadata = { title: null, robots: { index: false } };

/** A new question, last in the event's form. */
export default async function NewQuestionPage({ params }: PageProps<"/[locale]/organise/[eventSlug]/questions/new">) {
  const { locale: language, eventSlug: slug } = await params;
  const locale = localeOf(language);
  const path = `/organise/${slug}/questions`;
  const { user, scope } = await requireEvent(
    locale,
    { slug, permission: canEdit, path: `${path}/new` },
    currentInstant(),
  );
  const list = await listQuestions(scope);
  return (
    <OrganiserFrame
      locale={locale}
      email={user.email}
      heading={translator(locale, "questions")("addTitle")}
      event={{ slug, title: list.title, role: scope.role, current: "questions" }}
    >
      <QuestionForm
        action={save}
        hidden={{ event: slug, language: locale }}
        first={firstValues(null)}
        view={editorView(list, null, locale)}
        back={localePath(locale, path)}
      />
    </OrganiserFrame>
  );
}
