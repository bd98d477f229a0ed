import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listen } from '../../src/cli/listen.ts';
import { didOf } from '../../src/open-badges/keys/did-web.ts';
import type { JsonObject } from '../../src/open-badges/parsing/json-value.ts';
import { jalon } from '../support/command-line.ts';
import { findFreePort } from '../support/servers/free-port.ts';
import { tokenOf } from '../support/tokens.ts';
import { authentication, startWalletFixture, type WalletFixture } from '../wallets/fixture.ts';

/** A badge of ours, of which every form is taken before the log is extended for the first time. */
let fixture: WalletFixture;
let url: string;
let folder: string;
let close: () => Promise<void>;
const forms = new Map<string, string>();

beforeAll(async () => {
  const port = await findFreePort();
  url = `http://localhost:${port}`;
  folder = await mkdtemp(join(tmpdir(), 'jalon-forms-'));
  fixture = await startWalletFixture({
    settings: { PUBLIC_URL: url, HOST: '127.0.0.1', PORT: String(port) },
    onIssued: async (service, id) => {
      const { credential } = (await service.ports.store.readCredential(id)) ?? {};
      forms.set('the award, as signed', credential?.document ?? '');
      forms.set('the award, as JWT', credential?.jws ?? '');
    },
  });
  ({ close } = await listen(fixture.service, undefined));
  await takeForms(fixture);
  await fixture.service.services.runMaintenance();
});
afterAll(async () => {
  await close?.();
  await fixture?.service.stop();
  await rm(folder, { recursive: true, force: true });
});

async function takeForms({ service, claire, id, offer }: WalletFixture): Promise<void> {
  const read = async (path: string) => (await service.get(path)).text();
  const revision = async (name: string) => {
    forms.set(name, await read(`/credentials/${id}.json`));
    forms.set(`${name}, as JWT`, await read(`/credentials/${id}.jws`));
  };
  await revision('the revision that its holder accepted');
  await service.services.acceptCredential({ id: id as never, actor: 'test', name: 'full', form: 'feminine' });
  await revision('a revision with her name');
  const { secret } = await offer();
  const exchange = `/vc-api/exchanges/${secret}`;
  const requested = await (await service.post(exchange, {})).json();
  const presentation = await authentication(requested.verifiablePresentationRequest);
  const answer = await (await service.post(exchange, { verifiablePresentation: presentation })).json();
  forms.set('the copy in a wallet', JSON.stringify(answer.verifiablePresentation.verifiableCredential[0]));
  await service.services.makeBadgeRecord({ personId: claire.personId, name: 'full' });
  const record = async () => (await service.services.readOwnBadgeRecord(claire.personId)).record;
  forms.set('a record of badges', (await record())?.document ?? '');
  await service.services.makeBadgeRecord({ personId: claire.personId, name: 'full' });
  forms.set('a record made again, as JWT', (await record())?.jws ?? '');
  const credential = {
    '@context': ['https://www.w3.org/ns/credentials/v2'],
    type: ['VerifiableCredential'],
    issuer: didOf(url),
    validFrom: '2019-01-01T00:00:00Z',
    credentialSubject: { id: 'did:example:holder' },
  };
  const issued = await service.post(
    '/vc-api/credentials/issue',
    { credential },
    await tokenOf(service, 'dane'),
  );
  forms.set('a credential of a program', JSON.stringify((await issued.json()).verifiableCredential));
}

async function monitor(badge: string) {
  const file = join(folder, 'badge');
  await writeFile(file, badge);
  const { code, lines } = await jalon(['monitor', url, '--badge', file, '--json']);
  return { code, found: lines.find(({ kind }) => kind !== 'consistent') };
}

describe('the log, a minute after the signatures', () => {
  it('proves every form that any channel has handed out, the replaced ones too', async () => {
    expect(forms.size).toBe(10);
    const unproved: string[] = [];
    for (const [name, form] of forms) {
      const { code, found } = await monitor(form);
      if (code !== 0 || found?.['kind'] !== 'logged') unproved.push(`${name}: ${JSON.stringify(found)}`);
    }
    expect(unproved).toEqual([]);
    expect(await fixture.service.ports.store.readLogSize()).toBe(6);
  });

  it('states each instant of signing, whatever the document says', () => {
    const day = new Date().toISOString().slice(0, 10);
    for (const [name, form] of forms) {
      if (!form.startsWith('{')) continue;
      const { proof } = JSON.parse(form) as { readonly proof: readonly JsonObject[] };
      expect(String(proof[0]?.['created']).slice(0, 10), name).toBe(day);
    }
  });

  it('has no proof of a badge that a stolen key signed and dated back', async () => {
    const { signer } = fixture.service.ports;
    const { proof: _proof, ...body } = JSON.parse(forms.get('a revision with her name') ?? '');
    const forged = await signer.signForms({ ...body, validFrom: '2019-01-01T00:00:00Z' });
    const absent = { code: 1, found: { kind: 'not-proved', reason: 'absent' } };
    expect(await monitor(forged.jws)).toMatchObject(absent);
    expect(await monitor(JSON.stringify(forged.document))).toMatchObject(absent);
  });
});
