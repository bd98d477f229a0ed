import { z } from 'zod';
import { missionAsText, sharingAsText } from '../../adapters/http/engagements/descriptions.ts';
import type { AppDeps } from '../../adapters/http/env.ts';
import type { FormState } from '../../adapters/http/forms/context.ts';
import { Form, Submit } from '../../adapters/http/forms/elements.tsx';
import { Rejection } from '../../adapters/http/forms/inputs.tsx';
import { choiceOf } from '../../adapters/http/forms/schema.ts';
import { afterDoing } from '../../adapters/http/forms/submission.ts';
import { usePageContext } from '../../adapters/http/layout/page-context.ts';
import { MyLayout } from '../../adapters/http/my/layout.tsx';
import { definePages } from '../../adapters/http/routing/define-pages.tsx';
import type { PageRequest } from '../../adapters/http/routing/page-request.ts';
import type { Subject } from '../../domain/access/may.ts';
import { DomainError } from '../../domain/errors.ts';
import { fullName } from '../../domain/person/name.ts';
import { isProposalOpen } from './feature.ts';

const PATH = '/my/missions/:id';

/** `/my/missions/{id}`: a person accepts or declines missions that a principal proposes. */
export function myMissionPages(deps: AppDeps) {
  const ofAddressee = { may: 'keep-own-record', of: addressee } as const;
  return definePages(deps, 'my')
    .page(PATH, ofAddressee, renderProposal)
    .form(PATH, ofAddressee, {
      page: renderProposal,
      schema: z.object({ outcome: choiceOf(['accepted', 'declined']) }),
      act: async ({ services, param, me }, { outcome }) => {
        await services.answerMissions({ id: param('id'), personId: me, outcome });
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
    });
}

async function addressee({ store, param }: PageRequest): Promise<Subject | undefined> {
  const found = await store.readMissionProposal(param('id'));
  return found && { kind: 'person', personId: found.personId };
}

async function renderProposal(request: PageRequest) {
  const { store, form, wording } = request;
  const { missionProposals: missionsProposed, day, records } = request.t;
  const t = missionsProposed.mine;
  const proposal = await store.readMissionProposal(request.param('id'));
  if (!proposal) throw new DomainError('not-found');
  const { from, to, missions, sharing = [], words, settlement } = proposal;
  const [[school], [author]] = await Promise.all([
    store.readSchoolsByUai([proposal.uai]),
    store.readPeople([proposal.by]),
  ]);
  const roles = proposal.roles.map((role) => records.roles[role]).join(', ');
  const isConditional = missions.some((code) => wording.framework.missions.get(code)?.conditional);
  return (
    <MyLayout page="engagements" title={t.title}>
      <Rejection form={form} />
      <p class="lede">{t.by(author ? fullName(author) : missionsProposed.someone, day(proposal.at))}</p>
      <dl class="facts-list">
        <dt>{t.school}</dt>
        <dd>{[school?.name ?? proposal.uai, school?.commune].filter(Boolean).join(', ')}</dd>
        <dt>{t.from}</dt>
        <dd>{day(from)}</dd>
        <Fact name={t.to}>{to && day(to)}</Fact>
        <dt>{t.missions}</dt>
        <dd>
          <ul>
            {missions.map((code) => (
              <li>{missionAsText(code, wording)}</li>
            ))}
          </ul>
        </dd>
        <Fact name={t.roles}>{roles}</Fact>
        <Fact name={t.sharing}>
          {sharing.map((one) => `${one.mission} ${sharingAsText(one, wording)}`).join(', ')}
        </Fact>
        <Fact name={t.words}>{words}</Fact>
      </dl>
      {isConditional && <p class="note">{t.conditional}</p>}
      {settlement ? (
        <>
          <p class="notice">{t[settlement.outcome](day(settlement.at))}</p>
          <p>
            <a href="/my/engagements">{t.engagements}</a>
          </p>
        </>
      ) : (
        <Answer id={proposal.id} form={form} />
      )}
    </MyLayout>
  );
}

/** A line of the list of facts, where there is something to say. */
function Fact({ name, children }: { name: string; children?: string | undefined }) {
  if (!children) return null;
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

function Answer({ id, form }: { id: string; form: FormState }) {
  const t = usePageContext().t.missionProposals.mine;
  return (
    <>
      <p>{t.choice}</p>
      <Form action={`/my/missions/${id}`} form={form}>
        <div class="actions">
          <Submit name="outcome" value="accepted">
            {t.accept}
          </Submit>
          <Submit name="outcome" value="declined" class="secondary">
            {t.decline}
          </Submit>
          <a href="/my">{t.back}</a>
        </div>
      </Form>
    </>
  );
}

/** The proposals that wait for the person signed in. */
export async function readProposedMissions({ store, me, t }: Pick<PageRequest, 'store' | 'me' | 't'>) {
  const waiting = (await store.readMissionProposalsOf(me)).filter(isProposalOpen);
  if (waiting.length === 0) return [];
  const schools = await store.readSchoolsByUai([...new Set(waiting.map(({ uai }) => uai))]);
  const names = new Map(schools.map(({ uai, name }) => [uai, name]));
  return waiting.map(({ id, uai, from }) => ({ id, school: names.get(uai) ?? uai, day: t.day(from) }));
}

/** Stands at the top of `/my`, where a principal has proposed missions. */
export function ProposedMissions({
  proposed,
}: {
  proposed: Awaited<ReturnType<typeof readProposedMissions>>;
}) {
  const t = usePageContext().t.missionProposals.mine;
  if (proposed.length === 0) return null;
  return (
    <section class="notice" aria-labelledby="proposed-missions">
      <h2 id="proposed-missions">{t.heading(proposed.length)}</h2>
      {proposed.map(({ id, school, day }) => (
        <p>
          {t.line(school, day)}{' '}
          <a href={`/my/missions/${id}`} aria-label={t.openOf(school)}>
            {t.open}
          </a>
        </p>
      ))}
    </section>
  );
}
