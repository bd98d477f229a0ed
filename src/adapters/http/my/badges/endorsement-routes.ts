import { z } from 'zod';
import type { AppDeps } from '../../env.ts';
import { optionalChoiceOf } from '../../shell/form.ts';
import { pagesOf } from '../../shell/pages-of.tsx';
import { afterDoing, type Done } from '../../shell/take-form.ts';
import type { Visit } from '../../shell/visit.ts';
import { CHOOSE, type Issued, readIssued } from './owned-badge.ts';

const form = z.object({
  endorsement: z
    .array(z.uuid())
    .length(1)
    .transform(([id]) => id as string),
  anyway: optionalChoiceOf(['yes'] as const),
});

interface Holder {
  readonly personId: Visit['me'];
  readonly issued: Issued;
  /** Whether they add words although these tell more than they chose to show. */
  readonly anyway: boolean;
}

/** `/my/badges/{id}/words/…`: the holder adds their principal's words to a badge, takes them out or declines
 *  them. */
export function endorsementRoutes(deps: AppDeps) {
  const { services } = deps;
  const act = (done: Done, run: (id: string, holder: Holder) => Promise<void>) => ({
    schema: form,
    act: async (visit: Visit, { endorsement, anyway }: z.output<typeof form>) => {
      const issued = await readIssued(visit);
      await run(endorsement, { personId: visit.me, issued, anyway: anyway === 'yes' });
      return afterDoing(done, `/my/badges/${issued.credential.id}`);
    },
  });
  return pagesOf(deps, 'my')
    .form(
      '/my/badges/:id/words/add',
      CHOOSE,
      act('endorsement-added', (id, { personId, issued, anyway }) =>
        services.addEndorsement({ id, personId, credentialId: issued.credential.id, anyway }),
      ),
    )
    .form(
      '/my/badges/:id/words/decline',
      CHOOSE,
      act('endorsement-declined', (id, { personId }) => services.declineEndorsement({ id, personId })),
    )
    .form(
      '/my/badges/:id/words/take-back',
      CHOOSE,
      act('endorsement-taken-back', (id, { personId }) => services.takeBackEndorsement({ id, personId })),
    ).routes;
}
