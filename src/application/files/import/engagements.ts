import { CELLS, withoutConfirmer } from '../../../domain/engagement/fields.ts';
import { normalizeEmail } from '../../../domain/person/mail-address.ts';
import { type Engagement, isCountable, type Person } from '../../../domain/records.ts';
import { engagementTable } from '../export/tables/engagements.ts';
import { distantSchool } from './doubts.ts';
import {
  alreadyDecided,
  type Claim,
  decisionPreserved,
  type EngagementLine,
  isBehind,
  parseEngagement,
  preserveDecision,
  readAuthors,
  widenedColumn,
} from './engagement-line.ts';
import type { Notice, ValidationError } from './entry.ts';
import { type Batch, defineKind, type KindContext, type LineOutcome } from './file-kind.ts';
import { decideSave, endError, tableOf, withStoredCells, withStoredEnd } from './line-outcome.ts';
import {
  closedError,
  readKnownPeople,
  readKnownSchools,
  referenceOfAnother,
  UNKNOWN_EMAIL,
  UNKNOWN_SCHOOL,
  whileOpen,
} from './references.ts';
import { makeSingleRoles, type SingleRoles, singleRolesOf, toSpan } from './single-roles.ts';

/** `engagements.csv`: engagements, with confirmations made outside the service. */
export const engagements = defineKind<EngagementLine>({
  name: 'engagements',
  table: engagementTable,
  required: ['reference', 'email', 'uai', 'debut', 'missions'],
  lists: ['missions', 'roles'],
  dates: ['debut', 'fin', ...CELLS.filter(({ kind }) => kind === 'date').map(({ column }) => column)],
  parse: parseEngagement,
  prepare: prepareEngagements,
});

/** A line whose person is known, with the stored engagement of the same reference. */
interface EngagementCase {
  readonly stored: Engagement | undefined;
  readonly said: Engagement;
  /** Present where the engagement was decided in the service. */
  readonly claim: Claim | undefined;
}

async function prepareEngagements(
  context: KindContext,
  lines: readonly EngagementLine[],
): Promise<Batch<EngagementLine>> {
  const { reader, phase, lastLines, columns } = context;
  const [people, schools, known] = await Promise.all([
    readKnownPeople(
      reader,
      lines.map(({ email }) => email),
    ),
    readKnownSchools(
      reader,
      lines.map(({ uai }) => uai),
    ),
    reader.readEngagements(lines.map(({ reference }) => reference)),
  ]);
  const byReference = new Map(known.map((engagement) => [engagement.reference, engagement]));
  const cases = new Map<EngagementLine, EngagementCase>();
  for (const line of lines) {
    const person = people.personOf(line.email);
    if (person) cases.set(line, toCase(line, byReference.get(line.reference), { person, columns }));
  }
  const caseOf = (line: EngagementLine) => cases.get(line) as EngagementCase;
  const authorOf = await readAuthors(
    reader,
    [...cases.values()].flatMap(({ claim }) => claim ?? []),
  );
  const held = [...cases.values()].map(heldAfter).filter(holdsSingleRole);
  const singleRoles = makeSingleRoles(
    await reader.readSingleRoleEngagements(phase === 'decide' ? held : []),
    lastLines,
  );
  const refuse = (line: EngagementLine): ValidationError | undefined => {
    if (!people.personOf(line.email)) return UNKNOWN_EMAIL;
    const school = schools.get(line.uai);
    if (!school) return UNKNOWN_SCHOOL;
    const { claim, said } = caseOf(line);
    const closed = goesOnLonger(caseOf(line)) ? closedError(school, said.period.to) : undefined;
    if (closed) return closed;
    const column = claim && widenedColumn(claim);
    return column ? alreadyDecided(column, authorOf(claim.stored)) : endError(said.period);
  };
  const good = lines.filter((line) => !refuse(line) && !refuseKnown(caseOf(line)));
  const theirs = await readTheirs(
    context,
    good.map((line) => heldAfter(caseOf(line))),
  );
  return {
    keyOf: ({ reference }) => reference,
    refuse,
    refuseKnown: (line) => refuseKnown(caseOf(line)),
    spanOf: (line) => {
      const after = heldAfter(caseOf(line));
      return holdsSingleRole(after) ? toSpan(after) : undefined;
    },
    decide: (line, position) => {
      const it = caseOf(line);
      const saved = it.claim && isBehind(it.claim) ? [decisionPreserved(authorOf(it.claim.stored))] : [];
      const notices = [...saved, ...distantSchool(it.said, theirs(it.said))];
      const person = people.knownPerson(line.email);
      const outcome = decideEngagement(it, { person, singleRoles, position, notices });
      return goesOnLonger(it) ? whileOpen(outcome, line.uai, it.said.period.to) : outcome;
    },
  };
}

/** Whether the line is new, or says a later end than is stored. */
function goesOnLonger({ stored, said }: EngagementCase): boolean {
  if (!stored) return true;
  const { to: was } = stored.period;
  const { to } = said.period;
  return was !== undefined && (to === undefined || to > was);
}

/** The engagements of the people of these lines: those of the lines, those of the lines below, and the stored ones. */
async function readTheirs(
  { reader, phase, saidApart }: KindContext,
  stated: readonly Engagement[],
): Promise<(of: Engagement) => readonly Engagement[]> {
  if (phase === 'judge') {
    stated.forEach(saidApart.remember);
    return () => [];
  }
  const ids = [...new Set(stated.map(({ personId }) => personId))];
  const all = [...(await reader.readEngagementsOf(ids)), ...stated, ...ids.flatMap(saidApart.of)];
  const last = new Map(all.map((one) => [one.reference, one]));
  const byPerson = Map.groupBy(last.values(), ({ personId }) => personId);
  return ({ personId }) => byPerson.get(personId) ?? [];
}

function toCase(
  { email: _, saysConfirmation, ...segment }: EngagementLine,
  stored: Engagement | undefined,
  { person, columns }: { readonly person: Person; readonly columns: ReadonlySet<string> },
): EngagementCase {
  const value: Engagement = { ...segment, personId: person.id };
  const said: Engagement = {
    ...withStoredCells(value, { stored, columns, table: engagementTable }),
    period: withStoredEnd(value.period, stored?.period, columns),
  };
  return { stored, said, claim: stored?.decided && { stored, said, saysConfirmation } };
}

/** The engagement after an accepted line, before its single roles are checked. */
function heldAfter({ said, claim }: EngagementCase): Engagement {
  return claim ? preserveDecision(claim) : said;
}

function holdsSingleRole({ confirmation, roles }: Engagement): boolean {
  return isCountable(confirmation) && singleRolesOf(roles).length > 0;
}

/** The fault of a line that would give a known reference another person or another school, decided or not. */
function refuseKnown({ stored, said }: EngagementCase): ValidationError | undefined {
  if (!stored) return undefined;
  if (stored.personId !== said.personId) return referenceOfAnother('email', stored.reference);
  return stored.uai === said.uai ? undefined : referenceOfAnother('uai', stored.reference);
}

interface Surroundings {
  readonly person: Person;
  readonly singleRoles: SingleRoles;
  readonly position: number;
  /** Notices on the line, whether it is accepted or not. */
  readonly notices: readonly Notice[];
}

function decideEngagement(
  { stored, said, claim }: EngagementCase,
  { person, singleRoles, position, notices }: Surroundings,
): LineOutcome {
  const save = (engagement: Engagement, notice?: Notice) => {
    singleRoles.remember(engagement);
    return decideSave({
      stored,
      said: engagement,
      toChange: (it) => ({ kind: 'engagement-imported', engagement: it, ...(stored && { asRead: stored }) }),
      table: tableOf(engagementTable, person),
      notices: notice ? [...notices, notice] : notices,
    });
  };
  // The author, date and words of the decision are kept, as well as the settlement of single roles.
  if (claim) return save(preserveDecision(claim));
  const { confirmation, confirmedBy } = said;
  if (!isCountable(confirmation)) return save(said);
  const requested: Engagement = { ...withoutConfirmer(said), confirmation: 'requested' };
  if (confirmedBy && person.emails.includes(normalizeEmail(confirmedBy) ?? ''))
    return save(requested, { code: 'self-confirmed', column: 'confirme_par' });
  const conflict = singleRoles.findConflict(said, position);
  if (!conflict) return save(said);
  return save(requested, {
    code: 'clash',
    column: 'roles',
    params: { role: conflict.role, holder: conflict.reference },
  });
}
