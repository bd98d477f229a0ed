import type { PersonId } from '../../../domain/ids.ts';
import type { Person, PersonChange } from '../../../domain/records.ts';
import type { Database } from '../database.ts';
import { toPersonRow } from '../tables/people.ts';
import { erasePerson } from './erase-person.ts';
import { excluded } from './excluded.ts';
import { beside, premised } from './guard.ts';
import { insertEach } from './insert-each.ts';
import { mergePeople } from './merge-people.ts';
import { premise } from './premise.ts';
import type { Queries, Writers } from './writer.ts';

export const people = {
  'person-saved': beside(['records-as-read'], {
    writeRun: (database, run) =>
      savePeople(
        database,
        run.map(({ person }) => person),
      ),
    keyOf: ({ person }) => person.id,
  }),
  'dane-agent-leaves': premised(['dane-agent-left'], (database, { personId }) =>
    keepOneAgent(database, personId),
  ),
  'people-merged': beside(['records-as-read'], mergePeople),
  'person-erased': premised(['choice-as-read'], erasePerson),
} satisfies Writers<PersonChange>;

/** Saves people with different ids, in a few statements. A second save of the same person replaces the first
 *  entirely. */
function savePeople({ db, capabilities }: Database, people: readonly Person[]): Queries {
  const rows = people.map(toPersonRow);
  const emails = people.flatMap(({ id, emails }) =>
    emails.map((address, position) => ({ address, person_id: id, position })),
  );
  const profiles = people.flatMap(({ id, profiles }) =>
    profiles.map((profile) => ({ person_id: id, profile })),
  );
  const ids = capabilities.listOf(people.map(({ id }) => id));
  return [
    ...insertEach(rows, (row) => {
      const { id: _, ...rest } = row;
      const insert = db.insertInto('person').values(row);
      return insert.onConflict((on) => on.column('id').doUpdateSet(excluded(rest)));
    }),
    db.deleteFrom('person_email').where('person_id', 'in', ids).compile(),
    ...insertEach(emails, (row) => db.insertInto('person_email').values(row)),
    db.deleteFrom('person_profile').where('person_id', 'in', ids).compile(),
    ...insertEach(profiles, (row) => db.insertInto('person_profile').values(row)),
  ];
}

/** Two agents may remove the profile from each other at once. So each commit first writes the rows of all
 *  agents: the second commit waits for the first, and then its premise fails. */
function keepOneAgent(database: Database, leaving: PersonId): Queries {
  const { db } = database;
  const agents = db.updateTable('person_profile').set({ profile: 'dane' }).where('profile', '=', 'dane');
  const others = db
    .selectFrom('person_profile')
    .select('person_id')
    .where('profile', '=', 'dane')
    .where('person_id', '<>', leaving);
  return [agents.compile(), premise(database, 'dane-agent-left', others)];
}
