import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MOST_HELD } from '../../src/standards/host/feature-held-badge.ts';
import { SCOPES } from '../../src/standards/host/feature-scopes.ts';
import { ANY, fr, like } from '../support/fr.ts';
import { makeHostClient } from '../support/host-client.ts';
import { CLAIRE, PAUL, startTwoHosts, type TwoHosts } from '../support/servers/two-hosts.ts';
import { type SignedInBrowser, signInAs } from '../support/sign-in.ts';

const PATH = '/my/badges/elsewhere';

let hosts: TwoHosts;
let claire: SignedInBrowser;
beforeAll(async () => {
  hosts = await startTwoHosts();
  claire = await signInAs(hosts.away, CLAIRE);
});
afterAll(() => hosts.stop());

function bring(fields: Readonly<Record<string, string | Blob>>, browser = claire): Promise<Response> {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  return browser.send(PATH, { method: 'POST', headers: { Origin: hosts.away.ports.origin }, body });
}
const held = async () => hosts.away.ports.store.readHeldBadges(claire.personId);
const wholeOf = async () => {
  const ids = (await held()).map(({ id }) => id);
  return hosts.away.ports.store.readWholeBadges(claire.personId, ids);
};
const removeAll = async () => {
  for (const { id } of await held()) await claire.post(`${PATH}/${id}/remove`);
};

describe('a badge from elsewhere', () => {
  it.each(['json', 'jws', 'png', 'svg'])('is brought as a file, without any loss: %s', async (extension) => {
    await removeAll();
    const answer = await hosts.home.get(`/credentials/${hosts.badge}.${extension}`);
    const brought = await bring({ file: new Blob([await answer.arrayBuffer()]) });
    expect(brought.headers.get('Location')).toBe(`${PATH}?done=held-badge-added`);
    const [whole] = await wholeOf();
    if (extension === 'jws') expect(whole?.content).toBe(hosts.jws);
    else expect(JSON.parse(whole?.content ?? '')).toEqual(JSON.parse(hosts.document));
    const file = await claire.get(`${PATH}/${whole?.id}/file`);
    const name = extension === 'jws' ? 'rupn-engage.jws' : 'rupn-engage.json';
    expect(file.headers.get('Content-Disposition')).toBe(`attachment; filename="${name}"`);
    expect(await file.text()).toBe(whole?.content);
  });

  it('is brought as a text or by its link', async () => {
    for (const credential of [hosts.jws, `https://jalon.test/credentials/${hosts.badge}`]) {
      await removeAll();
      expect((await bring({ credential })).status).toBe(303);
      expect(await held()).toHaveLength(1);
    }
  });

  it('shows its issuer, the result of the verification, and its origin', async () => {
    const page = await (await claire.get(PATH)).text();
    expect(page).toContain('Badge authentique et valable');
    expect(page).toContain('Délivré par');
    expect(page).toMatch(like(fr.host.held.brought(ANY)));
  });

  it('is checked again on request: a revoked one stays with its holder, and no client reads it', async () => {
    const away = makeHostClient(hosts.away);
    const scope = SCOPES['credential.readonly'];
    const { access_token } = await away.tokensFor(await away.registered(), claire, { scope });
    const read = async () => (await away.api('/credentials', access_token)).json();
    expect(await read()).not.toEqual({});
    await hosts.home.services.revokeCredential({ id: hosts.badge, reason: 'Erreur', actor: 'test' });
    const [{ id } = { id: '' }] = await held();
    await claire.post(`${PATH}/${id}/check`);
    expect(await (await claire.get(PATH)).text()).toContain('Badge révoqué');
    expect(await read()).toEqual({});
  });

  it('is not kept where it is revoked, changed or no badge, and the page gives the reason', async () => {
    await removeAll();
    const changed = hosts.document.replace('RUPN', 'RUPNX');
    for (const [credential, stated] of [
      [hosts.document, 'révoqué'],
      [changed, fr.host.held.refusals['not-verified'](ANY)],
      ['pas un badge', 'Ce n’est pas un badge numérique'],
      ['', fr.forms.faults.required],
    ] as const) {
      const answer = await bring({ credential });
      expect(answer.status).toBe(400);
      expect(await answer.text()).toMatch(like(stated));
    }
    expect(await held()).toEqual([]);
  });

  it('is kept where it has ended, and said so', async () => {
    await removeAll();
    const file = readFileSync('test/vectors/credentials/valid/did-key-issuer.json', 'utf8');
    const { document } = JSON.parse(file).input;
    const report = { verified: false, verdict: 'expired' as const, steps: [], credential: document };
    const { personId } = claire;
    expect(await hosts.away.services.receiveBadge({ personId, report })).toBe('new');
    expect(await (await claire.get(PATH)).text()).toContain(fr.verification.shortVerdict('expired'));
    await removeAll();
  });

  it('is one of at most a hundred of a person', async () => {
    const paul = await signInAs(hosts.away, PAUL);
    const { store } = hosts.away.ports;
    const file = readFileSync('test/vectors/credentials/valid/did-key-issuer.json', 'utf8');
    const { document } = JSON.parse(file).input;
    for (let count = 0; count < MOST_HELD; count += 1) {
      const credential = { ...document, id: `https://other.example/${count}` };
      const report = { verified: true, verdict: 'valid' as const, steps: [], credential };
      expect(await hosts.away.services.receiveBadge({ personId: paul.personId, report })).toBe('new');
    }
    const report = { verified: true, verdict: 'valid' as const, steps: [], credential: document };
    expect(await hosts.away.services.receiveBadge({ personId: paul.personId, report })).toBe('full');
    const again = { ...report, credential: { ...document, id: 'https://other.example/7%20' } };
    const same = { ...report, credential: { ...document, id: ' https://other.example/7' } };
    // After percent-decoding and trimming, the id is the same: the badge replaces the earlier one.
    expect(await hosts.away.services.receiveBadge({ personId: paul.personId, report: again })).toBe(
      'replaces',
    );
    expect(await hosts.away.services.receiveBadge({ personId: paul.personId, report: same })).toBe(
      'replaces',
    );
    expect(await store.readHeldBadges(paul.personId)).toHaveLength(MOST_HELD);
    // Next to any name that its issuer claims stands the key that signed.
    const page = await (await paul.get('/my/badges/elsewhere')).text();
    expect(page).toContain(`${document.issuer.name} (${document.issuer.id})`);
  });
});
