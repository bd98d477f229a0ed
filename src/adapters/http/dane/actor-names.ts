import type { Store } from '../../../application/ports.ts';
import { tokenNameOf } from '../../../domain/access/api-token.ts';
import { personIdsAmong } from '../../../domain/ids.ts';
import { fullName } from '../../../domain/person/name.ts';
import type { Locale } from '../env.ts';
import { TEXTS } from '../view-models/public-texts.ts';

/** Names of the actors of several acts, read at once: a person's name, or words for an act of the service or
 *  of a program. */
export async function readActors(
  store: Pick<Store, 'readPeople'>,
  actors: readonly string[],
): Promise<(actor: string, locale: Locale) => string> {
  const people = await store.readPeople(personIdsAmong(actors));
  const names = new Map<string, string>(people.map((person) => [person.id, fullName(person)]));
  return (actor, locale) => {
    const known = names.get(actor);
    if (known !== undefined) return known;
    const { actors: t, program } = TEXTS[locale].pages.dane.people.person;
    const token = tokenNameOf(actor);
    if (token !== undefined) return program(token);
    return Object.hasOwn(t, actor) ? t[actor as keyof typeof t] : t.other;
  };
}
