import { type CompiledQuery, type Expression, sql } from 'kysely';
import type { Database } from '../database.ts';

/** The names that the migration's constraints refuse. */
export type Premise =
  | 'credential-known'
  | 'credential-revision-follows'
  | 'credential-not-revoked'
  | 'outbox-item-open'
  | 'engagement-as-read'
  | 'single-role-free'
  | 'contest-still-open';

/** Those of the DANE's decisions, in a table of their own. */
export type DecisionPremise = 'criteria-unused' | 'dane-agent-left';

/** A statement that does nothing where the query finds a row, and fails the whole commit where it finds none. */
export function premise(
  { db }: Database,
  name: Premise | DecisionPremise,
  found: Expression<unknown>,
): CompiledQuery {
  return db
    .insertInto(isOfDecisions(name) ? 'decision_premise' : 'premise')
    .columns(['broken'])
    .expression(
      db
        .selectNoFrom(sql<string>`cast(${name} as text)`.as('broken'))
        .where((eb) => eb.not(eb.exists(found))),
    )
    .compile();
}

function isOfDecisions(name: Premise | DecisionPremise): name is DecisionPremise {
  return name === 'criteria-unused' || name === 'dane-agent-left';
}
