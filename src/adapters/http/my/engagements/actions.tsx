import { ENGAGEMENT_CHANGE_KINDS } from '../../../../domain/engagement/proposal.ts';
import type { ChangeRow } from '../../engagements/change-view.ts';
import { ActionButton } from '../../forms/elements.tsx';
import { usePageContext } from '../../layout/page-context.ts';
import type { EngagementView } from './view.ts';

/** What the teacher of an engagement may still do with it. */
export function EngagementActions({
  view,
  forDane,
  changes,
}: {
  view: EngagementView;
  /** Whether only the DANE can answer its author. */
  forDane: boolean;
  changes: readonly ChangeRow[];
}) {
  const t = usePageContext().t.my.engagements;
  if (view.open) {
    return (
      <>
        <p>
          {forDane ? t.forDaneText : t.requestedText} {t.withdrawText}
        </p>
        <div class="actions">
          <a class="button" href={`${view.href}/edit`}>
            {t.edit}
          </a>
          <a class="button-secondary" href={`${view.href}/withdraw`}>
            {t.withdraw}
          </a>
        </div>
      </>
    );
  }
  if (view.confirmation === 'contested') return <Contested view={view} />;
  return (
    <>
      {view.confirmation === 'requested' && <p>{forDane ? t.forDaneText : t.requestedText}</p>}
      <ProposeChange view={view} changes={changes} />
      <p class="note">
        {t.fixedText} <a href="/my/data#rectify">{t.askRectification}</a>
      </p>
    </>
  );
}

function Contested({ view: { contest } }: { view: EngagementView }) {
  const t = usePageContext().t.my.engagements;
  return (
    <>
      <p>
        {contest?.byPrincipal ? t.contestedByPrincipal : t.contestedInFile}{' '}
        {t.contestedTexts[contest?.stage ?? 'decided']}
      </p>
      {contest && (
        <p>
          <a class="button" href={contest.href}>
            {contest.stage === 'awaits-answer' ? t.answer : t.readContest}
          </a>
        </p>
      )}
    </>
  );
}

/** The three changes that its teacher may propose, or the proposal that waits. */
function ProposeChange({ view, changes }: { view: EngagementView; changes: readonly ChangeRow[] }) {
  const t = usePageContext().t.changes;
  const waiting = changes.find((one) => one.waiting && one.reference === view.reference);
  if (waiting) {
    return (
      <section class="notice">
        <p>
          {t.mine.waits} <strong>{waiting.what}</strong>
        </p>
        <ActionButton action={`${view.href}/withdraw-change`} hidden={{ id: waiting.id }} class="secondary">
          {t.mine.withdraw}
        </ActionButton>
      </section>
    );
  }
  return (
    <section>
      <h2>{t.mine.title}</h2>
      <p>{t.propose}</p>
      <p class="actions">
        {ENGAGEMENT_CHANGE_KINDS.map((kind) => (
          <a class="button-secondary" href={`${view.href}/change/${kind}`}>
            {t.acts[kind]}
          </a>
        ))}
      </p>
    </section>
  );
}
