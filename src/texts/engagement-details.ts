import { DETAIL_FIELDS, type DetailField } from '../domain/engagement/fields.ts';
import type { Role } from '../domain/engagement/mission.ts';
import type { Engagement } from '../domain/records.ts';

type RoleNames = Readonly<Record<Role, string>>;

type Detailed = Pick<Engagement, DetailField>;

interface DetailTexts<F extends DetailField> {
  readonly label: string;
  /** The value, in one text for each item of a list. Sentences join them without the label. */
  readonly items: (value: Required<Detailed>[F], names: RoleNames) => readonly string[];
}

const items = { roles: (roles: readonly Role[], names: RoleNames) => roles.map((role) => names[role]) };

/** The details of an engagement in both languages, in the order of its fields. */
const TEXTS: Readonly<Record<'fr' | 'en', { readonly [F in DetailField]: DetailTexts<F> }>> = {
  fr: { roles: { label: 'Rôles', items: items.roles } },
  en: { roles: { label: 'Roles', items: items.roles } },
};

/** The details of an engagement that have a value, in words. A list may have no items. */
export function engagementDetails(engagement: Detailed, language: 'fr' | 'en', names: RoleNames) {
  const detailOf = <F extends DetailField>(field: F, { [field]: value }: Pick<Required<Detailed>, F>) => {
    const { label, items: itemsOf } = TEXTS[language][field] as DetailTexts<F>;
    return { field, label, items: itemsOf(value, names) };
  };
  const stated = DETAIL_FIELDS.filter((field) => engagement[field] !== undefined);
  return stated.map((field) => detailOf(field, engagement as Required<Detailed>));
}

/** The details of an engagement that have items, each as one text. */
export function detailTexts(...of: Parameters<typeof engagementDetails>): readonly string[] {
  return engagementDetails(...of).flatMap(({ items: texts }) => texts.join(', ') || []);
}

/** The labels of the details, for forms. */
export function detailLabels(language: 'fr' | 'en'): Readonly<Record<DetailField, string>> {
  const labels = DETAIL_FIELDS.map((field) => [field, TEXTS[language][field].label]);
  return Object.fromEntries(labels) as Record<DetailField, string>;
}
