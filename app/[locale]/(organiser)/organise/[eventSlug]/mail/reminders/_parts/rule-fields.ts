import type { Locale } from "@/lib/core/localised";
import { formatDate, formatList } from "@/lib/i18n/format";
import { translator } from "@/lib/i18n/translator";
import type { EventRules, PlannedRule, RuleForm } from "@/lib/reminders/queries/event-rules";
import type { ToolField } from "../../../../../_form/tool-form";

/** The fields of a rule to a group: only the days that make sense for it, and only what it can be narrowed to. */
export function ruleFields(
  form: RuleForm,
  set: PlannedRule | null,
  { categories, groups }: EventRules,
  locale: Locale,
): ToolField[] {
  const t = translator(locale, "reminders");
  const choice = (name: string, label: string, value: string, options: ToolField["options"]): ToolField => ({
    ...{ name, label, value, type: "choice" },
    options: options ?? [],
  });
  const anchors = form.anchors.map(({ anchor }) => ({
    value: anchor,
    label: t(`anchorIs.${anchor}`),
  }));
  const directions = (["before", "after"] as const).map((value) => ({ value, label: t(`directionIs.${value}`) }));
  const categoryOptions = [
    { value: "", label: t("everyCategory") },
    ...categories.map(({ id, name }) => ({ value: id, label: name[locale] })),
  ];
  const groupOptions = [{ value: "", label: t("everyGroup") }, ...groups.map((name) => ({ value: name, label: name }))];
  return [
    {
      name: "days",
      label: t("days"),
      type: "text",
      value: String(Math.abs(set?.offsetDays ?? (form.isAfter ? 1 : 7))),
    },
    choice("direction", t("direction"), (set ? set.offsetDays > 0 : form.isAfter) ? "after" : "before", directions),
    choice("anchor", t("anchor"), set?.anchor ?? anchors[0]?.value ?? "", anchors),
    { name: "time", label: t("clock"), type: "text", value: set?.localTime ?? "09:00" },
    ...(form.category && categories.length > 1
      ? [choice("category", t("category"), set?.categoryId ?? "", categoryOptions)]
      : []),
    ...(form.group && groups.length > 0 ? [choice("group", t("groupField"), set?.groupName ?? "", groupOptions)] : []),
  ];
}

/** The days a rule to a group can be counted from, with their dates. */
export function daysInWords({ anchors }: RuleForm, locale: Locale): string {
  const t = translator(locale, "reminders");
  const days = anchors.map(({ anchor, day }) =>
    t(`anchorOn.${anchor}`, { date: formatDate(day, locale, "with-year") }),
  );
  return t("dates", { days: formatList(days, locale) });
}
