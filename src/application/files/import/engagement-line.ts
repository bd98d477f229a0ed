import { compact } from '../../../domain/compact.ts';
import { type MissionCode, ROLES, type Role } from '../../../domain/engagement/mission.ts';
import { engagementDayFault } from '../../../domain/engagement/said-dates.ts';
import type { Confirmation } from '../../../domain/records.ts';
import type { LocalDate, Period } from '../../../domain/time/time.ts';
import type { Uai } from '../../../domain/uai.ts';
import {
  type Cells,
  makeWords,
  readDate,
  readEmail,
  readPeriod,
  readShort,
  readText,
  readUai,
  readWord,
  readWords,
} from './cells.ts';
import type { KindContext } from './file-kind.ts';
import { LineFault } from './line-fault.ts';
import { CONFIRMATION_WORDS } from './listed-words.ts';

/** A line of `engagements.csv` as written. */
export interface EngagementLine {
  readonly reference: string;
  readonly email: string;
  readonly uai: Uai;
  readonly period: Period;
  readonly missions: readonly MissionCode[];
  readonly roles: readonly Role[];
  readonly confirmation: Confirmation;
  readonly saysConfirmation: boolean;
  readonly confirmedBy?: string;
  readonly confirmedOn?: LocalDate;
  readonly reservation?: string;
}

const ROLE_WORDS = makeWords<Role>(ROLES.map((role) => [role, role] as const));

const CONFIRMATIONS = makeWords(CONFIRMATION_WORDS);

/** Throws a LineFault for a cell that cannot be accepted. */
export function parseEngagement(cells: Cells, { missions: words, today }: KindContext): EngagementLine {
  const email = readEmail(cells, 'email');
  const uai = readUai(cells, 'uai');
  const period = readPeriod(cells);
  checkDay('debut', period.from, today);
  if (period.to) checkDay('fin', period.to, today);
  const missions = readWords(cells, 'missions', words);
  if (missions.length === 0) throw new LineFault({ code: 'missing-value', column: 'missions' });
  const saysConfirmation = readText(cells, 'confirmation') !== undefined;
  const confirmedBy = readText(cells, 'confirme_par');
  const reservation = readText(cells, 'reserve');
  return compact({
    reference: readShort(cells, 'reference'),
    email,
    uai,
    period,
    missions,
    roles: readWords(cells, 'roles', ROLE_WORDS),
    confirmation: saysConfirmation ? readWord(cells, 'confirmation', CONFIRMATIONS) : 'requested',
    saysConfirmation,
    confirmedBy,
    confirmedOn: readText(cells, 'confirme_le') ? readPastDay(cells, 'confirme_le', today) : undefined,
    reservation,
  });
}

function checkDay(column: string, day: LocalDate, today: LocalDate): void {
  const fault = engagementDayFault(day, today);
  if (!fault) return;
  const { kind, limit } = fault;
  throw new LineFault({ code: 'date-out-of-reason', column, params: { kind, limit } });
}

/** The day of a confirmation. It must not lie after today. */
function readPastDay(cells: Cells, column: string, today: LocalDate): LocalDate {
  const day = readDate(cells, column);
  if (day <= today) return day;
  throw new LineFault({ code: 'date-out-of-reason', column, params: { kind: 'after', limit: today } });
}
