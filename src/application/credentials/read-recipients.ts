import type { Award, Recipient } from '../../domain/award/award-types.ts';
import type { WordsAbout } from '../../domain/endorsement/words-shown.ts';
import { DomainError } from '../../domain/errors.ts';
import type { PersonId } from '../../domain/ids.ts';
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
  /** The person whom words in the badge are about; undefined for a school's badge. Throws `unknown-person`. */
  aboutOf(award: Award): WordsAbout | undefined;
}

/** Reads the recipients of some awards and the schools in their facts, for all awards together. */
export async function readRecipients(store: Store, awards: readonly Award[]): Promise<Recipients> {
  const ids = awards.flatMap(({ recipient }) => (recipient.kind === 'person' ? [recipient.personId] : []));
  const [schools, people] = await Promise.all([
    store.readEstablishments([...new Set(awards.flatMap(schoolsOf))]),
    store.readPeople([...new Set(ids)]),
  ]);
  const schoolNames = new Map(schools.map((school) => [school.uai, school.name]));
  const personOf = new Map(people.map((person) => [person.id, person]));
  const holder = (id: PersonId) => {
    const person = personOf.get(id);
    if (!person) throw new DomainError('unknown-person', { id });
    return person;
  };
  return {
    schoolNames,
    holderOf({ recipient }) {
      if (recipient.kind === 'establishment') {
        const { uai } = recipient;
        return { kind: 'establishment', uai, name: schoolNames.get(uai) ?? uai };
      }
      const { givenName, familyName, emails } = holder(recipient.personId);
      return { kind: 'person', email: emails[0] ?? '', givenName, familyName };
    },
    labelOf(recipient) {
      if (recipient.kind === 'establishment') return { uai: recipient.uai };
      return { email: personOf.get(recipient.personId)?.emails[0] ?? '' };
    },
    aboutOf(award) {
      const { recipient } = award;
      if (recipient.kind !== 'person') return undefined;
      const own = new Set<Uai>(schoolsOf(award));
      return { person: holder(recipient.personId), schools: schools.filter(({ uai }) => own.has(uai)) };
    },
  };
}

function schoolsOf(award: Award): readonly Uai[] {
  const { facts } = award.evaluation;
  if (facts.kind === 'establishment') return [facts.uai];
  return [...new Set(facts.years.flatMap((year) => year.uais))];
}
