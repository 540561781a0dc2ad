/**
 * The ten digits of a Swedish organisation number, or null. Its last digit is Luhn's check digit over the nine before it;
 * a hyphen and the century "16" in front are how some write it.
 */
export function organisationNumberDigits(written: string): string | null {
  const digits = written.replace(/[\s-]/g, "").replace(/^16(?=\d{10}$)/, "");
  return /^\d{10}$/.test(digits) && digits !== "0000000000" && luhnSum(digits) % 10 === 0 ? digits : null;
}

/**
 * Whether an organisation number is that of the state, a region, a municipality or a federation of those: the groups 20, 21,
 * 22 and 23. Such a payer sends back an invoice without its reference.
 */
export function isSwedishPublicBody(organisationNumber: string): boolean {
  return /^2[0-3]/.test(organisationNumber);
}

/** GS1's Global Location Number: thirteen digits, the last one GS1's check digit (weights 1 and 3). */
export function isGln(digits: string): boolean {
  if (!/^\d{13}$/.test(digits) || /^0+$/.test(digits)) return false;
  const sum = [...digits].reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 1 : 3), 0);
  return sum % 10 === 0;
}

/**
 * A Peppol participant: the scheme of ISO 6523 and the id in it. Swedish organisation numbers (0007) and GLN (0088) are
 * checked by their own digits; of other schemes, which foreign payers have, only the form is known here.
 */
export function isPeppolId(value: string): boolean {
  const [, scheme, id = ""] = /^(\d{4}):([A-Za-z0-9][A-Za-z0-9._:-]{0,49})$/.exec(value) ?? [];
  if (scheme === undefined) return false;
  if (scheme === "0007") return organisationNumberDigits(id) === id;
  if (scheme === "0088") return isGln(id);
  return true;
}

/** A VAT number with its country in front ("DE123456789"), without spaces and points, or null. */
export function vatNumberText(written: string): string | null {
  const compact = written.toUpperCase().replace(/[\s.-]/g, "");
  return /^[A-Z]{2}[A-Z0-9+*]{2,12}$/.test(compact) && /\d/.test(compact) ? compact : null;
}

/** Luhn's sum: every second digit from the right, but not the last, doubled and its digits added. */
function luhnSum(digits: string): number {
  return [...digits].reverse().reduce((sum, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 1 : 2);
    return sum + (value > 9 ? value - 9 : value);
  }, 0);
}
