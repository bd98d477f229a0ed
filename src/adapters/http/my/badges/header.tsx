import { A } from '../../components/link.tsx';
import { ActButton } from '../../forms/elements.tsx';
import { useFrame } from '../../layout/page-context.ts';
import { ownPath } from '../../responses/url-path.ts';
import type { BadgeChoiceView } from './view.ts';

interface Viewed {
  readonly view: BadgeChoiceView;
}

/** What a badge recognises, its state and its days. */
export function Head({ view }: Viewed) {
  const frame = useFrame();
  const t = frame.t.my.badges;
  return (
    <div class="badge-head">
      <img src={view.imageSrc} alt="" width="208" height="208" />
      <div>
        {view.school !== undefined && (
          <p>
            <strong>{t.one.forSchool(view.school)}</strong>
          </p>
        )}
        <p class="prose">{view.description}</p>
        <p>
          {view.state !== 'erased' && <span class={`tag state-${view.state}`}>{t.states[view.state]}</span>}{' '}
          {t.grantedOn(frame.t.day(view.grantedAt))}
        </p>
        {view.validUntil && <p>{t.one.validUntil(frame.t.day(view.validUntil))}</p>}
        <RenewalLine view={view} />
      </div>
    </div>
  );
}

/** The day from which it may be renewed, with a link to the missing requirements. */
function RenewalLine({ view: { renewal, state } }: Viewed) {
  const { t } = useFrame();
  if (!renewal || state === 'revoked' || state === 'erased' || state === 'declined') return null;
  return (
    <p>
      {renewal.isOpen ? t.renewal.now : t.renewal.from(t.day(renewal.from))}{' '}
      {renewal.href && <a href={renewal.href}>{t.renewal.missing}</a>}
    </p>
  );
}

/** What its holder may do in its state. */
export function Situation({ view }: Viewed) {
  const frame = useFrame();
  const t = frame.t.my.badges.one;
  switch (view.state) {
    case 'declined':
      return <p class="notice">{t.declinedText}</p>;
    case 'hidden':
      return (
        <div class="notice">
          <p>{t.hiddenText}</p>
          <ActButton action={`${view.href}/show`}>{t.show[view.choice.visibility]}</ActButton>
        </div>
      );
    case 'revoked':
      return <Revoked view={view} />;
    case 'suspended':
      return <Suspended view={view} />;
    case 'erased':
      return <p class="notice">{t.erasedText}</p>;
    case 'accepted':
    case 'ended':
      return (
        <div class="actions">
          <A class="button" href={ownPath(view.pageUrl)}>
            {t.publicPage}
          </A>
          {view.school === undefined && view.state === 'accepted' && (
            <a class="button-secondary" href={`${view.href}/wallet`}>
              {frame.t.wallet.link}
            </a>
          )}
          <ActButton action={`${view.href}/hide`} class="secondary">
            {t.hide}
          </ActButton>
          <span class="note">{frame.t.my.moment.published.open[view.choice.visibility]}</span>
        </div>
      );
    default:
      return null;
  }
}

/** The reason why a badge is revoked, and the address to write to. An accepted badge can still be hidden. */
function Revoked({ view }: Viewed) {
  const { t } = useFrame();
  const { at = '', reason = '' } = view.revocation ?? {};
  return (
    <>
      <p class="notice notice-error">{t.my.badges.one.revokedText(t.day(at), reason)}</p>
      <WriteTo address={view.writeTo} />
      <HideOrShow view={view} />
    </>
  );
}

/** The meaning of a suspension, and the address to write to. An accepted badge can still be hidden or
 *  shown. */
function Suspended({ view }: Viewed) {
  const { t } = useFrame();
  const words = t.suspension.mine;
  const { at = '', cause = 'check', reason = '' } = view.suspension ?? {};
  return (
    <>
      <div class="notice">
        <p>{words.text(t.day(at), t.suspension.causes[cause], reason)}</p>
        <p>{words.means}</p>
        {view.choice.acceptance === 'private' && <p>{words.unanswered}</p>}
        <WriteTo address={view.writeTo} />
      </div>
      <HideOrShow view={view} />
    </>
  );
}

function HideOrShow({ view: { href, choice } }: Viewed) {
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
