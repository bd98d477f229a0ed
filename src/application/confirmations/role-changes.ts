import { audit } from '../../domain/audit.ts';
import type { Change } from '../../domain/change/change.ts';
import type { RoleSettlement, SettledClashes } from '../../domain/engagement/settle-clash.ts';
import type { PersonId } from '../../domain/ids.ts';
import { roleSubject } from '../../domain/mail/mail-subject.ts';
import type { Instant } from '../../domain/time/time.ts';
import { mailAbout } from '../mail/mail-about.ts';
import type { Ports } from '../service-ports.ts';

interface Settling {
  readonly actor: PersonId;
  readonly at: Instant;
}

/** The changes for the former holders of settled single roles: their segments are cut, and each of them gets
 *  a mail and an audit entry. In the commit they come before the newcomer's decision, which then finds the
 *  role free. */
export function roleChanges(
  ports: Ports,
  cuts: SettledClashes['cuts'],
  { actor, at }: Settling,
): readonly Change[] {
  return cuts.flatMap(({ asRead, engagement, cutOff, lost }): readonly Change[] => {
    const { reference, personId, uai } = asRead;
    const details = { reference, uai, roles: lost.join(' ') };
    return [
      { kind: 'engagement-cut', asRead, engagement, cutOff },
      ...mailAbout(ports, {
        kind: 'decision',
        personId,
        subjectIds: [reference, ...lost.map((role) => roleSubject('role-lost', role))],
        at,
      }),
      audit('engagement-role-taken', { at, actor, subject: personId, details }),
    ];
  });
}

/** The mail subjects about the settled roles, for the newcomer. */
export function roleSubjects(applied: readonly RoleSettlement[]): readonly string[] {
  return applied.map(({ kind, role }) =>
    roleSubject(kind === 'newcomer-takes' ? 'role-given' : 'role-refused', role),
  );
}
