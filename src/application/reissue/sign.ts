import type { Award, IssuedCredential } from '../../domain/award/types.ts';
import type { Change, ChangeOf } from '../../domain/change/union.ts';
import type { CredentialId } from '../../domain/ids.ts';
import { type Instant, localDateInParis } from '../../domain/time/calendar.ts';
import { firstAhead, instantOfNewer } from '../../domain/time/clock-skew.ts';
import { type Allowance, UNLIMITED } from '../concurrency/query-budget.ts';
import { type Recipients, signCredential } from '../credentials/sign.ts';
import { doEachItem } from '../maintenance/one-by-one.ts';
import type { Ids } from '../ports.ts';
import type { Ports } from '../service-ports.ts';
import type { AwardWithCredential } from '../store/badge-readers.ts';

/** Signs a credential again with the present data of its holder and the register: same id, status index,
 *  subject and choice, a later `validFrom`, the same `awardedDate` (Open Badges 3.0, "Credential equality and
 *  comparison"). Does nothing for an unknown or erased credential. What a revoked badge says is not corrected: it
 *  is signed again only if its signature itself is worthless. */
export async function reissueCredential(
  ports: Ports,
  id: CredentialId,
  why: 'correction' | 'worthless-signature' = 'correction',
): Promise<readonly Change[]> {
  const found = await ports.store.readCredential(id);
  if (!found?.credential || found.credential.erasedAt) return [];
  if (found.credential.revocation && why === 'correction') return [];
  return [await reissue(ports, { award: found.award, credential: found.credential })];
}

export interface SignedBefore {
  readonly award: Award;
  readonly credential: IssuedCredential;
}

/** The same for a credential that was already read. The recipients are read where they are not given. */
export async function reissue(
  ports: Ports,
  { award, credential }: SignedBefore,
  known?: Recipients,
): Promise<ChangeOf<'credential-reissued'>> {
  const now = await ports.waitUntilAfter(credential.validFrom);
  const validFrom = instantOfNewer({ before: credential.validFrom, now, end: award.validUntil });
  const plan = { ...credential, award, revision: credential.revision + 1, validFrom };
  const { credential: signed, digests } = await signCredential(ports, plan, known);
  const { revocation, suspension } = credential;
  const reissued = { ...signed, ...(revocation && { revocation }), ...(suspension && { suspension }) };
  return { kind: 'credential-reissued', credential: reissued, digests, asRead: credential };
}

/** One task for each badge that has a body. It signs the badge again under the same id after the commit. */
export function reissueTasks(
  { ids, at }: { readonly ids: Ids; readonly at: Instant },
  awards: readonly AwardWithCredential[],
): readonly Change[] {
  return awards.flatMap(({ credential }): readonly Change[] =>
    credential && !credential.erasedAt
      ? [
          {
            kind: 'outbox-added',
            id: ids.uuid(),
            task: { kind: 're-sign-credential', credentialId: credential.id },
            at,
          },
        ]
      : [],
  );
}

/** The most badges of one call. */
const AT_ONCE = 5;
/** The most queries that signing one badge again needs. */
const QUERIES = 20;

/** Signs again, with the true time, badges that were signed while the clock was ahead: before that instant
 *  no one could verify them. It waits until today counts as lived, because to a clock that is behind every
 *  recent badge looks dated ahead. The timer calls it. */
export const reissueAhead =
  (ports: Ports) =>
  async (allowance: Allowance = UNLIMITED): Promise<number> => {
    const { store, time, log } = ports;
    if (!allowance.has(2 + QUERIES)) return 0;
    const { now, contradictions } = await time.look();
    const { days } = await store.readLife();
    if (contradictions.length > 0 || days.at(-1) !== localDateInParis(now)) return 0;
    let signed = 0;
    const ahead = await store.readCredentialsDatedAfter(firstAhead(now), AT_ONCE);
    const action = async (id: CredentialId) => {
      if (!allowance.has(QUERIES)) return;
      await store.commit(await reissueCredential(ports, id, 'worthless-signature'));
      signed += 1;
    };
    await doEachItem(
      log,
      'dated-ahead',
      ahead.map((id) => ({ id, action: () => action(id) })),
    );
    if (signed > 0) log.info('dated-ahead-signed-again', { badges: signed });
    return signed;
  };
