import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CredentialId } from '../../src/domain/ids.ts';
import type { JsonObject } from '../../src/open-badges/parsing/json-value.ts';
import { fr } from '../support/fr.ts';
import { type SignedInBrowser, signInAs } from '../support/sign-in.ts';
import { tokenOf } from '../support/tokens.ts';
import { ANNE, CLAIRE, GUYOT, type MyFixture, startMyFixture } from './fixture.ts';

const NAMING = 'Claire DUPONT fait vivre le numérique à Arc-sur-Tille.';
const NAMELESS = { visibility: 'public', name: 'none', form: 'inclusive', schools: 'no' };
const NAMED = { visibility: 'public', name: 'full', form: 'inclusive', schools: 'yes' };
const t = fr.endorsements.own;

let fixture: MyFixture;
let claire: SignedInBrowser;
let id: CredentialId;
beforeEach(async () => {
  fixture = await startMyFixture();
  id = fixture.badge as CredentialId;
  claire = await signInAs(fixture.service, CLAIRE);
  const anne = await signInAs(fixture.service, ANNE);
  await anne.post(`/school/${GUYOT}/people/${claire.personId}/words`, { comment: NAMING });
});
afterEach(() => fixture.service.stop());

const accept = async (choice: Readonly<Record<string, string>>) =>
  expect((await claire.post(`/my/badges/${id}/accept`, choice)).status).toBe(303);
const add = async (more: Readonly<Record<string, string>> = {}) => {
  const [stated] = await fixture.service.ports.store.readEndorsementsOf(claire.personId);
  const answer = await claire.post(`/my/badges/${id}/words/add`, { endorsement: stated?.id ?? '', ...more });
  return answer.status;
};
const own = async () => (await claire.get(`/my/badges/${id}?lang=fr`)).text();
const preview = async (choice: Readonly<Record<string, string>>) =>
  (await claire.get(`/my/badges/${id}/preview?${new URLSearchParams({ ...choice, lang: 'fr' })}`)).text();

/** Each public channel to the badge as text; the signed payload of the JWS is read out. */
async function channels(): Promise<Readonly<Record<string, string>>> {
  const found: Record<string, string> = {};
  for (const channel of ['', '.json', '.jws', '.svg', '.png', '/embed', '/image.svg']) {
    const answer = await fixture.service.get(`/credentials/${id}${channel}`, { 'Accept-Language': 'fr' });
    const text = Buffer.from(await answer.arrayBuffer()).toString('utf8');
    found[channel] =
      channel === '.jws' ? Buffer.from(text.split('.')[1] ?? '', 'base64url').toString() : text;
  }
  return found;
}
const channelsContaining = async (what: RegExp) =>
  Object.entries(await channels()).flatMap(([channel, text]) => (what.test(text) ? [channel] : []));
const OF_HER = /Claire|Dupont|Guyot|Arc-sur-Tille|0210001M/i;
const SIGNED_FORMS = ['', '.json', '.jws', '.svg', '.png'];

describe('a nameless badge without schools', () => {
  it('takes no words that name its holder or the school, before it was asked and answered', async () => {
    await accept(NAMELESS);
    expect(await own()).toContain(t.tellsMore(true, true));
    expect(await add()).toBe(409);
    expect(await channelsContaining(OF_HER)).toEqual([]);
    expect(await add({ anyway: 'yes' })).toBe(303);
    expect(await channelsContaining(/Claire DUPONT fait vivre/)).toEqual(SIGNED_FORMS);
  });

  it('loses such words when its holder makes it nameless, and keeps them for later', async () => {
    await accept(NAMED);
    expect(await own()).not.toContain(t.tellsMore(true, true));
    expect(await add()).toBe(303);
    expect(await channelsContaining(/Claire DUPONT fait vivre/)).toEqual(SIGNED_FORMS);
    // The choice is shown before it is made, with the words and without them.
    expect(await own()).toContain(fr.my.moment.wordsShown.fitting.text);
    expect(await preview({ ...NAMELESS, words: 'fitting' })).not.toContain(NAMING);
    expect(await preview({ ...NAMELESS, words: 'all' })).toContain(NAMING);
    await accept(NAMELESS);
    expect(await channelsContaining(OF_HER)).toEqual([]);
    expect(await own()).toContain(t.isLeftOut);
    expect(await preview({ ...NAMELESS, words: 'all' })).toContain(NAMING);
    await accept(NAMED);
    expect(await channelsContaining(/Claire DUPONT fait vivre/)).toEqual(SIGNED_FORMS);
  });

  it('does not show words by an answer to another choice of name', async () => {
    await accept({ ...NAMED, schools: 'no' });
    expect(await add({ anyway: 'yes' })).toBe(303);
    await accept(NAMELESS);
    expect(await channelsContaining(OF_HER)).toEqual([]);
  });
});

describe('a badge with a name', () => {
  it('shows no words where its holder chose so, until they add some', async () => {
    await accept(NAMED);
    await add();
    await accept({ ...NAMED, words: 'none' });
    expect(await channelsContaining(/numérique à Arc-sur-Tille/)).toEqual([]);
    const { choice } = (await fixture.service.ports.store.readCredential(id))?.credential ?? {};
    expect(choice?.words).toBe('none');
  });

  it('shows its words on its page also when it is revoked, like every signed part', async () => {
    await accept(NAMED);
    await add();
    await fixture.service.services.revokeCredential({ id, reason: 'Erreur', actor: 'test' });
    expect((await channels())['']).toContain(NAMING);
  });
});

describe('a program of the DANE', () => {
  it('chooses the words too, and is told how many are left out', async () => {
    await accept(NAMED);
    await add();
    const token = await tokenOf(fixture.service, 'dane');
    const call = async (body: object) =>
      (await fixture.service.post(`/api/v1/credentials/${id}/acceptance`, body, token)).json();
    expect(await call({ name: 'none', schools: false })).toMatchObject({ words: 'fitting', wordsLeftOut: 1 });
    expect(await call({ words: 'all' })).toMatchObject({ words: 'all', wordsLeftOut: 0 });
    expect(await call({ words: 'none' })).toMatchObject({ words: 'none', wordsLeftOut: 1 });
  });
});

describe('a badge that was signed with words which it should not show', () => {
  it('is found among those to correct, and is signed again without them', async () => {
    await accept(NAMELESS);
    await add({ anyway: 'yes' });
    const { store } = fixture.service.ports;
    const read = async () => (await store.readCredential(id))?.credential;
    const credential = await read();
    if (!credential) throw new Error('no badge');
    const choice = { ...credential.choice, words: 'fitting' as const };
    await store.commit([{ kind: 'holder-chose', credentialId: id, choice, asRead: credential }]);
    const found = await Array.fromAsync(
      fixture.service.services.reSignMisstated({ actor: 'test', dryRun: false }),
    );
    expect(JSON.stringify(found)).toContain('words');
    expect(await channelsContaining(OF_HER)).toEqual([]);
    expect(JSON.parse((await read())?.document ?? '{}') as JsonObject).not.toHaveProperty('endorsement');
  });
});
