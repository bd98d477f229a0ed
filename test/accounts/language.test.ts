import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isPersonal } from '../../src/adapters/http/responses/language-detector.ts';
import { ACCESS } from '../access/routes-table.ts';
import type { Access } from '../access/types.ts';
import { startFullFixture, type Viewer, type WorkspaceFixture } from '../support/fixtures/workspace.ts';
import { formsOf } from '../support/page-forms.ts';
import { TEST_ORIGIN } from '../support/servers/service.ts';
import { MUCH_WORK_MS } from '../support/timeouts.ts';
import { addressIn, WORKSPACE_PAGES } from '../support/workspace-pages.ts';

const ENGLISH = '__Host-language=en';
/** The pages of the sign-in are open to everyone, but still depend on their reader. */
const WAY_IN = /^GET \/(sign-in|signed-out|roll-call\/:code$)/;
/** The sender of each form that no page of this world shows. */
const SENDERS: Partial<Record<Access, Viewer>> = {
  account: 'teacher',
  owner: 'teacher',
  head: 'head',
  dane: 'dane',
};
/** Forms that a page shows only once something else was done. */
const UNSEEN: readonly string[] = [
  'POST /headship/withdrawal',
  'POST /sessions/end',
  'POST /dane/credentials/:id/reminder',
  'POST /dane/jobs/:id/retry',
  'POST /dane/jobs/:id/drop',
  'POST /dane/messages/:id/cancellation',
  'POST /dane/messages',
  'POST /dane/schools/:uai/closure/end',
  'POST /my/directory/consent',
  'POST /my/yearly-report/taking-back',
  'POST /my/badges/:id/words/add',
  'POST /my/badges/:id/words/decline',
  'POST /my/badges/:id/show',
  'POST /my/badges/:id/wallet/leaving',
  'POST /my/badges/:id/wallet/withdrawal',
  'POST /school/:uai/meetings',
  'POST /school/:uai/meetings/:id/record',
  'POST /school/:uai/meetings/:id/record/removal',
  'POST /school/:uai/people/:person/words/remove',
  'POST /school/:uai/carry-over',
  'POST /school/:uai/carry-over/withdrawal',
  'POST /school/:uai/reviews/:person/plan/cancel',
  'POST /dane/meetings/:id/record/removal',
  'POST /dane/events/:code/invitations',
  'POST /dane/events/:code/invitations/reminder',
  'POST /dane/criteria/drafts/:id/withdrawal',
  'POST /dane/jobs/:id/taking-back',
  'POST /dane/jobs/:id/start',
  'POST /dane/people/headships',
  'POST /dane/credentials/:id/suspension/end',
  'POST /dane/criteria/adoption',
  'POST /dane/re-signing',
  'POST /dane/settings/tokens/revocation',
  'POST /dane/imports/past/:id/stop',
  'POST /dane/imports/past/:id/undo',
  'POST /dane/imports/columns/forgotten',
  'POST /dane/wishes/plan/removal',
  'POST /roll-call',
];

let fixture: WorkspaceFixture;
beforeAll(async () => {
  fixture = await startFullFixture();
});
afterAll(() => fixture.service.stop());

/** A browser that prefers French. */
function ask(path: string, { as = 'anyone', cookie = '', body }: RequestOptions = {}): Promise<Response> {
  const session = as === 'anyone' ? '' : fixture.viewers[as].cookie;
  const headers = {
    'Accept-Language': 'fr',
    Accept: 'text/html',
    Origin: TEST_ORIGIN,
    Cookie: [session, cookie].filter(Boolean).join('; '),
  };
  return Promise.resolve(
    fixture.service.app.request(`${TEST_ORIGIN}${path}`, {
      headers,
      ...(body && { method: 'POST', body }),
    }),
  );
}
interface RequestOptions {
  readonly as?: Viewer;
  readonly cookie?: string;
  readonly body?: URLSearchParams;
}

async function languageOf(answer: Response): Promise<string | undefined> {
  return /<html lang="(..)">/.exec(await answer.text())?.[1];
}

describe('the language that was asked for', () => {
  it('is kept for a year in a cookie with nothing but its name', async () => {
    const answer = await ask('/my?lang=en', { as: 'teacher' });
    expect(answer.headers.getSetCookie()).toEqual([
      '__Host-language=en; Max-Age=31536000; Path=/; HttpOnly; Secure; SameSite=Lax',
    ]);
    expect((await ask('/my', { as: 'teacher' })).headers.getSetCookie()).toEqual([]);
  });

  it('is kept on the way to the sign-in too', async () => {
    const answer = await ask('/my?lang=en');
    expect(answer.status).toBe(303);
    expect(answer.headers.getSetCookie().join()).toContain('__Host-language=en');
  });

  it('is replaced by another language in an address', async () => {
    const answer = await ask('/my?lang=fr', { as: 'teacher', cookie: ENGLISH });
    expect(await languageOf(answer)).toBe('fr');
    expect(answer.headers.getSetCookie().join()).toContain('__Host-language=fr');
  });

  it('does not change public answers, which may be kept for everyone', async () => {
    for (const path of ['/', '/badges', '/issuer', '/verify', '/referentiel/rupn/v1', '/nowhere']) {
      const answer = await ask(path, { cookie: ENGLISH });
      expect(answer.headers.get('Vary')).toMatch(/^Accept, Accept-Language(, Accept-Encoding)?$/);
      expect(await languageOf(answer)).toBe('fr');
    }
  });

  it('is added to the addresses of public pages', async () => {
    const page = await (await ask('/my', { as: 'teacher', cookie: ENGLISH })).text();
    expect(page).toContain('href="/badges?lang=en"');
    expect(page).toContain('href="/my/engagements"');
  });

  it('says to caches that a page of one reader depends on cookies', async () => {
    expect((await ask('/sign-in')).headers.get('Vary')).toBe('Accept, Accept-Language, Cookie');
  });

  it('is kept for every address that is not public, and for no other', () => {
    const personal = Object.entries(ACCESS)
      .filter(([route, access]) => WAY_IN.test(route) || !/^(public|api-|client)/.test(access))
      .map(([route]) => route);
    const known = Object.keys(ACCESS).filter((route) => isPersonal(route.split(' ')[1] ?? ''));
    expect(known).toEqual(personal);
    expect(known.length).toBeGreaterThan(150);
  });
});

describe('a form behind the sign-in, sent in English by a browser that prefers French', {
  timeout: MUCH_WORK_MS,
}, () => {
  interface Found {
    readonly as: Viewer;
    readonly route: string;
    readonly action: string;
    readonly untouched: URLSearchParams;
    readonly filled: URLSearchParams;
  }
  const found: Found[] = [];
  const unseen: string[] = [];
  beforeAll(async () => {
    for (const page of WORKSPACE_PAGES.filter(({ refused }) => !refused)) {
      const path = addressIn(fixture.values, page);
      if (path === undefined || page.as === 'anyone') continue;
      const answer = await ask(path, { as: page.as, cookie: ENGLISH });
      for (const form of formsOf(await answer.text())) {
        const route = routeOf(form.action);
        if (!found.some((one) => one.route === route && one.as === page.as && one.action === form.action)) {
          found.push({ as: page.as, route, ...form });
        }
      }
    }
    // Some forms appear only after another act: their addresses are still known from the access table.
    for (const [route, access] of Object.entries(ACCESS)) {
      const as = SENDERS[access];
      if (!as || !route.startsWith('POST ') || found.some((one) => one.route === route)) continue;
      unseen.push(route);
      const action = route
        .slice(5)
        .replace(':uai', fixture.values['uai'] ?? '')
        .replaceAll(/:[a-z]+/gi, 'none');
      found.push({ as, route, action, untouched: new URLSearchParams(), filled: new URLSearchParams() });
    }
    // A sign-out comes last, because it would end the other forms' session.
    found.sort((a, b) => Number(/sign-out/.test(a.route)) - Number(/sign-out/.test(b.route)));
  });

  it('is on a page of the full world, so that it is looked at with what it stands alongside', () => {
    expect(unseen.filter((route) => !UNSEEN.includes(route))).toEqual([]);
  });

  it('is refused in English, and confirms its act in English', async () => {
    const wrong: string[] = [];
    const counts = { pages: 0, redirections: 0 };
    for (const { as, action, route, untouched, filled } of found) {
      // A consent leads to the service that asked for it, which has its own words.
      if (route === 'POST /oauth/authorize') continue;
      for (const body of [untouched, filled]) {
        let answer = await ask(action, { as, cookie: ENGLISH, body });
        if (answer.status === 303) {
          counts.redirections += 1;
          const to = new URL(answer.headers.get('Location') ?? '', TEST_ORIGIN);
          if (to.origin !== TEST_ORIGIN || to.searchParams.has('lang')) wrong.push(`${route} leads to ${to}`);
          answer = await ask(to.pathname + to.search, { as, cookie: ENGLISH });
        }
        if (answer.status === 303) continue;
        // A paper is always in French.
        if (answer.headers.get('Content-Type') === 'application/pdf') continue;
        counts.pages += 1;
        const language = await languageOf(answer);
        if (language !== 'en') wrong.push(`${route} ${answer.status} ${language}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(counts.pages).toBeGreaterThan(100);
    expect(counts.redirections).toBeGreaterThan(30);
  });
});

function routeOf(action: string): string {
  const [path = ''] = action.split('?');
  const routes = Object.keys(ACCESS).filter((route) => route.startsWith('POST '));
  const matches = (route: string) =>
    new RegExp(`^${route.slice(5).replace(/:[a-z]+/gi, '[^/]+')}$`).test(path);
  // An address without parameters comes before one with a parameter.
  return routes.filter(matches).toSorted((a, b) => a.split(':').length - b.split(':').length)[0] ?? action;
}
