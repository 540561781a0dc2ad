import { canEdit, canSeeCorrespondence, type Permission } from "@/lib/auth/policy";
import type { EventRole } from "@/lib/auth/scopes";
import type { Locale } from "@/lib/core/localised";
import { localePath } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import toolStyles from "../../../_frame/tools.module.css";

const PAGES = {
  deliveries: { path: "", permission: canSeeCorrespondence },
  reminders: { path: "/reminders", permission: canEdit },
  messages: { path: "/messages", permission: canSeeCorrespondence },
  changes: { path: "/changes", permission: canEdit },
  texts: { path: "/texts", permission: canEdit },
} as const satisfies Record<string, { path: string; permission: Permission }>;

type MailPage = keyof typeof PAGES;

type Props = {
  readonly current: MailPage;
  readonly role: EventRole;
  readonly slug: string;
  readonly locale: Locale;
};

/** The pages about an event's mail that a role opens; nothing when there is but one. */
export function MailPages({ current, role, slug, locale }: Props) {
  const t = translator(locale, "reminders");
  const pages = (Object.keys(PAGES) as MailPage[]).filter((page) => PAGES[page].permission(role));
  if (pages.length < 2) return null;
  return (
    <nav aria-label={t("pages")}>
      <ul className={toolStyles["tabs"]}>
        {pages.map((page) => (
          <li key={page}>
            <a
              href={localePath(locale, `/organise/${slug}/mail${PAGES[page].path}`)}
              aria-current={page === current ? "page" : undefined}
            >
              {t(page)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
