import { type Context, Hono } from 'hono';
import { z } from 'zod';
import type { Subject } from '../../../../domain/access/may.ts';
import { isStillOpen } from '../../../../domain/engagement/declaration.ts';
import { DomainError } from '../../../../domain/errors.ts';
import {
  CHANGE_REFUSALS,
  changeReader,
  requiredKindOf,
  segmentLine,
} from '../../engagements/change-answers.ts';
import { ChangeForm } from '../../engagements/change-fields.tsx';
import { toChangeValues } from '../../engagements/change-form.ts';
import { missionChoices } from '../../engagements/change-view.ts';
import type { AppDeps, AppEnv } from '../../env.ts';
import { requireMay, requireSignedIn } from '../../middleware/signed-in.ts';
import { wordingOf } from '../../school/school-context.ts';
import { requiredText } from '../../shell/form.ts';
import { answerPage } from '../../shell/page-answer.tsx';
import { afterDoing, formOver, type ShownForm, takeForm } from '../../shell/take-form.ts';
import { workspaceFrame } from '../../shell/workspace-frame.ts';
import { MyLayout } from '../my-layout.tsx';
import { engagementPath } from './engagement-view.ts';

/** `/my/engagements/{reference}/change/{kind}`: a teacher asks for an end, for other missions or for a
 *  correction, and may withdraw the request. */
export function ownChangeRoutes(deps: AppDeps) {
  const { services, ports } = deps;
  const guards = [requireSignedIn(deps), requireMay(deps, 'keep-own-record', engagementOf(deps))] as const;
  return new Hono<AppEnv>()
    .get('/my/engagements/:reference/change/:kind', ...guards, (c) => show(c, deps))
    .post(
      '/my/engagements/:reference/change/:kind',
      ...guards,
      takeForm(deps, {
        schema: changeReader(deps, { ofDane: false }),
        show: (c, sent) => show(c, deps, sent),
        act: async (c, { change, reason }) => {
          const { personId } = c.var.signedIn.actor;
          const reference = c.req.param('reference') ?? '';
          await services.proposeChange({ personId, reference, change, reason });
          return afterDoing('change-proposed', engagementPath(reference));
        },
        refusals: CHANGE_REFUSALS,
      }),
    )
    .post(
      '/my/engagements/:reference/withdraw-change',
      ...guards,
      takeForm(deps, {
        schema: z.object({ id: requiredText(60) }),
        act: async (c, { id }) => {
          const reference = c.req.param('reference') ?? '';
          const proposal = await ports.store.readEngagementProposal(id);
          if (proposal?.engagementReference !== reference) throw new DomainError('not-found');
          await services.withdrawChange({ personId: c.var.signedIn.actor.personId, id });
          return afterDoing('change-withdrawn', engagementPath(reference));
        },
      }),
    );
}

async function show(c: Context<AppEnv>, deps: AppDeps, sent?: ShownForm) {
  const kind = requiredKindOf(c);
  const { store } = deps.ports;
  const [[engagement], declared] = await Promise.all([
    store.readEngagements([c.req.param('reference') ?? '']),
    store.readDeclaredReferences(c.var.signedIn.actor.personId),
  ]);
  if (!engagement) throw new DomainError('not-found');
  if (isStillOpen(engagement, declared)) throw new DomainError('engagement-not-open');
  const [school] = await store.readEstablishments([engagement.uai]);
  const wording = wordingOf(c, deps);
  const href = engagementPath(engagement.reference);
  const page = (
    <MyLayout page="engagements" title={wording.t.changes.titles[kind]}>
      <ChangeForm
        kind={kind}
        by="teacher"
        action={`${href}/change/${kind}`}
        back={href}
        missions={missionChoices(wording)}
        current={segmentLine(engagement, wording, school)}
        form={formOver(toChangeValues(kind, engagement), sent)}
      />
    </MyLayout>
  );
  return answerPage(c, workspaceFrame(c, deps, 'my'), page, sent?.status);
}

/** Reads the segment that the address names. */
function engagementOf({ ports }: AppDeps) {
  return async (c: Context<AppEnv>): Promise<Subject | undefined> => {
    const [engagement] = await ports.store.readEngagements([c.req.param('reference') ?? '']);
    return engagement && { kind: 'engagement', personId: engagement.personId, uai: engagement.uai };
  };
}
