import type { CompiledQuery } from 'kysely';
import type { InvitationChange } from '../../../domain/event/invitation.ts';
import type { PersonId } from '../../../domain/ids.ts';
import type { Instant } from '../../../domain/time/time.ts';
import type { Database } from '../database.ts';
import { toInvitationRow } from '../tables/invitations.ts';
import { excluded } from './excluded.ts';
import { premised } from './guard.ts';
import { insertEach } from './insert-each.ts';
import { premise, premiseOfNone } from './premise.ts';
import type { Writers } from './writer.ts';

export const invitations = {
  'person-invited': premised(['choice-as-read'], {
    writeRun: (database, run) => [
      ...ofEach(
        run,
        ({ invitation }) => invitation,
        (eventCode, people) =>
          premiseOfNone(
            database,
            'choice-as-read',
            of(database, eventCode, people).where('cancelled_at', 'is', null),
          ),
      ),
      ...insertEach(
        run.map(({ invitation }) => toInvitationRow(invitation)),
        (row) => {
          const { event_code: _event, person_id: _person, ...rest } = row;
          const insert = database.db.insertInto('event_invitation').values(row);
          return insert.onConflict((on) =>
            on.columns(['event_code', 'person_id']).doUpdateSet(excluded(rest)),
          );
        },
      ),
    ],
  }),
  'invitation-answered': premised(['choice-as-read'], (database, { eventCode, personId, answer, at }) => [
    premise(
      database,
      'choice-as-read',
      of(database, eventCode, [personId]).where('cancelled_at', 'is', null),
    ),
    database.db
      .updateTable('event_invitation')
      .set({ answer, answered_at: at })
      .where('event_code', '=', eventCode)
      .where('person_id', '=', personId)
      .compile(),
  ]),
  'invitation-reminded': premised(['choice-as-read'], {
    writeRun: (database, run) => [
      ...ofEach(
        run,
        (one) => one,
        (eventCode, people) => {
          const since = run[0]?.silentSince ?? ('' as Instant);
          const told = of(database, eventCode, people).where((eb) =>
            eb.or([
              eb('cancelled_at', 'is not', null),
              eb('answer', 'is not', null),
              eb('reminded_at', '>=', since),
            ]),
          );
          return premiseOfNone(database, 'choice-as-read', told);
        },
      ),
      ...run.map(({ eventCode, personId, at }) =>
        database.db
          .updateTable('event_invitation')
          .set({ reminded_at: at })
          .where('event_code', '=', eventCode)
          .where('person_id', '=', personId)
          .compile(),
      ),
    ],
  }),
  'invitations-cancelled': premised(['choice-as-read'], (database, { eventCode, at }) => {
    const { db } = database;
    const standing = db
      .selectFrom('event_invitation')
      .select('person_id')
      .where('event_code', '=', eventCode)
      .where('cancelled_at', 'is', null);
    const cancelled = db.updateTable('event_invitation').set({ cancelled_at: at });
    return [
      premise(database, 'choice-as-read', standing),
      cancelled.where('event_code', '=', eventCode).where('cancelled_at', 'is', null).compile(),
    ];
  }),
} satisfies Writers<InvitationChange>;

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
