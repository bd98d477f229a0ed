import type { Store } from '../../application/ports.ts';
import type { ImportReader, SingleRoleClaim } from '../../application/store/import-reader.ts';
import type { Change } from '../../domain/change/change.ts';
import { SINGLE_ROLES } from '../../domain/engagement/mission.ts';
import {
  type Attendance,
  type Authorisation,
  type Contribution,
  type Engagement,
  type Establishment,
  type Event,
  isCountable,
  type Person,
  type ProgressReview,
} from '../../domain/records.ts';

/** The dry run of an import, on every engine. The import's changes are kept in memory and applied to the
 *  records that it reads back, so that nobody waits for it: no row is locked, and no transaction is open. Every
 *  other read gives the stored data, and every other change is refused, because its effect could not be shown
 *  here. */
export function openImportRehearsal(store: Store): Store {
  const kept = makeKept();
  return {
    ...store,
    ...makeReader(store, kept),
    readPeople: async (ids) => kept.people.over(await store.readPeople(ids), ({ id }) => ids.includes(id)),
    commit: async (changes) => {
      for (const change of changes) keep(kept, change);
    },
    openDryRun: async () => openImportRehearsal(store),
    close: async () => {},
  };
}

type Kept = ReturnType<typeof makeKept>;

function makeKept() {
  return {
    establishments: makeLayer<Establishment>(({ uai }) => uai),
    people: makeLayer<Person>(({ id }) => id),
    engagements: makeLayer<Engagement>(({ reference }) => reference),
    authorisations: makeLayer<Authorisation>((it) =>
      [it.uai, it.mission, it.localAuthority, it.period.from].join('\n'),
    ),
    events: makeLayer<Event>(({ code }) => code),
    attendances: makeLayer<Attendance>(({ personId, eventCode }) => `${personId}\n${eventCode}`),
    reviews: makeLayer<ProgressReview>((it) => [it.personId, it.uai, it.on, it.kind].join('\n')),
    contributions: makeLayer<Contribution>(({ reference }) => reference),
  };
}

/** Records by their key; the last saved record of a key counts. */
function makeLayer<Item>(keyOf: (item: Item) => string) {
  const items = new Map<string, Item>();
  return {
    save: (item: Item): unknown => items.set(keyOf(item), item),
    /** The stored records in their new state, followed by the new ones. */
    over: (stored: readonly Item[], isAsked: (item: Item) => boolean): readonly Item[] => [
      ...stored.filter((item) => !items.has(keyOf(item))),
      ...[...items.values()].filter(isAsked),
    ],
  };
}

function keep(kept: Kept, change: Change): unknown {
  switch (change.kind) {
    case 'establishment-saved':
      return kept.establishments.save(change.establishment);
    case 'person-saved':
      return kept.people.save(change.person);
    case 'engagement-saved':
    case 'engagement-imported':
      return kept.engagements.save(change.engagement);
    case 'authorisation-saved':
      return kept.authorisations.save(change.authorisation);
    case 'event-saved':
      return kept.events.save(change.event);
    case 'attendance-saved':
      return kept.attendances.save(change.attendance);
    case 'progress-review-saved':
      return kept.reviews.save(change.review);
    case 'contribution-saved':
      return kept.contributions.save(change.contribution);
    // A dry run meets nobody, does no tasks, such as signing badges again, and audits nothing.
    case 'records-as-read':
    case 'outbox-added':
    case 'audited':
      return undefined;
    default:
      throw new Error(`a dry run of an import has no place for ${change.kind}`);
  }
}

function makeReader(store: Store, kept: Kept): ImportReader {
  return {
    readEstablishments: async (uais) =>
      kept.establishments.over(await store.readEstablishments(uais), ({ uai }) => uais.includes(uai)),
    readPeopleByEmail: async (emails) =>
      kept.people.over(await store.readPeopleByEmail(emails), (person) =>
        person.emails.some((address) => emails.includes(address)),
      ),
    readEngagements: async (references) =>
      kept.engagements.over(await store.readEngagements(references), ({ reference }) =>
        references.includes(reference),
      ),
    readSingleRoleSegments: async (claims) =>
      kept.engagements.over(await store.readSingleRoleSegments(claims), (it) => isClaimed(it, claims)),
    readAuthorisations: async (uais) =>
      kept.authorisations.over(await store.readAuthorisations(uais), ({ uai }) => uais.includes(uai)),
    readEvents: async (codes) =>
      kept.events.over(await store.readEvents(codes), ({ code }) => codes.includes(code)),
    readAttendances: async (ids) =>
      kept.attendances.over(await store.readAttendances(ids), ({ personId }) => ids.includes(personId)),
    readReviews: async (ids) =>
      kept.reviews.over(await store.readReviews(ids), ({ personId }) => ids.includes(personId)),
    readContributions: async (references) =>
      kept.contributions.over(await store.readContributions(references), ({ reference }) =>
        references.includes(reference),
      ),
  };
}

/** Applies the condition of the stored query to a record in memory. */
function isClaimed(it: Engagement, claims: readonly SingleRoleClaim[]): boolean {
  if (!isCountable(it.confirmation) || !it.roles.some((role) => SINGLE_ROLES.includes(role))) return false;
  const { from, to } = it.period;
  return claims.some(
    ({ uai, period }) =>
      uai === it.uai &&
      (period.to === undefined || from <= period.to) &&
      (to === undefined || to >= period.from),
  );
}
