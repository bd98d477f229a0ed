import { z } from 'zod';
import type { ListedToken } from '../../../../application/accounts/tokens.ts';
import { CardTable } from '../../components/card-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import type { AppDeps } from '../../env.ts';
import { ActionButton } from '../../forms/elements.tsx';
import { requiredText } from '../../forms/schema.ts';
import { usePageContext } from '../../layout/page-context.ts';
import { definePages } from '../../routing/define-pages.tsx';
import type { PageRequest } from '../../routing/page-request.ts';
import { DaneLayout } from '../layout.tsx';

/** `/dane/settings/tokens`: the tokens of the API. They are made on the command line only, because a page
 *  must not show a secret that outlives its session. */
export const tokenPages = (deps: AppDeps) =>
  definePages(deps, 'dane')
    .page('/dane/settings/tokens', 'change-settings', renderTokens)
    .form('/dane/settings/tokens/revocation', 'change-settings', {
      schema: z.object({ id: requiredText(100) }),
      act: async ({ services, me }, { id }) => {
        await services.revokeToken({ id, actor: me });
      },
      done: 'token-revoked',
      back: '/dane/settings/tokens',
    });

/** The tokens with their last day, and a button that ends each one. */
async function renderTokens(request: PageRequest) {
  const tokens = await request.services.listTokens();
  const t = request.t.dane.data.tokens;
  return (
    <DaneLayout section="settings" title={t.title}>
      <p class="lede">{t.lede}</p>
      {tokens.length === 0 ? <EmptyState>{t.none}</EmptyState> : <TokenTable tokens={tokens} />}
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

function TokenTable({ tokens }: { tokens: readonly ListedToken[] }) {
  const { day, dane } = usePageContext().t;
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
        {
          heading: t.act,
          cell: (token) =>
            token.state === 'active' && (
              <ActionButton
                action="/dane/settings/tokens/revocation"
                hidden={{ id: token.id }}
                class="secondary"
                label={t.revokeOf(token.name)}
              >
                {t.revoke}
              </ActionButton>
            ),
        },
      ]}
    />
  );
}
