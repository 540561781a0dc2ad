import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient } from "../../../../../lib/platform/generated/client";

// Where the database is, pg reads from PGHOST and its like. The pool and its patience are ample: the question is the way.
const prisma = new PrismaClient({
  adapter: new PrismaPg({ max: 10, options: "-c TimeZone=UTC" }),
  transactionOptions: { maxWait: 60_000, timeout: 60_000 },
});

type Body = { readonly name: string; readonly email: string };

/**
 * A registration as one writes it first: read, ask whether there is room, write, one interactive transaction a request.
 * The same rows in the same tables as the product's.
 */
export async function POST(request: Request): Promise<Response> {
  const { name, email } = (await request.json()) as Body;
  try {
    const reference = await prisma.$transaction(async (tx) => {
      const event = await tx.event.findUniqueOrThrow({
        where: { slug: "demo-open" },
        include: {
          categories: true,
          days: true,
          quotas: { where: { categoryId: null, dayId: null, sessionId: null } },
        },
      });
      const { capacity, used } = event.quotas[0] ?? { capacity: null, used: 0 };
      const [category] = event.categories;
      if (!category || (capacity !== null && used >= capacity)) return null;
      const eventId = event.id;
      const reference = crypto.randomUUID();
      const booking = await tx.booking.create({
        data: { eventId, reference, registrantName: name, registrantEmail: email, locale: "sv" },
      });
      const registration = await tx.registration.create({
        data: {
          event: { connect: { id: eventId } },
          booking: { connect: { id: booking.id } },
          category: { connect: { id: category.id } },
          reference,
          state: "CONFIRMED",
          name,
          email,
          emailNormalised: email.toLowerCase(),
          locale: "sv",
          consentedAt: event.createdAt,
          consentVersion: "1",
          updatedAt: event.createdAt,
          days: { create: event.days.map((day) => ({ dayId: day.id })) },
          transitions: { create: { toState: "CONFIRMED", actorKind: "ATTENDEE", at: event.createdAt } },
        },
      });
      await tx.outboxMail.create({
        data: {
          eventId,
          registrationId: registration.id,
          message: "registration-confirmed",
          locale: "sv",
          toName: name,
          toEmail: email,
          notBefore: event.createdAt,
        },
      });
      return reference;
    });
    return reference
      ? Response.json({ reference, status: "confirmed" }, { status: 201 })
      : Response.json({ error: "full" }, { status: 409 });
  } catch (error) {
    return Response.json({ error: String(error) }, { status: 503 });
  }
}
