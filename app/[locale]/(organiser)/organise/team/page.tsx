import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { openOrganisation } from "@/lib/auth/organisation-gate";
import { currentInstant } from "@/lib/core/clock";
import { localeOf, localePath } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import { getTeam, listOwnedOrganisations } from "@/lib/members/queries/team";
import { requireUser } from "../../_access/require";
import { sessionToken } from "../../_access/session-token";
import { OrganiserFrame } from "../../_frame/organiser-frame";
import { ChangeSection } from "./change-section";
import { InviteSection } from "./invite-section";
import { InvitedSection } from "./invited-section";
import { MemberTable } from "./member-table";
import { RoleWords } from "./role-words";

type Props = {
  readonly params: Promise<{ locale: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
};

const DONE = ["invited", "withdrawn", "role", "event-role", "remove", "disable", "enable"] as const;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator(localeOf((await params).locale), "team")("title"), robots: { index: false } };
}

/** Who works in an organisation and as what, for its owners: everybody in a table, one at a time to change. */
export default async function TeamPage({ params, searchParams }: Props) {
  const locale = localeOf((await params).locale);
  const query = await searchParams;
  const [slug, chosen, said] = ["in", "change", "done"].map((name) => [query[name]].flat()[0]);
  const now = currentInstant();
  const user = await requireUser(locale, "/organise/team", now);
  const scope = await openOrganisation(await sessionToken(), slug ?? null, now);
  if (!scope.ok) notFound();
  const organisation = { slug: scope.value.slug, name: scope.value.name };
  const [{ members, invitations, events }, owned] = await Promise.all([
    getTeam(scope.value, now),
    listOwnedOrganisations(user),
  ]);
  const others = owned.filter((each) => each.slug !== organisation.slug);
  const done = DONE.find((each) => each === said);
  const member = members.find(({ userId }) => userId === chosen);
  const t = translator(locale, "team");
  const here = { locale, organisation: organisation.slug };
  return (
    <OrganiserFrame locale={locale} email={user.email} heading={t("titleOf", { organisation: organisation.name })}>
      {done && <p role="status">{t(`done.${done}`)}</p>}
      <p>{t("lead", { organisation: organisation.name })}</p>
      {others.length > 0 && (
        <nav aria-label={t("otherOrganisations")}>
          <p>
            {t("otherOrganisations")}:{" "}
            {others.map(({ slug: other, name }, index) => (
              <span key={other}>
                {index > 0 && " · "}
                <a href={localePath(locale, `/organise/team?in=${other}`)}>{name}</a>
              </span>
            ))}
          </p>
        </nav>
      )}
      <MemberTable {...here} members={members} self={user.userId} />
      {member && <ChangeSection {...here} member={member} events={events} />}
      <InviteSection {...here} events={events} />
      <InvitedSection {...here} invitations={invitations} />
      <RoleWords locale={locale} />
    </OrganiserFrame>
  );
}
