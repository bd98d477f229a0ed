import { type CountedRecord, countsRecord } from '../../../domain/award/counted-records.ts';
import { type PersonId, personIdsAmong } from '../../../domain/ids.ts';
import type { Event } from '../../../domain/records.ts';
import type { Uai } from '../../../domain/uai.ts';
import {
  digestOfImported,
  type ImportedKind,
  type ImportedRecord,
  type ImportRun,
  keyOfImported,
  type PreservedReason,
  type UndoRecord,
} from '../../../domain/upload/import-log.ts';
import type { Store } from '../../ports.ts';
import type { AwardWithCredential } from '../../store/badge-readers.ts';

export type JudgeReader = CurrentReader & Store;

/** A line with its verdict and its present record. */
export interface JudgedRecord {
  readonly line: UndoRecord;
  readonly current?: ImportedRecord;
}

/** Judges lines of one kind: a record is undone unless something rests on it. The number of reads does not
 *  depend on the number of lines. */
export async function judgeUndo(
  store: JudgeReader,
  run: ImportRun,
  { kind, lines }: { readonly kind: ImportedKind; readonly lines: readonly UndoRecord[] },
): Promise<readonly JudgedRecord[]> {
  const current = await readCurrent(store, kind, lines);
  const unchanged = lines.flatMap(({ entry }) => {
    const found = current.get(entry.key);
    return found && digestOfImported(found) === entry.after ? [{ found, entry }] : [];
  });
  const records = unchanged.map(({ found }) => found);
  const created = unchanged.filter(({ entry }) => !entry.before).map(({ entry }) => entry.key);
  const [referred, signedIn, rests] = await Promise.all([
    readReferred(store, run, { kind, keys: created }),
    kind === 'person' ? readSignedIn(store, created) : new Set<string>(),
    readRests(store, run, records),
  ]);
  const why = (found: ImportedRecord, key: string): PreservedReason | undefined => {
    const stated = serviceReason(found);
    // An engagement that gets its former values back keeps the sharing of its missions.
    if (stated === 'decided' || (stated && created.includes(key))) return stated;
    if (signedIn.has(key)) return 'signed-in';
    if (referred.has(key)) return kind === 'engagement' || kind === 'review' ? 'decided' : 'in-use';
    return rests(found);
  };
  return lines.map((line): JudgedRecord => {
    const { key, after } = line.entry;
    const { reason: _earlier, ...bare } = line;
    const found = current.get(key);
    if (!found || isAsBefore(line, found)) return { line: { ...bare, verdict: 'gone' } };
    // A later import, a decision or a correction on a screen changed the record.
    const reason = digestOfImported(found) === after ? why(found, key) : changedWhy(found);
    const verdict = reason ? { verdict: 'kept' as const, reason } : { verdict: 'undo' as const };
    return { line: { ...bare, ...verdict }, current: found };
  });
}

/** Why a record must stay that people decided on or completed in the service. Files never contain the sharing
 *  of missions. */
function serviceReason(found: ImportedRecord): PreservedReason | undefined {
  if (found.kind === 'engagement') {
    return found.record.decided ? 'decided' : found.record.sharing?.length ? 'changed-since' : undefined;
  }
  return found.kind === 'contribution' && found.record.judged ? 'decided' : undefined;
}

/** Whether someone has already given the record its former values back. */
function isAsBefore({ kind, entry: { before, after } }: UndoRecord, found: ImportedRecord): boolean {
  const now = digestOfImported(found);
  return (
    before !== undefined &&
    now !== after &&
    now === digestOfImported({ kind, record: before } as ImportedRecord)
  );
}

function changedWhy(found: ImportedRecord): PreservedReason {
  return found.kind === 'engagement' && found.record.decided ? 'decided' : 'changed-since';
}

async function readSignedIn(store: JudgeReader, keys: readonly string[]): Promise<ReadonlySet<string>> {
  return new Set(await store.readSignedInAmong(personIdsAmong(keys)));
}

async function readReferred(
  store: JudgeReader,
  { id }: ImportRun,
  { kind, keys }: { readonly kind: ImportedKind; readonly keys: readonly string[] },
): Promise<ReadonlySet<string>> {
  if (kind === 'attendance' || kind === 'contribution') return new Set();
  return new Set(await store.readReferredTo(id, kind, keys));
}

/** Whether an award granted since counts the record, or a paper made since contains it. */
async function readRests(
  store: JudgeReader,
  run: ImportRun,
  records: readonly ImportedRecord[],
): Promise<(found: ImportedRecord) => PreservedReason | undefined> {
  const personIds = [...new Set(records.flatMap((one) => personOf(one) ?? []))];
  const uais = [...new Set(records.flatMap((one) => schoolOf(one) ?? []))];
  const [countingAwards, papers] = await Promise.all([
    readCountingAwards(store, run, records),
    store.readOnPaperSince(run.begunAt, { personIds, uais }),
  ]);
  return (found) => {
    if (countingAwards(found).length > 0) return 'award';
    const [personId, uai] = [personOf(found), schoolOf(found)];
    const isOnPaper =
      (personId !== undefined && papers.personIds.includes(personId)) ||
      (uai !== undefined && found.kind === 'engagement' && papers.uais.includes(uai));
    return isOnPaper ? 'paper' : undefined;
  };
}

export function personOf(one: ImportedRecord): PersonId | undefined {
  switch (one.kind) {
    case 'engagement':
    case 'attendance':
    case 'review':
    case 'contribution':
      return one.record.personId;
    default:
      return undefined;
  }
}

function schoolOf(one: ImportedRecord): Uai | undefined {
  return one.kind === 'engagement' || one.kind === 'authorisation' ? one.record.uai : undefined;
}

/** The awards granted since the import that count a record. */
export async function readCountingAwards(
  store: JudgeReader,
  { begunAt }: ImportRun,
  records: readonly ImportedRecord[],
): Promise<(found: ImportedRecord) => readonly AwardWithCredential[]> {
  const personIds = [...new Set(records.flatMap((one) => personOf(one) ?? []))];
  const uais = [...new Set(records.flatMap((one) => schoolOf(one) ?? []))];
  const codes = records.flatMap((one) => (one.kind === 'attendance' ? [one.record.eventCode] : []));
  const [awards, events] = await Promise.all([
    store.readAwardsOf([
      ...personIds.map((personId) => ({ kind: 'person' as const, personId })),
      ...uais.map((uai) => ({ kind: 'establishment' as const, uai })),
    ]),
    codes.length > 0 ? store.readEvents([...new Set(codes)]) : [],
  ]);
  const since = awards.filter(({ award }) => award.grantedAt >= begunAt);
  const eventOf = new Map(events.map((event) => [event.code, event]));
  return (found) => since.filter((award) => isCountedBy(found, award, eventOf));
}

function isCountedBy(
  found: ImportedRecord,
  award: AwardWithCredential,
  eventOf: ReadonlyMap<string, Event>,
): boolean {
  if (found.kind === 'authorisation') {
    const { uai, mission } = found.record;
    const { facts } = award.award.evaluation;
    return (
      facts.kind === 'establishment' &&
      facts.uai === uai &&
      facts.families.some((family) => mission.startsWith(family))
    );
  }
  const counted = toCounted(found, eventOf);
  return counted !== undefined && countsRecord(award, counted);
}

function toCounted(found: ImportedRecord, eventOf: ReadonlyMap<string, Event>): CountedRecord | undefined {
  switch (found.kind) {
    case 'engagement':
      return { kind: 'engagement', engagement: found.record };
    case 'attendance': {
      const event = eventOf.get(found.record.eventCode);
      return event && { kind: 'attendance', event, personId: found.record.personId };
    }
    case 'review':
      return { kind: 'review', review: found.record };
    case 'contribution':
      return { kind: 'contribution', reference: found.record.reference, personId: found.record.personId };
    default:
      return undefined;
  }
}

type CurrentReader = Store;

/** The present records of these lines, by key. All lines are of one kind. */
export async function readCurrent(
  store: CurrentReader,
  kind: ImportedKind,
  lines: readonly Pick<UndoRecord, 'entry'>[],
): Promise<ReadonlyMap<string, ImportedRecord>> {
  const keys = lines.map(({ entry }) => entry.key);
  const first = [...new Set(keys.map((key) => key.split('\n')[0] ?? ''))];
  const found = (await readRecords(store, kind, { keys, first })).map(
    (record) => ({ kind, record }) as ImportedRecord,
  );
  return new Map(found.map((one) => [keyOfImported(one), one]));
}

interface Keys {
  readonly keys: readonly string[];
  /** The first part of each key. */
  readonly first: readonly string[];
}

function readRecords(
  store: CurrentReader,
  kind: ImportedKind,
  { keys, first }: Keys,
): Promise<readonly object[]> {
  switch (kind) {
    case 'establishment':
      return store.readSchoolsByUai(keys as readonly Uai[]);
    case 'person':
      return store.readPeople(keys as readonly PersonId[]);
    case 'event':
      return store.readEvents(keys);
    case 'authorisation':
      return store.readAuthorisations(first as readonly Uai[]);
    case 'engagement':
      return store.readEngagements(keys);
    case 'attendance':
      return store.readAttendances(first as readonly PersonId[]);
    case 'review':
      return store.readReviews(first as readonly PersonId[]);
    case 'contribution':
      return store.readContributions(keys);
  }
}
