import { TextLink } from '../../components/link.tsx';
import { ActionButton } from '../../forms/elements.tsx';
import { usePageContext } from '../../layout/page-context.ts';
import { ownPath } from '../../responses/url-path.ts';
import type { BadgeChoiceView } from './view.ts';

interface Viewed {
  readonly view: BadgeChoiceView;
}

/** What a badge recognises, its state and its days. */
export function Head({ view }: Viewed) {
  const pageContext = usePageContext();
  const t = pageContext.t.my.badges;
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
          {t.grantedOn(pageContext.t.day(view.grantedAt))}
        </p>
        {view.validUntil && <p>{t.one.validUntil(pageContext.t.day(view.validUntil))}</p>}
        <RenewalNotice view={view} />
      </div>
    </div>
  );
}

/** The day from which it may be renewed, with a link to the missing requirements. */
function RenewalNotice({ view: { renewal, state } }: Viewed) {
  const { t } = usePageContext();
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
  const pageContext = usePageContext();
  const t = pageContext.t.my.badges.one;
  switch (view.state) {
    case 'declined':
      return <p class="notice">{t.declinedText}</p>;
    case 'hidden':
      return (
        <div class="notice">
          <p>{t.hiddenText}</p>
          <ActionButton action={`${view.href}/show`}>{t.show[view.choice.visibility]}</ActionButton>
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
          <TextLink class="button" href={ownPath(view.pageUrl)}>
            {t.publicPage}
          </TextLink>
          {view.school === undefined && view.state === 'accepted' && (
            <a class="button-secondary" href={`${view.href}/wallet`}>
              {pageContext.t.wallets.link}
            </a>
          )}
          <ActionButton action={`${view.href}/hide`} class="secondary">
            {t.hide}
          </ActionButton>
          <span class="note">{pageContext.t.my.moment.published.open[view.choice.visibility]}</span>
        </div>
      );
    default:
      return null;
  }
}

/** The reason why a badge is revoked, and the address to write to. An accepted badge can still be hidden. */
function Revoked({ view }: Viewed) {
  const { t } = usePageContext();
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
  const { t } = usePageContext();
  const texts = t.suspension.mine;
  const { at = '', cause = 'check', reason = '' } = view.suspension ?? {};
  return (
    <>
      <div class="notice">
        <p>{texts.text(t.day(at), t.suspension.causes[cause], reason)}</p>
        <p>{texts.means}</p>
        {view.choice.acceptance === 'private' && <p>{texts.unanswered}</p>}
        <WriteTo address={view.writeTo} />
      </div>
      <HideOrShow view={view} />
    </>
  );
}

function HideOrShow({ view: { href, choice } }: Viewed) {
  const { one } = usePageContext().t.my.badges;
  if (choice.acceptance !== 'accepted') return null;
  return (
    <ActionButton action={`${href}/${choice.hidden ? 'show' : 'hide'}`} class="secondary">
      {choice.hidden ? one.show[choice.visibility] : one.hide}
    </ActionButton>
  );
}

function WriteTo({ address }: { address: string }) {
  const { write } = usePageContext().t.suspension.mine;
  return (
    <p>
      {write}
      <a href={`mailto:${address}`}>{address}</a>
    </p>
  );
}
