import type { CredentialId } from '../../src/domain/ids.ts';
import type { JsonObject } from '../../src/open-badges/parsing/json-value.ts';
import { ED, P256 } from '../support/corpus/suites.ts';
import { issueEverything, ONE_RUPN, startTestService, type TestService } from '../support/servers/service.ts';
import { type SignedInBrowser, signInAs } from '../support/sign-in.ts';
import { didKeyOf, embedSuiteProof, jwsBy, methodOf, type SuiteKey } from '../support/suite-signing.ts';

export const ORIGIN = 'https://jalon.test';
export { ED, P256 };

/** A teacher who is signed in, and whose badge is public. */
export interface WalletFixture {
  readonly service: TestService;
  readonly claire: SignedInBrowser;
  readonly id: string;
  /** Prepares a code like the page. Returns the secret in the code, and the number shown next to it. */
  offer(fields?: Readonly<Record<string, string>>): Promise<{ secret: string; pin: string | undefined }>;
  readBadge(): Promise<JsonObject>;
}

export interface WalletFixtureOptions {
  readonly settings?: Readonly<Record<string, string>>;
  /** Sees the badge before its holder accepts it. */
  readonly onIssued?: (service: TestService, id: CredentialId) => Promise<void>;
}

export async function startWalletFixture(options: WalletFixtureOptions = {}): Promise<WalletFixture> {
  const service = await startTestService(options.settings);
  await service.importText(ONE_RUPN);
  const [badge] = await issueEverything(service);
  const id = badge?.id ?? ('' as never);
  await options.onIssued?.(service, id);
  await service.services.acceptCredential({ id, actor: 'test', visibility: 'public' });
  const claire = await signInAs(service, 'claire.dupont@ac-test.example');
  return {
    service,
    claire,
    id,
    offer: async (fields = {}) => {
      const answer = await claire.post(`/my/badges/${id}/wallet`, fields);
      const address = answer.headers.get('Location') ?? '';
      const page = await (await claire.get(address)).text();
      const secret = new URL(address, ORIGIN).searchParams.get('offer') ?? '';
      return { secret, pin: /<strong>(\d{6})<\/strong>/.exec(page)?.[1] };
    },
    readBadge: async () => (await service.get(`/credentials/${id}.json`)).json(),
  };
}

/** A wallet's proof of its key. */
export function keyProof(
  nonce: string,
  changes: { header?: JsonObject; payload?: JsonObject } = {},
  key = ED,
) {
  const header = {
    alg: key === ED ? 'EdDSA' : 'ES256',
    typ: 'openid4vci-proof+jwt',
    kid: methodOf(key),
    ...changes.header,
  };
  const payload = { aud: ORIGIN, iat: Math.floor(Date.now() / 1000), nonce, ...changes.payload };
  return jwsBy(key, header, payload);
}

/** A presentation that identifies the holder of the wallet. */
export function authentication(request: JsonObject, changes: JsonObject = {}, key: SuiteKey = ED) {
  const { holder = didKeyOf(key), ...proof } = changes;
  return embedSuiteProof(
    { '@context': ['https://www.w3.org/ns/credentials/v2'], type: ['VerifiablePresentation'], holder },
    key,
    {
      cryptosuite: key === ED ? 'eddsa-rdfc-2022' : 'ecdsa-rdfc-2019',
      verificationMethod: methodOf(key),
      proofPurpose: 'authentication',
      challenge: request['challenge'],
      domain: request['domain'],
      ...proof,
    },
  );
}
