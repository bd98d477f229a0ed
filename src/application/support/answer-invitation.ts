import { audit } from '../../domain/audit.ts';
import { DomainError } from '../../domain/errors.ts';
import { type InvitationAnswer, isToCome } from '../../domain/event/invitation.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { Ports } from '../service-ports.ts';
import { onceMore } from '../store/once-more.ts';

interface AnswerInvitation {
  readonly eventCode: string;
  readonly personId: PersonId;
  readonly answer: InvitationAnswer;
}

/** Records a person's answer to an invitation. It may be changed until the event is over. Throws `not-found`
 *  where they are not invited, `invitation-over`. */
export const answerInvitation =
  ({ store, clock }: Ports) =>
  ({ eventCode, personId, answer }: AnswerInvitation): Promise<void> =>
    onceMore(async () => {
      const at = clock.now();
      const [[event], invitation] = await Promise.all([
        store.readEvents([eventCode]),
        store.readInvitation(eventCode, personId),
      ]);
      if (!event || !invitation) throw new DomainError('not-found');
      if (invitation.cancelledAt || !isToCome(event, at)) throw new DomainError('invitation-over');
      const details = { event: eventCode, answer };
      await store.commit([
        { kind: 'invitation-answered', eventCode, personId, answer, at },
        audit('invitation-answered', { at, actor: personId, subject: personId, details }),
      ]);
    });
