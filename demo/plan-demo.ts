import { SINGLE_ROLES } from '../src/domain/engagement/mission.ts';
import type { Profile } from '../src/domain/records.ts';
import { GROUP_CAST, ORDINARY_COUNT, SCHOOL_COUNT, SOLO_CAST } from './cast.ts';
import { type FullName, pickName, toEmail } from './names.ts';
import { ordinary } from './ordinary.ts';
import { PERSONAS } from './personas.ts';
import { makeRandom, type Random } from './random.ts';
import { type DemoSchool, pickSchools } from './schools.ts';
import type { Place, Story } from './story.ts';

/** A person of the demonstration, with the schools where the story takes place. */
export interface PlannedPerson extends FullName {
  /** The part of this person: a key of the cast, `group#member`, `ordinary`, `principal:…` or `dane#n`. */
  readonly part: string;
  readonly email: string;
  /** The name and address before a change of name. */
  readonly former?: FullName & { readonly email: string };
  readonly profiles: readonly Profile[];
  readonly headOf?: string;
  readonly story?: Story;
  readonly schools: Readonly<Record<Place, DemoSchool>>;
}

export interface SchoolMeeting {
  readonly uai: string;
  readonly on: string;
}

export interface DemoPlan {
  readonly schools: readonly DemoSchool[];
  /** The people, in the order of the file. */
  readonly people: readonly PlannedPerson[];
  readonly meetings: readonly SchoolMeeting[];
}

const SEED = 20_261_124;
const DANE_AGENTS = 3;
/** The person who changed names, with the former family name. */
const FORMER_NAME = { part: 'twoSchools', familyName: 'Quillot' };

/** The state of the plan while parts are assigned. */
interface Stage {
  readonly random: Random;
  readonly takenEmails: Set<string>;
  /** Parts whose named persona has been used. */
  readonly named: Set<string>;
  readonly people: PlannedPerson[];
  /** `uai role` of every single role in the files. It prevents clashes that are not intended. */
  readonly takenRoles: Set<string>;
}

/** Assigns stories to people and schools. The same list of schools gives the same plan. */
export function planDemo(schoolsCsv: string): DemoPlan {
  const random = makeRandom(SEED);
  const schools = pickSchools(schoolsCsv, SCHOOL_COUNT, random);
  const takenEmails = new Set(Object.values(PERSONAS).map(toEmail));
  const stage: Stage = { random, takenEmails, named: new Set(), people: [], takenRoles: new Set() };
  const { openSchools, meetings } = placeGroups(stage, schools);
  placeSolos(stage, openSchools);
  placeOrdinaryPeople(stage, openSchools);
  const heads = placePrincipals(stage, schools);
  const agents = Array.from({ length: DANE_AGENTS }, (_, index) =>
    toPerson(stage, `dane#${index}`, { profiles: ['dane'], schools: atOne(schools[0]) }),
  );
  const deputy = placeDeputy(stage, heads);
  const ordinaryMeetings = pickMeetings(openSchools, random);
  return {
    schools,
    people: [...agents, ...heads, deputy, ...stage.people],
    meetings: [...meetings, ...ordinaryMeetings],
  };
}

/** Gives each group a school of its own. All other people share the remaining schools. */
function placeGroups(stage: Stage, schools: readonly DemoSchool[]) {
  const groups = Object.entries(GROUP_CAST).flatMap(([part, [report, count]]) =>
    Array.from({ length: count }, () => ({ part, group: report() })),
  );
  const meetings = groups.flatMap(({ part, group }, index) => {
    const school = atOne(schools[index]);
    group.members.forEach((story, member) => {
      stage.people.push(toRupn(stage, `${part}#${member}`, { story, schools: school }));
    });
    return group.meetings.map((on) => ({ uai: school.first.uai, on }));
  });
  return { openSchools: schools.slice(groups.length), meetings };
}

function placeSolos(stage: Stage, schools: readonly DemoSchool[]): void {
  let turn = 0;
  for (const [part, [report, count]] of Object.entries(SOLO_CAST)) {
    for (let copy = 0; copy < count; copy += 1) {
      const story = report();
      while (!rolesAreFree(stage, story, at(schools, turn))) turn += 1;
      const first = at(schools, turn);
      const places = { first, second: nextIn(first, schools, turn) };
      stage.people.push(toRupn(stage, part, { story, schools: places }));
      turn += 1;
    }
  }
}

/** The next school of the same département: no one teaches at both ends of the académie on the same days. */
function nextIn({ uai }: DemoSchool, schools: readonly DemoSchool[], turn: number): DemoSchool {
  const isNear = (one: DemoSchool) => one.uai !== uai && one.uai.slice(0, 3) === uai.slice(0, 3);
  const later = [...schools.slice(turn + 1), ...schools];
  return later.find(isNear) ?? at(schools, turn + 1);
}

/** Places ordinary people. A person loses the role of contact where the school already has one. */
function placeOrdinaryPeople(stage: Stage, schools: readonly DemoSchool[]): void {
  for (let copy = 0; copy < ORDINARY_COUNT; copy += 1) {
    const school = stage.random.pick(schools);
    const reported = ordinary(stage.random);
    const isFree = (role: string) => !stage.takenRoles.has(`${school.uai} ${role}`);
    const segments = reported.segments.map((engagement) => ({
      ...engagement,
      roles: engagement.roles.filter(isFree),
    }));
    const story = { ...reported, segments };
    stage.people.push(toRupn(stage, 'ordinary', { story, schools: atOne(school) }));
  }
}

/** Adds one principal to each school, named after the first part assigned to it. */
function placePrincipals(stage: Stage, schools: readonly DemoSchool[]): readonly PlannedPerson[] {
  return schools.map((school) => {
    const parts = stage.people
      .filter((person) => person.schools.first.uai === school.uai)
      .map((person) => `principal:${person.part.split('#')[0]}`);
    const part = parts.find((name) => name in PERSONAS && !stage.named.has(name)) ?? 'principal';
    const profiles = ['principal'] as const;
    return toPerson(stage, part, { profiles, headOf: school.uai, schools: atOne(school) });
  });
}

/** Adds a deputy at the school whose request has waited longest. The DANE's files do not name the deputy as
 *  a head of the school. */
function placeDeputy(stage: Stage, heads: readonly PlannedPerson[]): PlannedPerson {
  const head = heads.find(({ part }) => part === 'principal:askedBeforeSecondReminder') ?? heads[0];
  return toPerson(stage, 'deputy', { profiles: ['principal'], schools: atOne(head?.schools.first) });
}

function toRupn(stage: Stage, part: string, role: Pick<PlannedPerson, 'schools'> & { story: Story }) {
  for (const { roles, place } of role.story.segments) {
    for (const name of SINGLE_ROLES.filter((single) => roles.includes(single))) {
      stage.takenRoles.add(`${role.schools[place].uai} ${name}`);
    }
  }
  const profiles: readonly Profile[] = part === 'becameAgent' ? ['rupn', 'dane'] : ['rupn'];
  return toPerson(stage, part, { ...role, profiles });
}

/** Gives a part its person: the named persona for the first, an invented person for the others. */
function toPerson(
  stage: Stage,
  part: string,
  role: Pick<PlannedPerson, 'profiles' | 'schools' | 'headOf' | 'story'>,
): PlannedPerson {
  const persona = stage.named.has(part) ? undefined : PERSONAS[part];
  const isFirst = !stage.people.some((person) => person.part === part);
  stage.named.add(part);
  const { givenName, familyName } = persona ?? pickName(stage.random, stage.takenEmails);
  const email = toEmail({ givenName, familyName });
  const person = { part, givenName, familyName, email, ...role };
  if (part !== FORMER_NAME.part || !isFirst) return person;
  const formerName = { givenName, familyName: FORMER_NAME.familyName };
  return { ...person, former: { ...formerName, email: toEmail(formerName) } };
}

function rolesAreFree(stage: Stage, story: Story, school: DemoSchool): boolean {
  const wanted = story.segments.flatMap((engagement) => engagement.roles);
  return !wanted.some((role) => stage.takenRoles.has(`${school.uai} ${role}`));
}

/** Picks annual meetings. Only some schools have one, in some years. */
function pickMeetings(schools: readonly DemoSchool[], random: Random): readonly SchoolMeeting[] {
  const days = ['2022-12-06', '2023-11-28', '2024-12-03', '2025-11-25', '2026-03-17', '2026-11-05'];
  return schools.flatMap(({ uai }) => days.filter(() => random.chance(0.3)).map((on) => ({ uai, on })));
}

function at(schools: readonly DemoSchool[], turn: number): DemoSchool {
  const school = schools[turn % schools.length];
  if (school === undefined) throw new RangeError('the list holds no public school');
  return school;
}

function atOne(school: DemoSchool | undefined): Readonly<Record<Place, DemoSchool>> {
  const only = at(school ? [school] : [], 0);
  return { first: only, second: only };
}
