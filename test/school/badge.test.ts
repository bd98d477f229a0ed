import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ANNE, GUYOT, type MyWorld, startMyWorld } from '../my/world.ts';
import { type SignedInBrowser, signInAs } from '../support/sign-in.ts';

let world: MyWorld;
let anne: SignedInBrowser;
beforeAll(async () => {
  world = await startMyWorld();
  anne = await signInAs(world.service, ANNE);
});
afterAll(() => world.service.stop());

describe('the badge of a school', () => {
  it('is found from the overview, offered with what is missing in words, and accepted', async () => {
    const read = async (path: string) => (await anne.get(path)).text();
    expect(await read(`/school/${GUYOT}`)).toContain('badge de l’établissement à accepter ou à refuser');
    const page = await read(`/school/${GUYOT}/badge`);
    expect(page).toContain(`href="/my/badges/${world.schoolBadge}"`);
    expect(page).toContain('à accepter ou à refuser');
    expect(page).toContain('Il manque');
    const choice = { schools: 'yes', visibility: 'public' };
    const accepted = await anne.post(`/my/badges/${world.schoolBadge}/accept`, choice);
    expect(accepted.status).toBe(303);
    expect(await read(`/school/${GUYOT}/badge`)).toContain('accepté');
    expect(await read(`/school/${GUYOT}`)).not.toContain('badge de l’établissement à accepter');
    expect(await read(`/my/badges/${world.schoolBadge}`)).toContain(`href="/school/${GUYOT}/badge"`);
  });
});
