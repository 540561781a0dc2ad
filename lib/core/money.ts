/** An amount in the currency's smallest unit (öre for SEK), VAT excluded unless named otherwise. */
export type Money = { readonly minor: number; readonly currency: string };

/** Amount with VAT, rounded half away from zero to whole öre. Rate in per mille: 250 is 25 %. */
export function withVat(net: Money, vatPerMille: number): Money {
  return { minor: Math.round((net.minor * (1000 + vatPerMille)) / 1000), currency: net.currency };
}
