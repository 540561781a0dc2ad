import { Temporal } from "temporal-polyfill";
import type { Localised } from "@/lib/core/localised";
import { formatDate } from "@/lib/i18n/format";
import type { FullDetail } from "../errors";
import type { RegistrationForm } from "../registration-form";
import type { FullAt } from "./capacity";

/** What is full, by the name visitors know it by and the key the API calls it. */
export function fullDetail(
  form: RegistrationForm,
  { level, id }: FullAt & { readonly level: FullDetail["level"] },
): FullDetail {
  switch (level) {
    case "event":
      return { level, key: null, name: form.title };
    case "category": {
      const category = form.categories.find((one) => one.id === id);
      return { level, key: category?.key ?? null, name: category?.name ?? form.title };
    }
    case "day": {
      const day = form.days.find((one) => one.id === id);
      return { level, key: day?.date ?? null, name: day ? inWords(day.date) : form.title };
    }
    case "session": {
      const session = form.sessions.find((one) => one.id === id);
      return { level, key: id, name: session?.title ?? form.title };
    }
  }
}

function inWords(isoDate: string): Localised {
  const date = Temporal.PlainDate.from(isoDate);
  return { sv: `den ${formatDate(date, "sv")}`, en: formatDate(date, "en") };
}
