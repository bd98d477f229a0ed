import { type MissionCode, ROLES, type Role } from '../../domain/engagement/mission.ts';
import type { Confirmation, Engagement } from '../../domain/records.ts';
import { isCountable } from '../../domain/records.ts';
import type { LocalDate, Period } from '../../domain/time/time.ts';
import type { Uai } from '../../domain/uai.ts';
import { engagementTable } from '../export/file-tables.ts';
import {
  type Cells,
  makeWords,
  readDate,
  readEmail,
  readPeriod,
  readText,
  readUai,
  readWord,
  readWords,
} from './cells.ts';
import { decideSave, tableOf } from './decision.ts';
import type { Fault, Notice } from './entry.ts';
import { type Batch, type Decision, defineKind, type KindNeeds } from './file-kind.ts';
import { LineFault } from './line-fault.ts';
import { CONFIRMATION_WORDS } from './listed-words.ts';
import {
  type KnownPeople,
  readKnownPeople,
  readKnownUais,
  UNKNOWN_EMAIL,
  UNKNOWN_ESTABLISHMENT,
} from './references.ts';
import { makeSingleRoles, type SingleRoles, singleRolesOf, toSpan } from './single-roles.ts';

interface EngagementLine {
  readonly reference: string;
  readonly email: string;
  readonly uai: Uai;
  readonly period: Period;
  readonly missions: readonly MissionCode[];
  readonly roles: readonly Role[];
  readonly confirmation: Confirmation;
  readonly confirmedBy?: string;
  readonly confirmedOn?: LocalDate;
  readonly reservation?: string;
}

const ROLE_WORDS = makeWords<Role>(ROLES.map((role) => [role, role] as const));

const CONFIRMATIONS = makeWords(CONFIRMATION_WORDS);

/** `engagements.csv`: segments, and what became of them outside the service. */
export const engagements = defineKind<EngagementLine>({
  name: 'engagements',
  required: ['reference', 'email', 'uai', 'debut', 'missions'],
  optional: ['fin', 'roles', 'confirmation', 'confirme_par', 'confirme_le', 'reserve'],
  parse: parseEngagement,
  prepare: prepareEngagements,
});

function parseEngagement(cells: Cells, { missions: words }: KindNeeds): EngagementLine {
  const email = readEmail(cells, 'email');
  const uai = readUai(cells, 'uai');
  const period = readPeriod(cells);
  const missions = readWords(cells, 'missions', words);
  if (missions.length === 0) throw new LineFault({ code: 'missing-value', column: 'missions' });
  const confirmedBy = readText(cells, 'confirme_par');
  const reservation = readText(cells, 'reserve');
  return {
    reference: cells('reference'),
    email,
    uai,
    period,
    missions,
    roles: readWords(cells, 'roles', ROLE_WORDS),
    confirmation: readText(cells, 'confirmation')
      ? readWord(cells, 'confirmation', CONFIRMATIONS)
      : 'requested',
    ...(confirmedBy && { confirmedBy }),
    ...(readText(cells, 'confirme_le') && { confirmedOn: readDate(cells, 'confirme_le') }),
    ...(reservation && { reservation }),
  };
}

async function prepareEngagements(
  needs: KindNeeds,
  lines: readonly EngagementLine[],
): Promise<Batch<EngagementLine>> {
  const { reader, phase, lastLines } = needs;
  const [people, uais, stored] = await Promise.all([
    readKnownPeople(
      reader,
      lines.map(({ email }) => email),
    ),
    readKnownUais(
      reader,
      lines.map(({ uai }) => uai),
    ),
    reader.readEngagements(lines.map(({ reference }) => reference)),
  ]);
  const byReference = new Map(stored.map((engagement) => [engagement.reference, engagement]));
  const claims = phase === 'decide' ? lines.filter(holdsSingleRole) : [];
  const singleRoles = makeSingleRoles(await reader.readSingleRoleSegments(claims), lastLines);
  return {
    keyOf: ({ reference }) => reference,
    refuse: (line) => {
      if (!people.personOf(line.email)) return UNKNOWN_EMAIL;
      if (!uais.has(line.uai)) return UNKNOWN_ESTABLISHMENT;
      const stored = byReference.get(line.reference);
      return refuseToMove(stored, { line, personId: people.knownPerson(line.email).id });
    },
    spanOf: (line) => (holdsSingleRole(line) ? toSpan(line) : undefined),
    decide: (line, number) =>
      decideEngagement(line, { stored: byReference.get(line.reference), people, singleRoles, number }),
  };
}

function holdsSingleRole(line: EngagementLine): boolean {
  return isCountable(line.confirmation) && singleRolesOf(line.roles).length > 0;
}

interface Said {
  readonly line: EngagementLine;
  readonly personId: Engagement['personId'];
}

/** An import never moves a confirmation that was decided in the service: neither to another word, nor to another person
 *  or school, about whom its author decided nothing. */
function refuseToMove(stored: Engagement | undefined, { line, personId }: Said): Fault | undefined {
  if (!stored?.decided) return undefined;
  const { on, by } = stored.decided;
  const refuse = (column: string): Fault => ({
    code: 'already-decided',
    column,
    params: { date: on, author: by },
  });
  if (stored.confirmation !== line.confirmation) return refuse('confirmation');
  if (stored.personId !== personId) return refuse('email');
  return stored.uai === line.uai ? undefined : refuse('uai');
}

interface EngagementCase {
  readonly stored: Engagement | undefined;
  readonly people: KnownPeople;
  readonly singleRoles: SingleRoles;
  readonly number: number;
}

function decideEngagement(line: EngagementLine, engagementCase: EngagementCase): Decision {
  const { stored, people, singleRoles, number } = engagementCase;
  const person = people.knownPerson(line.email);
  const { email: _, confirmation, confirmedBy, confirmedOn, reservation, ...segment } = line;
  const base = { ...segment, personId: person.id };
  const said: Engagement = {
    ...base,
    confirmation,
    ...(confirmedBy && { confirmedBy }),
    ...(confirmedOn && { confirmedOn }),
    ...(reservation && { reservation }),
  };
  const notices: Notice[] = [];
  const save = (engagement: Engagement) => {
    singleRoles.remember(engagement);
    return decideSave({
      stored,
      said: engagement,
      toChange: (it) => ({ kind: 'engagement-saved', engagement: it }),
      table: tableOf(engagementTable, person),
      notices,
    });
  };
  // The decision stands with its author, date and words; the rest of the segment follows the file, unless that would undo
  // how a single role was settled.
  if (stored?.decided) {
    const kept: Engagement = { ...base, ...decisionOf(stored) };
    const held = isCountable(kept.confirmation) && singleRoles.findClash(kept, number);
    if (!held) return save(kept);
    notices.push({
      code: 'role-settled',
      column: 'roles',
      params: { role: held.role, holder: held.reference },
    });
    return save(stored);
  }
  if (!isCountable(confirmation)) return save(said);
  if (confirmedBy && person.emails.includes(confirmedBy.toLowerCase())) {
    notices.push({ code: 'self-confirmed', column: 'confirme_par' });
    return save({ ...base, confirmation: 'requested' });
  }
  const clash = singleRoles.findClash(said, number);
  if (!clash) return save(said);
  notices.push({ code: 'clash', column: 'roles', params: { role: clash.role, holder: clash.reference } });
  return save({ ...base, confirmation: 'requested' });
}

function decisionOf({ confirmation, confirmedBy, confirmedOn, reservation, decided }: Engagement) {
  return {
    confirmation,
    ...(confirmedBy && { confirmedBy }),
    ...(confirmedOn && { confirmedOn }),
    ...(reservation && { reservation }),
    ...(decided && { decided }),
  };
}
