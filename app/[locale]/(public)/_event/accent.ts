import type { CSSProperties } from "react";
import { readableShade } from "@/lib/core/contrast";

/** The event's accent as the nearest shades that can be read on light paper and on dark. */
export function accentStyle(accent: string | null): CSSProperties | undefined {
  if (!accent) return undefined;
  return {
    "--accent": `light-dark(${readableShade(accent, "#faf8f3")}, ${readableShade(accent, "#14161a")})`,
  } as CSSProperties;
}
