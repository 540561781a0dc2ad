import { database } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";

/** What is told of somebody's files where everything stored about them is, with the address each can be fetched from. */
export async function storedFiles(
  owner: { readonly registrationId: string } | { readonly bookingId: string },
  home: string,
): Promise<readonly object[]> {
  const files = await database().storedFile.findMany({
    where: owner,
    select: { id: true, questionKey: true, name: true, mediaType: true, size: true, uploadedAt: true },
    orderBy: { id: "asc" },
  });
  return files.map(({ id, ...file }) => ({ ...file, address: `${env().APP_URL}${home}/files/${id}` }));
}
