import { MyLayout } from '../my/my-layout.tsx';
import type { FormState } from '../shell/fields.tsx';
import type { PageFrame } from '../shell/page-frame.ts';
import { TextForm } from '../shell/text-form.tsx';
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
          <p>{t.answerLede}</p>
          <TextForm
            frame={frame}
            form={form}
            action={`/my/contests/${view.id}`}
            name="answer"
            label={t.answerForm.answer}
            rows={8}
            maxlength={ANSWER_LENGTH}
            submit={t.answerForm.submit}
          />
        </>
      )}
    </MyLayout>
  );
}
