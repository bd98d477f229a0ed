import { fromDayNumber, type LocalDate, parseLocalDate, toDayNumber } from '../src/domain/time/calendar.ts';
import { contributionTexts } from './contribution-texts.ts';
import { DEMO_DAY, type PlannedEvent, planSchoolMeeting, planYearlyEvents } from './events.ts';
import { moveDay, movePlan, yearsLaterOn } from './move-plan.ts';
import { type DemoPlan, type PlannedPerson, planDemo } from './plan-demo.ts';
import type { Segment, Story } from './story.ts';
import { toFrenchDate, writeCsv } from './write-csv.ts';

/** A file as the DANE would send it. */
export interface DemoFile {
  readonly name: string;
  readonly text: string;
}

interface DemoRequest {
  readonly establishmentsCsv: string;
  readonly today?: LocalDate;
}

type Rows = readonly (readonly string[])[];
type Rupn = PlannedPerson & { readonly story: Story };

/** The words for profiles in `personnes.csv`. */
const PROFILE_TERMS = { rupn: 'rupn', principal: 'chef', dane: 'dane' } as const;

/** The eight files of the demonstration: the real list of schools, and invented people whose seven school
 *  years end on {@link DEMO_DAY}, or on the same day of a later year that is not after `today`. The same list
 *  and the same year give the same bytes. */
export function generateDemo({ establishmentsCsv, today = DEMO_DAY }: DemoRequest): readonly DemoFile[] {
  const yearsLater = yearsLaterOn(today);
  const plan = movePlan(planDemo(establishmentsCsv), yearsLater);
  const rupns = plan.people.filter((person): person is Rupn => person.story !== undefined);
  return [
    { name: 'etablissements.csv', text: establishmentsCsv },
    { name: 'personnes.csv', text: writePeople(plan) },
    { name: 'engagements.csv', text: writeEngagements(plan, rupns) },
    { name: 'autorisations.csv', text: writeAuthorisations(rupns) },
    { name: 'evenements.csv', text: writeEvents(plan, yearsLater) },
    { name: 'presences.csv', text: writeAttendances(plan, rupns, yearsLater) },
    { name: 'points-etape.csv', text: writeReviews(rupns) },
    { name: 'contributions.csv', text: writeContributions(rupns) },
  ];
}

/** The file of people. A person who changed names has two lines: one under the first name, then one with the
 *  new address. */
function writePeople({ people }: DemoPlan): string {
  const columns = ['email', 'prenom', 'nom', 'ancien_email', 'profil', 'uai'];
  const rows = people.flatMap(({ email, givenName, familyName, former, profiles, headOf = '' }) => {
    const profile = profiles.map((one) => PROFILE_TERMS[one]).join('|');
    const now = [email, givenName, familyName, former?.email ?? '', profile, headOf];
    if (!former) return [now];
    return [[former.email, former.givenName, former.familyName, '', profile, headOf], now];
  });
  return writeCsv(columns, rows);
}

function writeEngagements({ people }: DemoPlan, rupns: readonly Rupn[]): string {
  const columns = ['reference', 'email', 'uai', 'debut', 'fin', 'missions', 'roles'];
  const agent = people.find((person) => person.profiles.includes('dane'))?.email ?? '';
  const headOf = new Map(people.map((person) => [person.headOf ?? '', person.email]));
  const rows = rupns.flatMap((person) =>
    person.story.segments.map((engagement) => {
      const { uai } = person.schools[engagement.place];
      return [
        person.email,
        uai,
        toFrenchDate(engagement.from),
        toFrenchDate(engagement.to),
        engagement.missions.join('|'),
        engagement.roles.join('|'),
        ...toConfirmation(engagement, { agent, head: headOf.get(uai) ?? '' }),
      ];
    }),
  );
  return writeCsv(
    [...columns, 'confirmation', 'confirme_par', 'confirme_le', 'reserve'],
    withReferences('SEG', rows),
  );
}

/** The confirmation of an engagement. A principal answers within three weeks; the DANE confirms on documents
 *  after seven. */
function toConfirmation(
  engagement: Segment,
  by: { readonly agent: string; readonly head: string },
): string[] {
  const { confirmation, reservation = '' } = engagement;
  if (confirmation === 'demandee' || engagement.anonymous) return [confirmation, '', '', reservation];
  const byDane = confirmation === 'confirmee-dane';
  const answered = fromDayNumber(toDayNumber(parseLocalDate(engagement.from)) + (byDane ? 49 : 21));
  return [confirmation, byDane ? by.agent : by.head, toFrenchDate(answered), reservation];
}

function writeAuthorisations(rupns: readonly Rupn[]): string {
  const columns = ['uai', 'mission', 'collectivite', 'debut', 'fin', 'convention'];
  const rows = rupns.flatMap(({ story, schools: { first } }) =>
    (story.authorisations ?? []).map(({ mission, from, to }) => [
      first.uai,
      mission,
      first.localAuthority,
      toFrenchDate(from),
      toFrenchDate(to),
      `Convention ${from.slice(0, 4)}-${mission}`,
    ]),
  );
  const byKey = new Map(rows.map((row) => [row.slice(0, 4).join(), row]));
  return writeCsv(columns, [...byKey.values()]);
}

function writeEvents({ meetings }: DemoPlan, yearsLater: number): string {
  const columns = ['code', 'nature', 'intitule', 'debut', 'fin', 'heures', 'etiquettes', 'uai'];
  const schoolMeetings = meetings.map(({ uai, on }) => planSchoolMeeting(uai, on));
  const events: readonly PlannedEvent[] = [...planYearlyEvents(yearsLater), ...schoolMeetings];
  const rows = events.map((event) => [
    event.code,
    event.kind,
    event.title,
    event.startsOn,
    event.endsOn ?? '',
    event.hours?.toString() ?? '',
    event.tags.join('|'),
    event.uai ?? '',
  ]);
  return writeCsv(columns, rows);
}

/** The attendances of the stories, and those of the meetings in schools, which everyone engaged on that day
 *  attends. */
function writeAttendances({ meetings }: DemoPlan, rupns: readonly Rupn[], yearsLater: number): string {
  const lastDay = moveDay(DEMO_DAY, yearsLater);
  const reported = rupns.flatMap((person) =>
    person.story.attended.map(({ year, codeIn, hours, proof }) => [
      person.former?.email ?? person.email,
      codeIn(year),
      hours?.toString() ?? '',
      String(proof),
    ]),
  );
  const signed = meetings.flatMap(({ uai, on }) =>
    rupns
      .filter((person) => isEngagedAt(person, uai, { on, lastDay }))
      .map((person) => [person.email, planSchoolMeeting(uai, on).code, '', '1']),
  );
  return writeCsv(['email', 'evenement', 'heures', 'preuve'], [...reported, ...signed]);
}

function isEngagedAt(
  { story, schools }: Rupn,
  uai: string,
  { on, lastDay }: { readonly on: string; readonly lastDay: string },
): boolean {
  return story.segments.some(
    ({ place, from, to = lastDay }) => schools[place].uai === uai && from <= on && on <= to,
  );
}

function writeReviews(rupns: readonly Rupn[]): string {
  const rows = rupns.flatMap(({ email, story, schools }) =>
    story.reviews.map(({ place, on, kind }) => [email, schools[place].uai, toFrenchDate(on), kind]),
  );
  return writeCsv(['email', 'uai', 'date', 'nature'], rows);
}

const CONTRIBUTION_COLUMNS = [
  'reference',
  'email',
  'nature',
  'date',
  'intitule',
  'description',
  'lien',
  'validee',
];

function writeContributions(rupns: readonly Rupn[]): string {
  const rows = rupns.flatMap(({ email, story }) =>
    story.contributions.map(({ kind, on, linked, validated }, index) => [
      email,
      kind,
      on,
      ...contributionTexts(kind, index),
      linked ? `https://ressources.ac-dijon.example/${email.split('@')[0]}/${index + 1}` : '',
      validated ? 'oui' : 'non',
    ]),
  );
  return writeCsv(CONTRIBUTION_COLUMNS, withReferences('CON', rows));
}

/** Puts a stable reference before each row: `SEG-0001`, `SEG-0002`… */
function withReferences(prefix: string, rows: Rows): Rows {
  return rows.map((row, index) => [`${prefix}-${String(index + 1).padStart(4, '0')}`, ...row]);
}
