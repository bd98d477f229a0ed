import { type Context, Hono } from 'hono';
import { z } from 'zod';
import type { Subject } from '../../../../domain/access/may.ts';
import { DomainError } from '../../../../domain/errors.ts';
import { missionWords, nameOf } from '../../engagements/engagement-words.ts';
import type { AppDeps, AppEnv } from '../../env.ts';
import { requireMay, requireSignedIn } from '../../middleware/signed-in.ts';
import { sharingWords } from '../../school/mission-sharing/mission-sharing-words.ts';
import { wordingOf } from '../../school/school-context.ts';
import { choiceOf } from '../../shell/form.ts';
import { answerPage } from '../../shell/page-answer.tsx';
import { afterDoing, type SentForm, takeForm } from '../../shell/take-form.ts';
import { EMPTY_FORM } from '../../shell/use-form.ts';
import { workspaceFrame } from '../../shell/workspace-frame.ts';
import { MissionPage, type MissionProposalView } from './mission-page.tsx';

const answerForm = z.object({ outcome: choiceOf(['accepted', 'declined']) });

/** `/my/mission-proposals/{id}`: a person accepts or declines missions that a principal proposes. */
export function myMissionRoutes(deps: AppDeps) {
  const { services, ports } = deps;
  const guards = [
    requireSignedIn(deps),
    requireMay(deps, 'keep-own-record', async (c): Promise<Subject | undefined> => {
      const found = await ports.store.readMissionProposal(c.req.param('id') ?? '');
      return found && { kind: 'person', personId: found.personId };
    }),
  ] as const;
  return new Hono<AppEnv>()
    .get('/my/mission-proposals/:id', ...guards, (c) => show(c, deps))
    .post(
      '/my/mission-proposals/:id',
      ...guards,
      takeForm(deps, {
        schema: answerForm,
        show: (c, sent) => show(c, deps, sent),
        act: async (c, { outcome }) => {
          const { personId } = c.var.signedIn.actor;
          const id = c.req.param('id') ?? '';
          await services.answerMissions({ id, personId, outcome });
          return afterDoing(`missions-${outcome}`, outcome === 'accepted' ? '/my/engagements' : '/my');
        },
        refusals: {
          'mission-proposal-settled': 409,
          'proposer-left': 409,
          'role-held': 409,
          'change-unchanged': 409,
          'own-engagement': 409,
          'store-conflict': 409,
        },
      }),
    );
}

async function show(c: Context<AppEnv>, deps: AppDeps, sent?: SentForm) {
  const { store } = deps.ports;
  const proposal = await store.readMissionProposal(c.req.param('id') ?? '');
  if (!proposal) throw new DomainError('not-found');
  const [[school], [author]] = await Promise.all([
    store.readEstablishments([proposal.uai]),
    store.readPeople([proposal.by]),
  ]);
  const wording = wordingOf(c, deps);
  const { t, framework } = wording;
  const texts = t.missionsProposed;
  const { settlement } = proposal;
  const view: MissionProposalView = {
    id: proposal.id,
    school: [school?.name ?? proposal.uai, school?.commune].filter(Boolean).join(', '),
    from: t.day(proposal.from),
    to: proposal.to && t.day(proposal.to),
    sharing: (proposal.sharing ?? []).map((one) => `${one.mission} ${sharingWords(one, wording)}`),
    missions: proposal.missions.map((code) => missionWords(code, wording)),
    roles: proposal.roles.map((role) => t.records.roles[role]).join(', '),
    words: proposal.words,
    by: texts.mine.by(author ? nameOf(author) : texts.someone, t.day(proposal.at)),
    conditional: proposal.missions.some((code) => framework.missions.get(code)?.conditional),
    settled: settlement && texts.mine[settlement.outcome](t.day(settlement.at)),
  };
  const page = <MissionPage view={view} form={sent ?? EMPTY_FORM} />;
  return answerPage(c, workspaceFrame(c, deps, 'my'), page, sent?.status);
}
