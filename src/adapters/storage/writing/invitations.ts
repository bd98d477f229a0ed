import type { InvitationChange } from '../../../domain/event/invitation.ts';
import { toInvitationRow } from '../tables/invitations.ts';
import { excluded } from './excluded.ts';
import { insertEach } from './insert-each.ts';
import type { Writers } from './writer.ts';

export const invitations = {
  'person-invited': {
    writeRun: ({ db }, run) =>
      insertEach(
        run.map(({ invitation }) => toInvitationRow(invitation)),
        (row) => {
          const { event_code: _event, person_id: _person, ...rest } = row;
          const insert = db.insertInto('event_invitation').values(row);
          return insert.onConflict((on) =>
            on.columns(['event_code', 'person_id']).doUpdateSet(excluded(rest)),
          );
        },
      ),
  },
  'invitation-answered': ({ db }, { eventCode, personId, answer, at }) => [
    db
      .updateTable('event_invitation')
      .set({ answer, answered_at: at })
      .where('event_code', '=', eventCode)
      .where('person_id', '=', personId)
      .where('cancelled_at', 'is', null)
      .compile(),
  ],
  'invitation-reminded': ({ db }, { eventCode, personId, at }) => [
    db
      .updateTable('event_invitation')
      .set({ reminded_at: at })
      .where('event_code', '=', eventCode)
      .where('person_id', '=', personId)
      .compile(),
  ],
  'invitations-cancelled': ({ db }, { eventCode, at }) => [
    db
      .updateTable('event_invitation')
      .set({ cancelled_at: at })
      .where('event_code', '=', eventCode)
      .where('cancelled_at', 'is', null)
      .compile(),
  ],
} satisfies Writers<InvitationChange>;
