import localFont from "next/font/local";

/**
 * One family at two optical sizes: the same file is sturdy in small type and fine in large. Where it is not there in time the
 * page is read in another serif: a late change would move what is being read.
 */
export const textFace = localFont({
  src: "../../node_modules/@fontsource-variable/source-serif-4/files/source-serif-4-latin-opsz-normal.woff2",
  weight: "200 900",
  variable: "--face",
  display: "optional",
  adjustFontFallback: "Times New Roman",
});

/** Letters beyond Western European, fetched only by pages that hold some. */
export const extendedFace = localFont({
  src: "../../node_modules/@fontsource-variable/source-serif-4/files/source-serif-4-latin-ext-opsz-normal.woff2",
  weight: "200 900",
  variable: "--face-extended",
  display: "optional",
  preload: false,
  adjustFontFallback: false,
  declarations: [{ prop: "unicode-range", value: "U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+1E00-1E9F,U+1EF2-1EFF" }],
});
