import type { ExpressionBuilder } from 'kysely';
import type { AccountReader, HeadshipReader } from '../../application/store/people-readers.ts';
import {
  MOST_ATTEMPTS_OF_NETWORK,
  MOST_SESSIONS_OF_PERSON,
  type Session,
  type SignInDoubt,
} from '../../domain/access/account.ts';
import type { AccountChange } from '../../domain/access/account-change.ts';
import type { Device } from '../../domain/access/device.ts';
import { TYPED_FORMS, type TypedForm } from '../../domain/access/typed-form.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { Uai } from '../../domain/uai.ts';
import { withoutNulls } from './columns.ts';
import type { Database } from './database.ts';
import { allButNewest, excluded } from './insert.ts';
import { readPeople } from './people.ts';
import { premise } from './premise.ts';
import type { SessionTable, SignInDoubtTable, Tables, TypedFormTable } from './tables.ts';
import { asStored, lastWord, newKey, premised, type Writers } from './writer.ts';

/** Reads accounts: identities, sessions and doubts. */
export function makeAccountReader(database: Database): AccountReader {
  const { db, capabilities } = database;
  return {
    readSignInAttempt: async (secretHash) => {
      const attempts = db.selectFrom('sign_in_attempt').selectAll().where('secret_hash', '=', secretHash);
      const row = await attempts.executeTakeFirst();
      return row && { secretHash, attempt: row.attempt, expiresAt: row.expires_at };
    },
    readIdentity: async (issuer, subject) => {
      const identities = db
        .selectFrom('identity')
        .select('person_id')
        .where('issuer', '=', issuer)
        .where('subject', '=', subject);
      return (await identities.executeTakeFirst())?.person_id;
    },
    readBoundPeople: async (ids) => {
      const identities = db.selectFrom('identity').select('person_id').distinct();
      const rows = await identities.where('person_id', 'in', capabilities.listOf(ids)).execute();
      return rows.map((row) => row.person_id);
    },
    readSession: (secretHash) => readSession(database, secretHash),
    readSessionsOf: async (personId) => {
      const sessions = db.selectFrom('session').selectAll().where('person_id', '=', personId);
      return (await sessions.orderBy('created_at', 'desc').execute()).map(fromSessionRow);
    },
    readSignInDoubts: async ({ after, limit }) => {
      const doubts = db.selectFrom('sign_in_doubt').selectAll().orderBy('id').limit(limit);
      const rows = await (after === undefined ? doubts : doubts.where('id', '>', after)).execute();
      return rows.map(fromDoubtRow);
    },
    countSignInDoubts: async () => {
      const doubts = db.selectFrom('sign_in_doubt').select((eb) => eb.fn.countAll().as('count'));
      return Number((await doubts.executeTakeFirstOrThrow()).count);
    },
    readTypedForm: async (secretHash) => {
      const forms = db.selectFrom('typed_form').selectAll().where('secret_hash', '=', secretHash);
      const row = await forms.executeTakeFirst();
      return row && fromTypedFormRow(row);
    },
    countTypedForms: async () => {
      const forms = db.selectFrom('typed_form').select((eb) => eb.fn.countAll().as('count'));
      return Number((await forms.executeTakeFirstOrThrow()).count);
    },
    readSignInDoubt: async (id) => {
      const doubts = db.selectFrom('sign_in_doubt').selectAll().where('id', '=', id);
      const row = await doubts.executeTakeFirst();
      return row && fromDoubtRow(row);
    },
  };
}

async function readSession(database: Database, secretHash: string) {
  const { db } = database;
  const sessions = db.selectFrom('session').selectAll().where('secret_hash', '=', secretHash);
  const row = await sessions.executeTakeFirst();
  if (!row) return undefined;
  const [[person], headships] = await Promise.all([
    readPeople(database, [row.person_id]),
    db.selectFrom('headship').select('uai').where('person_id', '=', row.person_id).execute(),
  ]);
  return person && { session: fromSessionRow(row), person, declaredHeadOf: headships.map(({ uai }) => uai) };
}

function fromSessionRow(row: SessionTable): Session {
  return withoutNulls({
    id: row.id,
    secretHash: row.secret_hash,
    personId: row.person_id,
    provider: row.provider,
    mayHead: JSON.parse(row.may_head) as readonly Uai[],
    idToken: row.id_token,
    acr: row.acr,
    device: row.device as Device | null,
    createdAt: row.created_at,
    seenAt: row.seen_at,
    expiresAt: row.expires_at,
  });
}

function fromTypedFormRow(row: TypedFormTable): TypedForm {
  return {
    secretHash: row.secret_hash,
    personId: row.person_id,
    path: row.path,
    back: row.back,
    fields: JSON.parse(row.fields) as TypedForm['fields'],
    expiresAt: row.expires_at,
  };
}

function fromDoubtRow(row: SignInDoubtTable): SignInDoubt {
  return {
    id: row.id,
    identity: withoutNulls({
      issuer: row.issuer,
      subject: row.subject,
      provider: row.provider,
      email: row.email,
      givenName: row.given_name,
      familyName: row.family_name,
    }),
    reason: row.reason,
    firstAt: row.first_at,
    lastAt: row.last_at,
  };
}

/** Reads the heads of schools, and the declarations that others contradict. */
export function makeHeadshipReader({ db, capabilities }: Database): HeadshipReader {
  return {
    readHeadships: async (uais) => {
      const list = capabilities.listOf(uais);
      const [named, declared] = await Promise.all([
        db
          .selectFrom('person')
          .select(['id', 'head_of_uai'])
          .where('head_of_uai', 'in', list)
          .orderBy('id')
          .execute(),
        db
          .selectFrom('headship')
          .select(['person_id', 'uai', 'checked_at'])
          .where('uai', 'in', list)
          .orderBy('person_id')
          .execute(),
      ]);
      return [
        ...named.flatMap(({ id, head_of_uai: uai }) =>
          uai === null ? [] : [{ uai, personId: id, says: 'dane' as const }],
        ),
        ...declared.map(({ uai, person_id: personId, checked_at: checkedAt }) => ({
          ...{ uai, personId, says: 'declaration' as const },
          ...(checkedAt !== null && { isChecked: true as const }),
        })),
      ];
    },
    readDoubtedHeadships: async (limit) => {
      const rows = await db
        .selectFrom('headship')
        .selectAll()
        .where('checked_at', 'is', null)
        .where((eb) =>
          eb.or([
            eb.exists(
              eb
                .selectFrom('person')
                .select('person.id')
                .whereRef('person.head_of_uai', '=', 'headship.uai')
                .whereRef('person.id', '<>', 'headship.person_id'),
            ),
            eb.exists(
              eb
                .selectFrom('headship as other')
                .select('other.person_id')
                .whereRef('other.uai', '=', 'headship.uai')
                .whereRef('other.person_id', '<>', 'headship.person_id'),
            ),
          ]),
        )
        .orderBy('declared_at')
        .orderBy('person_id')
        .limit(limit)
        .execute();
      return rows.map((row) => ({ uai: row.uai, personId: row.person_id, declaredAt: row.declared_at }));
    },
  };
}

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
