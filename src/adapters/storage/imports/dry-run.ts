import type { Store } from '../../../application/ports.ts';
import type { ImportReader, SingleRoleHolding } from '../../../application/store/file-readers.ts';
import type { Change } from '../../../domain/change/union.ts';
import { SINGLE_ROLES } from '../../../domain/engagement/mission.ts';
import {
  type Attendance,
  type Authorisation,
  type Contribution,
  type Engagement,
  type Event,
  isCountable,
  type Person,
  type ProgressReview,
  type School,
} from '../../../domain/records.ts';
import { foldedName } from '../people/store.ts';

/** The dry run of an import, on every engine. The import's changes are kept in memory and applied to the
 *  records that it reads back, so that no one waits for it: no row is locked, and no transaction is open. Every
 *  other read gives the stored data, and every other change is refused, because its effect could not be shown
 *  here. */
export function openImportRehearsal(store: Store): Store {
  const saved = makeDryRunLayers();
  return {
    ...store,
    ...makeReader(store, saved),
    readPeople: async (ids) => saved.people.over(await store.readPeople(ids), 'id', ids),
    commit: async (changes) => {
      for (const change of changes) saveInLayers(saved, change);
    },
    openDryRun: async () => openImportRehearsal(store),
    close: async () => {},
  };
}

type DryRunLayers = ReturnType<typeof makeDryRunLayers>;

/** New people of one name with whom another is compared. */
const MOST_NAMESAKES = 4;

function makeDryRunLayers() {
  return {
    establishments: makeLayer<School, 'uai'>({
      keyOf: ({ uai }) => uai,
      by: { uai: ({ uai }) => [uai] },
    }),
    people: makeLayer<Person, 'id' | 'email' | 'name'>({
      keyOf: ({ id }) => id,
      by: { id: ({ id }) => [id], email: ({ emails }) => emails, name: (person) => [foldedName(person)] },
    }),
    engagements: makeLayer<Engagement, 'reference' | 'uai' | 'person'>({
      keyOf: ({ reference }) => reference,
      by: {
        reference: ({ reference }) => [reference],
        uai: ({ uai }) => [uai],
        person: ({ personId }) => [personId],
      },
    }),
    authorisations: makeLayer<Authorisation, 'uai'>({
      keyOf: (it) => [it.uai, it.mission, it.localAuthority, it.period.from].join('\n'),
      by: { uai: ({ uai }) => [uai] },
    }),
    events: makeLayer<Event, 'code'>({ keyOf: ({ code }) => code, by: { code: ({ code }) => [code] } }),
    attendances: makeLayer<Attendance, 'person'>({
      keyOf: ({ personId, eventCode }) => `${personId}\n${eventCode}`,
      by: { person: ({ personId }) => [personId] },
    }),
    reviews: makeLayer<ProgressReview, 'person'>({
      keyOf: (it) => [it.personId, it.uai, it.on, it.kind].join('\n'),
      by: { person: ({ personId }) => [personId] },
    }),
    contributions: makeLayer<Contribution, 'reference'>({
      keyOf: ({ reference }) => reference,
      by: { reference: ({ reference }) => [reference] },
    }),
  };
}

interface LayerOf<Item, Column extends string> {
  readonly keyOf: (item: Item) => string;
  /** What the records are asked for by. */
  readonly by: Readonly<Record<Column, (item: Item) => readonly string[]>>;
}

/** Records by their key; the last saved record of a key counts. Each question costs what it finds, however
 *  many records are kept: an import asks once for every few hundred lines. */
function makeLayer<Item, Column extends string>({ keyOf, by }: LayerOf<Item, Column>) {
  const items = new Map<string, { readonly item: Item; readonly position: number }>();
  const keys = new Map<string, Set<string>>();
  const columns = Object.keys(by) as Column[];
  const placesOf = (item: Item) =>
    columns.flatMap((column) => by[column](item).map((value) => placeOf(column, value)));
  return {
    save(item: Item): void {
      const key = keyOf(item);
      const before = items.get(key);
      if (before) for (const place of placesOf(before.item)) keys.get(place)?.delete(key);
      items.set(key, { item, position: before?.position ?? items.size });
      for (const place of placesOf(item)) keys.set(place, (keys.get(place) ?? new Set()).add(key));
    },
    /** The stored records in their new state, followed by the new ones in the order in which they came: at most
     *  the first `most` of each value. */
    over(
      stored: readonly Item[],
      column: Column,
      requested: readonly string[],
      most = Number.POSITIVE_INFINITY,
    ): readonly Item[] {
      const found = new Set<string>();
      for (const value of new Set(requested)) {
        let left = most;
        for (const key of keys.get(placeOf(column, value)) ?? []) {
          if (left <= 0) break;
          left -= 1;
          found.add(key);
        }
      }
      const news = [...found].flatMap((key) => items.get(key) ?? []);
      news.sort((one, other) => one.position - other.position);
      return [...stored.filter((item) => !items.has(keyOf(item))), ...news.map(({ item }) => item)];
    },
  };
}

function placeOf(column: string, value: string): string {
  return `${column}\n${value}`;
}

function saveInLayers(saved: DryRunLayers, change: Change): unknown {
  switch (change.kind) {
    case 'establishment-saved':
      return saved.establishments.save(change.establishment);
    case 'person-saved':
      return saved.people.save(change.person);
    case 'engagement-imported':
      return saved.engagements.save(change.engagement);
    case 'authorisation-saved':
      return saved.authorisations.save(change.authorisation);
    case 'event-saved':
      return saved.events.save(change.event);
    case 'attendance-saved':
      return saved.attendances.save(change.attendance);
    case 'progress-review-saved':
      return saved.reviews.save(change.review);
    case 'contribution-saved':
      return saved.contributions.save(change.contribution);
    // A dry run meets no one, does no tasks, such as signing badges again, and audits nothing.
    case 'records-as-read':
    case 'school-kept-open':
    case 'outbox-added':
    case 'audited':
      return undefined;
    default:
      throw new Error(`a dry run of an import has no place for ${change.kind}`);
  }
}

function makeReader(store: Store, saved: DryRunLayers): ImportReader {
  return {
    readSchoolsByUai: async (uais) =>
      saved.establishments.over(await store.readSchoolsByUai(uais), 'uai', uais),
    readPeopleByEmail: async (emails) =>
      saved.people.over(await store.readPeopleByEmail(emails), 'email', emails),
    readNamesakes: async (names) =>
      saved.people.over(await store.readNamesakes(names), 'name', names.map(foldedName), MOST_NAMESAKES),
    readEngagementsOf: async (ids) =>
      saved.engagements.over(await store.readEngagementsOf(ids), 'person', ids),
    readEngagements: async (references) =>
      saved.engagements.over(await store.readEngagements(references), 'reference', references),
    readSingleRoleEngagements: async (claims) => {
      const stored = await store.readSingleRoleEngagements(claims);
      const uais = claims.map(({ uai }) => uai);
      return saved.engagements.over(stored, 'uai', uais).filter((it) => isClaimed(it, claims));
    },
    readAuthorisations: async (uais) =>
      saved.authorisations.over(await store.readAuthorisations(uais), 'uai', uais),
    readEvents: async (codes) => saved.events.over(await store.readEvents(codes), 'code', codes),
    readAttendances: async (ids) => saved.attendances.over(await store.readAttendances(ids), 'person', ids),
    readReviews: async (ids) => saved.reviews.over(await store.readReviews(ids), 'person', ids),
    readContributions: async (references) =>
      saved.contributions.over(await store.readContributions(references), 'reference', references),
  };
}

/** Applies the condition of the stored query to a record in memory. */
function isClaimed(it: Engagement, claims: readonly SingleRoleHolding[]): boolean {
  if (!isCountable(it.confirmation) || !it.roles.some((role) => SINGLE_ROLES.includes(role))) return false;
  const { from, to } = it.period;
  return claims.some(
    ({ uai, period }) =>
      uai === it.uai &&
      (period.to === undefined || from <= period.to) &&
      (to === undefined || to >= period.from),
  );
}
