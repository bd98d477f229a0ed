import { audit } from '../../domain/audit.ts';
import type { Change } from '../../domain/change/change.ts';
import type { RoleSettlement, SettledClashes } from '../../domain/engagement/settle-clash.ts';
import type { PersonId } from '../../domain/ids.ts';
import { roleSubject } from '../../domain/mail/mail-subject.ts';
import type { Instant } from '../../domain/time/time.ts';
import { type MailNeeds, mailAbout } from '../mail/mail-about.ts';

interface Settling {
  readonly actor: PersonId;
  readonly at: Instant;
}

/** What settling single roles writes to those who held them: their segments cut, a mail and a line of the audit each. Goes
 *  before the newcomer's decision in the commit: that one finds the role free. */
export function roleChanges(
  needs: MailNeeds,
  cuts: SettledClashes['cuts'],
  { actor, at }: Settling,
): readonly Change[] {
  return cuts.flatMap(({ asRead, engagement, cutOff, lost }): readonly Change[] => {
    const { reference, personId, uai } = asRead;
    const details = { reference, uai, roles: lost.join(' ') };
    return [
      { kind: 'engagement-cut', asRead, engagement, cutOff },
      ...mailAbout(needs, {
        kind: 'decision',
        personId,
        subjectIds: [reference, ...lost.map((role) => roleSubject('role-lost', role))],
        at,
      }),
      audit('engagement-role-taken', { at, actor, subject: personId, details }),
    ];
  });
}

/** What the mail to the newcomer tells of the roles that were settled. */
export function roleSubjects(applied: readonly RoleSettlement[]): readonly string[] {
  return applied.map(({ kind, role }) =>
    roleSubject(kind === 'newcomer-takes' ? 'role-given' : 'role-refused', role),
  );
}
