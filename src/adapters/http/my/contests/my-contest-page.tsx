import { ContestStory, ContestTable } from '../../contests/contest-story.tsx';
import type { ContestLine, ContestView } from '../../contests/contest-view.ts';
import { TextForm } from '../../shell/text-form.tsx';
import { TypedBefore } from '../../shell/typed-before.tsx';
import type { FormState } from '../../shell/use-form.ts';
import { useFrame } from '../../shell/use-frame.ts';
import { MyLayout } from '../my-layout.tsx';

export const ANSWER_LENGTH = 4000;

/** `/my/contests`: the contests of the teacher's segments. */
export function MyContestsPage({ lines }: { lines: readonly ContestLine[] }) {
  const t = useFrame().t.contests;
  return (
    <MyLayout page="engagements" title={t.listTitle.my} lede={t.listLede.my}>
      {lines.length === 0 ? (
        <p>{t.none.my}</p>
      ) : (
        <ContestTable base="/my/contests" lines={lines} reader="teacher" />
      )}
    </MyLayout>
  );
}

/** `/my/contests/{id}`: the motive, and the teacher's answer, which may change until the DANE decides. */
export function MyContestPage({ view, form }: { view: ContestView; form: FormState }) {
  const t = useFrame().t.contests;
  return (
    <MyLayout page="engagements" title={view.title}>
      <ContestStory view={view} />
      {!view.open && <TypedBefore form={form} labels={{ answer: t.answerForm.answer }} />}
      {view.open && (
        <>
          <h2>{t.answerTitle}</h2>
          <p>{t.answerLede}</p>
          <TextForm
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
