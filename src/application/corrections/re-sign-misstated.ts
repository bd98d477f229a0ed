import { audit } from '../../domain/audit.ts';
import type { CredentialId } from '../../domain/ids.ts';
import { correctionSubjects } from '../../domain/mail/mail-subject.ts';
import { reSignCredential } from '../credentials/re-sign-credential.ts';
import { queueAwardMail } from '../mail/queue-award-mail.ts';
import type { Ports } from '../service-ports.ts';
import { onceMore } from '../store/once-more.ts';
import { type FindMisstated, type FoundMisstated, findMisstated } from './find-misstated.ts';
import { inspectSigned } from './inspect-signed.ts';

export interface ReSignMisstated extends FindMisstated {
  readonly actor: string;
  /** True to report the corrections without writing them. */
  readonly dryRun?: boolean;
}

/** A badge that was corrected (or would be), or one that waits for a decision and stays unchanged. */
export interface ReSignOutcome extends FoundMisstated {
  readonly reSigned: boolean;
}

/** Signs again every badge that no longer agrees with the records: same id, status index and subject, a later
 *  `validFrom`, the same `awardedDate`. Its holder is told by mail. A badge that waits for a decision is left
 *  unchanged, and so is one that is revoked. After an interruption, a new run continues with the rest. */
export const reSignMisstated = (ports: Ports) =>
  async function* (command: ReSignMisstated): AsyncGenerator<ReSignOutcome, CredentialId | undefined> {
    const walk = findMisstated(ports)(command);
    for (;;) {
      const { done, value } = await walk.next();
      if (done) return value;
      const reSigns = value.found.kind === 'misstated' && !command.dryRun;
      yield { ...value, reSigned: reSigns && (await reSign(ports, value.credential.id, command.actor)) };
    }
  };

/** Signs one badge again. False where another process has corrected it in the meantime. */
function reSign(ports: Ports, id: CredentialId, actor: string): Promise<boolean> {
  return onceMore(async () => {
    const { award, credential } = (await ports.store.readCredential(id)) ?? {};
    if (!award || !credential) return false;
    const found = await inspectSigned(ports, { award, credential });
    if (found.kind !== 'misstated') return false;
    const { of } = found.misstatement;
    await ports.store.commit([
      ...(await reSignCredential(ports, id)),
      ...(await queueAwardMail(ports, award, [id, ...correctionSubjects(of)])),
      audit('credential-reissued', {
        at: ports.clock.now(),
        actor,
        subject: id,
        details: { misstated: of.join(' ') },
      }),
    ]);
    return true;
  });
}
