import { encode } from "uqr";
import type { Locale } from "@/lib/core/localised";
import { translator } from "@/lib/i18n/translator";

/** The reference in large letters and as a QR code, to be shown at the door. */
export function ReferenceCode({ reference, locale }: { reference: string; locale: Locale }) {
  const t = translator(locale, "my");
  const { data, size } = encode(reference, { ecc: "M", border: 2 });
  const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join("");
  return (
    <figure className="reference-code">
      <svg
        viewBox={`0 0 ${size} ${size}`}
        role="img"
        aria-label={t("qrLabel", { reference })}
        shapeRendering="crispEdges"
      >
        <rect width={size} height={size} fill="#fff" />
        <path d={path} fill="#000" />
      </svg>
      <figcaption>
        <span className="reference">{reference}</span>
        <span className="choice-detail">{t("referenceHelp")}</span>
      </figcaption>
    </figure>
  );
}
