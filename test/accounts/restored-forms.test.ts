import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MAX_RESTORED_FORMS, RESTORED_FORM_CHARACTERS } from '../../src/domain/access/restored-form.ts';
import { ACCESS } from '../access/routes-table.ts';
import { startFullFixture, type Viewer, type WorkspaceFixture } from '../support/fixtures/workspace.ts';
import { formsOf, type PageForm } from '../support/page-forms.ts';
import { TEST_ORIGIN } from '../support/servers/service.ts';
import { addressIn, WORKSPACE_PAGES } from '../support/workspace-pages.ts';

type SignedIn = Exclude<Viewer, 'anyone'>;
const RESTORED_FORM_SIGN_IN = '/sign-in?to=%2Ftyped';
/** The word that formsOf types into an empty field. */
const FILLED_TEXT = 'Un mot';

let fixture: WorkspaceFixture;
beforeAll(async () => {
  fixture = await startFullFixture();
});
afterAll(() => fixture.service.stop());

interface Sent {
  readonly body: URLSearchParams;
  readonly cookie?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

function post(path: string, { body, cookie = '', headers }: Sent): Promise<Response> {
  const init = { method: 'POST', headers: { Origin: TEST_ORIGIN, Cookie: cookie, ...headers }, body };
  return Promise.resolve(fixture.service.app.request(`${TEST_ORIGIN}${path}`, init));
}

function open(path: string, cookie: string): Promise<Response> {
  const headers = { Cookie: cookie, 'Accept-Language': 'fr' };
  return Promise.resolve(fixture.service.app.request(`${TEST_ORIGIN}${path}`, { headers }));
}

/** The cookie with the secret of the kept form. */
function typedCookie(answer: Response): string {
  const set = answer.headers.getSetCookie().find((one) => one.startsWith('__Host-typed='));
  return set?.split(';')[0] ?? '';
}

/** Deletes the kept form of this viewer. */
function forget(cookie: string, path: string, as: SignedIn = 'teacher'): Promise<void> {
  const { personId } = fixture.viewers[as];
  return fixture.service.services.dropRestoredForm(cookie.split('=')[1] ?? '', { personId, path });
}

/** Sends a form of a person whose session has ended, and opens the form that is given back, as this
 *  viewer. */
async function sendLate(form: PageForm, body: URLSearchParams, as: SignedIn) {
  const sent = await post(form.action, { body });
  const cookie = typedCookie(sent);
  const back = await open('/typed', `${fixture.viewers[as].cookie}; ${cookie}`);
  return { sent, cookie, back };
}

interface Found extends PageForm {
  readonly as: SignedIn;
  readonly route: string;
}

function routeOf(action: string): string {
  const path = action.split('?')[0] ?? '';
  const routes = Object.keys(ACCESS).filter((route) => route.startsWith('POST '));
  const exact = routes.find((route) => route === `POST ${path}`);
  const pattern = (route: string) =>
    new RegExp(`^${route.slice(5).replaceAll(/:\w+(\{[^/]*\})?/g, '[^/]+')}$`);
  return exact ?? routes.find((route) => pattern(route).test(path)) ?? path;
}

async function formsOfFixture(): Promise<readonly Found[]> {
  const found: Found[] = [];
  for (const page of WORKSPACE_PAGES.filter(({ refused }) => !refused)) {
    const path = addressIn(fixture.values, page);
    if (path === undefined || page.as === 'anyone') continue;
    const html = await (await open(path, fixture.viewers[page.as].cookie)).text();
    for (const form of formsOf(html)) {
      const route = routeOf(form.action);
      if (!found.some((one) => one.action === form.action)) found.push({ ...form, route, as: page.as });
    }
  }
  return found;
}

describe('a form sent after the session has ended', () => {
  it('comes back with everything typed, whichever form it is, once its person has signed in again', async () => {
    const forms = await formsOfFixture();
    const lost: string[] = [];
    let typedForms = 0;
    for (const form of forms) {
      const typed = [...form.filled].flatMap(([name, value], at) =>
        // A school must be one of those that were found.
        value === FILLED_TEXT && name !== 'uai' ? [[name, `Mot ${at} d’« ici »`] as const] : [],
      );
      const body = new URLSearchParams(form.filled);
      for (const [name, word] of typed) body.set(name, word);
      const { sent, cookie, back } = await sendLate(form, body, form.as);
      if (sent.status !== 303 || sent.headers.get('Location') !== RESTORED_FORM_SIGN_IN || cookie === '') {
        // A button without fields has nothing to keep.
        const isBare = [...body.keys()].every((name) => name === '_for');
        if (!(isBare && sent.status === 401)) lost.push(`${form.route} was not kept: ${sent.status}`);
        continue;
      }
      const html = (await back.text()).replaceAll('&#39;', "'");
      for (const [name, word] of typed) if (!html.includes(word)) lost.push(`${form.route} lost ${name}`);
      if (typed.length > 0) typedForms += 1;
      await forget(cookie, form.action, form.as);
    }
    expect(lost).toEqual([]);
    expect(typedForms).toBeGreaterThan(25);
    const posts = Object.keys(ACCESS).filter((route) => /^POST \/(my|school|dane)\//.test(route));
    const seen = new Set(forms.map(({ route }) => route));
    expect(posts.filter((route) => seen.has(route)).length).toBeGreaterThan(60);
  });
});

describe('a kept form', () => {
  const PATH = '/my/data/rectification';
  const sendAs = (personId: string, more: Readonly<Record<string, string>> = {}) =>
    new URLSearchParams({ message: 'Un texte long à écrire', ...more, _for: personId });
  const forgetSaved = (cookie: string) => forget(cookie, PATH);

  it('never stands in an address', async () => {
    const sent = await post(PATH, { body: sendAs(fixture.viewers.teacher.personId) });
    expect(sent.headers.get('Location')).toBe(RESTORED_FORM_SIGN_IN);
    expect([...sent.headers].filter(([name]) => name !== 'set-cookie').join()).not.toContain('texte');
    expect(sent.headers.getSetCookie().join()).not.toContain('texte');
    await forgetSaved(typedCookie(sent));
  });

  it('is given back only to the same person in the same browser, and not carried out', async () => {
    const { teacher, dane } = fixture.viewers;
    const sent = await post(PATH, { body: sendAs(teacher.personId) });
    const cookie = typedCookie(sent);
    const before = await fixture.service.ports.store.readDataRequestsOf(teacher.personId);
    expect(await (await open('/typed', `${dane.cookie}; ${cookie}`)).text()).not.toContain('texte long');
    expect(await (await open('/typed', teacher.cookie)).text()).not.toContain('texte long');
    expect((await open('/typed', cookie)).status).toBe(303);
    expect(await (await open('/typed', `${teacher.cookie}; ${cookie}`)).text()).toContain('texte long');
    expect(await fixture.service.ports.store.readDataRequestsOf(teacher.personId)).toEqual(before);
    await forgetSaved(cookie);
  });

  it('is not shown at an address, which a third party who sent it could give to the person', async () => {
    const { teacher, head } = fixture.viewers;
    for (const sender of ['', head.cookie]) {
      const cookie = typedCookie(await post(PATH, { body: sendAs(teacher.personId), cookie: sender }));
      const answer = await open(`/typed/${cookie.split('=')[1]}`, teacher.cookie);
      expect(await answer.text()).not.toContain('texte long');
      await forgetSaved(cookie);
    }
  });

  it('is not given back after it has been sent', async () => {
    const { teacher } = fixture.viewers;
    const cookie = typedCookie(await post(PATH, { body: sendAs(teacher.personId) }));
    const again = await post(PATH, {
      body: sendAs(teacher.personId),
      cookie: `${teacher.cookie}; ${cookie}`,
    });
    expect(again.status).toBe(303);
    expect(await (await open('/typed', `${teacher.cookie}; ${cookie}`)).text()).not.toContain('texte long');
  });

  it('cannot come from another site, even in the name of the person', async () => {
    const body = sendAs(fixture.viewers.teacher.personId);
    for (const headers of [{ Origin: 'https://elsewhere.example' }, { Origin: 'null' }]) {
      const sent = await post(PATH, { body, headers });
      expect([sent.status, typedCookie(sent)]).toEqual([403, '']);
    }
  });

  it('must name a person who exists', async () => {
    const unknown = await post(PATH, { body: sendAs('nobody') });
    const unnamed = await post(PATH, { body: new URLSearchParams({ message: 'Un texte' }) });
    expect([unknown.status, unnamed.status]).toEqual([401, 401]);
    expect([typedCookie(unknown), typedCookie(unnamed)]).toEqual(['', '']);
  });

  it('has a limited length and number, and never holds a NUMEN', async () => {
    const { personId, cookie: session } = fixture.viewers.teacher;
    const long = 'a'.repeat(RESTORED_FORM_CHARACTERS);
    expect((await post(PATH, { body: sendAs(personId, { message: long }) })).status).toBe(401);
    const cookies: string[] = [];
    for (let turn = 0; turn < MAX_RESTORED_FORMS.ofPerson; turn += 1) {
      const sent = await post(PATH, { body: sendAs(personId, { message: 'Mon NUMEN est 21E0123456ABC' }) });
      cookies.push(typedCookie(sent));
    }
    const back = await (await open('/typed', `${session}; ${cookies[0]}`)).text();
    expect(back).toContain('Mon NUMEN est');
    expect(back).not.toContain('21E0123456ABC');
    for (const cookie of cookies) await forgetSaved(cookie);
  });

  it('cannot be displaced by forms that a third party sends in the name of the person', async () => {
    const { personId, cookie: session } = fixture.viewers.teacher;
    const cookies: string[] = [];
    for (let turn = 0; turn < 2 * MAX_RESTORED_FORMS.ofPerson; turn += 1) {
      cookies.push(typedCookie(await post(PATH, { body: sendAs(personId) })));
    }
    expect(await fixture.service.ports.store.countTypedForms()).toBe(MAX_RESTORED_FORMS.ofPerson);
    const own = typedCookie(await post(PATH, { body: sendAs(personId) }));
    expect(await (await open('/typed', `${session}; ${own}`)).text()).toContain('Un texte long');
    for (const cookie of [own, ...cookies]) await forgetSaved(cookie);
  });

  it.each([
    ['in the address', `${PATH}?q=21E0123456ABC`, {}, ''],
    ['in the address, with its signs encoded', `${PATH}?q=21E%2D0123456%20ABC`, {}, ''],
    ['in the name of a field', PATH, { '21E0123456ABC': 'x' }, ''],
    ['in the address of the page', PATH, {}, `${TEST_ORIGIN}/my?q=21E0123456ABC`],
  ])('is not kept with a NUMEN %s', async (_where, path, more, Referer) => {
    const body = sendAs(fixture.viewers.teacher.personId, more);
    expect((await post(path, { body, headers: { Referer } })).status).toBe(401);
  });

  it('never reaches a button that acts by itself', async () => {
    const { teacher } = fixture.viewers;
    const body = new URLSearchParams({ note: 'glissé ici', _for: teacher.personId });
    const cookie = typedCookie(await post('/sign-out-everywhere', { body }));
    expect(cookie).not.toBe('');
    const back = await open('/typed', `${teacher.cookie}; ${cookie}`);
    expect(back.status).toBe(303);
    expect((await open('/my', teacher.cookie)).status).toBe(200);
    await forget(cookie, '/sign-out-everywhere');
  });
});

describe('a form whose page was drawn for someone else', () => {
  it('is not carried out for a person who signed in in the meantime, and is kept for its own', async () => {
    const { teacher, head } = fixture.viewers;
    const { store } = fixture.service.ports;
    const before = await store.readDataRequestsOf(head.personId);
    const body = new URLSearchParams({ message: 'Mon texte à moi', _for: teacher.personId });
    const sent = await post('/my/data/rectification', { body, cookie: head.cookie });
    expect(sent.status).toBe(409);
    expect(await sent.text()).toContain('/sign-in?to=%2Ftyped');
    expect(await store.readDataRequestsOf(head.personId)).toEqual(before);
    const cookie = typedCookie(sent);
    expect(await (await open('/typed', `${head.cookie}; ${cookie}`)).text()).not.toContain('Mon texte à moi');
    expect(await (await open('/typed', `${teacher.cookie}; ${cookie}`)).text()).toContain('Mon texte à moi');
  });

  it('is still given back after the other person has sent their own form of that page', async () => {
    const { teacher, head } = fixture.viewers;
    const path = '/my/data/rectification';
    const form = (message: string, { personId }: { readonly personId: string }) =>
      new URLSearchParams({ message, _for: personId });
    const sent = await post(path, { body: form('Mon texte à moi', teacher), cookie: head.cookie });
    const cookie = typedCookie(sent);
    const own = await post(path, { body: form('Le sien', head), cookie: `${head.cookie}; ${cookie}` });
    expect(own.headers.get('Location')).toContain('done=');
    expect(await (await open('/typed', `${teacher.cookie}; ${cookie}`)).text()).toContain('Mon texte à moi');
  });
});
