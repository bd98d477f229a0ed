import { audit } from '../../domain/audit.ts';
import type { Change } from '../../domain/change/change.ts';
import { type AnewCause, decideLife } from '../../domain/time/lived-days.ts';
import { type Instant, isWithin, type LocalDate, localDateInParis } from '../../domain/time/time.ts';
import type { Ids, Log, Store } from '../ports.ts';
import type { LifeRecord } from '../store/clock-reader.ts';
import { UPKEEP_ACTOR } from '../upkeep/upkeep-actor.ts';
import type { TimeKeeper } from './time-keeper.ts';

/** The mark beside the database is renewed after this time, so that a copy that is older is told from it. */
const MARK_SECONDS = 3600;

interface Needs {
  readonly store: Pick<Store, 'commit' | 'readLife' | 'readHome' | 'readMark' | 'keepMark'>;
  readonly ids: Pick<Ids, 'uuid'>;
  readonly log: Log;
  readonly time: TimeKeeper;
  readonly monotonic: () => number;
  readonly trustsClock: boolean;
}

/** Counts the days that the service has lived (docs/adr/0038). The timer calls it. Days stand in the database,
 *  so a restart is no new beginning. A jump of the clock, a contradiction, a database that was put back or moved,
 *  and a long rest make the count begin anew. */
export function keepDays(needs: Needs): () => Promise<void> {
  const living = watchLiving(needs);
  let isTrustTold = !needs.trustsClock;
  return async () => {
    const { store, log, time } = needs;
    const judgment = await time.look();
    const found = await readPlace(store);
    const record = await store.readLife();
    const today = localDateInParis(judgment.now);
    const jumped = living.takeJump() ? ('process' as const) : undefined;
    const contradictedBy = judgment.contradictions[0]?.witness ?? jumped;
    const decision = decideLife({
      today,
      newest: record.days.at(-1),
      contradictedBy,
      isConfirmed: judgment.isConfirmed,
      livedSeconds: living.secondsOf(today, contradictedBy === undefined),
      isContinued: isContinued(record, found),
    });
    const mark = isMarkDue(record, found, judgment.now) ? needs.ids.uuid() : undefined;
    const changes: Change[] = [];
    if (!isTrustTold) changes.push(trusted(judgment.now));
    if (decision.kind === 'anew' && record.days.length > 0)
      changes.push(...anew(log, decision.cause, record));
    if (decision.kind === 'lived') changes.push({ kind: 'day-lived', day: today });
    if (mark !== undefined)
      changes.push({ kind: 'life-marked', home: found.home, mark, before: found.mark, at: judgment.now });
    if (changes.length > 0) await store.commit(changes);
    isTrustTold = true;
    if (mark !== undefined) await store.keepMark(mark);
  };
}

interface Place {
  readonly home: string;
  /** Undefined where the engine keeps nothing beside the database. */
  readonly mark: string | undefined;
}

async function readPlace({ readHome, readMark }: Needs['store']): Promise<Place> {
  return { home: await readHome(), mark: await readMark() };
}

/** Whether the database lies in its place, and the mark beside it is the newest or, where a process was killed
 *  before it wrote it, the one before. */
function isContinued({ home, mark, before }: LifeRecord, found: Place): boolean {
  if (home === undefined) return true;
  return home === found.home && (found.mark === undefined || [mark, before].includes(found.mark));
}

function isMarkDue(record: LifeRecord, found: Place, now: Instant): boolean {
  const { markedAt } = record;
  return !isContinued(record, found) || markedAt === undefined || !isWithin(now, markedAt, MARK_SECONDS);
}

/** What was announced stays announced, and waits for as many days again. */
function anew(log: Log, cause: AnewCause, { days }: LifeRecord): readonly Change[] {
  log.info('lived-days-begin-anew', { cause, days: days.length });
  return [{ kind: 'lived-days-begun-anew' }];
}

function trusted(at: Instant): Change {
  return audit('clock-trusted', { at, actor: UPKEEP_ACTOR, subject: 'clock' });
}

/** Seconds of life of this process on each day, and the jumps of its clock. */
function watchLiving({ time, monotonic }: Pick<Needs, 'time' | 'monotonic'>) {
  let jumps = time.jumps();
  let life: { readonly day: LocalDate; readonly since: number } | undefined;
  return {
    takeJump(): boolean {
      const hasJumped = time.jumps() > jumps;
      jumps = time.jumps();
      return hasJumped;
    },
    secondsOf(day: LocalDate, isDoubtless: boolean): number {
      const now = monotonic();
      if (!isDoubtless || life?.day !== day) life = { day, since: now };
      return now - life.since;
    },
  };
}
