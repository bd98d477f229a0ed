import { ActButton } from './form-parts.tsx';
import { LanguageLink } from './language-link.tsx';
import type { PageFrame } from './page-frame.ts';
import { useFrame } from './use-frame.ts';

/** Stands at the end of the header for a signed-in person: their name, which unfolds to their spaces, their
 *  choices, the other language and the sign-out. */
export function AccountFold({
  account,
  spaces,
}: {
  account: NonNullable<PageFrame['account']>;
  /** Whether the spaces are listed here; a page outside every space has them in its navigation. */
  spaces: boolean;
}) {
  const frame = useFrame();
  const t = frame.t.account;
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
        <a href="/my/profile">{frame.t.profile.own.title}</a>
        <a href="/messages">{t.messagesLink}</a>
        <a href="/sessions">{t.sessionsLink}</a>
        <LanguageLink />
        <ActButton action="/sign-out" class="link">
          {t.signOut}
        </ActButton>
      </div>
    </details>
  );
}
