import type { ExpressionBuilder } from 'kysely';
import {
  MOST_ATTEMPTS_OF_NETWORK,
  MOST_SESSIONS_OF_PERSON,
  type SignInDoubt,
} from '../../../domain/access/account.ts';
import type { AccountChange } from '../../../domain/access/account-change.ts';
import { TYPED_FORMS } from '../../../domain/access/typed-form.ts';
import type { PersonId } from '../../../domain/ids.ts';
import type { Uai } from '../../../domain/uai.ts';
import type { Database } from '../database.ts';
import type { Tables } from '../tables/tables.ts';
import { allButNewest } from './all-but-newest.ts';
import { excluded } from './excluded.ts';
import { asStored, lastWord, newKey, premised } from './guard.ts';
import { premise } from './premise.ts';
import type { Writers } from './writer.ts';

/** Writes identities, doubts, sessions and headships. */
export const accounts = {
  'sign-in-begun': newKey((database, { attempt: { secretHash, attempt, expiresAt }, network }) => {
    const row = { secret_hash: secretHash, attempt, expires_at: expiresAt, network };
    const owned = { table: 'sign_in_attempt', key: 'secret_hash', owner: 'network', of: network } as const;
    return [
      allButNewest(database, { ...owned, most: MOST_ATTEMPTS_OF_NETWORK }),
      database.db.insertInto('sign_in_attempt').values(row).compile(),
    ];
  }),
  'sign-in-attempt-used': premised(['choice-as-read'], (database, { secretHash }) => {
    const { db } = database;
    const unused = db
      .selectFrom('sign_in_attempt')
      .select('secret_hash')
      .where('secret_hash', '=', secretHash);
    return [
      premise(database, 'choice-as-read', unused),
      db.deleteFrom('sign_in_attempt').where('secret_hash', '=', secretHash).compile(),
    ];
  }),
  'identity-linked': newKey(({ db }, { link: { personId, linkedAt, linkedBy, ...link } }) => {
    const row = { ...link, person_id: personId, linked_at: linkedAt, linked_by: linkedBy };
    return [db.insertInto('identity').values(row).compile()];
  }),
  'sign-in-doubted': lastWord('provider', ({ db }, { doubt }) => {
    const row = toDoubtRow(doubt);
    const { id: _id, first_at: _first, issuer: _issuer, subject: _subject, ...latest } = row;
    const insert = db.insertInto('sign_in_doubt').values(row);
    return [
      insert.onConflict((on) => on.columns(['issuer', 'subject']).doUpdateSet(excluded(latest))).compile(),
    ];
  }),
  'sign-in-doubt-settled': premised(['choice-as-read'], (database, { id }) => [
    premise(
      database,
      'choice-as-read',
      database.db.selectFrom('sign_in_doubt').select('id').where('id', '=', id),
    ),
    database.db.deleteFrom('sign_in_doubt').where('id', '=', id).compile(),
  ]),
  'headships-kept': lastWord('provider', ({ db, capabilities }, { personId, uais }) => {
    const gone = db.deleteFrom('headship').where('person_id', '=', personId);
    return [gone.where('uai', 'not in', capabilities.listOf(uais)).compile()];
  }),
  'headship-declared': newKey(({ db }, { personId, uai, at }) => {
    const row = { person_id: personId, uai, declared_at: at, checked_at: null };
    return [db.insertInto('headship').values(row).compile()];
  }),
  'headship-withdrawn': premised(['choice-as-read'], (database, change) => [
    premise(database, 'choice-as-read', findDeclaration(database, change)),
    database.db.deleteFrom('headship').where(isDeclaration(change)).compile(),
  ]),
  'headship-checked': premised(['choice-as-read'], (database, change) => [
    premise(database, 'choice-as-read', findDeclaration(database, change).where('checked_at', 'is', null)),
    database.db.updateTable('headship').set({ checked_at: change.at }).where(isDeclaration(change)).compile(),
  ]),
  'session-begun': newKey((database, { session }) => [
    allButNewest(database, {
      ...({ table: 'session', key: 'secret_hash', owner: 'person_id', of: session.personId } as const),
      most: MOST_SESSIONS_OF_PERSON,
    }),
    database.db
      .insertInto('session')
      .values({
        id: session.id,
        secret_hash: session.secretHash,
        person_id: session.personId,
        provider: session.provider,
        may_head: JSON.stringify(session.mayHead),
        id_token: session.idToken ?? null,
        acr: session.acr ?? null,
        device: session.device ?? null,
        created_at: session.createdAt,
        seen_at: session.seenAt,
        expires_at: session.expiresAt,
      })
      .compile(),
  ]),
  'session-seen': asStored(({ db }, { id, at }) => [
    db.updateTable('session').set({ seen_at: at }).where('id', '=', id).compile(),
  ]),
  'session-ended': asStored(({ db }, { id }) => [db.deleteFrom('session').where('id', '=', id).compile()]),
  'sessions-of-person-ended': asStored(({ db }, { personId }) => [
    db.deleteFrom('session').where('person_id', '=', personId).compile(),
  ]),
  'sessions-forgotten': asStored(({ db }, { at }) => [
    db.deleteFrom('session').where('expires_at', '<=', at).compile(),
    db.deleteFrom('sign_in_attempt').where('expires_at', '<=', at).compile(),
    db.deleteFrom('typed_form').where('expires_at', '<=', at).compile(),
  ]),
  'typed-form-kept': newKey((database, { form }) => {
    const row = {
      secret_hash: form.secretHash,
      person_id: form.personId,
      path: form.path,
      back: form.back,
      fields: JSON.stringify(form.fields),
      expires_at: form.expiresAt,
    };
    const owned = { table: 'typed_form', key: 'secret_hash', owner: 'person_id', of: form.personId } as const;
    return [
      allButNewest(database, { ...owned, most: TYPED_FORMS.ofPerson }),
      database.db.insertInto('typed_form').values(row).compile(),
    ];
  }),
  'typed-form-dropped': asStored(({ db }, { secretHash, path }) => {
    const form = db.deleteFrom('typed_form').where('secret_hash', '=', secretHash);
    return [form.where('path', '=', path).compile()];
  }),
} satisfies Writers<AccountChange>;

function toDoubtRow({ id, identity, reason, firstAt, lastAt }: SignInDoubt) {
  return {
    id,
    issuer: identity.issuer,
    subject: identity.subject,
    provider: identity.provider,
    email: identity.email ?? null,
    given_name: identity.givenName ?? null,
    family_name: identity.familyName ?? null,
    reason,
    first_at: firstAt,
    last_at: lastAt,
  };
}

function findDeclaration({ db }: Database, change: { readonly personId: PersonId; readonly uai: Uai }) {
  return db.selectFrom('headship').select('uai').where(isDeclaration(change));
}

function isDeclaration({ personId, uai }: { readonly personId: PersonId; readonly uai: Uai }) {
  return (eb: ExpressionBuilder<Tables, 'headship'>) =>
    eb.and([eb('person_id', '=', personId), eb('uai', '=', uai)]);
}
