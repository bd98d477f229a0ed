import type { Academy, AcademyEngagement } from '../support/fixtures/academy.ts';

/** The criteria and the coverage, counted again from the académie itself. It uses no code of the service: a day
 *  is a text in a set, and each rule is written as it is said. */

/** The figures of the first version of the criteria. */
const FULL_YEAR = 200;
const HALF_YEAR = 100;
const COVERED = 90;
const EXPIRES = 5;
const WAIVED_BEFORE = 2025;
const CONDITIONAL = ['C5', 'C6', 'C7', 'C8', 'C9'];

const nextDay = (day: string) => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
const yearOf = (day: string) => Number(day.slice(0, 4)) - (day.slice(5) < '09-01' ? 1 : 0);
const isCountable = ({ state }: AcademyEngagement) => state.startsWith('confirmee');
const isDaily = (one: { from: string; to?: string }, day: string) =>
  one.from <= day && (one.to === undefined || day <= one.to);

const windows = new Map<string, readonly string[]>();

/** The days of the reference window of a school year that have been lived. */
function windowOf(Y: number, today: string): readonly string[] {
  const known = windows.get(`${Y} ${today}`);
  if (known) return known;
  const days: string[] = [];
  windows.set(`${Y} ${today}`, days);
  for (let day = `${Y}-09-01`; day <= `${Y + 1}-06-30` && day <= today; day = nextDay(day)) days.push(day);
  return days;
}

export interface Recount {
  /** `email code` or `uai code` of each badge that is met. */
  readonly met: ReadonlySet<string>;
  readonly coverage: ReadonlyMap<string, SchoolCount>;
}

/** The coverage of each school in a past school year, as far as today's records show it. */
export function recountPastYear(academy: Academy, year: number): ReadonlyMap<string, SchoolCount> {
  const then = { ...academy, year, today: `${year + 1}-08-31` };
  return new Map(academy.schools.map(({ uai }) => [uai, coverageOf(then, uai)]));
}

export interface SchoolCount {
  readonly referents: number;
  readonly waiting: number;
  readonly contested: number;
  readonly families: string;
  /** The one state of the school. */
  readonly situation: string;
}

export function recount(academy: Academy): Recount {
  const people = [...new Set(academy.segments.map(({ email }) => email))];
  const facts = new Map(people.map((email) => [email, factsOf(academy, email)]));
  const met = new Set<string>();
  for (const [email, of] of facts) for (const code of badgesOf(of)) met.add(`${email} ${code}`);
  for (const { uai } of academy.schools) if (isTeam(academy, uai, facts)) met.add(`${uai} RUPN-EQUIPE`);
  const coverage = academy.schools.map(({ uai }) => [uai, coverageOf(academy, uai)] as const);
  return { met, coverage: new Map(coverage) };
}

type Facts = ReturnType<typeof factsOf>;

function factsOf(academy: Academy, email: string) {
  const { today, year: S } = academy;
  const mine = academy.segments.filter((one) => one.email === email && isCountable(one));
  const first = Math.min(S, ...mine.map(({ from }) => yearOf(from)));
  const years = Array.from({ length: S - first + 1 }, (_, at) => first + at);
  const value = new Map<number, number>();
  const covered = new Map<number, ReadonlySet<string>>();
  for (const Y of years) {
    const window = windowOf(Y, today);
    const days = window.filter((day) => mine.some((one) => isDaily(one, day))).length;
    value.set(Y, days >= FULL_YEAR ? 1 : days >= HALF_YEAR ? 0.5 : 0);
    covered.set(Y, missionsOf(academy, mine, window));
  }
  return {
    S,
    years,
    value,
    covered,
    reviews: reviewYears(academy, email, value),
    ...attendedBy(academy, email),
  };
}

/** The missions that were held on ninety days, and `MISSION ROLE` for those of a role. */
function missionsOf(academy: Academy, mine: readonly AcademyEngagement[], window: readonly string[]) {
  const days = new Map<string, Set<string>>();
  const add = (key: string, held: readonly string[]) =>
    days.set(key, new Set([...(days.get(key) ?? []), ...held]));
  for (const engagement of mine) {
    const lived = window.filter((day) => isDaily(engagement, day));
    const allowed = academy.authorisations.filter(({ uai }) => uai === engagement.uai);
    for (const mission of engagement.missions) {
      const isAllowed = (day: string) => allowed.some((one) => one.mission === mission && isDaily(one, day));
      const held = CONDITIONAL.includes(mission) ? lived.filter(isAllowed) : lived;
      for (const key of [mission, ...engagement.roles.map((role) => `${mission} ${role}`)]) add(key, held);
    }
  }
  return new Set([...days].filter(([, held]) => held.size >= COVERED).map(([key]) => key));
}

function attendedBy({ attendances, events, contributions, today, year: S }: Academy, email: string) {
  const attended = attendances
    .filter((one) => one.email === email)
    .flatMap(({ event, hours, proof }) => {
      const found = events.find(({ code }) => code === event);
      if (!found || found.on > today) return [];
      return [{ ...found, Y: yearOf(found.on), proof, hours: hours ?? found.hours ?? 0 }];
    });
  const trainings = attended.filter(
    ({ nature, proof, Y }) => ['EV-PAF', 'EV-FIL'].includes(nature) && proof >= 2 && S - Y < EXPIRES,
  );
  const meetings = attended.filter(
    ({ nature, proof }) => ['EV-RENC', 'EV-CV'].includes(nature) && proof >= 1,
  );
  return {
    trainings,
    meetings: new Set(meetings.map(({ Y }) => Y)),
    contributions: contributions.filter((one) => one.email === email && one.on <= today),
    hoursIn: (from: number, to: number) =>
      trainings.filter(({ Y }) => Y >= from && Y <= to).reduce((sum, { hours }) => sum + hours, 0),
  };
}

function reviewYears(
  { reviews, today, year: S }: Academy,
  email: string,
  value: ReadonlyMap<number, number>,
) {
  const mine = reviews.filter((one) => one.email === email && one.on <= today);
  const first = Math.min(S, ...value.keys(), ...mine.map(({ on }) => yearOf(on)));
  const counted = new Set<number>();
  const bySelf = new Set<number>();
  for (let Y = first; Y <= S; Y += 1) {
    const has = (kind: string) => mine.some((one) => one.kind === kind && yearOf(one.on) === Y);
    if (Y < WAIVED_BEFORE && (value.get(Y) ?? 0) > 0) counted.add(Y);
    else if (has('point-etape')) counted.add(Y);
    else if (has('bilan') && !bySelf.has(Y - 1) && !bySelf.has(Y - 2)) {
      counted.add(Y);
      bySelf.add(Y);
    }
  }
  return counted;
}

/** The families of a set of missions; C9 is in none. */
const familiesOf = (missions: Iterable<string>) =>
  new Set(
    [...missions]
      .map((key) => key.split(' ')[0] ?? '')
      .filter((one) => one !== 'C9')
      .map((one) => one[0] ?? ''),
  );

function badgesOf(facts: Facts): readonly string[] {
  const { S, years, value, covered, reviews, meetings, contributions, hoursIn, trainings } = facts;
  const has = (Y: number, ...missions: string[]) => missions.every((one) => covered.get(Y)?.has(one));
  const worth = (Y: number) => value.get(Y) ?? 0;
  const duration = years.reduce((sum, Y) => sum + worth(Y), 0);
  const recent = (last: number) => years.some((Y) => Y > S - last && worth(Y) > 0);
  const each = years.map((Y) => familiesOf(covered.get(Y) ?? []));
  const all = familiesOf(years.flatMap((Y) => [...(covered.get(Y) ?? [])]));
  const twice = [...all].filter((family) => each.filter((one) => one.has(family)).length >= 2);
  const count = (test: (one: Facts['contributions'][number]) => boolean) => contributions.filter(test).length;
  const engaged = duration >= 1 && each.some((one) => one.size >= 2) && reviews.size >= 1;
  const established =
    duration >= 3 &&
    all.size >= 3 &&
    all.has('A') &&
    hoursIn(S - 2, S) >= 12 &&
    meetings.size >= 2 &&
    reviews.size >= 3 &&
    recent(3);
  const passes = ['formation-animee', 'tutorat', 'ressource'];
  const guide =
    duration >= 5 &&
    twice.length >= 4 &&
    hoursIn(0, S) >= 30 &&
    hoursIn(S - 2, S) >= 12 &&
    count(({ kind, validated }) => validated && passes.includes(kind)) >= 1 &&
    recent(2) &&
    established;
  const companion =
    years.some((Y) => ['A1', 'A2', 'A3'].every((one) => has(Y, one) || has(Y + 1, one))) &&
    (count(({ kind }) => kind === 'prise-en-main') >= 3 || count(({ kind }) => kind === 'projet') >= 1);
  const services =
    years.some((Y) => worth(Y) === 1 && (has(Y, 'C4 administrateur-ent') || has(Y, 'C4 referent-service'))) &&
    trainings.some(({ tags, Y }) => Y > S - 3 && tags.some((tag) => tag === 'ENT' || tag === 'RGPD'));
  const communicator =
    years.some(
      (Y) =>
        worth(Y) === 1 &&
        has(Y, 'D1 contact-dane') &&
        ['D1', 'D2', 'D3', 'D4'].filter((one) => has(Y, one)).length >= 3,
    ) && count(({ kind, link }) => kind === 'valorisation' && link !== undefined) >= 2;
  const learnsIn = (from: number, to: number, hours: number) => {
    const period = Array.from({ length: to - from + 1 }, (_, at) => from + at);
    const some = (test: (Y: number) => boolean) => period.some(test);
    return (
      hoursIn(from, to) >= hours &&
      some((Y) => has(Y, 'E1')) &&
      some((Y) => has(Y, 'E3')) &&
      some((Y) => meetings.has(Y))
    );
  };
  const learner = years.some((Y) => learnsIn(Y, Y, 12) || learnsIn(Y - 1, Y, 18));
  const badges = {
    'RUPN-ENG': engaged,
    'RUPN-CONF': established,
    'RUPN-EXP': guide,
    'RUPN-ACC': companion,
    'RUPN-ENT': services,
    'RUPN-COM': communicator,
    'RUPN-VEILLE': learner,
  };
  return Object.entries(badges).flatMap(([code, isMet]) => (isMet ? [code] : []));
}

function isTeam(academy: Academy, uai: string, facts: ReadonlyMap<string, Facts>): boolean {
  const { year: S, today, segments, events } = academy;
  const window = windowOf(S, today);
  const held = segments.filter(
    (one) => one.uai === uai && isCountable(one) && window.some((day) => isDaily(one, day)),
  );
  const members = [...new Set(held.map(({ email }) => email))];
  const holders = (role: string) =>
    window.map(
      (day) =>
        new Set(
          held.filter((one) => one.roles.includes(role) && isDaily(one, day)).map(({ email }) => email),
        ),
    );
  const single = (role: string) => {
    const days = holders(role);
    return new Set(days.flatMap((day) => [...day])).size === 1;
  };
  const some = (role: string) => holders(role).some((day) => day.size > 0);
  const families = new Set(
    members.flatMap((email) => [...familiesOf(facts.get(email)?.covered.get(S) ?? [])]),
  );
  return (
    members.length >= 2 &&
    ['A', 'B', 'C', 'D', 'E'].every((family) => families.has(family)) &&
    single('contact-dane') &&
    single('contact-collectivite') &&
    ['administrateur-ent', 'referent-usages-ent', 'referent-site'].every(some) &&
    members.every((email) => {
      const own = facts.get(email);
      return own?.trainings.some(({ Y }) => Y === S) && own.reviews.has(S);
    }) &&
    events.some(
      (one) => one.nature === 'EV-ETAB' && one.uai === uai && yearOf(one.on) === S && one.on <= today,
    )
  );
}

function coverageOf({ segments, authorisations, today, year: S }: Academy, uai: string): SchoolCount {
  const first = `${S}-09-01`;
  const overlaps = (one: { from: string; to?: string }, from: string, to: string) =>
    one.from <= to && (one.to === undefined || one.to >= from);
  const here = segments.filter((one) => one.uai === uai && overlaps(one, first, `${S + 1}-08-31`));
  const inForce = here.filter((one) => isCountable(one) && one.from <= today);
  const families = inForce.flatMap((engagement) => {
    const { from, to } = engagement;
    const begins = from > first ? from : first;
    const ends = to !== undefined && to < today ? to : today;
    return engagement.missions.filter(
      (mission) =>
        mission !== 'C9' &&
        (!CONDITIONAL.includes(mission) ||
          authorisations.some(
            (one) => one.uai === uai && one.mission === mission && overlaps(one, begins, ends),
          )),
    );
  });
  const waiting = here.filter(({ state }) => state === 'demandee').length;
  const contested = here.filter(({ state }) => state === 'contestee').length;
  const isOfYear = ({ from, to, confirmedOn }: AcademyEngagement) =>
    to !== undefined || yearOf(from) === S || (confirmedOn !== undefined && yearOf(confirmedOn) === S);
  return {
    referents: new Set(inForce.map(({ email }) => email)).size,
    waiting,
    contested,
    situation: inForce.some(isOfYear)
      ? 'confirme'
      : inForce.length > 0
        ? 'a reconduire'
        : waiting > 0
          ? 'en attente'
          : contested > 0
            ? 'conteste'
            : 'personne',
    families: [...familiesOf(families)].toSorted().join(''),
  };
}
