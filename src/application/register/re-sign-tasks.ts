import type { Change } from '../../domain/change/change.ts';
import type { Person } from '../../domain/records.ts';
import type { Instant } from '../../domain/time/time.ts';
import type { Ids } from '../ports.ts';
import type { AwardWithCredential } from '../store/award-reader.ts';

/** Whether a value that a badge may show or hash has changed: a name, or the current address. */
export function isSaidDifferently(
  before: Pick<Person, 'givenName' | 'familyName' | 'emails'>,
  after: Pick<Person, 'givenName' | 'familyName' | 'emails'>,
): boolean {
  return (
    before.givenName !== after.givenName ||
    before.familyName !== after.familyName ||
    before.emails[0] !== after.emails[0]
  );
}

interface Needs {
  readonly ids: Pick<Ids, 'uuid'>;
  readonly at: Instant;
}

/** One task for each badge that has a body. It signs the badge again under the same id after the commit. */
export function reSignTasks({ ids, at }: Needs, awards: readonly AwardWithCredential[]): readonly Change[] {
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
