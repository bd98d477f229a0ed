import { achievementOf } from '../../catalogue/versions.ts';
import { findReviewFlags, type ReviewFlag } from '../../domain/award/review-flag.ts';
import type { Recipient } from '../../domain/award/types.ts';
import type { Evaluation } from '../../domain/criteria/evaluation.ts';
import { SINGLE_ROLES } from '../../domain/engagement/mission.ts';
import type { PersonId } from '../../domain/ids.ts';
import { emailsAmong } from '../../domain/person/mail-address.ts';
import type { Engagement, PersonRecord } from '../../domain/records.ts';
import type { Store } from '../ports.ts';
import type { Ports } from '../service-ports.ts';

/** A badge of a recipient, and the records on which it was judged. */
export interface JudgedBadge {
  readonly recipient: Recipient;
  readonly evaluation: Evaluation;
  /** Absent for a school. */
  readonly record?: PersonRecord;
}

/** Reads what is unsettled around some people, and returns the function that says why a person should look at
 *  one of their badges. The queue, the screens, the command line and the API all ask here. */
export async function readReviewFlags(
  { store, catalogue }: Ports,
  records: readonly PersonRecord[],
): Promise<(badge: JudgedBadge) => readonly ReviewFlag[]> {
  const { holders, doubted } = await readNearBy(store, records);
  return ({ recipient, evaluation, record }) => {
    const criteria = catalogue.criteriaInForce(evaluation.on);
    return findReviewFlags({
      evaluation,
      definition: achievementOf(criteria, evaluation.achievement),
      criteria,
      basis: { thresholds: criteria.thresholds, framework: catalogue.framework },
      ...(record && { record }),
      holders,
      isDoubted: recipient.kind === 'person' && doubted.has(recipient.personId),
    });
  };
}

/** The unsettled matters around some people, read together. */
export interface NearBy {
  /** Countable engagements that hold a single role where these people are engaged. */
  readonly holders: readonly Engagement[];
  /** People whose address was used for a doubtful sign-in. */
  readonly doubted: ReadonlySet<PersonId>;
}

/** The most doubtful sign-ins that are read. Agents settle them one by one, so there are few. */
const MOST_DOUBTS = 500;

/** Reads the holders of single roles and the doubtful sign-ins for the people of one step. */
async function readNearBy(store: Store, records: readonly PersonRecord[]): Promise<NearBy> {
  if (records.length === 0) return { holders: [], doubted: new Set() };
  const claims = records
    .flatMap(({ engagements }) => engagements)
    .filter(({ roles }) => SINGLE_ROLES.some((role) => roles.includes(role)));
  const [holders, doubts] = await Promise.all([
    claims.length > 0 ? store.readSingleRoleEngagements(claims) : [],
    store.readSignInDoubts({ limit: MOST_DOUBTS }),
  ]);
  const emails = emailsAmong(doubts.flatMap(({ identity }) => identity.email ?? []));
  const people = emails.length > 0 ? await store.readPeopleByEmail(emails) : [];
  return { holders, doubted: new Set(people.map(({ id }) => id)) };
}
