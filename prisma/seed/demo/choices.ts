import type { Prisma } from "@/lib/platform/generated/client";
import type { EventPlan, QuestionPlan, SessionPlan } from "@/prisma/seed/demo/plan";
import type { Seeded } from "@/prisma/seed/demo/seeded";

/** Chooses days and sessions for one attendee after another without passing any capacity. */
export class Choices {
  private readonly days = new Map<number, number>();
  private readonly sessions = new Map<string, number>();

  constructor(
    private readonly seeded: Seeded,
    private readonly plan: EventPlan,
  ) {}

  /** Indexes of the days; those that are full are left out. `takes` is false for somebody whose place is given up. */
  chooseDays(takes: boolean): number[] {
    const choices = this.plan.attendance?.dayChoices;
    const wanted = choices ? this.seeded.weighted(choices).days : this.plan.days.map((_, index) => index);
    const open = wanted.filter((day) => (this.days.get(day) ?? 0) < (this.plan.days[day]?.capacity ?? 0));
    if (takes) for (const day of open) this.days.set(day, (this.days.get(day) ?? 0) + 1);
    return open;
  }

  /** Keys of the sessions with sign-up: on the chosen days or the evening before, none at the same time as another. */
  chooseSessions(days: readonly number[], takes: boolean): string[] {
    const chosen: SessionPlan[] = [];
    for (const session of this.seeded.shuffled(this.plan.sessions)) {
      const share = this.plan.attendance?.signUps?.[session.key] ?? 0;
      if (session.places === undefined || !this.seeded.chance(share)) continue;
      if (session.on !== "evening-before" && !days.includes(session.on)) continue;
      if ((this.sessions.get(session.key) ?? 0) >= session.places) continue;
      if (chosen.some((other) => overlap(other, session))) continue;
      chosen.push(session);
      if (takes) this.sessions.set(session.key, (this.sessions.get(session.key) ?? 0) + 1);
    }
    return chosen.map(({ key }) => key);
  }

  /** Answers to the event's questions that somebody who comes in this category is asked; sensitive ones and files left out. */
  answers(category: string): Prisma.InputJsonObject {
    const given: Record<string, Prisma.InputJsonValue> = {};
    for (const question of this.plan.questions ?? []) {
      if (question.sensitive || question.kind === "FILE" || !isAsked(question, category, given)) continue;
      const answer = this.answer(question);
      if (answer !== null) given[question.key] = answer;
    }
    return given;
  }

  private answer({ kind, options = [], samples = [], required }: QuestionPlan): Prisma.InputJsonValue | null {
    if (kind === "YES_NO") return this.seeded.chance(0.5);
    if (!required && this.seeded.chance(0.35)) return null;
    if (kind === "CHOICE") return this.seeded.weighted(options).value;
    if (kind === "MULTI_CHOICE") {
      const several = options.filter(({ share }) => this.seeded.chance(share)).map(({ value }) => value);
      return several.length > 0 ? several : null;
    }
    return samples.length > 0 ? this.seeded.pick(samples) : null;
  }
}

function isAsked({ showIf }: QuestionPlan, category: string, given: Readonly<Record<string, unknown>>): boolean {
  if (!showIf) return true;
  const answer = showIf.key === "category" ? category : given[showIf.key];
  const fixed = typeof answer === "boolean" ? (answer ? "yes" : "no") : answer;
  return [fixed].flat().some((one) => showIf.values.includes(String(one)));
}

function overlap(a: SessionPlan, b: SessionPlan): boolean {
  return a.on === b.on && a.from < b.to && b.from < a.to;
}
