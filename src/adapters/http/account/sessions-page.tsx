import { z } from 'zod';
import type { Session } from '../../../domain/access/account.ts';
import { CardTable } from '../components/card-table.tsx';
import type { AppDeps } from '../env.ts';
import { ActionButton } from '../forms/elements.tsx';
import { requiredText } from '../forms/schema.ts';
import { Layout } from '../layout/html-document.tsx';
import type { PageContext } from '../layout/page-context.ts';
import { definePages } from '../routing/define-pages.tsx';
import type { PageRequest } from '../routing/page-request.ts';

/** `/sessions`: the person's sessions, with a button that ends each one. */
export const sessionPages = (deps: AppDeps) =>
  definePages(deps)
    .page('/sessions', 'use-account', renderSessions)
    .form('/sessions/end', 'use-account', {
      schema: z.object({ id: requiredText() }),
      act: async ({ services, me }, { id }) => {
        await services.endOwnSession(me, id);
      },
      done: 'session-ended',
      back: '/sessions',
    });

async function renderSessions({ services, me, signedIn, t: texts }: PageRequest) {
  const sessions = await services.readOwnSessions(me);
  const t = texts.account.sessions;
  return (
    <Layout title={t.title} description={t.lede}>
      <h1>{t.title}</h1>
      <p class="lede">{t.lede}</p>
      <CardTable
        rows={sessions}
        columns={[
          {
            heading: t.since,
            cell: (session) => texts.moment(session.createdAt),
            names: true,
            label: true,
          },
          { heading: t.seen, cell: (session) => texts.moment(session.seenAt) },
          { heading: t.device, cell: (session) => browserLabel(session.device, t) },
          { heading: t.by, cell: (session) => texts.account.signIn.providers[session.provider].name },
          {
            heading: t.end,
            cell: (session) =>
              session.id === signedIn.session.id ? (
                t.current
              ) : (
                <ActionButton action="/sessions/end" hidden={{ id: session.id }} class="secondary">
                  {t.endOne(texts.moment(session.createdAt))}
                </ActionButton>
              ),
          },
        ]}
      />
      <ActionButton action="/sign-out-everywhere">{t.everywhere}</ActionButton>
    </Layout>
  );
}

/** « Firefox, Windows »; empty for a session from before devices were recorded. */
function browserLabel(device: Session['device'], t: PageContext['t']['account']['sessions']): string {
  const texts = (device ?? '').split('/').map((part) => t.devices[part] ?? part);
  return texts.filter(Boolean).join(', ') || t.unknownDevice;
}
