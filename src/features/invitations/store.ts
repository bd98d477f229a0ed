import { type CompiledQuery, type SqlBool, sql } from 'kysely';
import { type Writers, withPrecondition } from '../../adapters/storage/commit/change-writer.ts';
import {
  precondition,
  preconditionOfEach,
  preconditionOfNone,
} from '../../adapters/storage/commit/precondition.ts';
import { type InvariantChecks, notAhead } from '../../adapters/storage/invariants/check.ts';
import type { Database } from '../../adapters/storage/mapping/database.ts';
import { isNamedAfter } from '../../adapters/storage/mapping/keyset-by-name.ts';
import { countBy, readColumn } from '../../adapters/storage/mapping/queries.ts';
import { recordTable } from '../../adapters/storage/mapping/record-table.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/time/calendar.ts';
import type {
  InvitableSearch,
  Invitation,
  InvitationChange,
  InvitationCounts,
  InvitationReader,
} from './feature.ts';

const table = recordTable<Invitation>()('event_invitation', ['eventCode', 'personId'], {
  columns: ['eventCode', 'personId', 'invitedAt', 'invitedBy', 'remindedAt', 'answer', 'cancelledAt'],
});

/** The most invitations of some people that a page shows. */
const MOST_SHOWN = 200;

export function makeInvitationReader(database: Database): InvitationReader {
  const { db, capabilities } = database;
  const standing = () => table.select(db).where('cancelled_at', 'is', null);
  return {
    readInvitation: (eventCode, personId) => table.find(db, { eventCode, personId }),
    readInvitationsOf: async (personIds, from) => {
      if (personIds.length === 0) return [];
      return table.all(
        standing()
          .innerJoin('event', 'event.code', 'event_invitation.event_code')
          .where('person_id', 'in', capabilities.listOf(personIds))
          .where((eb) => eb(eb.fn.coalesce('event.ends_on', 'event.starts_on'), '>=', from))
          .orderBy('event.starts_on')
          .orderBy('event.code')
          .orderBy('person_id')
          .limit(MOST_SHOWN),
      );
    },
    readEventInvitations: (eventCode, slice) => readByName(database, eventCode, slice),
    readInvitedWithoutAttendance: (eventCode, limit) => readWithoutAttendance(database, eventCode, limit),
    countInvitations: (eventCode) => countInvitations(database, eventCode),
    readInvitable: ({ limit, ...search }) =>
      readColumn(
        invitable(database, search)
          .where(hasAddress(true))
          .select('engagement.person_id')
          .distinct()
          .orderBy('engagement.person_id')
          .limit(limit),
        'person_id',
      ),
    countInvitable: async (search) => {
      const count = async (reached: boolean) => {
        const people = invitable(database, search)
          .where(hasAddress(reached))
          .select((eb) => eb.fn.count('engagement.person_id').distinct().as('count'));
        return Number((await people.executeTakeFirstOrThrow()).count);
      };
      return { reachable: await count(true), withoutAddress: await count(false) };
    },
    readSilentInvited: (eventCode, since, limit) =>
      readColumn(
        standing()
          .where('event_code', '=', eventCode)
          .where('answer', 'is', null)
          .where((eb) => eb(eb.fn.coalesce('reminded_at', 'invited_at'), '<', since))
          .where(
            sql<SqlBool>`exists (select 1 from person_email where person_email.person_id = event_invitation.person_id)`,
          )
          .orderBy('person_id')
          .limit(limit),
        'person_id',
      ),
  };
}

async function readByName(
  { db }: Database,
  eventCode: string,
  { after, answer, limit }: Parameters<InvitationReader['readEventInvitations']>[1],
) {
  let page = db
    .selectFrom('event_invitation')
    .innerJoin('person', 'person.id', 'event_invitation.person_id')
    .selectAll('event_invitation')
    .where('cancelled_at', 'is', null)
    .where('event_code', '=', eventCode)
    .orderBy('person.folded_name')
    .orderBy('person.id')
    .limit(limit);
  if (after !== undefined) page = page.where(isNamedAfter(after));
  if (answer === 'silent') page = page.where('answer', 'is', null);
  else if (answer) page = page.where('answer', '=', answer);
  return table.all(page);
}

async function readWithoutAttendance({ db }: Database, eventCode: string, limit: number) {
  const present = db.selectFrom('attendance').select('person_id').where('event_code', '=', eventCode);
  // People who come are listed first, so that a limit leaves out the others.
  const rank = sql`case answer when 'coming' then 0 when 'perhaps' then 1 when 'not-coming' then 3 else 2 end`;
  return table.all(
    table
      .select(db)
      .where('cancelled_at', 'is', null)
      .where('event_code', '=', eventCode)
      .where('person_id', 'not in', present)
      .orderBy(rank)
      .orderBy('person_id')
      .limit(limit),
  );
}

function invitable({ db }: Database, { eventCode, on, departmentCode }: InvitableSearch) {
  const running = db
    .selectFrom('engagement')
    .where('engagement.starts_on', '<=', on)
    .where((eb) => eb.or([eb('engagement.ends_on', 'is', null), eb('engagement.ends_on', '>=', on)]))
    .where('engagement.confirmation', '<>', 'contested')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('event_invitation')
            .select('event_invitation.person_id')
            .whereRef('event_invitation.person_id', '=', 'engagement.person_id')
            .where('event_invitation.event_code', '=', eventCode)
            .where('event_invitation.cancelled_at', 'is', null),
        ),
      ),
    );
  if (!departmentCode) return running;
  const schools = db.selectFrom('establishment').select('uai').where('department_code', '=', departmentCode);
  return running.where('engagement.uai', 'in', schools);
}

function hasAddress(yes: boolean) {
  const found = sql`exists (select 1 from person_email where person_email.person_id = engagement.person_id)`;
  return yes ? sql<SqlBool>`${found}` : sql<SqlBool>`not ${found}`;
}

async function countInvitations({ db }: Database, eventCode: string): Promise<InvitationCounts> {
  const invited = db.selectFrom('event_invitation').where('event_code', '=', eventCode);
  const of = await countBy(invited.where('cancelled_at', 'is', null), 'answer');
  const answers = { coming: of('coming'), perhaps: of('perhaps'), 'not-coming': of('not-coming') };
  const silent = of(null);
  return {
    answers,
    silent,
    invited: silent + answers.coming + answers.perhaps + answers['not-coming'],
  };
}

export const invitationWriters = {
  'person-invited': withPrecondition(['choice-as-read'], {
    writeRun: (database, run) => [
      ...ofEach(
        run,
        ({ invitation }) => invitation,
        (eventCode, people) =>
          preconditionOfNone(
            database,
            'choice-as-read',
            of(database, eventCode, people).where('cancelled_at', 'is', null),
          ),
      ),
      ...table.saveAll(
        database.db,
        run.map(({ invitation }) => invitation),
      ),
    ],
  }),
  'invitation-answered': withPrecondition(['choice-as-read'], (database, { answer, at, ...one }) => [
    precondition(
      database,
      'choice-as-read',
      table.locate(database.db, one).where('cancelled_at', 'is', null),
    ),
    table.set(database.db, one, { answer: { kind: answer, at } }),
  ]),
  'invitation-reminded': withPrecondition(['choice-as-read'], {
    writeRun: (database, run) => [
      ...ofEach(
        run,
        (one) => one,
        (eventCode, people) => {
          const since = run[0]?.silentSince ?? ('' as Instant);
          const silent = of(database, eventCode, people)
            .where('cancelled_at', 'is', null)
            .where('answer', 'is', null)
            .where((eb) => eb.or([eb('reminded_at', 'is', null), eb('reminded_at', '<', since)]));
          return preconditionOfEach(database, 'choice-as-read', people, silent);
        },
      ),
      ...run.map(({ at, ...one }) => table.set(database.db, one, { remindedAt: at })),
    ],
  }),
  'invitations-cancelled': withPrecondition(['choice-as-read'], (database, { eventCode, at }) => {
    const { db } = database;
    const standing = db
      .selectFrom('event_invitation')
      .select('person_id')
      .where('event_code', '=', eventCode)
      .where('cancelled_at', 'is', null);
    const cancelled = db.updateTable('event_invitation').set({ cancelled_at: at });
    return [
      precondition(database, 'choice-as-read', standing),
      cancelled.where('event_code', '=', eventCode).where('cancelled_at', 'is', null).compile(),
    ];
  }),
} satisfies Writers<InvitationChange>;

export const invitationChecks = {
  'nothing-ahead': [
    notAhead('event_invitation', 'event_code', 'invited_at', 'reminded_at', 'answered_at', 'cancelled_at'),
  ],
} satisfies InvariantChecks;

function of({ db, capabilities }: Database, eventCode: string, people: readonly PersonId[]) {
  return db
    .selectFrom('event_invitation')
    .select('person_id')
    .where('event_code', '=', eventCode)
    .where('person_id', 'in', capabilities.listOf(people));
}

interface ToEvent {
  readonly eventCode: string;
  readonly personId: PersonId;
}

/** One statement for the people of each event in the run. */
function ofEach<One>(
  run: readonly One[],
  toEvent: (one: One) => ToEvent,
  toQuery: (eventCode: string, people: readonly PersonId[]) => CompiledQuery,
): readonly CompiledQuery[] {
  const byEvent = Map.groupBy(run.map(toEvent), ({ eventCode }) => eventCode);
  return [...byEvent].map(([eventCode, all]) =>
    toQuery(
      eventCode,
      all.map(({ personId }) => personId),
    ),
  );
}
