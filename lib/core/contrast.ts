type Rgb = readonly [number, number, number];

const parse = (hex: string): Rgb => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as unknown as Rgb;
const write = (rgb: Rgb) => `#${rgb.map((part) => Math.round(part).toString(16).padStart(2, "0")).join("")}`;

/** Relative luminance, 0–1 (WCAG 2.2, "relative luminance"). */
function luminance(rgb: Rgb): number {
  const [r, g, b] = rgb.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as unknown as Rgb;
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Contrast ratio of two "#rrggbb" colours, 1–21 (WCAG 2.2, 1.4.3). */
export function contrastRatio(one: string, other: string): number {
  const [dark, light] = [luminance(parse(one)), luminance(parse(other))].sort((a, b) => a - b) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** The nearest shade of a colour, towards black or white, that stands at least 4.5:1 against a ground. */
export function readableShade(colour: string, ground: string): string {
  const target = luminance(parse(ground)) > 0.18 ? 0 : 255;
  for (let step = 0; step <= 20; step++) {
    const shade = write(parse(colour).map((part) => part + ((target - part) * step) / 20) as unknown as Rgb);
    if (contrastRatio(shade, ground) >= 4.5) return shade;
  }
  return write([target, target, target]);
}
