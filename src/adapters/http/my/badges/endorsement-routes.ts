import { type Context, Hono } from 'hono';
import { z } from 'zod';
import type { AppDeps, AppEnv } from '../../env.ts';
import { optionalChoiceOf } from '../../shell/form.ts';
import { afterDoing, type Done, takeForm } from '../../shell/take-form.ts';
import { guardsOf, type Issued, readIssued } from './owned-badge.ts';

const form = z.object({
  endorsement: z
    .array(z.uuid())
    .length(1)
    .transform(([id]) => id as string),
  anyway: optionalChoiceOf(['yes'] as const),
});

interface Holder {
  readonly c: Context<AppEnv>;
  readonly issued: Issued;
  /** Whether they add words although these tell more than they chose to show. */
  readonly anyway: boolean;
}

/** `/my/badges/{id}/words/…`: the holder adds their principal's words to a badge, takes them out or declines
 *  them. */
export function endorsementRoutes(deps: AppDeps) {
  const { services } = deps;
  const guards = guardsOf(deps);
  const act = (done: Done, run: (id: string, holder: Holder) => Promise<void>) =>
    takeForm(deps, {
      schema: form,
      act: async (c, { endorsement, anyway }) => {
        const issued = await readIssued(c, deps);
        await run(endorsement, { c, issued, anyway: anyway === 'yes' });
        return afterDoing(done, `/my/badges/${issued.credential.id}`);
      },
    });
  const holderOf = (c: Context<AppEnv>) => c.var.signedIn.actor.personId;
  return new Hono<AppEnv>()
    .post(
      '/my/badges/:id/words/add',
      ...guards,
      act('endorsement-added', (id, { c, issued, anyway }) =>
        services.addEndorsement({ id, personId: holderOf(c), credentialId: issued.credential.id, anyway }),
      ),
    )
    .post(
      '/my/badges/:id/words/decline',
      ...guards,
      act('endorsement-declined', (id, { c }) => services.declineEndorsement({ id, personId: holderOf(c) })),
    )
    .post(
      '/my/badges/:id/words/take-back',
      ...guards,
      act('endorsement-taken-back', (id, { c }) =>
        services.takeBackEndorsement({ id, personId: holderOf(c) }),
      ),
    );
}
