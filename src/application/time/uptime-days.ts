import { audit } from '../../domain/audit/entry.ts';
import type { Change } from '../../domain/change/union.ts';
import { type Instant, isWithin, type LocalDate, localDateInParis } from '../../domain/time/calendar.ts';
import type { ClockJudgment, Witness } from '../../domain/time/clock-evidence.ts';
import { firstAhead } from '../../domain/time/clock-skew.ts';
import { announcedBefore, decideLife, type RestartCause } from '../../domain/time/confirmed-uptime-days.ts';
import { SYSTEM_ACTOR } from '../audit/context.ts';
import type { Log } from '../ports.ts';
import type { Ports } from '../service-ports.ts';
import type { LifeRecord } from '../store/service-readers.ts';

/** The mark next to the database is renewed after this time, so that a copy that is older is told from it. */
const MARK_SECONDS = 3600;

/** A time at which something may be done that cannot be undone. */
export interface SureTime {
  readonly at: Instant;
  readonly today: LocalDate;
  /** What was announced before this day has waited for seven lived days. Undefined while fewer were lived. */
  readonly announcedBefore: LocalDate | undefined;
}

/** Counts lived days, and is asked before anything is done that cannot be undone. */
export interface UptimeDays {
  /** Looks at the clock and the database's place, and counts today. The timer calls it. */
  count(): Promise<void>;
  /** Undefined if something contradicts the clock, where it has jumped since the newest count, and where that
   *  count failed: no one then knows whether the days of the database are its own. */
  sureTime(): Promise<SureTime | undefined>;
}

/** Counts the days that the service has lived (docs/adr/0038). Days stand in the database, so a restart is no new
 *  beginning. A jump of the clock, a contradiction, a database that was put back or moved, and a long rest make
 *  the count begin again. */
export function makeUptimeDays(ports: Ports): UptimeDays {
  const { store, time } = ports;
  const countOnce = makeCount(ports);
  /** The jumps of the clock at the newest count; undefined if it failed. */
  let counted: number | undefined;
  return {
    async count() {
      counted = undefined;
      counted = await countOnce();
    },
    async sureTime() {
      const { now, contradictions } = await time.look();
      if (contradictions.length > 0 || counted !== time.jumps()) return undefined;
      const today = localDateInParis(now);
      const { days } = await store.readLife();
      return { at: now, today, announcedBefore: announcedBefore(days, today) };
    },
  };
}

/** Returns the number of jumps that the count knows of. */
function makeCount(ports: Ports): () => Promise<number> {
  const { store, log, time } = ports;
  const live = watchLive(ports);
  let isTrustReported = !ports.trustsClock;
  return async () => {
    const judgment = await time.look();
    const jumps = time.jumps();
    const found = await readPlace(store);
    const record = await store.readLife();
    const today = localDateInParis(judgment.now);
    const contradictedBy = contradictionOf(judgment, record, live.takeJumps(jumps));
    const decision = decideLife({
      today,
      newest: record.days.at(-1),
      contradictedBy,
      isConfirmed: judgment.isConfirmed,
      livedSeconds: live.secondsOf(today, contradictedBy === undefined),
      isContinued: isContinued(record, found),
    });
    const mark = isMarkDue(record, found, judgment.now) ? ports.ids.uuid() : undefined;
    const changes: Change[] = [];
    if (!isTrustReported) changes.push(trusted(judgment.now));
    if (decision.kind === 'anew' && record.days.length > 0)
      changes.push(...beginAgain(log, decision.cause, record));
    if (decision.kind === 'lived') changes.push({ kind: 'day-lived', day: today });
    if (mark !== undefined) changes.push(marked({ mark, record, found, at: judgment.now }));
    if (changes.length > 0) await store.commit(changes);
    isTrustReported = true;
    if (mark !== undefined) await saveOwnMark(store, mark);
    return jumps;
  };
}

/** A lived day that is still to come was counted by a wrong clock, whoever confirms the present one. */
function contradictionOf(
  { contradictions, now }: ClockJudgment,
  { days }: LifeRecord,
  hasJumped: boolean,
): Witness | undefined {
  const isAhead = (days.at(-1) ?? '') > localDateInParis(firstAhead(now));
  return contradictions[0]?.witness ?? (hasJumped ? 'process' : isAhead ? 'lived-days' : undefined);
}

interface Place {
  readonly home: string;
  /** Undefined if the engine keeps nothing next to the database. */
  readonly mark: string | undefined;
}

async function readPlace({ readHome, readMark }: Ports['store']): Promise<Place> {
  return { home: await readHome(), mark: await readMark() };
}

/** Whether the database lies in its place, and the mark next to it is the newest or, where a process was killed
 *  before it wrote it, the one before. */
function isContinued({ home, mark, before }: LifeRecord, found: Place): boolean {
  if (home === undefined) return true;
  return home === found.home && (found.mark === undefined || [mark, before].includes(found.mark));
}

/** Two processes may renew the mark at once. The first commit stands, and only its mark goes next to the database:
 *  the other one would look like that of an older copy. */
async function saveOwnMark(store: Ports['store'], mark: string): Promise<void> {
  if ((await store.readLife()).mark === mark) await store.keepMark(mark);
}

interface Marked {
  readonly mark: string;
  readonly record: LifeRecord;
  readonly found: Place;
  readonly at: Instant;
}

function marked({ mark, record, found, at }: Marked): Change {
  return { kind: 'life-marked', home: found.home, mark, before: found.mark, asRead: record.mark, at };
}

function isMarkDue(record: LifeRecord, found: Place, now: Instant): boolean {
  const { markedAt } = record;
  return !isContinued(record, found) || markedAt === undefined || !isWithin(now, markedAt, MARK_SECONDS);
}

/** What was announced stays announced, and waits for as many days again. */
function beginAgain(log: Log, cause: RestartCause, { days }: LifeRecord): readonly Change[] {
  log.info('lived-days-begin-anew', { cause, days: days.length });
  return [{ kind: 'lived-days-begun-anew' }];
}

function trusted(at: Instant): Change {
  return audit('clock-trusted', { at, actor: SYSTEM_ACTOR, subject: 'clock' });
}

/** Seconds of life of this process on each day, and the jumps of its clock. */
function watchLive({ time, monotonic }: Ports) {
  let jumps = time.jumps();
  let life: { readonly day: LocalDate; readonly since: number } | undefined;
  return {
    /** Whether the clock has jumped since the last call. */
    takeJumps(known: number): boolean {
      const hasJumped = known > jumps;
      jumps = known;
      return hasJumped;
    },
    secondsOf(day: LocalDate, isDoubtless: boolean): number {
      const now = monotonic();
      if (!isDoubtless || life?.day !== day) life = { day, since: now };
      return now - life.since;
    },
  };
}
