import { sql } from 'kysely';
import type { Account, AccountReader } from '../../../application/store/people-readers.ts';
import {
  type IdentityLink,
  MOST_ATTEMPTS_OF_NETWORK,
  MOST_SESSIONS_OF_PERSON,
  type Session,
  type SignInAttempt,
  type SignInDoubt,
} from '../../../domain/access/account.ts';
import type { AccountChange } from '../../../domain/access/account-change.ts';
import { MAX_RESTORED_FORMS, type RestoredForm } from '../../../domain/access/restored-form.ts';
import type { PersonId } from '../../../domain/ids.ts';
import {
  lastWriteWins,
  newKey,
  sweep,
  touchesOne,
  type Writers,
  withPrecondition,
} from '../commit/change-writer.ts';
import { precondition } from '../commit/precondition.ts';
import type { Database } from '../mapping/database.ts';
import { allButNewest, compileInsert, excluded } from '../mapping/insert.ts';
import { countRows, readColumn, sliceBy } from '../mapping/queries.ts';
import { recordTable } from '../mapping/record-table.ts';
import type { HeadshipChange } from '../schools/headships.ts';
import { readPeople } from './store.ts';

const attemptTable = recordTable<SignInAttempt>()('sign_in_attempt', ['secretHash'], {
  columns: ['secretHash', 'attempt', 'expiresAt'],
});

const identityTable = recordTable<IdentityLink>()('identity', ['issuer', 'subject'], {
  columns: ['issuer', 'subject', 'personId', 'provider', 'linkedAt', 'linkedBy'],
});

const sessionTable = recordTable<Session>()('session', ['id'], {
  columns: [
    ...(['id', 'secretHash', 'personId', 'provider', 'mayHead', 'idToken', 'acr', 'device'] as const),
    ...(['authTime', 'createdAt', 'seenAt', 'expiresAt', 'formDigest', 'formLocation'] as const),
  ],
  json: ['mayHead'],
});

const formTable = recordTable<RestoredForm>()('typed_form', ['secretHash'], {
  columns: ['secretHash', 'personId', 'path', 'back', 'fields', 'errors', 'expiresAt'],
  json: ['fields'],
});

const doubtTable = recordTable<SignInDoubt>()('sign_in_doubt', ['id'], {
  columns: ['id', 'identity', 'reason', 'firstAt', 'lastAt', 'request'],
  json: ['request.missions', 'request.roles'],
});

export function makeAccountReader(database: Database): AccountReader {
  const { db, capabilities } = database;
  return {
    readSignInAttempt: (secretHash) => attemptTable.find(db, { secretHash }),
    readIdentity: async (issuer, subject) => {
      const identities = db
        .selectFrom('identity')
        .select('person_id')
        .where('issuer', '=', issuer)
        .where('subject', '=', subject);
      return (await identities.executeTakeFirst())?.person_id;
    },
    readBoundPeople: (ids) => {
      const identities = db.selectFrom('identity').select('person_id').distinct();
      return readColumn(identities.where('person_id', 'in', capabilities.listOf(ids)), 'person_id');
    },
    readSession: (secretHash) => readSession(database, secretHash),
    readAccount: (personId) => readAccount(database, personId),
    readSessionsOf: (personId) => {
      const sessions = sessionTable.select(db).where('person_id', '=', personId);
      return sessionTable.all(sessions.orderBy('created_at', 'desc'));
    },
    readSignInDoubts: (slice) => doubtTable.all(sliceBy(doubtTable.select(db), 'id', slice)),
    countSignInDoubts: () => countRows(db.selectFrom('sign_in_doubt')),
    readRestoredForm: (secretHash) => formTable.find(db, { secretHash }),
    countTypedForms: () => countRows(db.selectFrom('typed_form')),
    readSignInDoubt: (id) => doubtTable.find(db, { id }),
    readSignInDoubtOf: (issuer, subject) =>
      doubtTable.first(doubtTable.select(db).where('issuer', '=', issuer).where('subject', '=', subject)),
    readNewcomersAt: (uai) =>
      doubtTable.all(doubtTable.select(db).where('uai', '=', uai).orderBy('asked_at').orderBy('id')),
  };
}

async function readSession(database: Database, secretHash: string) {
  const { db } = database;
  const session = await sessionTable.first(sessionTable.select(db).where('secret_hash', '=', secretHash));
  const account = session && (await readAccount(database, session.personId));
  return account && { session, ...account };
}

async function readAccount(database: Database, personId: PersonId): Promise<Account | undefined> {
  const { db } = database;
  const [[person], headships] = await Promise.all([
    readPeople(database, [personId]),
    db.selectFrom('headship').select('uai').where('person_id', '=', personId).execute(),
  ]);
  return person && { person, declaredHeadOf: headships.map(({ uai }) => uai) };
}

export const accounts = {
  'sign-in-begun': newKey((database, { attempt, network }) => {
    const owned = { table: 'sign_in_attempt', key: 'secret_hash', owner: 'network', of: network } as const;
    return [
      allButNewest(database, { ...owned, most: MOST_ATTEMPTS_OF_NETWORK }),
      attemptTable.insert(database.db, attempt, { network }),
    ];
  }),
  'sign-in-attempt-used': withPrecondition(['choice-as-read'], (database, { secretHash }) => {
    const { db } = database;
    const unused = attemptTable.locate(db, { secretHash });
    return [
      precondition(database, 'choice-as-read', unused),
      db.deleteFrom('sign_in_attempt').where('secret_hash', '=', secretHash).compile(),
    ];
  }),
  'identity-linked': newKey(({ db }, { link }) => [identityTable.insert(db, link)]),
  'sign-in-doubted': lastWriteWins('provider', ({ db }, { doubt }) => {
    const row = doubtTable.toRow(doubt);
    const { provider, email, given_name, family_name, reason, last_at } = row;
    const latest = { provider, email, given_name, family_name, reason, last_at };
    const insert = db.insertInto('sign_in_doubt').values(row);
    return [
      compileInsert(
        insert.onConflict((on) => on.columns(['issuer', 'subject']).doUpdateSet(excluded(latest))),
      ),
    ];
  }),
  'sign-in-doubt-settled': withPrecondition(['choice-as-read'], (database, { id, askedAt }) => {
    const found = doubtTable.locate(database.db, { id });
    const requested = askedAt === undefined ? found : found.where('asked_at', '=', askedAt);
    return [
      precondition(database, 'choice-as-read', requested),
      database.db.deleteFrom('sign_in_doubt').where('id', '=', id).compile(),
    ];
  }),
  'newcomer-said': withPrecondition(['choice-as-read'], (database, { id, request, replaces }) => {
    let doubt = doubtTable.locate(database.db, { id });
    if (replaces) doubt = doubt.where('asked_at', '=', replaces.at).where('uai', '=', replaces.uai);
    return [
      precondition(database, 'choice-as-read', doubt),
      doubtTable.set(database.db, { id }, { request }),
    ];
  }),
  'newcomers-forgotten': sweep('newcomers-forgotten', ({ db }, { before }) => [
    db.deleteFrom('sign_in_doubt').where('last_at', '<', before).compile(),
    db.deleteFrom('mission_invitation').where('proposed_at', '<', before).compile(),
  ]),
  'session-begun': newKey((database, { session }) => [
    allButNewest(database, {
      ...({ table: 'session', key: 'secret_hash', owner: 'person_id', of: session.personId } as const),
      most: MOST_SESSIONS_OF_PERSON,
    }),
    sessionTable.insert(database.db, session),
  ]),
  'session-seen': touchesOne(
    (database, { id }) => findSession(database, id),
    ({ db }, { id, at }) => [db.updateTable('session').set({ seen_at: at }).where('id', '=', id).compile()],
  ),
  'form-carried-out': touchesOne(
    (database, { sessionId }) => findSession(database, sessionId),
    ({ db }, { sessionId, digest, location }) => {
      const last = { form_digest: digest, form_location: location };
      return [db.updateTable('session').set(last).where('id', '=', sessionId).compile()];
    },
  ),
  'session-ended': touchesOne(
    (database, { id }) => findSession(database, id),
    ({ db }, { id }) => [db.deleteFrom('session').where('id', '=', id).compile()],
  ),
  'sessions-of-person-ended': sweep('sessions-of-person-ended', ({ db }, { personId }) => [
    db.deleteFrom('session').where('person_id', '=', personId).compile(),
  ]),
  'sessions-forgotten': sweep('sessions-forgotten', ({ db }, { at }) => [
    db.deleteFrom('session').where('expires_at', '<=', at).compile(),
    db.deleteFrom('sign_in_attempt').where('expires_at', '<=', at).compile(),
    db.deleteFrom('typed_form').where('expires_at', '<=', at).compile(),
  ]),
  'typed-form-kept': newKey((database, { form }) => {
    const owned = { table: 'typed_form', key: 'secret_hash', owner: 'person_id', of: form.personId } as const;
    // A third party can save unsent forms in the name of a person. They displace no refused one.
    const among = form.errors === undefined ? sql`errors IS NULL` : sql`errors IS NOT NULL`;
    return [
      allButNewest(database, { ...owned, among, most: MAX_RESTORED_FORMS.ofPerson }),
      formTable.insert(database.db, form),
    ];
  }),
  'typed-form-dropped': touchesOne(
    ({ db }, { secretHash, path }) => formTable.locate(db, { secretHash }).where('path', '=', path),
    ({ db }, { secretHash, path }) => {
      const form = db.deleteFrom('typed_form').where('secret_hash', '=', secretHash);
      return [form.where('path', '=', path).compile()];
    },
  ),
} satisfies Writers<Exclude<AccountChange, HeadshipChange>>;

function findSession({ db }: Database, id: string) {
  return db.selectFrom('session').select('id').where('id', '=', id);
}
