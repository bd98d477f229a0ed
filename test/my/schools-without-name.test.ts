import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CredentialId } from '../../src/domain/ids.ts';
import { fr } from '../support/fr.ts';
import { type SignedInBrowser, signInAs } from '../support/sign-in.ts';
import { tokenOf } from '../support/tokens.ts';
import { CLAIRE, type MyFixture, startMyFixture } from './fixture.ts';

const { schoolsWarning } = fr.my.moment;
const NAMELESS = { visibility: 'public', name: 'none', schools: 'yes' };

let fixture: MyFixture;
let claire: SignedInBrowser;
let badge: CredentialId;
beforeEach(async () => {
  fixture = await startMyFixture();
  claire = await signInAs(fixture.service, CLAIRE);
  badge = fixture.badge as CredentialId;
});
afterEach(() => fixture.service.stop());

const choice = async () => (await fixture.service.ports.store.readCredential(badge))?.credential?.choice;

describe.each([
  ['the acceptance of new badges', '/my/badges/new', true],
  ['the acceptance of one badge', undefined, true],
  ['a later change', undefined, false],
] as const)('schools without a name, in %s', (_what, form, isNew) => {
  const path = () => form ?? `/my/badges/${badge}/accept`;
  const send = (values: Readonly<Record<string, string>>) =>
    claire.post(path(), { badge: [badge], ...(isNew && { isNew: 'yes' }), ...values });

  beforeEach(async () => {
    if (!isNew) await claire.post(`/my/badges/${badge}/accept`, { visibility: 'public', name: 'initials' });
  });

  it('are saved only once the holder confirms that the school is enough to recognise them', async () => {
    const before = await choice();
    const refused = await send(NAMELESS);
    const page = await refused.text();
    expect(refused.status).toBe(400);
    expect(page).toContain(schoolsWarning);
    expect(page).toContain('href="#aware"');
    expect(page).toMatch(/id="schools"[^>]*checked/);
    expect(await choice()).toEqual(before);
    expect((await send({ ...NAMELESS, aware: 'yes' })).status).toBe(303);
    expect(await choice()).toMatchObject({ name: 'none', showSchools: true });
  });

  it.each([
    ['no name and no school', { visibility: 'public', name: 'none' }],
    ['initials and schools', { visibility: 'public', name: 'initials', schools: 'yes' }],
    ['the full name and schools', { visibility: 'public', name: 'full', form: 'feminine', schools: 'yes' }],
  ])('ask for no confirmation with %s', async (_choice, values) => {
    expect((await send(values)).status).toBe(303);
  });
});

describe('a badge that shows schools without a name', () => {
  beforeEach(async () => {
    await claire.post(`/my/badges/${badge}/accept`, { ...NAMELESS, aware: 'yes' });
  });

  it('shows the warning with the confirmation ticked, so that another change is saved at once', async () => {
    const page = await (await claire.get(`/my/badges/${badge}`)).text();
    expect(page).toContain(schoolsWarning);
    expect(page).toMatch(/id="aware"[^>]*checked/);
  });
});

describe('the preview of schools without a name', () => {
  it('shows the warning, asks for nothing and sends its own confirmation', async () => {
    const query = `badge=${badge}&${new URLSearchParams(NAMELESS)}`;
    const preview = await (await claire.get(`/my/badges/new/preview?${query}`)).text();
    expect(preview).toContain(schoolsWarning);
    expect(preview).toMatch(/name="aware" value="yes"/);
    const whole = await claire.get(`/my/badges/${badge}/preview?${query}`);
    expect(whole.status).toBe(200);
    expect(await whole.text()).toContain(schoolsWarning);
  });
});

describe('schools without a name, outside of the pages', () => {
  const CHOICE = { visibility: 'public', name: 'none', schools: true };

  it('are refused to a program that does not confirm them, in one request or many', async () => {
    const token = await tokenOf(fixture.service, 'dane');
    for (const path of [`/api/v1/credentials/${badge}/acceptance`, '/api/v1/credentials/acceptances']) {
      const before = await choice();
      const refused = await fixture.service.post(path, CHOICE, token);
      expect([path, refused.status, await refused.json()]).toMatchObject([
        path,
        409,
        { code: 'schools-unconfirmed' },
      ]);
      expect(await choice()).toEqual(before);
    }
    const path = `/api/v1/credentials/${badge}/acceptance`;
    expect((await fixture.service.post(path, { ...CHOICE, schoolsConfirmed: true }, token)).status).toBe(200);
    expect(await choice()).toMatchObject({ name: 'none', showSchools: true });
    // What was confirmed once is not asked for again.
    expect((await fixture.service.post(path, { ...CHOICE, email: true }, token)).status).toBe(200);
  });
});
