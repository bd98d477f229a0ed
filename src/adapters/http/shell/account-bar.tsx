import { ActButton } from './form-parts.tsx';
import type { PageFrame } from './page-frame.ts';
import { useFrame } from './use-frame.ts';

/** Stands under the header of a page behind the sign-in: the spaces, the person's name, the sign-out. */
export function AccountBar({ account }: { account: NonNullable<PageFrame['account']> }) {
  const t = useFrame().t.account;
  return (
    <section class="account-bar" aria-label={t.signedInAs(account.name)}>
      <div class="column">
        <nav aria-label={t.spacesNavigation}>
          {account.spaces.map(({ space, href, current }) => (
            <a href={href} aria-current={current ? 'page' : undefined}>
              {t.spaces[space]}
            </a>
          ))}
        </nav>
        <p class="account-name">{t.signedInAs(account.name)}</p>
        <a href="/messages">{t.messagesLink}</a>
        <a href="/sessions">{t.sessionsLink}</a>
        <ActButton action="/sign-out" class="link">
          {t.signOut}
        </ActButton>
      </div>
    </section>
  );
}
