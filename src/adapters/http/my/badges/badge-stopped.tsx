import { ActButton } from '../../shell/form-parts.tsx';
import { useFrame } from '../../shell/use-frame.ts';
import type { BadgeChoiceView } from './badge-view.ts';

interface StoppedProps {
  readonly view: BadgeChoiceView;
}

/** The reason why a badge is revoked, and the address to write to. An accepted badge can still be hidden. */
export function Revoked({ view }: StoppedProps) {
  const { t } = useFrame();
  const { at = '', reason = '', writeTo = '' } = view.revocation ?? {};
  return (
    <>
      <p class="notice notice-error">{t.my.badges.one.revokedText(t.day(at), reason)}</p>
      <WriteTo address={writeTo} />
      <HideOrShow view={view} />
    </>
  );
}

/** The meaning of a suspension, and the address to write to. An accepted badge can still be hidden or
 *  shown. */
export function Suspended({ view }: StoppedProps) {
  const { t } = useFrame();
  const words = t.suspension.mine;
  const { at = '', cause = 'check', reason = '', writeTo = '' } = view.suspension ?? {};
  return (
    <>
      <div class="notice">
        <p>{words.text(t.day(at), t.suspension.causes[cause], reason)}</p>
        <p>{words.means}</p>
        {view.choice.acceptance === 'private' && <p>{words.unanswered}</p>}
        <WriteTo address={writeTo} />
      </div>
      <HideOrShow view={view} />
    </>
  );
}

function HideOrShow({ view: { href, choice } }: StoppedProps) {
  const { one } = useFrame().t.my.badges;
  if (choice.acceptance !== 'accepted') return null;
  return (
    <ActButton action={`${href}/${choice.hidden ? 'show' : 'hide'}`} class="secondary">
      {choice.hidden ? one.show[choice.visibility] : one.hide}
    </ActButton>
  );
}

function WriteTo({ address }: { address: string }) {
  const { write } = useFrame().t.suspension.mine;
  return (
    <p>
      {write}
      <a href={`mailto:${address}`}>{address}</a>
    </p>
  );
}
