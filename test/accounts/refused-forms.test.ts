import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { MAX_RESTORED_FORMS } from '../../src/domain/access/restored-form.ts';
import { startFullFixture, type Viewer, type WorkspaceFixture } from '../support/fixtures/workspace.ts';
import { fr } from '../support/fr.ts';
import { formsOf, type PageForm } from '../support/page-forms.ts';
import { TEST_ORIGIN } from '../support/servers/service.ts';
import { addressIn, WORKSPACE_PAGES } from '../support/workspace-pages.ts';

type SignedIn = Exclude<Viewer, 'anyone'>;
/** More characters than any field accepts, and fewer than a saved form has. */
const TOO_LONG = 'x'.repeat(20_000);
const PATH = '/my/data/rectification';

let fixture: WorkspaceFixture;
beforeAll(async () => {
  fixture = await startFullFixture();
});
afterAll(() => fixture.service.stop());

async function send(as: SignedIn, path: string, more: { body?: URLSearchParams; from?: string } = {}) {
  const headers: Record<string, string> = {
    ...{ Origin: TEST_ORIGIN, Cookie: fixture.viewers[as].cookie, 'Accept-Language': 'fr' },
    ...(more.from !== undefined && { 'Sec-Fetch-Mode': 'navigate', Referer: `${TEST_ORIGIN}${more.from}` }),
  };
  const init = more.body ? { method: 'POST', headers, body: more.body } : { headers };
  return fixture.service.app.request(`${TEST_ORIGIN}${path}`, init);
}

const sendMessage = (as: SignedIn, message: string, from = PATH) =>
  send(as, PATH, { from, body: new URLSearchParams({ message, _for: fixture.viewers[as].personId }) });
const addressOf = (answer: Response) => answer.headers.get('Location') ?? '';

/** The main part of a page, without what differs at each rendering. */
function mainOf(html: string): string {
  const main = /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? '';
  return main
    .replaceAll(/(name="_[a-z]+" value=")[^"]*/g, '$1')
    .replaceAll(/\?lang=fr&amp;|(\?|&amp;)lang=fr/g, (lang) =>
      lang.endsWith(';') && lang.startsWith('?') ? '?' : '',
    );
}

async function formsWithTexts(): Promise<readonly (PageForm & { readonly as: SignedIn })[]> {
  const found = new Map<string, PageForm & { readonly as: SignedIn }>();
  for (const page of WORKSPACE_PAGES.filter(({ refused }) => !refused)) {
    const path = addressIn(fixture.values, page);
    if (path === undefined || page.as === 'anyone') continue;
    for (const form of formsOf(await (await send(page.as, path)).text())) {
      if (form.texts.length > 0) found.set(form.action, { ...form, as: page.as });
    }
  }
  return [...found.values()];
}

describe('a form that was refused to a browser', () => {
  it('is shown with its errors at an address of its own, whichever form it is', async () => {
    const differences: string[] = [];
    let shown = 0;
    for (const { action, texts, filled, as } of await formsWithTexts()) {
      const body = new URLSearchParams(filled);
      body.set(texts[0] ?? '', TOO_LONG);
      const direct = await send(as, action, { body });
      const shownAtOnce = mainOf(await direct.text());
      // A button without visible fields is answered as a bad request.
      if (direct.status !== 400 || !shownAtOnce.includes('class="fault')) continue;
      const sent = await send(as, action, { body, from: action });
      const page = await send(as, addressOf(sent));
      const same = mainOf(await page.text()) === shownAtOnce;
      if (sent.status !== 303 || page.status !== 400 || !same) differences.push(`${action} ${page.status}`);
      shown += 1;
    }
    expect(differences).toEqual([]);
    expect(shown).toBeGreaterThan(25);
  });

  it('stays as it was in each tab, and no browser or proxy stores it', async () => {
    const [first, second] = [
      await sendMessage('teacher', `un ${TOO_LONG}`),
      await sendMessage('teacher', ''),
    ];
    expect(first.headers.get('Cache-Control')).toBe('private, no-store');
    expect(addressOf(first)).not.toBe(addressOf(second));
    const page = await send('teacher', addressOf(first));
    expect(page.headers.get('Cache-Control')).toBe('private, no-store');
    expect(await page.text()).toContain(`un ${TOO_LONG}`);
    expect((await send('teacher', addressOf(second))).status).toBe(400);
  });

  it('is shown only to its author, and only during a session', async () => {
    const address = addressOf(await sendMessage('teacher', `secret ${TOO_LONG}`));
    const others = await send('dane', address);
    expect([others.status, await others.text()]).toEqual([
      200,
      expect.stringContaining(fr.account.typed.none.title),
    ]);
    const signedOut = await fixture.service.app.request(`${TEST_ORIGIN}${address}`);
    expect([signedOut.status, addressOf(signedOut)]).toEqual([303, expect.stringContaining('/sign-in?to=')]);
  });

  it('is no longer shown once it was corrected and carried out', async () => {
    const address = addressOf(await sendMessage('teacher', TOO_LONG));
    expect(addressOf(await sendMessage('teacher', 'Un texte plus court', address))).not.toContain('/typed');
    expect(await (await send('teacher', address)).text()).toContain(fr.account.typed.none.title);
  });

  it('never holds a NUMEN, and is one of a limited number of each person', async () => {
    const oldest = addressOf(await sendMessage('teacher', 'Mon NUMEN est 21E0123456ABC'));
    const page = await (await send('teacher', oldest)).text();
    expect(page).toContain('Mon NUMEN est *');
    expect(page).not.toContain('21E0123456ABC');
    const counts: number[] = [];
    for (let turn = 0; turn < 2 * MAX_RESTORED_FORMS.ofPerson; turn += 1) {
      await sendMessage('teacher', '');
      counts.push(await fixture.service.ports.store.countTypedForms());
    }
    expect(counts.at(-1)).toBe(counts.at(MAX_RESTORED_FORMS.ofPerson - 1));
  });

  it('cannot be displaced by forms that a third party sends in the name of its author', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() });
    const address = addressOf(await sendMessage('teacher', `à moi ${TOO_LONG}`));
    vi.setSystemTime(Date.now() + 2000);
    const body = new URLSearchParams({ message: 'Un mot', _for: fixture.viewers.teacher.personId });
    for (let turn = 0; turn < 2 * MAX_RESTORED_FORMS.ofPerson; turn += 1) {
      const init = { method: 'POST', headers: { Origin: TEST_ORIGIN }, body };
      expect((await fixture.service.app.request(`${TEST_ORIGIN}${PATH}`, init)).status).toBe(303);
    }
    expect(await (await send('teacher', address)).text()).toContain('à moi');
    vi.useRealTimers();
  });

  it('is shown at once to a program, and if it is too long to be saved', async () => {
    const body = new URLSearchParams({ message: '', _for: fixture.viewers.teacher.personId });
    expect((await send('teacher', PATH, { body })).status).toBe(400);
    expect((await sendMessage('teacher', TOO_LONG.repeat(4))).status).toBe(400);
  });
});
