import { Fragment } from "react";
import type { StatusLine } from "./status-line";

/** The status line as it is set: it may break between its parts, not within them. */
export function StatusText({ status }: { readonly status: StatusLine }) {
  return (
    <p className="event-status" data-urgency={status.urgency}>
      {status.parts.map((part, index) => (
        <Fragment key={part}>
          {index > 0 && " · "}
          <span>{part}</span>
        </Fragment>
      ))}
    </p>
  );
}
