import * as registrationErrors from "./messages/registration-errors";
import * as shell from "./messages/shell";
import * as speak from "./messages/speak";

/** All texts of the product. One file a namespace, both languages side by side, so that neither is forgotten. */
export const messages = {
  sv: {
    registrationErrors: registrationErrors.sv,
    shell: shell.sv,
    speak: speak.sv,
  },
  en: {
    registrationErrors: registrationErrors.en,
    shell: shell.en,
    speak: speak.en,
  },
};

export type Messages = (typeof messages)["sv"];
export type Namespace = keyof Messages;
