import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { IdentityProvider } from '../../src/application/accounts/identity-provider.ts';
import { finishSignIn } from '../../src/application/accounts/sign-in.ts';
import { beginSignIn } from '../../src/application/accounts/sign-in-attempt.ts';
import { fr } from '../support/fr.ts';
import { arriveAsNewcomer, newcomerFields } from '../support/newcomer.ts';
import { ONE_RUPN } from '../support/servers/service.ts';
import { signInAs } from '../support/sign-in.ts';
import { CLAIRE, issueToClaire, type MailService, readPersonId, startMailService } from './fixture.ts';

const DANE = 'dane@ac-test.example';
const NEW = 'nouvelle@ac-test.example';

let fixture: MailService;
beforeEach(async () => {
  fixture = await startMailService();
});
afterEach(() => fixture.stop());

/** Signs in at ProConnect with this address. */
async function signIn(email: string, subject = email) {
  const provider = 'proconnect' as const;
  const stub: IdentityProvider = {
    id: provider,
    begin: async () => ({ url: '', transaction: { provider, state: '', nonce: '', verifier: '' } }),
    finish: async () => ({
      ...{ provider, issuer: 'https://pc.example', subject, email, emailVerified: true },
      ...{ mayHead: [], worksAt: [] },
    }),
    endSessionUrl: async () => undefined,
  };
  const ports = { ...fixture.service.ports, identityProviders: [stub] };
  const { secret } = await beginSignIn(ports)({ provider, returnTo: undefined, network: '' });
  return finishSignIn(ports)({ attemptSecret: secret, callbackUrl: '', network: '' });
}

const sentTo = () =>
  fixture.smtp.mails.map(({ recipients, headers }) => [recipients[0], headers.get('subject')]);
const textOf = (at: number) => fixture.smtp.mails[at]?.text.replace(/[ \r\n]+/g, ' ') ?? '';
const SUBJECT = fr.mail.subjects.account;

describe('the mail about a linked account', () => {
  it('goes to the address on record at the first sign-in, and at no later one', async () => {
    await fixture.service.importText(ONE_RUPN);
    expect(await signIn(CLAIRE)).toMatchObject({ kind: 'signed-in' });
    expect(await signIn(CLAIRE)).toMatchObject({ kind: 'signed-in' });
    await fixture.sendAt(0);
    expect(sentTo()).toEqual([[CLAIRE, SUBJECT]]);
    const text = textOf(0);
    expect(text).toContain('un compte ProConnect a été rattaché à votre dossier');
    expect(text).toMatch(/Le \d{1,2}(er)? \S+ \d{4} à \d\d:\d\d/);
    expect(text).toContain(fr.mail.account.own);
    expect(text).toContain(fr.mail.account.notOwn(fixture.service.ports.issuer.email));
  });

  it('leaves at once on a day whose letter has left, and although its person wants no mails', async () => {
    await issueToClaire(fixture);
    await fixture.sendAt(0);
    expect(sentTo()).toHaveLength(1);
    const personId = await readPersonId(fixture);
    await fixture.service.services.chooseMail({ personId, wanted: [], language: 'en', actor: 'test' });
    await signIn(CLAIRE);
    await fixture.sendAt(1);
    expect(sentTo()).toHaveLength(2);
    expect(textOf(1)).toContain('a ProConnect account was linked to your record');
    expect(textOf(1)).toContain('write to the DANE');
  });

  it('goes to the record’s address, not to the one that signed in, if the DANE links another account', async () => {
    await fixture.service.importText({
      ...ONE_RUPN,
      'personnes.csv': `email;prenom;nom;profil\n${CLAIRE};Claire;Dupont;rupn\n${DANE};Dan;Morel;dane\n`,
    });
    const dane = await signInAs(fixture.service, DANE);
    const browser = await arriveAsNewcomer(fixture.service, {
      ...{ email: 'claire.perso@ac-test.example', name: ['Claire', 'Dupont'] },
    });
    const id = await browser.id();
    const sent = await dane.post('/dane/people/doubts', { id, act: 'link', [`email-${id}`]: CLAIRE });
    expect(sent.status).toBe(303);
    await fixture.sendAt(0);
    expect(sentTo()).toEqual([[CLAIRE, SUBJECT]]);
    expect(textOf(0)).toContain('guichet de l’académie');
    expect(textOf(0)).not.toContain('claire.perso');
  });

  it('goes to a newcomer whom the DANE records', async () => {
    await fixture.service.importText({
      ...ONE_RUPN,
      'personnes.csv': `email;prenom;nom;profil\n${CLAIRE};Claire;Dupont;rupn\n${DANE};Dan;Morel;dane\n`,
    });
    const dane = await signInAs(fixture.service, DANE);
    const browser = await arriveAsNewcomer(fixture.service, { email: NEW, name: ['Inès', 'Nouvelle'] });
    await browser.send(newcomerFields());
    const [{ id = '', request } = {}] = await fixture.service.ports.store.readNewcomersAt(
      '0210001M' as never,
    );
    await dane.post('/dane/people/doubts', { id, act: 'create', asked: request?.at ?? '' });
    await fixture.sendAt(0);
    expect(sentTo()).toContainEqual([NEW, SUBJECT]);
  });

  it('is not written for a doubt that the DANE dismisses, nor for one that waits', async () => {
    await fixture.service.importText({
      ...ONE_RUPN,
      'personnes.csv': `email;prenom;nom;profil\n${CLAIRE};Claire;Dupont;rupn\n${DANE};Dan;Morel;dane\n`,
    });
    await signIn(CLAIRE);
    // Another subject of the same address is a doubt.
    expect(await signIn(CLAIRE, 'other')).toMatchObject({ kind: 'doubt', reason: 'already-linked' });
    const dane = await signInAs(fixture.service, DANE);
    const [{ id = '' } = {}] = await fixture.service.ports.store.readSignInDoubts({ limit: 1 });
    expect((await dane.post('/dane/people/doubts', { id, act: 'dismiss' })).status).toBe(303);
    await fixture.sendAt(0);
    expect(sentTo()).toEqual([[CLAIRE, SUBJECT]]);
  });
});
