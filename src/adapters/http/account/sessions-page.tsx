import type { Session } from '../../../domain/access/account.ts';
import { CardTable } from '../shell/card-table.tsx';
import { ActButton } from '../shell/form-parts.tsx';
import { Layout } from '../shell/layout.tsx';
import type { PageFrame } from '../shell/page-frame.ts';
import { useFrame } from '../shell/use-frame.ts';

interface SessionsView {
  readonly sessions: readonly (Pick<Session, 'id' | 'provider' | 'device' | 'createdAt' | 'seenAt'> & {
    readonly current: boolean;
  })[];
}

/** « Firefox, Windows »; empty for a session from before devices were recorded. */
function deviceWords(device: Session['device'], t: PageFrame['t']['account']['sessions']): string {
  const words = (device ?? '').split('/').map((part) => t.devices[part] ?? part);
  return words.filter(Boolean).join(', ') || t.unknownDevice;
}

/** `/sessions`: the person's sessions, with a button that ends each one. */
export function SessionsPage({ view }: { view: SessionsView }) {
  const frame = useFrame();
  const t = frame.t.account.sessions;
  return (
    <Layout title={t.title} description={t.lede}>
      <h1>{t.title}</h1>
      <p class="lede">{t.lede}</p>
      <CardTable
        rows={view.sessions}
        columns={[
          {
            heading: t.since,
            cell: (session) => frame.t.moment(session.createdAt),
            names: true,
            label: true,
          },
          { heading: t.seen, cell: (session) => frame.t.moment(session.seenAt) },
          { heading: t.device, cell: (session) => deviceWords(session.device, t) },
          { heading: t.by, cell: (session) => frame.t.account.signIn.providers[session.provider].name },
          {
            heading: t.end,
            cell: (session) =>
              session.current ? (
                t.current
              ) : (
                <ActButton action="/sessions/end" hidden={{ id: session.id }} class="secondary">
                  {t.endOne(frame.t.moment(session.createdAt))}
                </ActButton>
              ),
          },
        ]}
      />
      <ActButton action="/sign-out-everywhere">{t.everywhere}</ActButton>
    </Layout>
  );
}
