import type { Session } from '../../../domain/access/account.ts';
import { Layout } from '../shell/layout.tsx';
import type { PageFrame } from '../shell/page-frame.ts';
import { useFrame } from '../shell/use-frame.ts';

interface SessionsView {
  readonly sessions: readonly (Pick<Session, 'id' | 'provider' | 'device' | 'createdAt' | 'seenAt'> & {
    readonly current: boolean;
  })[];
}

/** « Firefox, Windows »; a session of before this was noted says nothing. */
function deviceWords(device: Session['device'], t: PageFrame['t']['account']['sessions']): string {
  const words = (device ?? '').split('/').map((part) => t.devices[part] ?? part);
  return words.filter(Boolean).join(', ') || t.unknownDevice;
}

/** `/sessions`: where one is signed in, and a way out of each. */
export function SessionsPage({ view }: { view: SessionsView }) {
  const frame = useFrame();
  const t = frame.t.account.sessions;
  return (
    <Layout title={t.title} description={t.lede}>
      <h1>{t.title}</h1>
      <p class="lede">{t.lede}</p>
      <table class="table-cards">
        <thead>
          <tr>
            <th scope="col">{t.since}</th>
            <th scope="col">{t.seen}</th>
            <th scope="col">{t.device}</th>
            <th scope="col">{t.by}</th>
            <th scope="col">{t.end}</th>
          </tr>
        </thead>
        <tbody>
          {view.sessions.map((session) => (
            <tr>
              <th scope="row" data-label={t.since}>
                {frame.t.moment(session.createdAt)}
              </th>
              <td data-label={t.seen}>{frame.t.moment(session.seenAt)}</td>
              <td data-label={t.device}>{deviceWords(session.device, t)}</td>
              <td data-label={t.by}>{frame.t.account.signIn.providers[session.provider].name}</td>
              <td data-label={t.end}>
                {session.current ? (
                  t.current
                ) : (
                  <form method="post" action="/sessions/end">
                    <input type="hidden" name="id" value={session.id} />
                    <button type="submit" class="secondary">
                      {t.endOne(frame.t.moment(session.createdAt))}
                    </button>
                  </form>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <form method="post" action="/sign-out-everywhere">
        <button type="submit">{t.everywhere}</button>
      </form>
    </Layout>
  );
}
