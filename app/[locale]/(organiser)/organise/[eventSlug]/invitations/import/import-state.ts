/** What the import form shows: plain values and ready words, made on the server. */
export type ImportState = {
  readonly attempt: number;
  readonly problem: string | null;
  /** The list as text, to correct and send again. */
  readonly list: string;
  readonly review: Review | null;
};

export type Review = {
  /** The first row as it was read: another one, and the chosen columns count no more. */
  readonly headings: string;
  /** What the shown list is known by: an altered one is shown again before it is taken in. */
  readonly reviewed: string;
  readonly columns: readonly {
    readonly name: string;
    readonly label: string;
    readonly chosen: string;
  }[];
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly counts: string;
  readonly rows: readonly {
    readonly number: number;
    readonly name: string;
    readonly email: string;
    readonly outcome: string;
    readonly isWrong: boolean;
    readonly problems: readonly string[];
  }[];
  /** How many rows are counted but not shown, in words. */
  readonly more: string | null;
  /** The button's words; null when there is nothing to import. */
  readonly submit: string | null;
  readonly wrongStay: string | null;
};
