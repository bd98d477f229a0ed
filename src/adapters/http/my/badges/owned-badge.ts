import type { Context } from 'hono';
import type { AwardWithCredential } from '../../../../application/store/badge-readers.ts';
import { may, type Subject } from '../../../../domain/access/may.ts';
import { DomainError } from '../../../../domain/errors.ts';
import { parseCredentialId } from '../../../../domain/ids.ts';
import type { AppDeps, AppEnv } from '../../env.ts';
import { requireMay, requireSignedIn } from '../../middleware/signed-in.ts';
import { workspaceFrame } from '../../shell/workspace-frame.ts';

/** A signed badge. */
export type Issued = Required<AwardWithCredential>;

/** Guards of the pages of one badge: only the person who may choose about it learns that it exists. */
export function guardsOf(deps: AppDeps) {
  return [requireSignedIn(deps), requireMay(deps, 'choose-badge', awardOf(deps))] as const;
}

function awardOf(deps: AppDeps) {
  return async (c: Context<AppEnv>): Promise<Subject | undefined> => {
    const issued = await findOwned(c, deps, c.req.param('id') ?? '');
    return issued && { kind: 'award', recipient: issued.award.recipient };
  };
}

/** The badge with this id, where the signed-in person may choose about it. A person without that right must
 *  not learn whether the badge exists, like the public. */
export async function findOwned(
  c: Context<AppEnv>,
  { ports }: AppDeps,
  name: string,
): Promise<AwardWithCredential | undefined> {
  const id = parseCredentialId(name);
  const found = id && (await ports.store.readCredential(id));
  if (!found) return undefined;
  const subject = { kind: 'award' as const, recipient: found.award.recipient };
  return may(c.var.signedIn.actor, 'choose-badge', subject) ? found : undefined;
}

/** The badge of the address. Throws `not-found`. */
export async function readIssued(c: Context<AppEnv>, { ports }: AppDeps): Promise<Issued> {
  const id = parseCredentialId(c.req.param('id') ?? '');
  const found = id && (await ports.store.readCredential(id));
  if (!found?.credential) throw new DomainError('not-found');
  return { award: found.award, credential: found.credential };
}

/** The frame of the page: a school's badge is shown in the school's space. */
export function spaceFrame(c: Context<AppEnv>, deps: AppDeps, { award }: Issued) {
  return workspaceFrame(c, deps, award.recipient.kind === 'person' ? 'my' : 'school');
}
