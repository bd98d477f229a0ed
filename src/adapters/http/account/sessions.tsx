import { z } from 'zod';
import type { Session } from '../../../domain/access/account.ts';
import { CardTable } from '../components/card-table.tsx';
import type { AppDeps } from '../env.ts';
import { ActButton } from '../forms/elements.tsx';
import { requiredText } from '../forms/schema.ts';
import { Layout } from '../layout/document.tsx';
import type { PageFrame } from '../layout/page-context.ts';
import { pagesOf } from '../routing/define-pages.tsx';
import type { Visit } from '../routing/page-request.ts';

/** `/sessions`: the person's sessions, with a button that ends each one. */
export const sessionPages = (deps: AppDeps) =>
  pagesOf(deps)
    .page('/sessions', 'use-account', drawSessions)
    .form('/sessions/end', 'use-account', {
      schema: z.object({ id: requiredText() }),
      act: async ({ services, me }, { id }) => {
        await services.endOwnSession(me, id);
      },
      done: 'session-ended',
      back: '/sessions',
    });

async function drawSessions({ services, me, signedIn, t: words }: Visit) {
  const sessions = await services.readOwnSessions(me);
  const t = words.account.sessions;
  return (
    <Layout title={t.title} description={t.lede}>
      <h1>{t.title}</h1>
      <p class="lede">{t.lede}</p>
      <CardTable
        rows={sessions}
        columns={[
          {
            heading: t.since,
            cell: (session) => words.moment(session.createdAt),
            names: true,
            label: true,
          },
          { heading: t.seen, cell: (session) => words.moment(session.seenAt) },
          { heading: t.device, cell: (session) => deviceWords(session.device, t) },
          { heading: t.by, cell: (session) => words.account.signIn.providers[session.provider].name },
          {
            heading: t.end,
            cell: (session) =>
              session.id === signedIn.session.id ? (
                t.current
              ) : (
                <ActButton action="/sessions/end" hidden={{ id: session.id }} class="secondary">
                  {t.endOne(words.moment(session.createdAt))}
                </ActButton>
              ),
          },
        ]}
      />
      <ActButton action="/sign-out-everywhere">{t.everywhere}</ActButton>
    </Layout>
  );
}

/** « Firefox, Windows »; empty for a session from before devices were recorded. */
function deviceWords(device: Session['device'], t: PageFrame['t']['account']['sessions']): string {
  const words = (device ?? '').split('/').map((part) => t.devices[part] ?? part);
  return words.filter(Boolean).join(', ') || t.unknownDevice;
}
