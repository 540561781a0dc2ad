import {
  isLiving,
  nextState,
  REGISTRATION_EVENTS,
  REGISTRATION_STATES,
  takesPlace,
} from "@/lib/registrations/rules/transitions";

const FIRST = ["HELD", "PENDING_APPROVAL", "CONFIRMED", "WAITLISTED"] as const;

/** The state machine as a Mermaid diagram, step by step as the code has it. */
export function statePicture(): string {
  const steps = REGISTRATION_STATES.flatMap((from) =>
    REGISTRATION_EVENTS.flatMap((event) => {
      const to = nextState(from, event);
      return to ? [`  ${from} --> ${to}: ${event}`] : [];
    }),
  );
  const ends = REGISTRATION_STATES.filter((state) => REGISTRATION_EVENTS.every((event) => !nextState(state, event)));
  return [
    "stateDiagram-v2",
    "  classDef place stroke-width:3px",
    "  classDef line stroke-dasharray:5",
    ...FIRST.map((state) => `  [*] --> ${state}`),
    ...steps,
    ...ends.map((state) => `  ${state} --> [*]`),
    `  class ${REGISTRATION_STATES.filter(takesPlace).join(",")} place`,
    `  class ${REGISTRATION_STATES.filter((state) => isLiving(state) && !takesPlace(state)).join(",")} line`,
  ].join("\n");
}
