import { audit } from '../../domain/audit.ts';
import { DomainError } from '../../domain/errors.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { Clock, Store } from '../ports.ts';
import { linkChanges } from './finish-sign-in.ts';

interface Needs {
  readonly store: Pick<Store, 'commit' | 'readPeople' | 'readSignInDoubt'>;
  readonly clock: Clock;
}

/** Binds a doubtful sign-in to a person, or dismisses it. Throws `not-found` where it is already settled, and
 *  `unknown-person`. */
export const settleDoubt =
  ({ store, clock }: Needs) =>
  async (command: {
    readonly id: string;
    /** Absent to dismiss the doubt: it may appear again at the next sign-in. */
    readonly personId?: PersonId;
    readonly actor: PersonId;
  }): Promise<void> => {
    const doubt = await store.readSignInDoubt(command.id);
    if (!doubt) throw new DomainError('not-found');
    const at = clock.now();
    const { personId, actor } = command;
    if (personId !== undefined) {
      const [person] = await store.readPeople([personId]);
      if (!person) throw new DomainError('unknown-person');
    }
    await store.commit([
      { kind: 'sign-in-doubt-settled', id: doubt.id },
      ...(personId === undefined ? [] : linkChanges(doubt.identity, personId, at, actor)),
      audit('sign-in-doubt-settled', { at, actor, subject: personId ?? doubt.id }),
    ]);
  };
