import type { HolderChoice } from '../../domain/award/types.ts';
import type { Endorsement } from './feature.ts';
import { disclosedInText, type NamedPerson, type NamedSchool } from './feature-disclosed-in-text.ts';

/** What words tell beyond a holder's choice: the name, or a school. */
export type DisclosedBeyond = 'name' | 'school';

/** The person whom words are about, with their schools. */
export interface CommentedPerson {
  readonly person: NamedPerson;
  readonly schools: readonly NamedSchool[];
}

type Commented = Pick<Endorsement, 'comment'>;

/** What a principal's words would tell beyond the holder's choice. They are signed in the name of the school,
 *  so they tell a school even where their text does not. */
export function disclosedBeyond(
  { name, showSchools }: Pick<HolderChoice, 'name' | 'showSchools'>,
  { comment }: Commented,
  { person, schools }: CommentedPerson,
): readonly DisclosedBeyond[] {
  const reported = disclosedInText(comment, person, schools);
  const isNamed =
    name === 'none'
      ? reported.has('name') || reported.has('initials')
      : name === 'initials' && reported.has('name');
  return [...(isNamed ? (['name'] as const) : []), ...(showSchools ? [] : (['school'] as const))];
}

/** The words that a badge with this choice shows. What is signed passes here, so that a badge without name and
 *  school holds no words that name either, unless its holder chose to show them all the same. */
export function shownComments<T extends Commented>(
  choice: Pick<HolderChoice, 'name' | 'showSchools' | 'words'>,
  stated: readonly T[],
  about: CommentedPerson,
): readonly T[] {
  switch (choice.words) {
    case 'none':
      return [];
    case 'all':
      return stated;
    case 'fitting':
      return stated.filter((one) => disclosedBeyond(choice, one, about).length === 0);
  }
}
