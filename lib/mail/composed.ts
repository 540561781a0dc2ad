import type { Temporal } from "temporal-polyfill";
import type { Letter } from "@/emails/letter";
import type { OwnWords } from "@/emails/own-words";
import type { Locale } from "@/lib/core/localised";
import type { MailMessage } from "./commands/enqueue-mail";
import type { Suppression } from "./rules/suppression";

/** An outbox row that a worker has claimed. */
export type ClaimedMail = {
  readonly id: string;
  readonly message: string;
  readonly locale: Locale;
  readonly to: { readonly name: string | null; readonly email: string };
  /** Whose mail it is: its own organisation, or its event's. */
  readonly organisationId: string | null;
  /** What is known of the address in that organisation. */
  readonly suppressions: readonly Suppression[];
  readonly eventId: string | null;
  readonly registrationId: string | null;
  readonly invitationId: string | null;
  readonly bookingId: string | null;
  readonly params: Readonly<Record<string, unknown>>;
  /** What the event's organiser wrote for this message in this language. */
  readonly ownWords: OwnWords | null;
  /** Which claim this is, from 1. With the id it tells one worker's claim from the next one's. */
  readonly attempts: number;
  readonly createdAt: Temporal.Instant;
};

/** A mail as it leaves. `obsolete` instead of it: the reason to send is gone. */
export type ComposedMail = {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** What text and HTML are made of; without it no organiser's words are put in. */
  readonly letter?: Letter;
  readonly replyTo?: { readonly name: string; readonly email: string };
  readonly calendar?: { readonly method: "REQUEST" | "CANCEL" | "PUBLISH"; readonly content: string };
};

/** Composes one message from the state as it is now. */
export type Composer = (mail: ClaimedMail, now: Temporal.Instant) => Promise<ComposedMail | "obsolete">;

/** Each domain composes its own messages (its `mails.ts`); the worker puts them together. */
export type Composers = Readonly<Record<MailMessage, Composer>>;
