/** What was typed or chosen, by field name; the values of a field in order. */
export type FormValues = Readonly<Record<string, readonly string[]>>;

/** One sentence or more about each field that needs correcting. */
export type FormMessages = Readonly<Record<string, readonly string[]>>;

export type Choice = {
  readonly value: string;
  readonly label: string;
  /** "09:00–10:00, Lilla salen". */
  readonly detail?: string;
  /** "3 platser kvar". */
  readonly note?: string;
  readonly disabled?: boolean;
};

type Named = {
  readonly name: string;
  /** Distinguishes groups that share a name, such as the sessions of two days. */
  readonly id: string;
  readonly label: string;
  readonly help?: string;
  readonly required: boolean;
  /** Asked only when the other field has one of these values. */
  readonly showIf?: { readonly name: string; readonly values: readonly string[] };
};

export type FieldView =
  | (Named & {
      readonly kind: "line";
      readonly type: "text" | "email" | "date" | "time";
      readonly inputMode?: "decimal" | "numeric";
      readonly autoComplete?: string;
      readonly list?: string;
    })
  | (Named & {
      readonly kind: "text";
      /** How high it is, in lines; three unless told otherwise. */
      readonly rows?: number;
    })
  /** One of many, in a list that opens. */
  | (Named & { readonly kind: "pick"; readonly choices: readonly Choice[] })
  | (Named & { readonly kind: "one"; readonly choices: readonly Choice[] })
  | (Named & { readonly kind: "many"; readonly choices: readonly Choice[] })
  | (Named & { readonly kind: "tick" })
  | (Named & {
      readonly kind: "file";
      /** What the file chooser offers. */
      readonly accept: string;
      readonly texts: { readonly kept: string; readonly replace: string; readonly remove: string };
    });

export type SectionView = {
  readonly id: string;
  /** Without a heading, the fields speak for themselves. */
  readonly heading?: string;
  readonly intro?: string;
  /** Only for whom something is to be paid: hidden while the choice is free. */
  readonly paid?: boolean;
  /** Set apart as sensitive. */
  readonly sensitive?: boolean;
  readonly fields: readonly FieldView[];
};

/** Texts of the frame around the fields. */
export type FormTexts = {
  readonly title: string;
  readonly errorTitle: string;
  readonly optional: string;
  readonly submit: string;
  readonly submitting: string;
  readonly problemHeading: string;
  /** By number of errors: index 0 is one error; the last serves for more, "#" being the number. */
  readonly errorHeading: { readonly one: string; readonly other: string };
  readonly nothingLost: string;
  readonly trap: string;
};

/** What a form's action answers with. `attempt` rises with every answer. */
export type FormState = {
  readonly attempt: number;
  readonly values: FormValues;
  readonly messages: FormMessages;
  /** What stands in the way of the whole form. */
  readonly problem: string | null;
  /** Hidden fields that had to be renewed. */
  readonly hidden: Readonly<Record<string, string>>;
};
