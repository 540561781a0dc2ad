declare const brand: unique symbol;

/** A type that only the function that owns the brand can produce: a forgotten gate does not compile. */
export type Branded<T, Name extends string> = T & { readonly [brand]: Name };
