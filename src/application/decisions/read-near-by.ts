import { SINGLE_ROLES } from '../../domain/engagement/mission.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { Engagement, PersonRecord } from '../../domain/records.ts';
import type { Store } from '../ports.ts';

export type NearByReads = 'readPeopleByEmail' | 'readSignInDoubts' | 'readSingleRoleSegments';

/** The unsettled matters around some people, read together. */
export interface NearBy {
  /** Countable segments that hold a single role where these people are engaged. */
  readonly holders: readonly Engagement[];
  /** People whose address was used for a doubtful sign-in. */
  readonly doubted: ReadonlySet<PersonId>;
}

/** The most doubtful sign-ins that are read. Agents settle them one by one, so there are few. */
const MOST_DOUBTS = 500;

/** Reads the holders of single roles and the doubtful sign-ins for the people of one step. */
export async function readNearBy(store: Store, records: readonly PersonRecord[]): Promise<NearBy> {
  if (records.length === 0) return { holders: [], doubted: new Set() };
  const claims = records
    .flatMap(({ engagements }) => engagements)
    .filter(({ roles }) => SINGLE_ROLES.some((role) => roles.includes(role)));
  const [holders, doubts] = await Promise.all([
    claims.length > 0 ? store.readSingleRoleSegments(claims) : [],
    store.readSignInDoubts({ limit: MOST_DOUBTS }),
  ]);
  const emails = [...new Set(doubts.flatMap(({ identity }) => identity.email?.toLowerCase() ?? []))];
  const people = emails.length > 0 ? await store.readPeopleByEmail(emails) : [];
  return { holders, doubted: new Set(people.map(({ id }) => id)) };
}
