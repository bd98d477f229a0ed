import type { Store } from '../../../../application/ports.ts';
import type { Recipient } from '../../../../domain/award/award-types.ts';
import { parsePersonId } from '../../../../domain/ids.ts';
import type { Job } from '../../../../domain/job/job.ts';
import type { LocalDate } from '../../../../domain/time/time.ts';
import { parseUai } from '../../../../domain/uai.ts';
import type { AppDeps, Locale } from '../../env.ts';
import { readNames } from '../decisions/decision-views.ts';
import type { MoveView } from './trial-result.tsx';

/** The most names shown of people who would gain or lose a badge; the count includes all. */
const SHOWN_NAMES = 100;

type Moves = NonNullable<Job['progress']['moves']>;
const NONE: Moves[string] = { before: 0, after: 0, gain: [], lose: [] };

/** The people who would gain or lose each badge. Every badge of the version in force on that day has a line,
 *  a school's badge too. */
export async function readMoves(
  { ports: { store, catalogue } }: AppDeps,
  { moves = {}, on, locale }: { moves?: Moves | undefined; on: LocalDate; locale: Locale },
): Promise<readonly MoveView[]> {
  const views: MoveView[] = [];
  for (const { code, name, recipient } of catalogue.criteriaInForce(on).achievements) {
    const move = moves[code] ?? NONE;
    views.push({
      badge: name[locale],
      before: move.before,
      after: move.after,
      gain: await moved(store, recipient, move.gain),
      lose: await moved(store, recipient, move.lose),
      moreGain: (move.moreGain ?? 0) + Math.max(0, move.gain.length - SHOWN_NAMES),
      moreLose: (move.moreLose ?? 0) + Math.max(0, move.lose.length - SHOWN_NAMES),
    });
  }
  return views;
}

async function moved(
  store: Store,
  kind: Recipient['kind'],
  ids: readonly string[],
): Promise<MoveView['gain']> {
  const recipients = ids
    .slice(0, SHOWN_NAMES)
    .map(
      (id): Recipient =>
        kind === 'establishment' ? { kind, uai: parseUai(id) } : { kind, personId: parsePersonId(id) },
    );
  const { nameOf } = await readNames(store, recipients);
  return recipients.map((recipient) => ({
    name: nameOf(recipient),
    ...(recipient.kind === 'person' && { href: `/dane/people/${recipient.personId}` }),
  }));
}
