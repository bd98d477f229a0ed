import { commitOnce } from '../../application/concurrency/named-record.ts';
import type { Table, TableColumn } from '../../application/files/export/table.ts';
import type { Store } from '../../application/ports.ts';
import type { Ports } from '../../application/service-ports.ts';
import { useCases } from '../../application/use-cases.ts';
import { audit } from '../../domain/audit/entry.ts';
import { DomainError } from '../../domain/errors.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { Person, School } from '../../domain/records.ts';
import type { ReviewKey } from '../../domain/review/planned.ts';
import { localDateInParis } from '../../domain/time/calendar.ts';
import { type SchoolYear, schoolYearLabel } from '../../domain/time/school-year.ts';
import { piecesOfReports } from '../yearly-reports/actions.ts';
import { groupWishes, type WishedGroup, wishesIn, wishKey } from './feature.ts';

/** Number of review notes held in memory together. */
const PIECE = 500;

/** The trainings wished in the progress reviews and yearly reports of a school year, the most wished first. */
const readWishes =
  ({ store }: Ports) =>
  async (year: SchoolYear): Promise<readonly WishedGroup[]> => {
    const wishes = [];
    let after: ReviewKey | undefined;
    do {
      const piece = await store.readReviewsOfYear(year, { limit: PIECE, ...(after && { after }) });
      for (const { personId, uai, on, notes } of piece) {
        wishes.push(...wishesIn(notes.trainingsWished).map((text) => ({ personId, uai, on, text })));
      }
      after = piece.length === PIECE ? piece.at(-1) : undefined;
    } while (after);
    for await (const reports of piecesOfReports({ store }, { year })) {
      for (const { personId, uai, handedInAt, changedAt, answers } of reports) {
        const on = localDateInParis(handedInAt ?? changedAt);
        const lines = answers.flatMap((one) => (one.wishes ? wishesIn(one.text) : []));
        wishes.push(...lines.map((text) => ({ personId, uai, on, text })));
      }
    }
    return groupWishes(wishes, await store.readPlannedWishes(year));
  };

interface WishCommand {
  readonly year: SchoolYear;
  /** The key of the wished training. */
  readonly wish: string;
  readonly actor: PersonId;
}

/** Records the event of the plan that answers a wish, in place of the event recorded before. Throws
 *  `unknown-event`. */
const planWish =
  ({ store, clock }: Ports) =>
  async ({ year, wish, eventCode, actor }: WishCommand & { readonly eventCode: string }): Promise<void> => {
    const [event] = await store.readEvents([eventCode]);
    if (!event) throw new DomainError('unknown-event', { code: eventCode });
    const at = clock.now();
    const planned = { schoolYear: year, wish: wishKey(wish), eventCode, takenBy: actor, takenAt: at };
    await store.commit([
      { kind: 'wish-planned', planned },
      audit('wish-planned', { at, actor, subject: eventCode, details: { year } }),
    ]);
  };

/** Removes the event recorded for a wish. Throws `settled-meanwhile` if none is recorded. */
const takeBackWish =
  ({ store, clock }: Ports) =>
  async ({ year, wish, actor }: WishCommand): Promise<void> => {
    const planned = (await store.readPlannedWishes(year)).find((one) => one.wish === wish);
    if (!planned) throw new DomainError('settled-meanwhile');
    await commitOnce(store, [
      { kind: 'wish-plan-removed', schoolYear: year, wish },
      audit('wish-plan-removed', {
        at: clock.now(),
        actor,
        subject: planned.eventCode,
        details: { year },
      }),
    ]);
  };

const COLUMNS: readonly TableColumn[] = (
  [
    ['annee_scolaire', 'text'],
    ['formation_souhaitee', 'text'],
    ['demandes', 'integer'],
    ['uai', 'text'],
    ['etablissement', 'text'],
    ['prenom', 'text'],
    ['nom', 'text'],
    ['adresse', 'text'],
    ['point_d_etape_le', 'date'],
    ['evenement_du_plan', 'text'],
  ] as const
).map(([key, kind]) => ({ key, title: key, kind }));

/** The wishes as a table, with a row for each. */
const exportWishes =
  (ports: Ports) =>
  async ({ year, actor }: Omit<WishCommand, 'wish'>): Promise<Table> => {
    const { store, clock } = ports;
    const groups = await readWishes(ports)(year);
    const { people, schools } = await readWishers(store, groups);
    const rows = groups.flatMap(({ text, wishes, planned }) =>
      wishes.map(({ personId, uai, on }) => {
        const person = people.get(personId);
        const school = schools.get(uai);
        return [
          schoolYearLabel(year),
          text,
          wishes.length,
          uai,
          school?.name,
          person?.givenName,
          person?.familyName,
          person?.emails[0],
          on,
          planned?.eventCode,
        ];
      }),
    );
    const stated = {
      at: clock.now(),
      actor,
      subject: 'formations-souhaitees',
      details: { rows: rows.length },
    };
    await store.commit([audit('records-exported', stated)]);
    return { name: 'formations-souhaitees', columns: COLUMNS, rows };
  };

/** The people and schools of some wishes. */
export async function readWishers(
  store: Store,
  groups: readonly WishedGroup[],
): Promise<{
  readonly people: ReadonlyMap<PersonId, Person>;
  readonly schools: ReadonlyMap<string, School>;
}> {
  const wishes = groups.flatMap((group) => group.wishes);
  const [people, schools] = await Promise.all([
    store.readPeople([...new Set(wishes.map(({ personId }) => personId))]),
    store.readSchoolsByUai([...new Set(wishes.map(({ uai }) => uai))]),
  ]);
  return {
    people: new Map(people.map((one) => [one.id, one])),
    schools: new Map(schools.map((one) => [one.uai, one])),
  };
}

export const wishServices = useCases({ readWishes, planWish, takeBackWish, exportWishes });
