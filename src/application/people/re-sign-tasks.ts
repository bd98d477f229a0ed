import type { Change } from '../../domain/change/change.ts';
import type { Instant } from '../../domain/time/time.ts';
import type { Ids } from '../ports.ts';
import type { AwardWithCredential } from '../store/badge-readers.ts';

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
