import type { SchoolInYear } from '../../application/school/read-year.ts';
import type { Ports } from '../../application/service-ports.ts';
import { useCases } from '../../application/use-cases.ts';
import { isFindable } from '../../domain/holder/search-indexing.ts';
import type { PersonId } from '../../domain/ids.ts';
import { isCountable } from '../../domain/records.ts';
import { secondsAfter } from '../../domain/time/calendar.ts';

/** How long a badge is new to a principal, in days. */
const NEW_DAYS = 60;

/** The people of a school who got a badge of late that bears their name in public, and of whom the principal has
 *  said no word yet. A badge that its holder shows to no one, or without a name, is not told of. */
const readPeopleWithoutComment =
  ({ store, clock }: Ports) =>
  async (
    { establishment, engagements, people, split }: SchoolInYear,
    principal: PersonId,
  ): Promise<readonly PersonId[]> => {
    const now = clock.now();
    const team = people
      .map(({ id }) => id)
      .filter((id) => id !== principal && split.people.includes(id))
      .filter((id) => engagements.some((one) => one.personId === id && isCountable(one.confirmation)));
    const awards = await store.readAwardsOf(team.map((personId) => ({ kind: 'person', personId })));
    const named = awards.flatMap(({ award, credential }) =>
      credential &&
      award.recipient.kind === 'person' &&
      credential.choice.name === 'full' &&
      isFindable({ award, credential }, now) &&
      secondsAfter(credential.validFrom, NEW_DAYS * 86_400) > now
        ? [award.recipient.personId]
        : [],
    );
    const stated = await Promise.all([...new Set(named)].map((id) => store.readEndorsementsOf(id)));
    const spoken = stated.flat().filter(({ uai }) => uai === establishment.uai);
    return team.filter((id) => named.includes(id) && !spoken.some(({ personId }) => personId === id));
  };

export const withoutCommentServices = useCases({ readPeopleWithoutComment });
