import type { Award, FormChoice, IssuedCredential } from '../award/types.ts';

interface Held {
  readonly award: Pick<Award, 'grantedAt'>;
  readonly credential?: Pick<IssuedCredential, 'choice'>;
}

/** The grammatical form that a person chose for their newest badge that shows their full name. Undefined if no badge
 *  does: no one else may know it then. */
export function chosenForm(badges: readonly Held[]): FormChoice | undefined {
  const named = badges.filter(({ credential }) => {
    const choice = credential?.choice;
    return choice?.acceptance === 'accepted' && choice.name === 'full' && !choice.hidden;
  });
  const newest = named.toSorted((a, b) => (a.award.grantedAt < b.award.grantedAt ? 1 : -1))[0];
  return newest?.credential?.choice.form;
}
