import type { Temporal } from "temporal-polyfill";
import { openRegistrationOf } from "@/lib/auth/registration-gate";
import type { EventScope } from "@/lib/auth/scopes";
import { answerPending } from "@/lib/registrations/commands/answer-pending";
import { cancelRegistration } from "@/lib/registrations/commands/cancel-registration";
import { moveCategory } from "@/lib/registrations/commands/move-category";
import { tagRegistration } from "@/lib/registrations/commands/tag-registration";
import type { PersonOutcome } from "../errors";
import type { BulkWish } from "../schema";

/** Does to one person what was wished for many, through the same command as on the person's own page. */
export async function changePerson(
  scope: EventScope,
  reference: string,
  wish: BulkWish,
  now: Temporal.Instant,
): Promise<PersonOutcome> {
  const person = await openRegistrationOf(scope, reference);
  if (!person.ok) return "gone";
  switch (wish.do) {
    case "approve":
    case "reject": {
      const reason = wish.do === "reject" ? wish.reason : null;
      const { answered } = await answerPending(scope, { answer: wish.do, references: [reference], reason }, now);
      return answered === 1 ? "done" : "wrong_state";
    }
    case "cancel": {
      const actor = { kind: "USER", id: scope.userId } as const;
      const outcome = await cancelRegistration(person.value, now, actor, wish.tells);
      return outcome.ok ? "done" : "wrong_state";
    }
    case "move": {
      const outcome = await moveCategory(scope, person.value, { category: wish.to, tells: wish.tells }, now);
      return outcome.ok ? "done" : outcome.code;
    }
    case "tag":
    case "untag": {
      const outcome = await tagRegistration(scope, person.value, { tag: wish.word, isOn: wish.do === "tag" }, now);
      if (!outcome.ok) return outcome.code;
      return outcome.value.changed ? "done" : "already";
    }
  }
}
