import { Logo } from '../components/empty-state.tsx';
import { TextLink } from '../components/link.tsx';
import { ActionButton } from '../forms/elements.tsx';
import { type PageContext, usePageContext } from './page-context.ts';
import type { SpaceNavigation } from './section-navigation.tsx';

/** The entry of the public navigation that a page belongs to. */
export type PublicSection = 'catalogue' | 'verify' | 'framework';

interface SiteHeaderProps {
  readonly section?: PublicSection | undefined;
  /** The navigation of the page's space, in place of the public one. */
  readonly navigation?: SpaceNavigation | undefined;
}

/** One row at the top of every page: the issuer, the navigation, the language, the sign-in or the account. On
 *  a phone the navigation is folded; on a wide screen the style sheet shows it without its fold. */
export function SiteHeader({ section, navigation }: SiteHeaderProps) {
  const pageContext = usePageContext();
  const { t, issuer, account, copiedAt } = pageContext;
  const shown = navigation ?? (account ? spacesOf(account, t) : publicNavigation(t, section));
  return (
    <header class={account ? 'site-header in-space' : 'site-header'}>
      <div class="column">
        <TextLink class="site-name" href="/">
          {issuer.logoUrl ? <img src={issuer.logoUrl} alt="" height="40" /> : <Logo />}
          <span class="site-words">
            <strong>{issuer.code}</strong>
            <span>{issuer.academy ?? t.layout.openBadges}</span>
          </span>
        </TextLink>
        <details class="site-menu" name="header">
          <summary>{t.layout.menu}</summary>
          <div class="header-panel">
            <nav aria-label={shown.label}>
              {shown.entries.map(({ href, label, current }) => (
                <TextLink href={href} aria-current={current ? 'page' : undefined}>
                  {label}
                </TextLink>
              ))}
            </nav>
            {!account && <LanguageLink />}
          </div>
        </details>
        {account ? (
          <AccountDetails account={account} spaces={navigation !== undefined} />
        ) : (
          !copiedAt && (
            <TextLink class="enter" href="/space">
              {t.account.enter}
            </TextLink>
          )
        )}
      </div>
    </header>
  );
}

function publicNavigation(
  { layout: t }: PageContext['t'],
  section: PublicSection | undefined,
): SpaceNavigation {
  const entries = [
    ['catalogue', '/badges', t.catalogue],
    ['verify', '/verify', t.verify],
    ['framework', '/referentiel/rupn/v1', t.framework],
  ] as const;
  return {
    label: t.mainNavigation,
    entries: entries.map(([name, href, label]) => ({ href, label, current: section === name })),
  };
}

function spacesOf(
  { spaces }: NonNullable<PageContext['account']>,
  { account: t }: PageContext['t'],
): SpaceNavigation {
  return {
    label: t.spacesNavigation,
    entries: spaces.map(({ space, href, current }) => ({ href, current, label: t.spaces[space] })),
  };
}

/** Stands at the end of the header for a signed-in person: their name, which unfolds to their spaces, their
 *  choices, the other language and the sign-out. */
function AccountDetails({
  account,
  spaces,
}: {
  account: NonNullable<PageContext['account']>;
  /** Whether the spaces are listed here; a page outside every space has them in its navigation. */
  spaces: boolean;
}) {
  const pageContext = usePageContext();
  const t = pageContext.t.account;
  return (
    <details class="account-fold" name="header">
      <summary>
        <span class="visually-hidden">{t.signedInAs('')}</span>{' '}
        <span class="account-name">{account.name}</span>
      </summary>
      <div class="header-panel">
        {spaces && (
          <nav aria-label={t.spacesNavigation}>
            {account.spaces.map(({ space, href, current }) => (
              <a href={href} aria-current={current ? 'page' : undefined}>
                {t.spaces[space]}
              </a>
            ))}
          </nav>
        )}
        <a href="/my/profile">{pageContext.t.publicProfiles.own.title}</a>
        <a href="/messages">{t.messagesLink}</a>
        <a href="/sessions">{t.sessionsLink}</a>
        <LanguageLink />
        <ActionButton action="/sign-out" class="link">
          {t.signOut}
        </ActionButton>
      </div>
    </details>
  );
}

/** The same page in the other language, named in that language. */
function LanguageLink() {
  const { locale, languages } = usePageContext();
  const other = locale === 'fr' ? 'en' : 'fr';
  return (
    <a lang={other} hreflang={other} href={languages[other]} rel="alternate">
      {other === 'fr' ? 'Français' : 'English'}
    </a>
  );
}
