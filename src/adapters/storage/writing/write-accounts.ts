import type { CompiledQuery, ExpressionBuilder } from 'kysely';
import type { AccountChange } from '../../../domain/change/change.ts';
import type { PersonId } from '../../../domain/ids.ts';
import type { Uai } from '../../../domain/uai.ts';
import type { Database } from '../database.ts';
import type { Tables } from '../tables/tables.ts';
import { excluded } from './excluded.ts';

/** Signing in: identities, doubts, sessions and headships. */
export function makeAccountWriter({
  db,
  capabilities,
}: Database): (change: AccountChange) => readonly CompiledQuery[] {
  return (change) => {
    switch (change.kind) {
      case 'sign-in-begun': {
        const { secretHash, attempt, expiresAt } = change.attempt;
        const row = { secret_hash: secretHash, attempt, expires_at: expiresAt };
        return [db.insertInto('sign_in_attempt').values(row).compile()];
      }
      case 'sign-in-attempt-used':
        return [db.deleteFrom('sign_in_attempt').where('secret_hash', '=', change.secretHash).compile()];
      case 'identity-linked': {
        const { personId, linkedAt, linkedBy, ...link } = change.link;
        const row = { ...link, person_id: personId, linked_at: linkedAt, linked_by: linkedBy };
        return [db.insertInto('identity').values(row).compile()];
      }
      case 'sign-in-doubted': {
        const row = toDoubtRow(change.doubt);
        const { id: _id, first_at: _first, issuer: _issuer, subject: _subject, ...latest } = row;
        const insert = db.insertInto('sign_in_doubt').values(row);
        return [
          insert
            .onConflict((on) => on.columns(['issuer', 'subject']).doUpdateSet(excluded(latest)))
            .compile(),
        ];
      }
      case 'sign-in-doubt-settled':
        return [db.deleteFrom('sign_in_doubt').where('id', '=', change.id).compile()];
      case 'headships-kept': {
        const gone = db.deleteFrom('headship').where('person_id', '=', change.personId);
        return [gone.where('uai', 'not in', capabilities.listOf(change.uais)).compile()];
      }
      case 'headship-declared': {
        const { personId, uai, at } = change;
        const row = { person_id: personId, uai, declared_at: at, checked_at: null };
        const insert = db.insertInto('headship').values(row);
        return [insert.onConflict((on) => on.doNothing()).compile()];
      }
      case 'headship-withdrawn':
        return [db.deleteFrom('headship').where(isDeclaration(change)).compile()];
      case 'headship-checked': {
        const { at } = change;
        return [db.updateTable('headship').set({ checked_at: at }).where(isDeclaration(change)).compile()];
      }
      default:
        return sessionQueries(change, db);
    }
  };
}

type SessionChange = Extract<
  AccountChange,
  {
    kind:
      | 'session-begun'
      | 'session-seen'
      | 'session-ended'
      | 'sessions-of-person-ended'
      | 'sessions-forgotten';
  }
>;

function sessionQueries(change: SessionChange, db: Database['db']): readonly CompiledQuery[] {
  switch (change.kind) {
    case 'session-begun': {
      const { session } = change;
      return [
        db
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
      ];
    }
    case 'session-seen':
      return [db.updateTable('session').set({ seen_at: change.at }).where('id', '=', change.id).compile()];
    case 'session-ended':
      return [db.deleteFrom('session').where('id', '=', change.id).compile()];
    case 'sessions-of-person-ended':
      return [db.deleteFrom('session').where('person_id', '=', change.personId).compile()];
    case 'sessions-forgotten':
      return [
        db.deleteFrom('session').where('expires_at', '<=', change.at).compile(),
        db.deleteFrom('sign_in_attempt').where('expires_at', '<=', change.at).compile(),
      ];
  }
}

function toDoubtRow({
  id,
  identity,
  reason,
  firstAt,
  lastAt,
}: Extract<AccountChange, { kind: 'sign-in-doubted' }>['doubt']) {
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

function isDeclaration({ personId, uai }: { readonly personId: PersonId; readonly uai: Uai }) {
  return (eb: ExpressionBuilder<Tables, 'headship'>) =>
    eb.and([eb('person_id', '=', personId), eb('uai', '=', uai)]);
}
