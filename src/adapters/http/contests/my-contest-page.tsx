import { MyLayout } from '../my/my-layout.tsx';
import { FaultSummary, type FormState, TextArea } from '../pages/fields.tsx';
import { inLanguage } from '../pages/in-language.ts';
import type { PageFrame } from '../pages/page-frame.ts';
import { ContestStory, ContestTable } from './contest-story.tsx';
import type { ContestLine, ContestView } from './contest-view.ts';

export const ANSWER_LENGTH = 4000;

/** `/my/contests`: the teacher's. */
export function MyContestsPage({ frame, lines }: { frame: PageFrame; lines: readonly ContestLine[] }) {
  const t = frame.t.contests;
  return (
    <MyLayout frame={frame} page="engagements" title={t.listTitle.my} lede={t.listLede.my}>
      {lines.length === 0 ? (
        <p>{t.none.my}</p>
      ) : (
        <ContestTable frame={frame} base="/my/contests" lines={lines} />
      )}
    </MyLayout>
  );
}

/** `/my/contests/{id}`: the motive, and the teacher's answer until the DANE decides. */
export function MyContestPage({
  frame,
  view,
  form,
}: {
  frame: PageFrame;
  view: ContestView;
  form: FormState;
}) {
  const t = frame.t.contests;
  const title = t.title(view.name);
  return (
    <MyLayout frame={frame} page="engagements" title={title}>
      <ContestStory frame={frame} view={view} />
      {view.open && (
        <>
          <h2>{t.answerTitle}</h2>
          <FaultSummary frame={frame} form={form} labels={{ answer: t.answerForm.answer }} />
          <p>{t.answerLede}</p>
          <form method="post" class="form" action={inLanguage(frame, `/my/contests/${view.id}`)}>
            <TextArea
              frame={frame}
              form={form}
              name="answer"
              label={t.answerForm.answer}
              rows={8}
              maxlength={ANSWER_LENGTH}
            />
            <button type="submit">{t.answerForm.submit}</button>
          </form>
        </>
      )}
    </MyLayout>
  );
}
