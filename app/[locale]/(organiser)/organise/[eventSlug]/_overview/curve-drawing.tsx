import { scaleLinear } from "d3-scale";
import { curveStepAfter, line } from "d3-shape";
import type { Temporal } from "temporal-polyfill";
import type { RegistrationCurve } from "@/lib/reports/queries/registration-curve";
import drawing from "./curve.module.css";

/** Drawn twice, so that the figures beside it keep their size on a telephone; one of the two is shown. */
const WIDTHS = { wide: 960, narrow: 400 } as const;
const HEIGHT = 260;
const INSET = { top: 26, right: 16, bottom: 28, left: 48 };

type Point = { readonly daysBefore: number; readonly total: number };
type Props = {
  readonly curve: RegistrationCurve;
  readonly label: string;
  readonly deadlineLabel: string;
  readonly dayLabel: (day: Temporal.PlainDate) => string;
  readonly numberLabel: (value: number) => string;
};

/** The curve in ink: this edition full, the one before dashed, the last registration day a line across both. */
export function CurveDrawing(props: Props) {
  return (
    <>
      <Drawing {...props} size="wide" />
      <Drawing {...props} size="narrow" />
    </>
  );
}

function Drawing(props: Props & { readonly size: keyof typeof WIDTHS }) {
  const { curve, label, deadlineLabel, dayLabel, numberLabel, size } = props;
  const width = WIDTHS[size];
  const { current, previous, deadline } = curve;
  const all: readonly Point[] = [...current.points, ...(previous?.points ?? [])];
  const first = Math.max(7, ...all.map((point) => point.daysBefore));
  const last = Math.min(0, ...all.map((point) => point.daysBefore));
  const x = scaleLinear([first, last], [INSET.left, width - INSET.right]);
  const y = scaleLinear([0, Math.max(1, ...all.map((point) => point.total))], [HEIGHT - INSET.bottom, INSET.top]).nice(
    4,
  );
  const path = line<Point>()
    .x((point) => x(point.daysBefore))
    .y((point) => y(point.total))
    .curve(curveStepAfter);
  const levels = y.ticks(4).filter(Number.isInteger);
  const parts = size === "wide" ? [1, 2 / 3, 1 / 3] : [1, 1 / 2];
  const days = parts.map((part) => Math.round(first * part));
  return (
    <svg
      className={`${drawing["curve"]} ${drawing[size]}`}
      viewBox={`0 0 ${width} ${HEIGHT}`}
      role="img"
      aria-label={label}
    >
      {levels.map((level) => (
        <g key={level}>
          <line className={drawing["axis"]} x1={INSET.left} x2={width - INSET.right} y1={y(level)} y2={y(level)} />
          <text x={INSET.left - 8} y={y(level)} textAnchor="end" dominantBaseline="middle">
            {numberLabel(level)}
          </text>
        </g>
      ))}
      {days.map((daysBefore, index) => (
        <text key={daysBefore} x={x(daysBefore)} y={HEIGHT - 8} textAnchor={index === 0 ? "start" : "middle"}>
          {dayLabel(deadline.subtract({ days: daysBefore }))}
        </text>
      ))}
      <line className={drawing["deadline"]} x1={x(0)} x2={x(0)} y1={INSET.top - 8} y2={HEIGHT - INSET.bottom} />
      <text x={x(0)} y={INSET.top - 13} textAnchor="end">
        {deadlineLabel}
      </text>
      {previous && <path className={drawing["before"]} d={path(previous.points) ?? ""} />}
      <path className={drawing["line"]} d={path(current.points) ?? ""} />
    </svg>
  );
}
