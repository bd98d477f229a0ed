import { z } from 'zod';
import { EmptyState } from '../../adapters/http/components/empty-state.tsx';
import type { AppDeps } from '../../adapters/http/env.ts';
import { Form, Submit } from '../../adapters/http/forms/elements.tsx';
import { requiredText } from '../../adapters/http/forms/schema.ts';
import { formOver } from '../../adapters/http/forms/submission.ts';
import { TextForm } from '../../adapters/http/forms/textarea.tsx';
import { UnsavedTexts } from '../../adapters/http/forms/unsaved-input.tsx';
import { usePageContext } from '../../adapters/http/layout/page-context.ts';
import { MyLayout } from '../../adapters/http/my/layout.tsx';
import { definePages } from '../../adapters/http/routing/define-pages.tsx';
import type { PageRequest } from '../../adapters/http/routing/page-request.ts';
import { fullName } from '../../domain/person/name.ts';
import { ContestStory, ContestTable, contestedEngagement, readContestOf } from './components.tsx';
import { isOpen } from './feature.ts';

const ANSWER_LENGTH = 4000;

/** `/my/contests`: the teacher reads and answers. */
export const myContestPages = (deps: AppDeps) =>
  definePages(deps, 'my')
    .page('/my/contests', 'keep-own-record', renderContests)
    .page('/my/contests/:id', { may: 'answer-contest', of: contestedEngagement }, renderContest)
    .form(
      '/my/contests/:id',
      { may: 'answer-contest', of: contestedEngagement },
      {
        page: renderContest,
        schema: z.object({ answer: requiredText(ANSWER_LENGTH) }),
        act: ({ services, param, me }, { answer }) =>
          services.answerContest({ id: param('id'), answer, by: me }),
        done: 'contest-answered',
      },
    );

async function renderContests({ services, me, t: { contests: t } }: PageRequest) {
  const files = await services.readOwnContests(me);
  return (
    <MyLayout page="engagements" title={t.listTitle.my} lede={t.listLede.my}>
      {files.length === 0 ? (
        <EmptyState>{t.none.my}</EmptyState>
      ) : (
        <ContestTable base="/my/contests" lines={files} reader="teacher" />
      )}
    </MyLayout>
  );
}

/** The motive, and the teacher's answer, which may change until the DANE decides. */
async function renderContest(request: PageRequest) {
  const t = request.t.contests;
  const file = await readContestOf(request);
  const { id, answer } = file.contest;
  const form = formOver(answer === undefined ? {} : { answer: [answer] }, request.sent);
  return (
    <MyLayout page="engagements" title={t.to.teacher.title(fullName(file.person))}>
      <ContestStory file={file} reader="teacher" wording={request.wording} />
      {isOpen(file.contest) ? (
        <>
          {file.contest.motive === undefined && answer === undefined && <AskReason id={id} />}
          <h2>{t.answerTitle}</h2>
          <p>{t.answerLede}</p>
          <TextForm
            form={form}
            action={`/my/contests/${id}`}
            name="answer"
            label={t.answerForm.answer}
            rows={8}
            maxlength={ANSWER_LENGTH}
            submit={t.answerForm.submit}
          />
        </>
      ) : (
        <UnsavedTexts form={form} labels={{ answer: t.answerForm.answer }} />
      )}
    </MyLayout>
  );
}

/** A contest that a file opened has no reason yet. Asking is an answer, which the principal and the DANE read. */
function AskReason({ id }: { id: string }) {
  const t = usePageContext().t.contests;
  return (
    <>
      <h2>{t.askTitle}</h2>
      <p>{t.askLede}</p>
      <Form action={`/my/contests/${id}`} hidden={{ answer: t.asked }}>
        <Submit>{t.ask}</Submit>
      </Form>
    </>
  );
}
