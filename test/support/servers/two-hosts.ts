import type { CredentialId } from '../../../src/domain/ids.ts';
import type { Fetched, Fetcher, Sender } from '../../../src/open-badges/fetching/fetcher.ts';
import { issueEverything, ONE_RUPN, startTestService, type TestService } from './service.ts';

export const CLAIRE = 'claire.dupont@ac-test.example';
export const PAUL = 'paul.durand@ac-test.example';

/** Two services that know only each other. Claire has an accepted badge at `home`. Paul is known at both. */
export interface TwoHosts {
  readonly home: TestService;
  readonly away: TestService;
  /** Claire's badge at home. */
  readonly badge: CredentialId;
  /** Its two forms, as they were signed. */
  readonly document: string;
  readonly jws: string;
  stop(): Promise<void>;
}

const PEOPLE = 'email;prenom;nom\npaul.durand@ac-test.example;Paul;Durand\n';

export async function startTwoHosts(): Promise<TwoHosts> {
  const services = new Map<string, TestService>();
  const elsewhere = makeNetwork(services);
  const open = async (origin: string) => {
    const service = await startTestService({ PUBLIC_URL: origin, LIMIT_API_WRITES: '0' }, { elsewhere });
    await service.importText({ ...ONE_RUPN, 'autres.csv': PEOPLE });
    services.set(origin, service);
    return service;
  };
  const home = await open('https://jalon.test');
  const away = await open('https://portfolio.test');
  const [issued] = await issueEverything(home);
  if (!issued) throw new Error('no badge');
  await accept(home, issued.id);
  const found = await home.ports.store.readCredential(issued.id);
  return {
    home,
    away,
    badge: issued.id,
    document: found?.credential?.document ?? '',
    jws: found?.credential?.jws ?? '',
    stop: async () => void (await Promise.all([home.stop(), away.stop()])),
  };
}

/** Accepts a badge for its holder, with the full name. */
async function accept({ services }: TestService, id: CredentialId): Promise<void> {
  await services.acceptCredential({
    id,
    visibility: 'unlisted',
    name: 'full',
    form: 'feminine',
    showSchools: false,
    emailIdentifier: false,
    actor: 'test',
  });
}

/** The network between services in one process. Every other address is unreachable. */
function makeNetwork(services: ReadonlyMap<string, TestService>): { fetcher: Fetcher; sender: Sender } {
  const ask = async (url: string, init: RequestInit): Promise<Fetched> => {
    const service = services.get(new URL(url).origin);
    if (!service) return { kind: 'unreachable', reason: 'not on this network' };
    const answer = await service.app.request(url, init);
    const body = new Uint8Array(await answer.arrayBuffer());
    if (answer.status !== 200) return { kind: 'status', status: answer.status, body };
    return { kind: 'ok', url, contentType: answer.headers.get('Content-Type') ?? '', body };
  };
  return {
    fetcher: { fetch: (url, accept) => ask(url, { headers: { accept } }) },
    sender: {
      send: ({ url, method, headers, body }) =>
        ask(url, { method, headers, ...(body !== undefined && { body }) }),
    },
  };
}
