import { z } from 'zod';
import { amended } from '../../../../domain/criteria/badge-change.ts';
import type { Criteria } from '../../../../domain/criteria/definition.ts';
import type { CriteriaDraft } from '../../../../domain/criteria/draft.ts';
import type { AppDeps } from '../../env.ts';
import { ActButton, Form, Submit } from '../../forms/elements.tsx';
import { Refusal, TextArea } from '../../forms/inputs.tsx';
import { choiceOf, noFields, optionalText } from '../../forms/schema.ts';
import { afterDoing } from '../../forms/submission.ts';
import { useFrame } from '../../layout/page-context.ts';
import { pagesOf } from '../../routing/define-pages.tsx';
import type { Visit } from '../../routing/page-request.ts';
import { readActors } from '../actor-names.ts';
import { BadgeSummary } from '../badges/summary.tsx';
import { DaneLayout } from '../layout.tsx';
import { answerMissing } from '../missing-page.tsx';
import { changedFigures } from './figures.ts';
import { changedBadges, readLastTrial, WhatChanges } from './trial.tsx';

/** The most characters of the remark with which a draft is sent back. */
const WORDS_LENGTH = 500;

const judgeForm = z.object({
  decision: choiceOf(['adopt', 'send-back']),
  words: optionalText(WORDS_LENGTH),
});

const PATH = '/dane/criteria/drafts/:id';

/** `/dane/criteria/drafts/{id}`: a second person adopts a draft, or sends it back. */
export const draftPages = (deps: AppDeps) =>
  pagesOf(deps, 'dane')
    .page(PATH, 'adopt-criteria', drawDraft)
    .form(PATH, 'adopt-criteria', {
      page: drawDraft,
      schema: judgeForm,
      act: async (visit, { decision, words }) => {
        if (decision === 'send-back' && !words) return { faults: { words: 'required' } };
        await visit.services.judgeDraft({ ...namedIn(visit), ...(decision === 'send-back' && { words }) });
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
      act: async (visit) => {
        await visit.services.withdrawDraft(namedIn(visit));
      },
      done: 'draft-withdrawn',
      back: '/dane/criteria',
    });

const namedIn = ({ param, me }: Visit) => ({ id: param('id'), actor: me });

/** Names of the authors and judges of drafts, read at once. */
export async function readDraftNames({ store, wording }: Visit, drafts: readonly CriteriaDraft[]) {
  const people = drafts.flatMap(({ draftedBy, settled }) => [draftedBy, ...(settled ? [settled.by] : [])]);
  const nameOf = await readActors(store, people);
  return (actor: string) => nameOf(actor, wording.locale);
}

/** A version that waits for a second person, or its outcome. */
async function drawDraft(visit: Visit) {
  const { store, ports, form } = visit;
  const draft = await store.readCriteriaDraft(visit.param('id'));
  const base = draft && ports.catalogue.criteriaVersion(draft.baseVersion);
  if (!draft || !base) return answerMissing(visit.c, visit.deps, 'criteria');
  const t = visit.t.dane.criteria.drafts;
  const nameOf = await readDraftNames(visit, [draft]);
  const { figures, badges, from, baseVersion, settled } = draft;
  const pairs = Object.entries(figures).map(([name, value]): [string, string] => [name, String(value)]);
  const workshop = `/dane/criteria/workshop?${new URLSearchParams([...pairs, ['from', from]])}`;
  return (
    <DaneLayout section="criteria" title={t.title}>
      <Refusal form={form} />
      <p class="lede">
        {t.drafted(nameOf(draft.draftedBy), visit.t.moment(draft.draftedAt), visit.t.day(from))}
      </p>
      {settled && <Outcome settled={settled} by={nameOf(settled.by)} />}
      <WhatChanges
        changed={[...changedFigures(visit, base, figures), ...changedBadges(visit, base, badges)]}
        compared={await readLastTrial(visit, draft, baseVersion)}
        notCompared={t.notCompared}
      />
      <ProposedBadges draft={draft} criteria={amended(base, draft)} ports={ports} />
      {!settled && drawJudging(visit, draft)}
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
}: Pick<Visit, 'ports'> & { draft: CriteriaDraft; criteria: Criteria }) {
  const t = useFrame().t.dane.badges.adoption;
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
        <ActButton
          action="/dane/badges/drafts"
          hidden={{ from: 'proposal', code: draft.id }}
          class="secondary"
        >
          {t.again}
        </ActButton>
      )}
    </>
  );
}

/** The outcome of a draft, with the name of the person who judged or withdrew it. */
export function Outcome({ settled, by }: { settled: NonNullable<CriteriaDraft['settled']>; by: string }) {
  const frame = useFrame();
  const { outcomes, words } = frame.t.dane.criteria.drafts;
  return (
    <p class="notice">
      {outcomes[settled.outcome](by, frame.t.moment(settled.at))}
      {settled.words && <span class="block">{words(settled.words)}</span>}
    </p>
  );
}

/** The forms that adopt a draft, or send it back; for its author, the button that withdraws it. Where another
 *  version was adopted since, it can only be sent back. */
function drawJudging({ me, ports, form, t: texts }: Visit, { id, draftedBy, baseVersion }: CriteriaDraft) {
  const t = texts.dane.criteria.drafts;
  const path = `/dane/criteria/drafts/${id}`;
  if (draftedBy === me) {
    return (
      <>
        <p class="notice">{t.own}</p>
        <ActButton action={`${path}/withdrawal`} class="secondary">
          {t.withdraw}
        </ActButton>
      </>
    );
  }
  const isOutdated = ports.catalogue.versions().at(-1)?.version !== baseVersion;
  return (
    <>
      {isOutdated ? (
        <p class="notice">{t.outdated}</p>
      ) : (
        <ActButton action={path} hidden={{ decision: 'adopt' }}>
          {t.adopt}
        </ActButton>
      )}
      <Form action={path} form={form} labels={{ words: t.wordsLabel }} hidden={{ decision: 'send-back' }}>
        <TextArea name="words" rows={2} maxlength={WORDS_LENGTH} />
        <Submit class="secondary">{t.sendBack}</Submit>
      </Form>
    </>
  );
}
