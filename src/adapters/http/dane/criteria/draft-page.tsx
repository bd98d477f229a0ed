import { Refusal, TextArea } from '../../shell/fields.tsx';
import { ActButton, Form } from '../../shell/form-parts.tsx';
import type { FormState } from '../../shell/use-form.ts';
import { useFrame } from '../../shell/use-frame.ts';
import { DaneLayout } from '../dane-layout.tsx';
import { type MoveView, WhatChanges } from './trial-result.tsx';

/** The most characters of the remark with which a draft is sent back. */
export const WORDS_LENGTH = 500;

export interface DraftLine {
  readonly id: string;
  readonly from: string;
  readonly by: string;
  readonly at: string;
  readonly settled?: {
    readonly outcome: 'adopted' | 'sent-back' | 'withdrawn' | 'replaced';
    readonly by: string;
    readonly at: string;
    readonly words?: string | undefined;
  };
}

export interface DraftView extends DraftLine {
  readonly changed: readonly string[];
  readonly isOwn: boolean;
  /** Whether another version was adopted since: the draft can then only be sent back. */
  readonly isOutdated: boolean;
  readonly compared?: { readonly on: string; readonly moves: readonly MoveView[] };
  readonly workshopHref: string;
  readonly form: FormState;
}

/** `/dane/criteria/drafts/{id}`: a version that waits for a second person, or its outcome. */
export function DraftPage({ view }: { view: DraftView }) {
  const frame = useFrame();
  const t = frame.t.dane.criteria;
  return (
    <DaneLayout section="criteria" title={t.drafts.title}>
      <Refusal form={view.form} />
      <p class="lede">{t.drafts.drafted(view.by, frame.t.moment(view.at), frame.t.day(view.from))}</p>
      {view.settled && <Outcome settled={view.settled} />}
      <WhatChanges changed={view.changed} compared={view.compared} notCompared={t.drafts.notCompared} />
      {!view.settled && <Judging view={view} />}
      <p class="actions">
        <a href={view.workshopHref}>{t.drafts.toWorkshop}</a>
        <a href="/dane/criteria">{t.drafts.back}</a>
      </p>
    </DaneLayout>
  );
}

export function Outcome({ settled }: { settled: NonNullable<DraftLine['settled']> }) {
  const frame = useFrame();
  const { outcomes, words } = frame.t.dane.criteria.drafts;
  return (
    <p class="notice">
      {outcomes[settled.outcome](settled.by, frame.t.moment(settled.at))}
      {settled.words && <span class="block">{words(settled.words)}</span>}
    </p>
  );
}

function Judging({ view }: { view: DraftView }) {
  const t = useFrame().t.dane.criteria.drafts;
  const path = `/dane/criteria/drafts/${view.id}`;
  if (view.isOwn) {
    return (
      <>
        <p class="notice">{t.own}</p>
        <ActButton action={`${path}/withdrawal`} class="secondary">
          {t.withdraw}
        </ActButton>
      </>
    );
  }
  return (
    <>
      {view.isOutdated ? (
        <p class="notice">{t.outdated}</p>
      ) : (
        <ActButton action={path} hidden={{ decision: 'adopt' }}>
          {t.adopt}
        </ActButton>
      )}
      <Form
        action={path}
        form={view.form}
        labels={{ words: t.wordsLabel }}
        hidden={{ decision: 'send-back' }}
      >
        <TextArea name="words" label={t.wordsLabel} rows={2} maxlength={WORDS_LENGTH} />
        <button type="submit" class="secondary">
          {t.sendBack}
        </button>
      </Form>
    </>
  );
}
