import type { PersonId } from '../../domain/ids.ts';
import type { Ports } from '../service-ports.ts';

/** The person whom a text names, or the reason why it names no single person. */
export type Addressee =
  | { readonly kind: 'found'; readonly personId: PersonId }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'several' };

/** The most people with one name that are read. */
const MOST_PEOPLE = 200;

/** Finds a person by a whole e-mail address, or by full first and family names, in any order and whatever the
 *  accents and case. A part of a name finds nobody, so that a principal cannot browse the people of other
 *  schools. */
export const findAddressee =
  ({ store }: Ports) =>
  async (text: string): Promise<Addressee> => {
    const found = text.includes('@')
      ? await store.readPeopleByEmail([text.trim().toLowerCase()])
      : (await store.searchPeople({ text, limit: MOST_PEOPLE })).filter(({ givenName, familyName }) =>
          [`${givenName} ${familyName}`, `${familyName} ${givenName}`].map(fold).includes(fold(text)),
        );
    const [one] = found;
    if (!one) return { kind: 'unknown' };
    return found.length > 1 ? { kind: 'several' } : { kind: 'found', personId: one.id };
  };

function fold(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\s’'-]+/g, ' ')
    .trim();
}
