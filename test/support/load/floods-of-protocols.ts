import { randomBytes } from 'node:crypto';
import { ask, type Flood, inProjects, repeat } from './floods.ts';

const id = () => randomBytes(16).toString('base64url');
const secret = () => id() + id();
const form = (fields: Readonly<Record<string, string>>) => ({
  method: 'POST',
  headers: {
    'Content-Type': 'application/x-www-form-urlencoded',
    Authorization: `Basic ${Buffer.from(`${id()}:${id()}`).toString('base64')}`,
  },
  body: new URLSearchParams(fields).toString(),
});
const json = (body: unknown) => ({
  method: 'POST',
  headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${secret()}` },
  body: JSON.stringify(body),
});
const registration = (host: string) => ({
  client_name: 'x'.repeat(100),
  client_uri: `https://${host}/`,
  logo_uri: `https://${host}/logo`,
  tos_uri: `https://${host}/tos`,
  policy_uri: `https://${host}/policy`,
  software_id: 'flood',
  software_version: '1',
  redirect_uris: repeat(5, (at) => `https://${host}/back/${at}`),
  scope: 'https://purl.imsglobal.org/spec/ob/v3p0/scope/credential.readonly',
});

/** Requests that open something, or look for it by a secret, and never continue. */
export const PROTOCOL_FLOODS: Readonly<Record<string, Flood>> = {
  '2,000 records that are not there': (url) => inProjects(2000, 50, () => ask(`${url}/records/${id()}`)),
  '2,000 badges that are not there, in every form': (url) =>
    inProjects(2000, 50, (at) =>
      ask(`${url}/credentials/${id()}${['', '.json', '.png', '.pdf', '.tlog-proof'][at % 5]}`),
    ),
  '1,500 interactions that nobody began': (url) =>
    inProjects(1500, 50, () => ask(`${url}/interactions/${secret()}?iuv=1`)),
  '1,500 offers and exchanges that nobody began': (url) =>
    inProjects(1500, 50, (at) =>
      at % 2
        ? ask(`${url}/oid4vci/offers/${secret()}`)
        : ask(`${url}/vc-api/exchanges/${secret()}`, json({})),
    ),
  '1,500 nonces that no wallet uses': (url) =>
    inProjects(1500, 50, () => ask(`${url}/oid4vci/nonce`, { method: 'POST' })),
  '600 proofs of keys for tokens that were never given': (url) =>
    inProjects(600, 30, () =>
      ask(
        `${url}/oid4vci/credential`,
        json({ credential_configuration_id: 'x', proofs: { jwt: ['x'.repeat(20_000)] } }),
      ),
    ),
  '300 programs that register themselves': (url) =>
    inProjects(300, 30, (at) => ask(`${url}/oauth/register`, json(registration(`c${at}.example`)))),
  '100 registrations that are too large': (url) =>
    inProjects(100, 20, () =>
      ask(`${url}/oauth/register`, json({ ...registration('a.example'), contacts: ['x'.repeat(900_000)] })),
    ),
  '1,000 codes and tokens that were never given': (url) =>
    inProjects(1000, 40, (at) =>
      ask(
        `${url}/oauth/${at % 2 ? 'token' : 'revoke'}`,
        form({ grant_type: 'authorization_code', code: secret(), token: secret() }),
      ),
    ),
  '500 requests for consent from nobody': (url) =>
    inProjects(500, 40, () => ask(`${url}/oauth/authorize?client_id=${id()}&state=${'s'.repeat(4000)}`)),
  '800 files of the log': (url) =>
    inProjects(800, 40, (at) => ask(`${url}/log/${['checkpoint', 'checkpoints', 'tile/0/000.p/1'][at % 3]}`)),
};
