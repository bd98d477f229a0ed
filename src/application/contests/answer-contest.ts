import { audit } from '../../domain/audit.ts';
import { isOpen } from '../../domain/contest/contest.ts';
import { DomainError } from '../../domain/errors.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { Clock, Store } from '../ports.ts';
import type { Ports } from '../service-ports.ts';
import { tellHeads } from './tell-heads.ts';

interface AnswerCommand {
  readonly id: string;
  readonly answer: string;
  readonly by: PersonId;
}

/** Records the teacher's answer to a contest of their engagement. A new answer replaces the last one until
 *  the DANE decides. Throws `not-found` for another person's contest, `contest-decided` where it is over. */
export const answerContest =
  (
    ports: Ports & {
      readonly store: Store;
      readonly clock: Clock;
    },
  ) =>
  async ({ id, answer, by }: AnswerCommand): Promise<void> => {
    const { store, clock } = ports;
    const contest = await store.readContest(id);
    if (contest?.personId !== by) throw new DomainError('not-found');
    if (!isOpen(contest)) throw new DomainError('contest-decided');
    const at = clock.now();
    const details = { contest: id };
    await store.commit([
      { kind: 'contest-answered', id, answer, at },
      ...(await tellHeads(ports, contest, at)),
      audit('contest-answered', { at, actor: by, subject: by, details }),
    ]);
  };
