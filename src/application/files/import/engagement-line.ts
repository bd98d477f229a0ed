import { confirmerName } from '../../../domain/confirmation/name-confirmers.ts';
import { isFieldWithin } from '../../../domain/engagement/content.ts';
import { CONTENT_FIELDS, type ContentField } from '../../../domain/engagement/fields.ts';
import { engagementDayError } from '../../../domain/engagement/validate-dates.ts';
import { personIdsAmong } from '../../../domain/ids.ts';
import { emailsAmong } from '../../../domain/person/mail-address.ts';
import type { Engagement } from '../../../domain/records.ts';
import type { LocalDate } from '../../../domain/time/calendar.ts';
import { engagementTable, readCellFields } from '../export/tables/engagements.ts';
import { BY_HAND, CONFIRMATION_TERMS, ROLE_TERMS } from './cell-values.ts';
import {
  type Cells,
  LineError,
  makeColumnTerms,
  readEmail,
  readListedTerm,
  readListedTerms,
  readPeriod,
  readShort,
  readText,
  readUai,
} from './cells.ts';
import type { Notice, ValidationError } from './entry.ts';
import type { KindContext } from './file-kind.ts';

/** A line of `engagements.csv` as written. */
export interface EngagementLine extends Omit<Engagement, 'personId' | 'decided' | 'sharing'> {
  readonly email: string;
  readonly saysConfirmation: boolean;
}

const CONFIRMATIONS = makeColumnTerms(CONFIRMATION_TERMS, BY_HAND.confirmations);

/** Throws a LineError for a cell that cannot be accepted. */
export function parseEngagement(cells: Cells, { missions: texts, today }: KindContext): EngagementLine {
  const email = readEmail(cells, 'email');
  const uai = readUai(cells, 'uai');
  const period = readPeriod(cells);
  checkDay('debut', period.from, today);
  if (period.to) checkDay('fin', period.to, today);
  const missions = readListedTerms(cells, 'missions', texts);
  if (missions.length === 0) throw new LineError({ code: 'missing-value', column: 'missions' });
  const saysConfirmation = readText(cells, 'confirmation') !== undefined;
  return {
    reference: readShort(cells, 'reference'),
    email,
    uai,
    period,
    missions,
    roles: readListedTerms(cells, 'roles', ROLE_TERMS),
    confirmation: saysConfirmation ? readListedTerm(cells, 'confirmation', CONFIRMATIONS) : 'requested',
    saysConfirmation,
    ...readCellFields(cells, today),
  };
}

function checkDay(column: string, day: LocalDate, today: LocalDate): void {
  const error = engagementDayError(day, today);
  if (!error) return;
  const { kind, limit } = error;
  throw new LineError({ code: 'date-out-of-reason', column, params: { kind, limit } });
}

/** A line about an engagement that was decided in the service. */
export interface Claim {
  readonly stored: Engagement;
  /** The engagement stated by the line. Fields that the file does not have keep their stored value. */
  readonly said: Engagement;
  /** Whether the cell of the confirmation is filled. */
  readonly saysConfirmation: boolean;
}

/** The column in which the line would move, widen or empty a decided engagement (docs/files.md, Decisions that
 *  files keep). Only an earlier end and a later start are accepted. A confirmation from before the decision
 *  is outdated, but is no reason to refuse the line. */
export function widenedColumn({ stored, said, saysConfirmation }: Claim): string | undefined {
  if (said.personId !== stored.personId) return 'email';
  if (said.uai !== stored.uai) return 'uai';
  if (saysConfirmation && !isKnownState(stored, said)) return 'confirmation';
  if (said.period.from < stored.period.from) return 'debut';
  if (endsLater(said, stored)) return 'fin';
  const isSame = (field: ContentField) =>
    isFieldWithin(field, said, stored) && isFieldWithin(field, stored, said);
  const other = CONTENT_FIELDS.find((field) => field !== 'period' && !isSame(field));
  return other && engagementTable.fields[other][0];
}

/** The engagement after the line: its decision and content stay, on the same days or fewer. */
export function preserveDecision({ stored, said }: Claim): Engagement {
  return { ...stored, period: said.period };
}

/** Whether the line states the confirmation from before the decision. */
export function isBehind({ stored, said, saysConfirmation }: Claim): boolean {
  return saysConfirmation && said.confirmation !== stored.confirmation;
}

function isKnownState({ confirmation, decided }: Engagement, stated: Engagement): boolean {
  return [confirmation, 'requested', decided?.from].includes(stated.confirmation);
}

/** Whether the line ends later. An open end is later than any other. */
function endsLater({ period: stated }: Engagement, { period: stored }: Engagement): boolean {
  if (stored.to === undefined) return false;
  return stated.to === undefined || stated.to > stored.to;
}

type Author = Readonly<Record<'date' | 'author', string>>;

/** Date and author of the decisions that lines contradict or do not know, by reference. Known authors are
 *  given by name. */
export async function readAuthors(
  reader: KindContext['reader'],
  claims: readonly Claim[],
): Promise<(stored: Engagement) => Author> {
  const disputed = claims.filter((claim) => widenedColumn(claim) !== undefined || isBehind(claim));
  const authors = [...new Set(disputed.flatMap(({ stored }) => stored.decided?.by ?? []))];
  const addresses = emailsAmong(authors);
  const ids = personIdsAmong(authors);
  const known = await Promise.all([
    addresses.length > 0 ? reader.readPeopleByEmail(addresses) : [],
    ids.length > 0 ? reader.readPeople(ids) : [],
  ]);
  return ({ decided = { by: '', on: '' } }) => ({
    date: decided.on,
    author: confirmerName(decided.by, known.flat()) ?? decided.by,
  });
}

export function alreadyDecided(column: string, author: Author): ValidationError {
  return { code: 'already-decided', column, params: author };
}

export function decisionPreserved(author: Author): Notice {
  return { code: 'decision-kept', column: 'confirmation', params: author };
}
