import type { PersonTable } from './person-treatments.ts';

/** The table of the row that a column `by` names, if that row is not a person. */
const TABLE_OF_COLUMN: Partial<Readonly<Record<string, PersonTable>>> = {
  email: 'person_email',
  engagement_reference: 'engagement',
  award_id: 'award',
  upload_id: 'upload',
};

interface StatedReferences {
  readonly by: string;
  readonly refersTo?: readonly PersonTable[];
}

/** The tables about people that the rows of a table with this treatment refer to. */
export function toReferences({ by, refersTo = [] }: StatedReferences): readonly PersonTable[] {
  return [TABLE_OF_COLUMN[by] ?? 'person', ...refersTo];
}

/** The names in an order in which each stands after those that it refers to, and otherwise as they are given. */
export function inReferenceOrder<Name extends string>(
  names: readonly Name[],
  refersTo: (name: Name) => readonly Name[],
): readonly Name[] {
  const placed = new Set<Name>();
  const place = (name: Name): readonly Name[] => {
    if (placed.has(name)) return [];
    placed.add(name);
    return [...refersTo(name).flatMap(place), name];
  };
  return names.flatMap(place);
}
