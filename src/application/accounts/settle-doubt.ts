import { audit } from '../../domain/audit.ts';
import { DomainError } from '../../domain/errors.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { Ports } from '../service-ports.ts';
import { onceMore } from '../store/once-more.ts';
import { linkChanges } from './finish-sign-in.ts';

interface SettleDoubt {
  readonly id: string;
  /** Absent to dismiss the doubt: it may appear again at the next sign-in. */
  readonly personId?: PersonId;
  readonly actor: PersonId;
}

/** Binds a doubtful sign-in to a person, or dismisses it. Throws `settled-meanwhile` where somebody has done
 *  so already, and `unknown-person`. */
export const settleDoubt =
  ({ store, clock }: Ports) =>
  ({ id, personId, actor }: SettleDoubt): Promise<void> =>
    onceMore(async () => {
      const doubt = await store.readSignInDoubt(id);
      if (!doubt) throw new DomainError('settled-meanwhile');
      const at = clock.now();
      if (personId !== undefined) {
        const [person] = await store.readPeople([personId]);
        if (!person) throw new DomainError('unknown-person');
      }
      await store.commit([
        { kind: 'sign-in-doubt-settled', id },
        ...(personId === undefined ? [] : linkChanges(doubt.identity, personId, at, actor)),
        audit('sign-in-doubt-settled', { at, actor, subject: personId ?? id }),
      ]);
    });
