import type { HolderChoice } from '../award/types.ts';
import { type NamedPerson, type NamedSchool, toldInWords } from './disclosed-in-text.ts';
import type { Endorsement } from './endorsement.ts';

/** What words tell beyond a holder's choice: the name, or a school. */
export type ToldBeyond = 'name' | 'school';

/** The person whom words are about, with their schools. */
export interface WordsAbout {
  readonly person: NamedPerson;
  readonly schools: readonly NamedSchool[];
}

type Said = Pick<Endorsement, 'comment'>;

/** What a principal's words would tell beyond the holder's choice. They are signed in the name of the school,
 *  so they tell a school even where their text does not. */
export function toldBeyond(
  { name, showSchools }: Pick<HolderChoice, 'name' | 'showSchools'>,
  { comment }: Said,
  { person, schools }: WordsAbout,
): readonly ToldBeyond[] {
  const told = toldInWords(comment, person, schools);
  const isNamed =
    name === 'none' ? told.has('name') || told.has('initials') : name === 'initials' && told.has('name');
  return [...(isNamed ? (['name'] as const) : []), ...(showSchools ? [] : (['school'] as const))];
}

/** The words that a badge with this choice shows. What is signed passes here, so that a badge without name and
 *  school holds no words that name either, unless its holder chose to show them all the same. */
export function wordsShown<T extends Said>(
  choice: Pick<HolderChoice, 'name' | 'showSchools' | 'words'>,
  said: readonly T[],
  about: WordsAbout,
): readonly T[] {
  switch (choice.words) {
    case 'none':
      return [];
    case 'all':
      return said;
    case 'fitting':
      return said.filter((one) => toldBeyond(choice, one, about).length === 0);
  }
}
