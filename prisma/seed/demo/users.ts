import type { MemberRole } from "@/lib/platform/generated/client";
import type { OrganisationKey } from "@/prisma/seed/demo/organisations";

type User = {
  readonly email: string;
  readonly name: string;
  readonly member: readonly (readonly [OrganisationKey, MemberRole])[];
};

/** Who can sign in to the demo. */
export const USERS: readonly User[] = [
  {
    email: "organisator@example.org",
    name: "Maria Ekelund",
    member: [
      ["kommunforbundet-skane", "OWNER"],
      ["samling", "OWNER"],
    ],
  },
  { email: "redaktor@example.org", name: "Johan Sjöstrand", member: [["kommunforbundet-skane", "EDITOR"]] },
  { email: "lasare@example.org", name: "Elif Demir", member: [["kommunforbundet-skane", "VIEWER"]] },
  { email: "dorr@example.org", name: "Viktor Palm", member: [["kommunforbundet-skane", "DOOR"]] },
  { email: "integration@example.org", name: "Petra Hallgren", member: [["integration-arbetsmarknad", "OWNER"]] },
  { email: "socialchefsdagarna@example.org", name: "Göran Wikman", member: [["socialchefsdagarna", "OWNER"]] },
  { email: "hultsfred@example.org", name: "Ulrika Stenberg", member: [["hultsfred", "OWNER"]] },
  { email: "boss@example.org", name: "Daniel Karam", member: [["boss", "OWNER"]] },
  { email: "lnu@example.org", name: "Agnes Thorell", member: [["linneuniversitetet", "OWNER"]] },
  { email: "skl@example.org", name: "Henrik Lagerqvist", member: [["skl", "OWNER"]] },
  { email: "af@example.org", name: "Samira Haddad", member: [["arbetsformedlingen", "OWNER"]] },
  { email: "region@example.org", name: "Tove Malmsten", member: [["region-skane", "OWNER"]] },
  { email: "lansstyrelsen@example.org", name: "Björn Åhlander", member: [["lansstyrelsen-skane", "OWNER"]] },
];
