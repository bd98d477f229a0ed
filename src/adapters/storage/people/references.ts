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

/** The names in an order in which each stands behind the one that it states; those that state none stand as they
 *  are given. No name is lost, even if two state each other. */
export function inStatedOrder<Name extends string>(
  names: readonly Name[],
  before: (name: Name) => Name | undefined,
): readonly Name[] {
  const placed = (name: Name): readonly Name[] => [
    name,
    ...names.filter((one) => before(one) === name).flatMap(placed),
  ];
  const reached = names.filter((name) => before(name) === undefined).flatMap(placed);
  return [...new Set([...reached, ...names])];
}
