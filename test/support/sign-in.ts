import { sha256Of } from '../../src/application/digest.ts';
import { type Session, sessionEnd } from '../../src/domain/access/account.ts';
import type { PersonId } from '../../src/domain/ids.ts';
import type { Uai } from '../../src/domain/uai.ts';
import type { NodeContext } from '../../src/node.ts';

/** A browser that has signed in: `cookie` is its header. */
export interface SignedInBrowser {
  readonly personId: PersonId;
  readonly cookie: string;
  get(path: string): Promise<Response>;
  /** Sends a form as a page of ours would; a list is a field sent several times. */
  post(path: string, fields?: Readonly<Record<string, string | readonly string[]>>): Promise<Response>;
}

/** Opens a session for the person known by the address, as a finished sign-in does. */
export async function signInAs(
  { app, ports }: Pick<NodeContext, 'app' | 'ports'>,
  email: string,
  mayHead: readonly Uai[] = [],
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
    createdAt: now,
    seenAt: now,
    expiresAt: sessionEnd(now),
  };
  await ports.store.commit([{ kind: 'session-begun', session }]);
  const cookie = `__Host-session=${secret}`;
  return {
    personId: person.id,
    cookie,
    get: async (path) => app.request(`${ports.origin}${path}`, { headers: { Cookie: cookie } }),
    post: async (path, fields = {}) =>
      app.request(`${ports.origin}${path}`, {
        method: 'POST',
        headers: { Cookie: cookie, Origin: ports.origin },
        body: toForm(fields),
      }),
  };
}

function toForm(fields: Readonly<Record<string, string | readonly string[]>>): URLSearchParams {
  const pairs = Object.entries(fields).flatMap(([name, value]) =>
    (typeof value === 'string' ? [value] : value).map((one): [string, string] => [name, one]),
  );
  return new URLSearchParams(pairs);
}
