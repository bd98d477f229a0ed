import { audit } from '../../domain/audit.ts';
import {
  REMINDER_TURNS,
  type ReminderTurn,
  remindedSince,
} from '../../domain/confirmation/confirmation-request.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Uai } from '../../domain/uai.ts';
import type { Store } from '../ports.ts';
import type { Allowance } from '../query-allowance.ts';
import type { DueReminders } from '../store/engagement-readers.ts';
import { UPKEEP_ACTOR } from '../upkeep/upkeep-actor.ts';
import { type PrincipalMailNeeds, queueForPrincipals } from './queue-for-principals.ts';

const PAGE_SIZE = 50;
/** The most queries for the reminder of one school. A school has few segments and principals. */
const SCHOOL_QUERIES = 25;

interface Needs extends PrincipalMailNeeds {
  readonly store: Store;
}

/** Reminds principals 15 and 30 days after an unanswered request, in one mail for each school. Each reminder
 *  is sent once: where two processes try, the commit of the second is refused. A school for which too few
 *  queries remain is reminded at the next call. Without a mailer there are no reminders. */
export const remindPrincipals =
  (needs: Needs) =>
  async (allowance: Allowance): Promise<void> => {
    if (!needs.mailer) return;
    const since = remindedSince(needs.clock.now());
    // Second reminders are written before first ones, so that a first reminder is not followed at once by a
    // second one.
    for (const turn of REMINDER_TURNS.toReversed()) await remindTurn(needs, { turn, since }, allowance);
  };

async function remindTurn(needs: Needs, due: DueReminders, allowance: Allowance): Promise<void> {
  let after: Uai | undefined;
  do {
    if (!allowance.has(SCHOOL_QUERIES)) return;
    const uais = await needs.store.readSchoolsToRemind({
      ...due,
      limit: PAGE_SIZE,
      ...(after !== undefined && { after }),
    });
    for (const uai of uais) {
      if (!allowance.has(SCHOOL_QUERIES)) return;
      await remindSchool(needs, due, uai);
    }
    after = uais.length === PAGE_SIZE ? uais.at(-1) : undefined;
  } while (after !== undefined);
}

async function remindSchool(needs: Needs, due: DueReminders, uai: Uai): Promise<void> {
  const { store, clock } = needs;
  const references = await store.readDueReminders(uai, due);
  if (references.length === 0) return;
  const at = clock.now();
  const { changes } = await queueForPrincipals(needs, { kind: 'confirmation-reminder', uai, references });
  const details: { readonly turn: ReminderTurn; readonly segments: number } = {
    turn: due.turn,
    segments: references.length,
  };
  try {
    await store.commit([
      { kind: 'confirmation-reminded', references, turn: due.turn, at },
      ...changes,
      audit('confirmation-reminded', { at, actor: UPKEEP_ACTOR, subject: uai, details }),
    ]);
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'store-conflict') throw error;
  }
}
