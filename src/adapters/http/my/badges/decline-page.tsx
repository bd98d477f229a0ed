import { ActButton } from '../../shell/form-parts.tsx';
import { useFrame } from '../../shell/use-frame.ts';
import { BadgeLayout } from './badge-layout.tsx';
import type { BadgeChoiceView } from './badge-view.ts';

/** `/my/badges/{id}/decline`: asks for a confirmation, because declining is final. For a badge that is
 *  already answered, the page states this. */
export function DeclineBadgePage({ view }: { readonly view: BadgeChoiceView }) {
  const t = useFrame().t.my.badges.one;
  if (view.state !== 'private') {
    return (
      <BadgeLayout view={view} title={t.declineTitle(view.name)}>
        <p class="notice">{t.notToDecline[view.state]}</p>
        <p>
          <a href={view.href}>{t.backToBadge}</a>
        </p>
      </BadgeLayout>
    );
  }
  return (
    <BadgeLayout view={view} title={t.declineTitle(view.name)}>
      <p>{t.declineText}</p>
      <div class="actions">
        <ActButton action={`${view.href}/decline`}>{t.declineConfirm}</ActButton>
        <a href={view.href}>{t.keep}</a>
      </div>
    </BadgeLayout>
  );
}
