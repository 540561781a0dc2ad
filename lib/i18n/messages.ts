import * as shell from "./messages/shell";

/** All texts of the product. One file a namespace, both languages side by side, so that neither is forgotten. */
export const messages = {
  sv: { shell: shell.sv },
  en: { shell: shell.en },
};

export type Messages = (typeof messages)["sv"];
export type Namespace = keyof Messages;
