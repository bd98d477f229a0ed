import type { PersonField } from '../domain/person-fields.ts';

/** The labels of a person's fields under the names of their columns, for the export of personal data. The address
 *  and the profiles have tables of their own, and the column of the school says what kind of id it holds. */
export function personColumnTexts(
  labels: Readonly<Record<PersonField, string>>,
): Readonly<Record<string, string>> {
  const { email: _, profiles: __, headOf: ___, ...texts } = labels;
  return Object.fromEntries(Object.entries(texts).map(([field, label]) => [toColumn(field), label]));
}

function toColumn(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
