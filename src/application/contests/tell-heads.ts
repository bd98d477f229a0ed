import type { Change } from '../../domain/change/change.ts';
import type { Contest } from '../../domain/contest/contest.ts';
import type { Instant } from '../../domain/time/time.ts';
import { mailAbout } from '../mail/mail-about.ts';
import type { Store } from '../ports.ts';
import type { Ports } from '../service-ports.ts';

/** Queues a mail to each principal of the school about the progress of a contest. */
export async function tellHeads(
  ports: Ports & { readonly store: Store },
  { uai, engagementReference, personId: teacher }: Contest,
  at: Instant,
): Promise<readonly Change[]> {
  const heads = await ports.store.readHeadsOf(uai);
  return heads
    .filter((id) => id !== teacher)
    .flatMap((personId) =>
      mailAbout(ports, { kind: 'contest', personId, subjectIds: [engagementReference], at }),
    );
}
