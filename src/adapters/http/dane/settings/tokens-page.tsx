import type { ListedToken } from '../../../../application/accounts/tokens.ts';
import { CardTable } from '../../shell/card-table.tsx';
import { ActButton } from '../../shell/form-parts.tsx';
import { useFrame } from '../../shell/use-frame.ts';
import { DaneLayout } from '../dane-layout.tsx';

interface TokensProps {
  readonly tokens: readonly ListedToken[];
}

/** `/dane/settings/tokens`: the tokens with their last day, and a button that ends each one. */
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
  const { day, dane } = useFrame().t;
  const t = dane.data.tokens;
  return (
    <CardTable
      rows={tokens}
      columns={[
        { heading: t.name, cell: (token) => token.name, names: true, label: true },
        { heading: t.role, cell: (token) => t.roles[token.role] },
        { heading: t.made, cell: (token) => day(token.createdAt) },
        { heading: t.used, cell: (token) => (token.lastUsedOn ? day(token.lastUsedOn) : t.never) },
        {
          heading: t.until,
          cell: (token) => t.ends[token.state](day(token.revokedAt ?? token.expiresAt)),
        },
        { heading: t.act, cell: (token) => token.state === 'active' && <Revocation token={token} /> },
      ]}
    />
  );
}

function Revocation({ token }: { readonly token: ListedToken }) {
  const t = useFrame().t.dane.data.tokens;
  return (
    <ActButton
      action="/dane/settings/tokens/revocation"
      hidden={{ id: token.id }}
      class="secondary"
      label={t.revokeOf(token.name)}
    >
      {t.revoke}
    </ActButton>
  );
}
