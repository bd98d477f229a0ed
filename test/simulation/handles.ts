import type { Random } from '../../demo/random.ts';
import { seenSchool } from '../../src/application/schools/services.ts';
import { seenContribution } from '../../src/domain/award/counted-records.ts';
import { seenPerson } from '../../src/domain/person/fields.ts';
import { localDateInParis } from '../../src/domain/time/calendar.ts';
import { schoolYearOf } from '../../src/domain/time/school-year.ts';
import type { Handles, Who } from '../races/fixture.ts';
import type { Outside } from './outside.ts';
import type { Process } from './process.ts';
import type { Place, Row } from './sqlite-instance.ts';

interface Drawing {
  readonly place: Place;
  readonly outside: Outside;
  readonly random: Random;
  readonly process: Process;
  /** What an act is aimed at: columns named like the handles that they take the place of. */
  readonly row?: Row | undefined;
}

/** One of each thing that an act may name, drawn from what the life has by now. Where there is none, the id is one
 *  that nothing has. What is open is drawn rather than what is settled. */
export async function drawHandles({ place, outside, random, process, row = {} }: Drawing): Promise<Handles> {
  const today = localDateInParis(outside.now());
  const year = schoolYearOf(today);
  const pick = async (sql: string, preferred?: string): Promise<Row> => {
    const rows = await place.ask(sql);
    const open = preferred ? rows.filter((row) => row[preferred] === null) : [];
    const list = open.length > 0 && random.chance(0.8) ? open : rows;
    return list.length > 0 ? random.pick(list) : {};
  };
  const idOf = async (sql: string, preferred?: string) =>
    String((await pick(sql, preferred))['id'] ?? 'none');
  // Most acts happen where a school has someone at its head.
  const where = random.chance(0.9) ? ' where uai in (select head_of_uai from person)' : '';
  const engagement = await pick(
    `select reference as id, person_id, uai, nullif(confirmation, 'requested') as settled from engagement${where} order by reference`,
    'settled',
  );
  const uai = String(row['uai'] ?? engagement['uai'] ?? '');
  const given = valuesOf(row, 'people.');
  const first = given['claire'] ?? String(engagement['person_id'] ?? '');
  const people = await drawPeople(place, random, { first, uai, given });
  const badgeOf = (personId: string) =>
    idOf(
      `select credential.id, revoked_at from credential join award on award.id = award_id where recipient_id = '${personId}' order by credential.id`,
      'revoked_at',
    );
  const anyBadge = await idOf('select id, revoked_at from credential order by id', 'revoked_at');
  const badges = {} as Record<'claire' | 'paul' | 'anne', never>;
  for (const who of ['claire', 'paul', 'anne'] as const) {
    const own = await badgeOf(people[who].id);
    badges[who] = (own === 'none' ? anyBadge : own) as never;
  }
  Object.assign(badges, valuesOf(row, 'badges.'));
  const running = await idOf(
    `select reference as id, ends_on from engagement where person_id = '${people.paul.id}' order by reference`,
    'ends_on',
  );
  const contribution = await idOf(
    `select reference as id, judged_at from contribution where person_id = '${people.claire.id}' order by reference`,
    'judged_at',
  );
  const ids: Record<string, string> = {
    engagement: String(engagement['id'] ?? 'none'),
    running,
    contribution,
  };
  for (const [name, sql, preferred] of DRAWN) ids[name] = await idOf(sql, preferred);
  Object.assign(ids, valuesOf(row, 'ids.'));
  for (const name of ['contribution', 'imported']) {
    const [seen] = await process.bare.readContributions([ids[name] ?? '']);
    if (seen) ids[`${name}Seen`] = seenContribution(seen);
  }
  const seenOf = async (who: Who) => {
    const [person] = await process.bare.readPeopleByEmail([people[who].email]);
    return person ? seenPerson(person) : '';
  };
  const anySchool = await idOf('select uai as id, closed_on from establishment order by uai', 'closed_on');
  const [school] = await process.bare.readSchoolsByUai([(row['school'] ?? anySchool) as never]);
  return {
    uai: uai as never,
    people: idsOf(people, 'id') as never,
    emails: idsOf(people, 'email'),
    badges,
    school: school ?? ({ uai: 'none' } as never),
    seen: {
      ...{ claire: await seenOf('claire'), paul: await seenOf('paul'), agent: await seenOf('agent') },
      school: school ? seenSchool(school) : '',
    },
    ids,
    today,
    year,
    september: `${year}-09-01` as never,
    inDays: (days) => dayAfter(today, days) as never,
  };
}

/** The columns of this prefix, without it. */
function valuesOf(row: Row, prefix: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(row).flatMap(([name, value]) =>
      name.startsWith(prefix) ? [[name.slice(prefix.length), String(value)]] : [],
    ),
  );
}

/** What is drawn by an id alone, with the column that is null as long as it is open. */
const DRAWN: readonly (readonly [name: string, sql: string, open?: string])[] = [
  ['proposal', 'select id from proposal order by id'],
  ['waiting', 'select id, finished_at from job where starts_at is not null order by id', 'finished_at'],
  ['asking', "select id, finished_at from job where kind = 'ask-confirmations' order by id", 'finished_at'],
  ['request', 'select id, settled_at from data_request order by id', 'settled_at'],
  ['draft', 'select id, settled_at from criteria_draft order by id', 'settled_at'],
  ['record', 'select id from badge_record order by id'],
  ['project', 'select id, ends_on from school_project order by id', 'ends_on'],
  ['classProject', 'select id, ended_at from class_project order by id', 'ended_at'],
  ['sheet', 'select secret as id from roll_call order by secret'],
  ['token', 'select id, revoked_at from api_token order by id', 'revoked_at'],
  ['support', "select id, nullif(state, 'waiting') as ended from support_request order by id", 'ended'],
  ['campaign', 'select id, closed_at from campaign order by id', 'closed_at'],
  ['meeting', 'select id, noted_at from school_meeting order by id', 'noted_at'],
  ['words', 'select id, credential_id from endorsement order by id', 'credential_id'],
  ['change', 'select id, settled_at from engagement_proposal order by id', 'settled_at'],
  ['contest', 'select id, decided_at from contest order by id', 'decided_at'],
  ['missions', 'select id, settled_at from mission_proposal order by id', 'settled_at'],
  ['import', 'select id, undone_at from import_run order by id', 'undone_at'],
  ['meetingEvent', "select code as id from event where kind = 'EV-RENC' order by code desc limit 3"],
  ['training', "select code as id from event where kind = 'EV-PAF' order by code desc limit 5"],
  ['imported', 'select reference as id, judged_at from contribution order by reference', 'judged_at'],
  ['doubt', 'select id from sign_in_doubt order by id'],
];

const NO_ONE: readonly Known[] = [{ id: 'none', email: 'personne@ac-test.example' }];

interface Known {
  readonly id: string;
  readonly email: string;
}

async function drawPeople(
  place: Place,
  random: Random,
  {
    first,
    uai,
    given,
  }: { readonly first: string; readonly uai: string; readonly given: Readonly<Record<string, string>> },
): Promise<Record<Who, Known>> {
  const ask = async (where: string) =>
    (await place.ask(
      `select person.id as id, address as email, head_of_uai as uai from person join person_email on person_id = person.id and position = 0 ${where} order by address`,
    )) as unknown as readonly (Known & { readonly uai: string | null })[];
  const profile = (name: string) =>
    `where exists (select 1 from person_profile where person_profile.person_id = person.id and profile = '${name}')`;
  const heads = await ask('where head_of_uai is not null');
  const agents = await ask(profile('dane'));
  const teachers = await ask(profile('rupn'));
  const everybody = await ask('');
  const of = (list: readonly Known[]) =>
    random.pick([list, everybody, NO_ONE].find(({ length }) => length > 0) ?? NO_ONE);
  const [dane, agent] = random.sample(agents, 2);
  const claire = teachers.find(({ id }) => id === first) ?? of(teachers);
  const drawn = {
    head: of(heads.filter((one) => one.uai === uai)),
    neighbour: of(heads.filter((one) => one.uai !== uai)),
    dane: dane ?? of(agents),
    agent: agent ?? of(agents),
    claire,
    paul: of(teachers),
    luc: of(teachers),
    anne: of(teachers),
    double: of(everybody),
  };
  const known = new Map(everybody.map((one) => [one.id, one]));
  const wanted = Object.entries(given).flatMap(([who, id]) => {
    const one = known.get(id);
    return one ? [[who, one] as const] : [];
  });
  return { ...drawn, ...Object.fromEntries(wanted) };
}

function idsOf<Name extends 'id' | 'email'>(people: Readonly<Record<Who, Known>>, name: Name) {
  return Object.fromEntries(Object.entries(people).map(([who, one]) => [who, one[name]])) as Record<
    Who,
    string
  >;
}

function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
