import { commitOnce } from '../../application/concurrency/named-record.ts';
import type { Ports } from '../../application/service-ports.ts';
import { useCases } from '../../application/use-cases.ts';
import { audit } from '../../domain/audit/entry.ts';
import { DomainError } from '../../domain/errors.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { Event } from '../../domain/records.ts';
import { localDateInParis } from '../../domain/time/calendar.ts';
import { schoolYearOf } from '../../domain/time/school-year.ts';
import { schoolsOfReport } from '../yearly-reports/feature-write.ts';
import { mayWish } from './feature-to-come.ts';

/** The most trainings to come that are looked at. */
const MOST = 300;

interface TrainingToCome {
  readonly event: Event;
  readonly isWished: boolean;
}

interface OwnWish {
  readonly eventCode: string;
  readonly personId: PersonId;
}

/** The trainings to come that the person may wish for, the next one first. */
const readTrainingsToCome =
  ({ store, clock }: Ports) =>
  async (personId: PersonId): Promise<readonly TrainingToCome[]> => {
    const today = localDateInParis(clock.now());
    const [events, wishes, schools] = await Promise.all([
      store.readTrainingsToCome(today, MOST),
      store.readTrainingWishesOf(personId),
      readSchools({ store }, personId, schoolYearOf(today)),
    ]);
    const wished = new Set(wishes.map(({ eventCode }) => eventCode));
    return events
      .filter((event) => mayWish(event, { today, schools }))
      .map((event) => ({ event, isWished: wished.has(event.code) }));
  };

/** Notes that the person would like to be at a training to come. Throws `not-found` where it is none that they may
 *  wish for. */
const wishTraining =
  ({ store, clock }: Ports) =>
  async ({ eventCode, personId }: OwnWish): Promise<void> => {
    const at = clock.now();
    const today = localDateInParis(at);
    const [[event], schools] = await Promise.all([
      store.readEvents([eventCode]),
      readSchools({ store }, personId, schoolYearOf(today)),
    ]);
    if (!event || !mayWish(event, { today, schools })) throw new DomainError('not-found');
    await store.commit([
      { kind: 'training-wished', wish: { eventCode, personId, wishedAt: at } },
      audit('training-wished', { at, actor: personId, subject: personId, details: { event: eventCode } }),
    ]);
  };

/** Takes the wish back. Throws `settled-meanwhile` if there is none. */
const takeTrainingWishBack =
  ({ store, clock }: Ports) =>
  async ({ eventCode, personId }: OwnWish): Promise<void> => {
    const details = { event: eventCode };
    await commitOnce(store, [
      { kind: 'training-wish-taken-back', eventCode, personId },
      audit('training-wish-taken-back', { at: clock.now(), actor: personId, subject: personId, details }),
    ]);
  };

async function readSchools({ store }: Pick<Ports, 'store'>, personId: PersonId, year: number) {
  const [record] = await store.readPersonRecords([personId]);
  return schoolsOfReport(record?.engagements ?? [], year);
}

export const wishToComeServices = useCases({ readTrainingsToCome, wishTraining, takeTrainingWishBack });
