import type { MailMessage } from "@/lib/mail/commands/enqueue-mail";

/** The messages by when in the life of a registration they come, in that order. */
export const SAMPLE_GROUPS = [
  { group: "invited", messages: ["invitation", "invitation-reminder", "invitation-unfinished"] },
  {
    group: "registered",
    messages: [
      "registration-confirmed",
      "booking-made",
      "names-missing",
      "booking-names-lapsed",
      "registration-exists",
      "my-link",
      "registration-changed",
      "change-answered",
    ],
  },
  {
    group: "waiting",
    messages: [
      "registration-pending",
      "registration-approved",
      "registration-rejected",
      "registration-waiting",
      "waiting-reminder",
      "registration-offer",
      "session-offer",
      "offer-expiring",
      "registration-lapsed",
    ],
  },
  {
    group: "before",
    messages: ["event-changed", "practical-information", "event-reminder", "mailing", "mailing-test"],
  },
  {
    group: "leaving",
    messages: ["registration-cancelled", "registration-substituted", "registration-erased", "event-cancelled"],
  },
  { group: "speakers", messages: ["speaker-invitation", "speaker-changed", "slides-missing"] },
  { group: "afterwards", messages: ["materials-published", "evaluation-open"] },
  { group: "organisers", messages: ["member-invitation", "sign-in"] },
] as const satisfies readonly { readonly group: string; readonly messages: readonly MailMessage[] }[];

type Grouped = (typeof SAMPLE_GROUPS)[number]["messages"][number];

const IN_ORDER: readonly Grouped[] = SAMPLE_GROUPS.flatMap(({ messages }) => [...messages]);

/** A message's place among all, with its neighbours; null for a name that is none. */
export function beside(name: string): {
  readonly message: Grouped;
  readonly number: number;
  readonly count: number;
  readonly previous: Grouped | null;
  readonly next: Grouped | null;
} | null {
  const index = IN_ORDER.indexOf(name as Grouped);
  const message = IN_ORDER[index];
  if (!message) return null;
  const count = IN_ORDER.length;
  return {
    message,
    number: index + 1,
    count,
    previous: IN_ORDER[index - 1] ?? null,
    next: IN_ORDER[index + 1] ?? null,
  };
}
