import type { ListedToken } from '../../../../application/accounts/tokens.ts';
import { useFrame } from '../../shell/use-frame.ts';
import { DaneLayout } from '../dane-layout.tsx';

interface TokensProps {
  readonly tokens: readonly ListedToken[];
}

/** `/dane/settings/tokens`: which programs reach the service, until when, and a way to end each. */
export function TokensPage({ tokens }: TokensProps) {
  const t = useFrame().t.dane.data.tokens;
  return (
    <DaneLayout section="settings" title={t.title}>
      <p class="lede">{t.lede}</p>
      {tokens.length === 0 ? <p>{t.none}</p> : <TokenTable tokens={tokens} />}
      <p>{t.howToMake}</p>
      <pre>
        <code>npm run -s jalon -- token create --role reader --name "…" --days 90</code>
      </pre>
      <p>
        <a href="/dane/settings">{t.back}</a>
      </p>
    </DaneLayout>
  );
}

function TokenTable({ tokens }: TokensProps) {
  const t = useFrame().t.dane.data.tokens;
  return (
    <table class="table-cards">
      <thead>
        <tr>
          <th scope="col">{t.name}</th>
          <th scope="col">{t.role}</th>
          <th scope="col">{t.made}</th>
          <th scope="col">{t.used}</th>
          <th scope="col">{t.until}</th>
          <th scope="col">{t.act}</th>
        </tr>
      </thead>
      <tbody>
        {tokens.map((token) => (
          <TokenRow token={token} />
        ))}
      </tbody>
    </table>
  );
}

function TokenRow({ token }: { readonly token: ListedToken }) {
  const { day, dane } = useFrame().t;
  const t = dane.data.tokens;
  return (
    <tr>
      <th scope="row" data-label={t.name}>
        {token.name}
      </th>
      <td data-label={t.role}>{t.roles[token.role]}</td>
      <td data-label={t.made}>{day(token.createdAt)}</td>
      <td data-label={t.used}>{token.lastUsedOn ? day(token.lastUsedOn) : t.never}</td>
      <td data-label={t.until}>{t.ends[token.state](day(token.revokedAt ?? token.expiresAt))}</td>
      <td data-label={t.act}>
        {token.state === 'active' && (
          <form method="post" action="/dane/settings/tokens/revocation">
            <input type="hidden" name="id" value={token.id} />
            <button type="submit" class="secondary" aria-label={t.revokeOf(token.name)}>
              {t.revoke}
            </button>
          </form>
        )}
      </td>
    </tr>
  );
}
