import type { ListedQuestion } from "@/lib/registrations/queries/question-list";
import type { EditorState } from "./editor-state";

/** Blank rows for new options. */
const ROOM_FOR_MORE = 4;

const BLANK: Pick<ListedQuestion, "options"> & Partial<ListedQuestion> = {
  options: [],
  asked: "ATTENDEE",
  kind: "TEXT",
};

/** What the editor is filled in with at first: the question as it is, or a blank one. */
export function firstValues(question: ListedQuestion | null): EditorState["values"] {
  const { options, showIf, ...one }: typeof BLANK = question ?? BLANK;
  const blank = Array.from({ length: ROOM_FOR_MORE }, () => "");
  const both = (name: "label" | "help" | "purpose" | "readers") => ({
    [`${name}.sv`]: [one[name]?.sv ?? ""],
    [`${name}.en`]: [one[name]?.en ?? ""],
  });
  return {
    kind: [one.kind ?? "TEXT"],
    ...both("label"),
    ...both("help"),
    ...both("purpose"),
    ...both("readers"),
    required: one.required ? ["on"] : [],
    sensitive: one.sensitive ? ["on"] : [],
    asked: [one.asked ?? "ATTENDEE"],
    lastAnswerDay: [one.lastAnswerDay ?? ""],
    min: [one.min?.toString() ?? ""],
    max: [one.max?.toString() ?? ""],
    "option.value": [...options.map(({ value }) => value), ...blank],
    "option.sv": [...options.map(({ label }) => label.sv), ...blank],
    "option.en": [...options.map(({ label }) => label.en), ...blank],
    "option.order": [...options, ...blank].map((_, index) => String(index + 1)),
    "option.offered": options.filter(({ retired }) => !retired).map(({ value }) => value),
    condition: (showIf?.values ?? []).map((value) => `${showIf?.key}=${value}`),
    revision: [one.revision?.toString() ?? ""],
  };
}
