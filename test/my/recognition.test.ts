import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CredentialId, PersonId } from '../../src/domain/ids.ts';
import { fr } from '../support/fr.ts';
import { startTestService, type TestService } from '../support/servers/service.ts';
import { type SignedInBrowser, signInAs } from '../support/sign-in.ts';

const { recognition } = fr.my.moment;
const YEAR = '01/09/2023;31/08/2024';
/** Ada, Bea and Cyd have the same year, Ada and Bea at the same school. Dan has other missions. */
const FILES = {
  'etablissements.csv':
    'uai;nom;secteur\n0210001M;Collège Claude Guyot;Public\n0210011Y;Lycée Étienne Lacaille;Public\n',
  'personnes.csv': [
    'email;prenom;nom',
    ...['ada', 'bea', 'cyd', 'dan'].map((name) => `${name}@ac-test.example;${name};Martin`),
    '',
  ].join('\n'),
  'engagements.csv': [
    'reference;email;uai;debut;fin;missions;roles;confirmation',
    `S-1;ada@ac-test.example;0210001M;${YEAR};A1|A2|B1;;confirmee`,
    `S-2;bea@ac-test.example;0210001M;${YEAR};A1|A2|B1;;confirmee`,
    `S-3;cyd@ac-test.example;0210011Y;${YEAR};A1|A2|B1;;confirmee`,
    `S-4;dan@ac-test.example;0210001M;${YEAR};A1|C1|D1;;confirmee`,
    '',
  ].join('\n'),
};

let service: TestService;
let ada: SignedInBrowser;
let badges: readonly CredentialId[];
const page = async (path: string) => (await ada.get(path)).text();

beforeAll(async () => {
  service = await startTestService();
  await service.importText(FILES);
  for (const name of ['ada', 'bea', 'cyd', 'dan']) {
    const person = { kind: 'person' as const, email: `${name}@ac-test.example` };
    const scope = { ...person, achievement: 'RUPN-ENG' };
    for await (const _ of service.services.grantAwards({ scope, actor: 'test' }));
    const other = { ...person, achievement: 'RUPN-CONF' };
    if (name === 'ada')
      for await (const _ of service.services.grantAwards({ scope: other, actor: 'test', reason: 'Reconnu' }));
  }
  for await (const _ of service.services.issueCredentials({ actor: 'test' }));
  ada = await signInAs(service, 'ada@ac-test.example');
  const { waiting } = await service.services.readNewBadges({ kind: 'person', personId: ada.personId });
  badges = waiting.map(({ credential }) => credential.id);
});
afterAll(() => service.stop());

describe('the page of choices', () => {
  it('gives for each badge the people of the register whose badge states the same, with and without schools', async () => {
    const all = await page('/my/badges/new');
    expect(all).toContain(recognition.withoutSchools(3, 20));
    expect(all).toContain(recognition.withSchools(2, 20));
    // No one else has the second badge.
    expect(all).toContain(recognition.withoutSchools(1, 20));
    expect(all).toContain(recognition.withSchools(1, 20));
    expect(all).not.toContain(recognition.named(1));
  });

  it('lists the person’s named badges that state a same year, with a link, and no hidden or nameless one', async () => {
    const [first, second] = badges;
    const named = `<a href="/my/badges/${first}">`;
    const accept = (values: Readonly<Record<string, string>>) =>
      ada.post(`/my/badges/${first}/accept`, { visibility: 'public', ...values });
    await accept({ name: 'none' });
    expect(await page(`/my/badges/${second}`)).not.toContain(named);
    await accept({ name: 'full', form: 'feminine' });
    const shown = await page(`/my/badges/${second}`);
    expect(shown).toContain(recognition.named(1));
    expect(shown.slice(shown.indexOf('id="recognition"'))).toContain(named);
    await ada.post(`/my/badges/${first}/hide`);
    expect(await page(`/my/badges/${second}`)).not.toContain(recognition.named(1));
    await ada.post(`/my/badges/${first}/show`);
  });

  it('gives the same on the page of an accepted badge, where the choice is changed', async () => {
    const accepted = await page(`/my/badges/${badges[0]}`);
    expect(accepted).toContain(recognition.withoutSchools(3, 20));
    expect(accepted).toContain(recognition.withSchools(2, 20));
  });

  it('counts a person whose badge was revoked no longer', async () => {
    const [bea] = await service.ports.store.readPeopleByEmail(['bea@ac-test.example']);
    const [own] = await service.ports.store.readAwardsOf([{ kind: 'person', personId: bea?.id as PersonId }]);
    const id = own?.credential?.id as CredentialId;
    await service.services.revokeCredential({ id, actor: 'test', reason: 'Erreur' });
    const accepted = await page(`/my/badges/${badges[0]}`);
    expect(accepted).toContain(recognition.withoutSchools(2, 20));
    expect(accepted).toContain(recognition.withSchools(1, 20));
  });
});
