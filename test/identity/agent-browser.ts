import { startTestService, type TestService } from '../support/servers/service.ts';
import { makeCookieBrowser } from './cookie-browser.ts';
import { CLIENT, type Federation, REDIRECT_URI } from './federation.ts';
import { CLAIRE } from './people.ts';
import { runFederation } from './running-federations.ts';

export const SCHOOL = '0210001M';
export const ODILE = 'odile.richardot@ac-test.example';
export const JEANNE = 'jeanne.morel@ac-test.example';
export const SOFIA = 'sofia.leroy@ac-test.example';
export const PAUL = 'paul.martin@ac-test.example';

const PEOPLE = {
  'etablissements.csv': `uai;nom;secteur\n${SCHOOL};Collège Claude Guyot;Public\n`,
  'personnes.csv': [
    'email;prenom;nom;profil;uai',
    `${ODILE};Odile;Richardot;dane;`,
    `${SOFIA};Sofia;Leroy;dane;`,
    `${JEANNE};Jeanne;Morel;chef;${SCHOOL}`,
    `${PAUL};Paul;Martin;;`,
    '',
  ].join('\n'),
};

/** A service at which agents sign in by a ProConnect that behaves as its published code does. */
export interface AgentService {
  readonly service: TestService;
  readonly federation: Federation;
  /** The agent at ProConnect; tests change the account. */
  readonly account: { email: string; acr: string };
  readonly browser: () => AgentBrowser;
}

/** A browser of the agent, with its cookies of the service and of ProConnect. */
export interface AgentBrowser {
  readonly cookies: Map<string, string>;
  get(path: string): Promise<Response>;
  post(path: string, fields: Readonly<Record<string, string>>, back?: string): Promise<Response>;
  /** Follows a sign-in from this address to the last answer of the service. `trips` are the requests that
   *  ProConnect received, as their parameters. `before` is called before each, with its number. */
  signIn(
    path?: string,
    before?: (trip: number) => void,
  ): Promise<{
    readonly answer: Response;
    readonly trips: readonly URLSearchParams[];
    readonly page: string;
  }>;
}

export async function startAgentService(settings: Readonly<Record<string, string>>): Promise<AgentService> {
  const account = { email: ODILE, acr: 'eidas1' };
  const federation = await runFederation({
    kind: 'proconnect',
    claims: {
      ...CLAIRE,
      get sub() {
        return account.email;
      },
      get email() {
        return account.email;
      },
    },
    get acr() {
      return account.acr;
    },
  });
  const service = await startTestService({
    OIDC_PROCONNECT_ISSUER: federation.issuer,
    OIDC_PROCONNECT_CLIENT_ID: CLIENT.clientId,
    OIDC_PROCONNECT_CLIENT_SECRET: CLIENT.clientSecret,
    ...settings,
  });
  await service.importText(PEOPLE);
  return { service, federation, account, browser: () => makeAgentBrowser(service, federation) };
}

function makeAgentBrowser(service: TestService, federation: Federation): AgentBrowser {
  const cookies = new Map<string, string>();
  const { origin } = service.ports;

  async function send(path: string, init: RequestInit = {}): Promise<Response> {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { Cookie: cookie, 'Accept-Language': 'fr', ...init.headers };
    const answer = await service.app.request(`${origin}${path}`, { ...init, headers });
    for (const line of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = line.split(';')[0]?.split(/=(.*)/) ?? [];
      if (value === '') cookies.delete(name);
      else cookies.set(name, value);
    }
    return answer;
  }

  return {
    cookies,
    get: (path) => send(path),
    post: (path, fields, back = path) =>
      send(path, {
        method: 'POST',
        headers: { Origin: origin, Referer: `${origin}${back}` },
        body: new URLSearchParams(fields),
      }),
    async signIn(path = '/sign-in/proconnect', before) {
      const trips: URLSearchParams[] = [];
      let answer = await send(path);
      while (answer.headers.get('Location')?.startsWith(federation.issuer)) {
        const url = answer.headers.get('Location') ?? '';
        trips.push(new URL(url).searchParams);
        before?.(trips.length);
        // Another agent may sign in next: ProConnect's own session is not kept.
        const back = await makeCookieBrowser().open(url, REDIRECT_URI);
        answer = await send(back.url.slice(origin.length));
      }
      const location = answer.headers.get('Location');
      const page = location ? await (await send(location)).text() : '';
      return { answer, trips, page };
    },
  };
}

/** The levels that an authorization request makes essential. */
export function essentialLevels(trip: URLSearchParams | undefined): readonly string[] | undefined {
  const claims = JSON.parse(trip?.get('claims') ?? '{}') as {
    readonly id_token?: { readonly acr?: { readonly values?: readonly string[] } };
  };
  return claims.id_token?.acr?.values;
}
