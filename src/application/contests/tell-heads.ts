import type { Change } from '../../domain/change/change.ts';
import type { Contest } from '../../domain/contest/contest.ts';
import type { Instant } from '../../domain/time/time.ts';
import { type MailNeeds, mailAbout } from '../mail/mail-about.ts';
import type { Store } from '../ports.ts';

/** Queues a mail to each principal of the school about the progress of a contest. */
export async function tellHeads(
  needs: MailNeeds & { readonly store: Pick<Store, 'readHeadsOf'> },
  { uai, engagementReference, personId: teacher }: Contest,
  at: Instant,
): Promise<readonly Change[]> {
  const heads = await needs.store.readHeadsOf(uai);
  return heads
    .filter((id) => id !== teacher)
    .flatMap((personId) =>
      mailAbout(needs, { kind: 'contest', personId, subjectIds: [engagementReference], at }),
    );
}
