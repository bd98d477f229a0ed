import { Submit } from '../../forms/elements.tsx';
import { usePageContext } from '../../layout/page-context.ts';
import type { BadgeChoiceView } from './view.ts';

/** A badge drawn large, with a sentence on what it recognises, its issuer and its day. */
export function LargeBadge({ badge, level }: { badge: BadgeChoiceView; level?: 'h2' }) {
  const { t, issuer } = usePageContext();
  const { moment } = t.my;
  return (
    <>
      <img src={`${badge.imageSrc}?size=256`} alt="" width="256" height="256" />
      {level && <h2 id={`name-${badge.id}`}>{badge.name}</h2>}
      <p>{badge.description}</p>
      <p class="note">
        {moment.grantedBy(issuer.name, t.day(badge.grantedAt))}{' '}
        {badge.validUntil && moment.validUntil(t.day(badge.validUntil))}
      </p>
    </>
  );
}

/** The link to decline one badge, next to the button to accept it. */
export function DeclineLink({ badge }: { badge: Pick<BadgeChoiceView, 'href' | 'name'> }) {
  const t = usePageContext().t.my.moment;
  return (
    <a href={`${badge.href}/decline`}>
      {t.decline}
      <span class="visually-hidden">{t.declineOf(badge.name)}</span>
    </a>
  );
}

/** The buttons remain visible on a long page. */
export function AnswerBar({ many, preview }: { many: number; preview: string }) {
  const t = usePageContext().t.my.moment;
  return (
    <div class="actions stays">
      <Submit>{t.accept(many)}</Submit>
      <Submit class="secondary" preview={preview}>
        {t.preview}
      </Submit>
    </div>
  );
}
