import type { Endorsement } from '../../domain/endorsement/endorsement.ts';
import { type ToldBeyond, toldBeyond, wordsShown } from '../../domain/endorsement/words-shown.ts';
import { readRecipients } from '../credentials/read-recipients.ts';
import type { Store } from '../ports.ts';
import type { AwardWithCredential } from '../store/badge-readers.ts';

interface Needs {
  readonly store: Pick<Store, 'readPeople' | 'readEstablishments'>;
}

/** Words of a principal, with what they would tell beyond the choice about a badge, and whether the badge with this
 *  choice shows them. */
export interface FoundTold {
  readonly said: Endorsement;
  readonly beyond: readonly ToldBeyond[];
  readonly isShown: boolean;
}

/** What some words would tell beyond the choice about this badge. A school's badge has none. */
export async function findTold(
  { store }: Needs,
  { award, credential: { choice } }: Required<AwardWithCredential>,
  words: readonly Endorsement[],
): Promise<readonly FoundTold[]> {
  if (words.length === 0) return [];
  const [recipients, schools] = await Promise.all([
    readRecipients(store, [award]),
    store.readEstablishments(words.map(({ uai }) => uai)),
  ]);
  const own = recipients.aboutOf(award);
  if (!own) return [];
  const about = { ...own, schools: [...own.schools, ...schools] };
  const shown = new Set(wordsShown(choice, words, about));
  return words.map((said) => ({ said, beyond: toldBeyond(choice, said, about), isShown: shown.has(said) }));
}

/** The number of words that were added to a badge and that its choice leaves out. */
export const countWordsLeftOut =
  ({ store }: { readonly store: Needs['store'] & Pick<Store, 'readEndorsementsIn' | 'readCredential'> }) =>
  async (id: Endorsement['credentialId'] & string): Promise<number> => {
    const { award, credential } = (await store.readCredential(id)) ?? {};
    if (!award || !credential) return 0;
    const told = await findTold({ store }, { award, credential }, await store.readEndorsementsIn(id));
    return told.filter(({ isShown }) => !isShown).length;
  };
