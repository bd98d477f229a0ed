import type { AccountReader } from '../../../application/store/account-reader.ts';
import type { Session, SignInDoubt } from '../../../domain/access/account.ts';
import type { Device } from '../../../domain/access/device.ts';
import type { TypedForm } from '../../../domain/access/typed-form.ts';
import type { Uai } from '../../../domain/uai.ts';
import type { Database } from '../database.ts';
import type { SessionTable, SignInDoubtTable, TypedFormTable } from '../tables/accounts.ts';
import { withoutNulls } from '../tables/columns.ts';
import { readPeople } from './people.ts';

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
