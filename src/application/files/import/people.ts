import type { Change } from '../../../domain/change/union.ts';
import { affectsBadges } from '../../../domain/person/fields.ts';
import type { Person, School } from '../../../domain/records.ts';
import { compact } from '../../../domain/text/omit-undefined.ts';
import type { Uai } from '../../../domain/uai.ts';
import { reissueTasks } from '../../reissue/sign.ts';
import { type PersonInput, personTable, readPersonInput } from '../export/tables/people.ts';
import { type Cells, comparableText, readEmail, readText } from './cells.ts';
import { makeNamesakes, type Namesakes } from './doubts.ts';
import type { Notice, ValidationError } from './entry.ts';
import { defineKind, type KindContext, type LineOutcome } from './file-kind.ts';
import { decideSave, withStoredCells } from './line-outcome.ts';
import { closedError, readKnownSchools, UNKNOWN_SCHOOL, whileOpen } from './references.ts';

interface PersonLine extends PersonInput {
  readonly email: string;
  readonly formerEmail?: string;
}

/** `personnes.csv`. Badges that show a changed name or address are signed again (docs/rules.md, Name changes). */
export const people = defineKind<PersonLine>({
  name: 'people',
  table: personTable,
  required: ['email', 'prenom', 'nom'],
  lists: ['profil'],
  // An earlier address counts as known if any line of the file is about it, above or below.
  announce: { column: 'ancien_email', keyOf: ({ email }) => email },
  parse: parsePerson,
  prepare: async (context, values) => {
    const emails = values.flatMap(({ email, formerEmail }) => (formerEmail ? [email, formerEmail] : [email]));
    const [people, schools] = await Promise.all([
      context.reader.readPeopleByEmail([...new Set(emails)]),
      readKnownSchools(
        context.reader,
        values.flatMap(({ headOf }) => headOf ?? []),
      ),
    ]);
    const byEmail = new Map(
      people.flatMap((person) => person.emails.map((email) => [email, person] as const)),
    );
    const reSign = await readReissuing(context, values, byEmail);
    const isNew = ({ email, formerEmail = email }: PersonLine) =>
      !byEmail.has(email) && !byEmail.has(formerEmail);
    const news = context.phase === 'decide' ? values.filter(isNew) : [];
    const namesakes = makeNamesakes(await context.reader.readNamesakes(news));
    return {
      keyOf: ({ email }) => email,
      refuse: (line) =>
        refuse(line, schools, (email) => byEmail.has(email) || context.announced.lastLineOf(email) > 0),
      decide: (line) => {
        const outcome = decidePerson(line, byEmail, { ...context, reSign, namesakes });
        return line.headOf ? whileOpen(outcome, line.headOf) : outcome;
      },
    };
  },
});

function parsePerson(cells: Cells): PersonLine {
  const email = readEmail(cells, 'email');
  const formerEmail = readText(cells, 'ancien_email') && readEmail(cells, 'ancien_email');
  const isMoved = formerEmail !== undefined && formerEmail !== email;
  return { ...readPersonInput(cells), email, ...(isMoved && { formerEmail }) };
}

function refuse(
  line: PersonLine,
  schools: ReadonlyMap<Uai, School>,
  isKnown: (email: string) => boolean,
): ValidationError | undefined {
  if (line.formerEmail && !isKnown(line.formerEmail))
    return { code: 'unknown-email', column: 'ancien_email' };
  if (!line.headOf) return undefined;
  const school = schools.get(line.headOf);
  return school ? closedError(school) : UNKNOWN_SCHOOL;
}

/** The changes that sign a person's badges again, where the line changes data that they show. */
type Reissue = (before: Person, after: Person) => readonly Change[];

async function readReissuing(
  { reader, ids, at, phase }: KindContext,
  lines: readonly PersonLine[],
  byEmail: ReadonlyMap<string, Person>,
): Promise<Reissue> {
  const renamed = lines.flatMap(({ email, formerEmail = email, ...said }) => {
    const known = byEmail.get(email) ?? byEmail.get(formerEmail);
    if (!known) return [];
    const emails = formerEmail === email ? known.emails : [email];
    return affectsBadges(known, { ...said, id: known.id, emails }) ? [known.id] : [];
  });
  if (phase === 'judge' || renamed.length === 0) return () => [];
  const recipients = [...new Set(renamed)].map((personId) => ({ kind: 'person' as const, personId }));
  const awards = await reader.readAwardsOf(recipients);
  return (before, after) => {
    if (!affectsBadges(before, after)) return [];
    const theirs = awards.filter(
      ({ award: { recipient } }) => recipient.kind === 'person' && recipient.personId === before.id,
    );
    return reissueTasks({ ids, at }, theirs);
  };
}

/** Decides a line, and adds the person to `byEmail`, so that later lines of the batch find them. */
function decidePerson(
  line: PersonLine,
  byEmail: Map<string, Person>,
  {
    ids,
    columns,
    reSign,
    namesakes,
  }: Pick<KindContext, 'ids' | 'columns'> & { readonly reSign: Reissue; readonly namesakes: Namesakes },
): LineOutcome {
  const { stored, emails, notice } = addressPerson(line, byEmail);
  const notices: Notice[] = notice ? [notice] : [];
  if (notice?.code === 'former-address')
    return { outcome: 'unchanged', changes: [], differences: [], notices };
  const { email: _, formerEmail: __, ...fields } = line;
  const whole: Person = { ...fields, id: stored?.id ?? ids.personId(), emails };
  const saved = withStoredCells(whole, { stored, columns, table: personTable });
  const isPrincipal = saved.profiles.includes('principal');
  const said: Person = isPrincipal ? saved : compact({ ...saved, headOf: undefined });
  if (stored && isAnotherName(stored, line) && stored.emails[0] !== emails[0]) {
    const [former = ''] = stored.emails;
    notices.push({ code: 'all-changed', column: 'ancien_email', params: { former } });
  }
  if (line.headOf && !isPrincipal) notices.push({ code: 'head-without-profile', column: 'uai' });
  for (const email of emails) byEmail.set(email, said);
  notices.push(...namesakes.meet(said, stored === undefined));
  return decideSave({
    stored,
    said,
    toChange: (person) => ({ kind: 'person-saved', person }),
    table: personTable,
    notices,
    follow: (after) => (stored ? reSign(stored, after) : []),
  });
}

/** Whether the line changes both names. If it also changes the address, it may be about another person. */
function isAnotherName(stored: Person, { givenName, familyName }: PersonLine): boolean {
  return (
    comparableText(stored.givenName) !== comparableText(givenName) &&
    comparableText(stored.familyName) !== comparableText(familyName)
  );
}

interface Addressed {
  readonly stored?: Person;
  readonly emails: readonly string[];
  readonly notice?: Notice;
}

/** The person of the line, and their addresses after it, the current one first. For a new address, any
 *  address of the person may be named as the earlier one. A line that names the person by an earlier address
 *  is older than the stored record and changes nothing. */
function addressPerson({ email, formerEmail }: PersonLine, byEmail: ReadonlyMap<string, Person>): Addressed {
  const current = byEmail.get(email);
  const former = formerEmail === undefined ? undefined : byEmail.get(formerEmail);
  if (!current && !former) return { emails: formerEmail ? [email, formerEmail] : [email] };
  if (!current && former) return { stored: former, emails: [email, ...former.emails] };
  const stored = current as Person;
  const now = stored.emails[0] ?? email;
  if (now === formerEmail)
    return { stored, emails: [email, ...stored.emails.filter((one) => one !== email)] };
  if (now !== email) {
    return {
      stored,
      emails: stored.emails,
      notice: { code: 'former-address', column: 'email', params: { now } },
    };
  }
  const isOfAnother = former !== undefined && former.id !== stored.id;
  const notice: Notice = { code: 'address-of-another', column: 'ancien_email' };
  return { stored, emails: stored.emails, ...(isOfAnother && { notice }) };
}
