import { type CompiledQuery, sql } from 'kysely';
import type { Award, HolderChoice, IssuedCredential, Revocation } from '../../../domain/award/award-types.ts';
import type { CredentialId } from '../../../domain/ids.ts';
import type { Database } from '../database.ts';
import { toAwardRow, toChoiceColumns, toCredentialRow } from '../tables/rows-awards.ts';
import { premise } from './premise.ts';

type Queries = readonly CompiledQuery[];

/** What was decided and what was signed. */
export function makeAwardWriter(database: Database) {
  const { db } = database;
  const credential = (id: CredentialId) => db.selectFrom('credential').select('id').where('id', '=', id);
  const mustKnow = (id: CredentialId) => premise(database, 'credential-known', credential(id));

  return {
    saveAward: (it: Award): Queries => [db.insertInto('award').values(toAwardRow(it)).compile()],

    issue: (it: IssuedCredential): Queries => [
      db.insertInto('credential').values(toCredentialRow(it)).compile(),
      db.updateTable('award').set({ signed: 1 }).where('id', '=', it.awardId).compile(),
    ],

    releaseClaims: (by: string): Queries => [
      db
        .updateTable('award')
        .set({ claimed_by: null, claimed_until: null })
        .where('signed', '=', sql.lit(0))
        .where('claimed_by', '=', by)
        .compile(),
    ],

    /** Only what a new signature changes; the entry in the status list, the subject and the salt stay. */
    reissue(it: IssuedCredential, choiceAsRead: HolderChoice): Queries {
      const { revision, valid_from, document, jws, key_ids, ...row } = toCredentialRow(it);
      const { acceptance, visibility, hidden, shown_name, show_schools, email_identifier } = row;
      const follows = credential(it.id)
        .where('revision', '=', revision - 1)
        .where('erased_at', 'is', null);
      return [
        premise(database, 'credential-revision-follows', follows),
        choiceAsReadStill(database, it.id, choiceAsRead),
        db
          .updateTable('credential')
          .set({ revision, valid_from, document, jws, key_ids })
          .set({ acceptance, visibility, hidden, shown_name, show_schools, email_identifier })
          .where('id', '=', it.id)
          .compile(),
      ];
    },

    choose: (id: CredentialId, choice: HolderChoice, asRead: HolderChoice): Queries => [
      mustKnow(id),
      choiceAsReadStill(database, id, asRead),
      db.updateTable('credential').set(toChoiceColumns(choice)).where('id', '=', id).compile(),
    ],

    revoke(id: CredentialId, statusListId: string, { at, by, reason }: Revocation): Queries {
      const standing = credential(id)
        .where('revoked_at', 'is', null)
        .where('status_list_id', '=', statusListId);
      return [
        premise(database, 'credential-not-revoked', standing),
        db
          .updateTable('credential')
          .set({ revoked_at: at, revoked_by: by, revocation_reason: reason })
          .where('id', '=', id)
          .compile(),
        db
          .updateTable('status_list')
          .set((eb) => ({ revision: eb('revision', '+', 1) }))
          .where('id', '=', statusListId)
          .compile(),
      ];
    },
  };
}

/** Refuses the whole commit where another tab, or another hand, has chosen otherwise since. */
function choiceAsReadStill(database: Database, id: CredentialId, asRead: HolderChoice): CompiledQuery {
  const { acceptance, visibility, hidden, shown_name, show_schools, email_identifier } =
    toChoiceColumns(asRead);
  const still = database.db
    .selectFrom('credential')
    .select('id')
    .where('id', '=', id)
    .where('acceptance', '=', acceptance)
    .where('visibility', '=', visibility)
    .where('hidden', '=', hidden)
    .where('shown_name', '=', shown_name)
    .where('show_schools', '=', show_schools)
    .where('email_identifier', '=', email_identifier);
  return premise(database, 'choice-as-read', still);
}
