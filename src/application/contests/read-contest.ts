import type { Contest } from '../../domain/contest/contest.ts';
import type { Engagement, Establishment, Person } from '../../domain/records.ts';
import { readConfirmers } from '../awards/read-confirmers.ts';
import type { Store } from '../ports.ts';
import type { Ports } from '../service-ports.ts';
import type { Slice } from '../store/slice.ts';

/** A contest with the records needed to show it. */
export interface ContestCaseFile {
  readonly contest: Contest;
  /** The segments of the decision or, before it, the contested segment. */
  readonly engagements: readonly Engagement[];
  readonly person: Person;
  readonly establishment: Establishment;
  /** The known confirmers of the segments. */
  readonly confirmers: readonly Person[];
}

/** One contest with its records; undefined where it does not exist. */
export const readContest =
  ({ store }: Ports) =>
  async (id: string): Promise<ContestCaseFile | undefined> => {
    const contest = await store.readContest(id);
    const [file] = contest ? await openFiles(store, [contest]) : [];
    return file;
  };

/** Contests that wait for a decision, or those that are over, one slice at a time. */
export const readContests =
  ({ store }: Ports) =>
  async (page: Slice<string>, open: boolean): Promise<readonly ContestCaseFile[]> =>
    openFiles(store, await store.readContests(page, open));

/** All contests of one person's engagements, the newest first. */
export const readOwnContests =
  ({ store }: Ports) =>
  async (personId: Contest['personId']): Promise<readonly ContestCaseFile[]> =>
    openFiles(store, await store.readContestsOfPerson(personId));

async function openFiles(store: Store, contests: readonly Contest[]): Promise<readonly ContestCaseFile[]> {
  const [people, establishments, engagements] = await Promise.all([
    store.readPeople(contests.map(({ personId }) => personId)),
    store.readEstablishments(contests.map(({ uai }) => uai)),
    store.readEngagements(contests.flatMap(referencesOf)),
  ]);
  const confirmers = await readConfirmers(store, engagements);
  return contests.flatMap((contest) => {
    const person = people.find(({ id }) => id === contest.personId);
    const establishment = establishments.find(({ uai }) => uai === contest.uai);
    const references = referencesOf(contest);
    const own = engagements.filter(({ reference }) => references.includes(reference));
    return person && establishment ? [{ contest, engagements: own, person, establishment, confirmers }] : [];
  });
}

function referencesOf({ engagementReference, decision }: Contest): readonly string[] {
  return [...new Set([engagementReference, ...(decision?.references ?? [])])];
}
