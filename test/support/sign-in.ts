import { sha256Of } from '../../src/application/digest.ts';
import { type Session, sessionEnd } from '../../src/domain/access/account.ts';
import type { PersonId } from '../../src/domain/ids.ts';
import type { Uai } from '../../src/domain/uai.ts';
import type { NodeContext } from '../../src/node.ts';

/** A browser that has signed in; `cookie` is its header. */
export interface SignedInBrowser {
  readonly personId: PersonId;
  readonly cookie: string;
  get(path: string): Promise<Response>;
  /** Sends a request as a browser would, with its cookies and those that pages have set since. */
  send(path: string, init?: RequestInit): Promise<Response>;
  /** Sends a form as one of our pages would; a list sends its field several times. */
  post(path: string, fields?: Readonly<Record<string, string | readonly string[]>>): Promise<Response>;
}

const SAVED: ReadonlySet<string> = new Set(['__Host-done', '__Host-roll-call']);

/** Opens a session for the person with this address, as a finished sign-in does. `proof` is what the provider
 *  proved of the authentication. */
export async function signInAs(
  { app, ports }: Pick<NodeContext, 'app' | 'ports'>,
  email: string,
  mayHead: readonly Uai[] = [],
  proof: Pick<Session, 'acr' | 'authTime'> = {},
): Promise<SignedInBrowser> {
  const [person] = await ports.store.readPeopleByEmail([email]);
  if (!person) throw new Error(`nobody has the address ${email}`);
  const secret = `${ports.ids.credentialId()}${ports.ids.credentialId()}`;
  const now = ports.clock.now();
  const session: Session = {
    id: ports.ids.uuid(),
    secretHash: await sha256Of(secret),
    personId: person.id,
    provider: 'local',
    mayHead,
    ...proof,
    createdAt: now,
    seenAt: now,
    expiresAt: sessionEnd(now),
  };
  await ports.store.commit([{ kind: 'session-begun', session }]);
  const cookie = `__Host-session=${secret}`;
  const saved = new Map<string, string>();
  const send = async (path: string, init: RequestInit = {}) => {
    const headers = { Cookie: [cookie, ...saved.values()].join('; '), ...init.headers };
    const answer = await app.request(`${ports.origin}${path}`, { ...init, headers });
    // Keeps the cookie of the last action until a page has shown it, and the one of a scanned code. The cookie of
    // the language is not kept, so each address has its own.
    for (const set of answer.headers.getSetCookie()) {
      const [name = ''] = set.split('=');
      if (!SAVED.has(name)) continue;
      if (set.includes('Max-Age=0')) saved.delete(name);
      else saved.set(name, set.split(';')[0] ?? '');
    }
    return answer;
  };
  return {
    personId: person.id,
    cookie,
    get: (path) => send(path),
    send,
    post: (path, fields = {}) =>
      send(path, { method: 'POST', headers: { Origin: ports.origin }, body: toForm(fields) }),
  };
}

function toForm(fields: Readonly<Record<string, string | readonly string[]>>): URLSearchParams {
  const pairs = Object.entries(fields).flatMap(([name, value]) =>
    (typeof value === 'string' ? [value] : value).map((one): [string, string] => [name, one]),
  );
  return new URLSearchParams(pairs);
}
