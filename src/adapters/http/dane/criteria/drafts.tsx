import { z } from 'zod';
import { amended } from '../../../../domain/criteria/badge-change.ts';
import type { Criteria } from '../../../../domain/criteria/definition.ts';
import type { CriteriaDraft } from '../../../../domain/criteria/draft.ts';
import type { AppDeps } from '../../env.ts';
import { ActionButton, Form, Submit } from '../../forms/elements.tsx';
import { Rejection, TextArea } from '../../forms/inputs.tsx';
import { choiceOf, noFields, optionalText } from '../../forms/schema.ts';
import { afterDoing } from '../../forms/submission.ts';
import { usePageContext } from '../../layout/page-context.ts';
import { definePages } from '../../routing/define-pages.tsx';
import type { PageRequest } from '../../routing/page-request.ts';
import { readActors } from '../actor-names.ts';
import { BadgeSummary } from '../badges/summary.tsx';
import { DaneLayout } from '../layout.tsx';
import { answerMissing } from '../missing-page.tsx';
import { changedFigures } from './figures.ts';
import { changedBadges, readLastTrial, WhatChanges } from './trial.tsx';

/** The most characters of the remark with which a draft is sent back. */
const REMARK_LENGTH = 500;

const judgeForm = z.object({
  decision: choiceOf(['adopt', 'send-back']),
  words: optionalText(REMARK_LENGTH),
});

const PATH = '/dane/criteria/drafts/:id';

/** `/dane/criteria/drafts/{id}`: a second person adopts a draft, or sends it back. */
export const draftPages = (deps: AppDeps) =>
  definePages(deps, 'dane')
    .page(PATH, 'adopt-criteria', renderDraft)
    .form(PATH, 'adopt-criteria', {
      page: renderDraft,
      schema: judgeForm,
      act: async (request, { decision, words }) => {
        if (decision === 'send-back' && !words) return { faults: { words: 'required' } };
        await request.services.judgeDraft({
          ...namedIn(request),
          ...(decision === 'send-back' && { words }),
        });
        return afterDoing(decision === 'adopt' ? 'criteria-adopted' : 'draft-sent-back', '/dane/criteria');
      },
      refusals: {
        'own-draft': 409,
        'draft-settled': 409,
        'draft-outdated': 409,
        'criteria-too-early': 409,
        'store-conflict': 409,
      },
    })
    .form(`${PATH}/withdrawal`, 'adopt-criteria', {
      schema: noFields,
      act: async (request) => {
        await request.services.withdrawDraft(namedIn(request));
      },
      done: 'draft-withdrawn',
      back: '/dane/criteria',
    });

const namedIn = ({ param, me }: PageRequest) => ({ id: param('id'), actor: me });

/** Names of the authors and judges of drafts, read at once. */
export async function readDraftNames({ store, wording }: PageRequest, drafts: readonly CriteriaDraft[]) {
  const people = drafts.flatMap(({ draftedBy, settled }) => [draftedBy, ...(settled ? [settled.by] : [])]);
  const nameOf = await readActors(store, people);
  return (actor: string) => nameOf(actor, wording.locale);
}

/** A version that waits for a second person, or its outcome. */
async function renderDraft(request: PageRequest) {
  const { store, ports, form } = request;
  const draft = await store.readCriteriaDraft(request.param('id'));
  const base = draft && ports.catalogue.criteriaVersion(draft.baseVersion);
  if (!draft || !base) return answerMissing(request.c, request.deps, 'criteria');
  const t = request.t.dane.criteria.drafts;
  const nameOf = await readDraftNames(request, [draft]);
  const { figures, badges, from, baseVersion, settled } = draft;
  const pairs = Object.entries(figures).map(([name, value]): [string, string] => [name, String(value)]);
  const workshop = `/dane/criteria/workshop?${new URLSearchParams([...pairs, ['from', from]])}`;
  return (
    <DaneLayout section="criteria" title={t.title}>
      <Rejection form={form} />
      <p class="lede">
        {t.drafted(nameOf(draft.draftedBy), request.t.moment(draft.draftedAt), request.t.day(from))}
      </p>
      {settled && <Outcome settled={settled} by={nameOf(settled.by)} />}
      <WhatChanges
        changed={[...changedFigures(request, base, figures), ...changedBadges(request, base, badges)]}
        compared={await readLastTrial(request, draft, baseVersion)}
        notCompared={t.notCompared}
      />
      <ProposedBadges draft={draft} criteria={amended(base, draft)} ports={ports} />
      {!settled && renderJudging(request, draft)}
      <p class="actions">
        {badges.length === 0 && <a href={workshop}>{t.toWorkshop}</a>}
        <a href="/dane/criteria">{t.back}</a>
      </p>
    </DaneLayout>
  );
}

/** The badges of a version as people will read them. What was sent back or withdrawn can be written on. */
function ProposedBadges({
  draft,
  criteria,
  ports,
}: Pick<PageRequest, 'ports'> & { draft: CriteriaDraft; criteria: Criteria }) {
  const t = usePageContext().t.dane.badges.adoption;
  const put = draft.badges.flatMap((change) => (change.kind === 'put' ? [change.badge] : []));
  const isOver = draft.settled !== undefined && draft.settled.outcome !== 'adopted';
  return (
    <>
      {put.map((badge) => (
        <section>
          <h2>{t.asked}</h2>
          <BadgeSummary badge={badge} criteria={criteria} ports={ports} />
        </section>
      ))}
      {put.length > 0 && isOver && (
        <ActionButton
          action="/dane/badges/drafts"
          hidden={{ from: 'proposal', code: draft.id }}
          class="secondary"
        >
          {t.again}
        </ActionButton>
      )}
    </>
  );
}

/** The outcome of a draft, with the name of the person who judged or withdrew it. */
export function Outcome({ settled, by }: { settled: NonNullable<CriteriaDraft['settled']>; by: string }) {
  const pageContext = usePageContext();
  const { outcomes, words } = pageContext.t.dane.criteria.drafts;
  return (
    <p class="notice">
      {outcomes[settled.outcome](by, pageContext.t.moment(settled.at))}
      {settled.words && <span class="block">{words(settled.words)}</span>}
    </p>
  );
}

/** The forms that adopt a draft, or send it back; for its author, the button that withdraws it. Where another
 *  version was adopted since, it can only be sent back. */
function renderJudging(
  { me, ports, form, t: texts }: PageRequest,
  { id, draftedBy, baseVersion }: CriteriaDraft,
) {
  const t = texts.dane.criteria.drafts;
  const path = `/dane/criteria/drafts/${id}`;
  if (draftedBy === me) {
    return (
      <>
        <p class="notice">{t.own}</p>
        <ActionButton action={`${path}/withdrawal`} class="secondary">
          {t.withdraw}
        </ActionButton>
      </>
    );
  }
  const isOutdated = ports.catalogue.versions().at(-1)?.version !== baseVersion;
  return (
    <>
      {isOutdated ? (
        <p class="notice">{t.outdated}</p>
      ) : (
        <ActionButton action={path} hidden={{ decision: 'adopt' }}>
          {t.adopt}
        </ActionButton>
      )}
      <Form action={path} form={form} labels={{ words: t.wordsLabel }} hidden={{ decision: 'send-back' }}>
        <TextArea name="words" rows={2} maxlength={REMARK_LENGTH} />
        <Submit class="secondary">{t.sendBack}</Submit>
      </Form>
    </>
  );
}
