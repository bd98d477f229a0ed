import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { issuerProfile, toLinkedData } from '../../src/issuing/profile.ts';
import { CLAIRE, type MyFixture, startMyFixture } from '../my/fixture.ts';
import { ANY, fr, like } from '../support/fr.ts';
import { signInAs } from '../support/sign-in.ts';

let fixture: MyFixture;
beforeAll(async () => {
  fixture = await startMyFixture();
});
afterAll(() => fixture.service.stop());

const page = async (lang: 'fr' | 'en') => (await fixture.service.get(`/issuer?lang=${lang}`)).text();

describe('the page of the issuer', () => {
  it('names the issuer, and explains how a badge is decided and how many there are', async () => {
    const french = await page('fr');
    expect(french).toMatch(
      /La DANE[^<]*, le service de l’académie de Dijon chargé du numérique éducatif, délivre/,
    );
    const steps = [...french.matchAll(/<h3>([^<]*)<\/h3><p>/g)].map(([, title]) => title);
    expect(steps).toEqual([
      fr.issuer.steps.declared.title,
      fr.issuer.steps.confirmed.title,
      fr.issuer.steps.judged.title,
      fr.issuer.steps.decided.title,
    ]);
    expect(
      french.match(/<svg[^>]*role="img" class="award-step"><title>[^<]+<\/title><desc>[^<]+<\/desc>/g),
    ).toHaveLength(4);
    expect(french).toMatch(like(fr.issuer.deliveredText(2, ANY)));
    expect(await page('en')).toMatch(/2 badges issued since the service opened, counted on \d/);
  });

  it('names no one, whatever the holders chose', async () => {
    const claire = await signInAs(fixture.service, CLAIRE);
    await claire.post(`/my/badges/${fixture.badge}/accept`, {
      name: 'full',
      schools: 'yes',
      visibility: 'public',
    });
    expect(await page('fr')).not.toMatch(/Claire|Dupont|Guyot/);
  });

  it('has the keys and the documents folded, after all that', async () => {
    const french = await page('fr');
    const fold = french.slice(french.indexOf('<details class="fold">'));
    expect(fold).toContain(fr.issuer.technical);
    expect(fold).toContain('did:web:');
    expect(french.slice(0, french.indexOf(fold))).not.toMatch(/did:web:|Ed25519|JWKS/);
  });

  it('is the same Profile as before for programs', async () => {
    const { ports } = fixture.service;
    const answer = await fixture.service.get('/issuer', { Accept: 'application/ld+json' });
    expect(await answer.text()).toBe(JSON.stringify(toLinkedData(issuerProfile(ports.issuer, ports.origin))));
  });
});
