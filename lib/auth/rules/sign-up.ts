/**
 * Whether an installation lets an address sign up by itself and found an organisation. The setting is "nobody", "anybody" or
 * a list of mail domains and whole addresses; a domain does not stand for those below it.
 */
export function allowsSignUp(setting: string, email: string): boolean {
  if (setting === "nobody") return false;
  if (setting === "anybody") return true;
  const domain = email.slice(email.lastIndexOf("@") + 1);
  return setting
    .toLowerCase()
    .split(",")
    .map((each) => each.trim())
    .some((each) => each === (each.includes("@") ? email : domain));
}
