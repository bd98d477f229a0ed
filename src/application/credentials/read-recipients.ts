import type { Award, Recipient } from '../../domain/award/award-types.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Uai } from '../../domain/uai.ts';
import type { Holder } from '../../openbadges/recipient.ts';
import type { RecipientLabel } from '../awards/recipient-label.ts';
import type { Store } from '../ports.ts';

/** The records of the register that the badges of some awards need. */
export interface Recipients {
  /** Throws `unknown-person` where the recipient was erased. */
  holderOf(award: Award): Holder;
  readonly schoolNames: ReadonlyMap<Uai, string>;
  labelOf(recipient: Recipient): RecipientLabel;
}

/** Reads the recipients of some awards and the schools in their facts, for all awards together. */
export async function readRecipients(
  store: Pick<Store, 'readPeople' | 'readEstablishments'>,
  awards: readonly Award[],
): Promise<Recipients> {
  const ids = awards.flatMap(({ recipient }) => (recipient.kind === 'person' ? [recipient.personId] : []));
  const [schools, people] = await Promise.all([
    store.readEstablishments([...new Set(awards.flatMap(schoolsOf))]),
    store.readPeople([...new Set(ids)]),
  ]);
  const schoolNames = new Map(schools.map((school) => [school.uai, school.name]));
  const personOf = new Map(people.map((person) => [person.id, person]));
  return {
    schoolNames,
    holderOf({ recipient }) {
      if (recipient.kind === 'establishment') {
        const { uai } = recipient;
        return { kind: 'establishment', uai, name: schoolNames.get(uai) ?? uai };
      }
      const person = personOf.get(recipient.personId);
      if (!person) throw new DomainError('unknown-person', { id: recipient.personId });
      const { givenName, familyName } = person;
      return { kind: 'person', email: person.emails[0] ?? '', givenName, familyName };
    },
    labelOf(recipient) {
      if (recipient.kind === 'establishment') return { uai: recipient.uai };
      return { email: personOf.get(recipient.personId)?.emails[0] ?? '' };
    },
  };
}

function schoolsOf(award: Award): readonly Uai[] {
  const { facts } = award.evaluation;
  if (facts.kind === 'establishment') return [facts.uai];
  return [...new Set(facts.years.flatMap((year) => year.uais))];
}
