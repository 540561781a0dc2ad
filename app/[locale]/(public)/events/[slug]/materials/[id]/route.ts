import { handedOut } from "@/app/_files/handed-out";
import { currentInstant } from "@/lib/core/clock";
import { findPublishedEvent } from "@/lib/events/queries/published-event";
import { findPublicMaterialFile } from "@/lib/programme/queries/public-materials";

type Context = { readonly params: Promise<{ locale: string; slug: string; id: string }> };

/** A file that an event hands out to everybody; what is not published, or not yet, is not found. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { slug, id } = await params;
  const now = currentInstant();
  const event = await findPublishedEvent(slug, now);
  return handedOut(event && (await findPublicMaterialFile(event, id, now)));
}
