/** What the editor's form is drawn from: what is filled in, and what stands in the way. */
export type EditorState = {
  readonly attempt: number;
  readonly values: Readonly<Record<string, readonly string[]>>;
  /** What is wrong with the whole question. */
  readonly problem: string | null;
  /** What is wrong with each field, by its name. */
  readonly problems: Readonly<Record<string, string>>;
};
