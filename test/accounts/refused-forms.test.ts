import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DomainError } from '../../src/domain/errors.ts';
import { startFullFixture, type Viewer, type WorkspaceFixture } from '../support/fixtures/workspace.ts';
import { formsOf, type PageForm } from '../support/page-forms.ts';
import { TEST_ORIGIN } from '../support/servers/service.ts';
import { addressIn, WORKSPACE_PAGES } from '../support/workspace-pages.ts';

type SignedIn = Exclude<Viewer, 'anyone'>;
type Found = PageForm & { readonly as: SignedIn };

let fixture: WorkspaceFixture;
let forms: readonly Found[];
beforeAll(async () => {
  fixture = await startFullFixture();
  forms = await formsOfFixture();
  // From here on, another commit always comes first.
  const store = fixture.service.ports.store as { commit: unknown };
  store.commit = () => Promise.reject(new DomainError('store-conflict'));
});
afterAll(() => fixture.service.stop());

async function formsOfFixture(): Promise<readonly Found[]> {
  const found: Found[] = [];
  for (const page of WORKSPACE_PAGES.filter(({ refused }) => !refused)) {
    const path = addressIn(fixture.values, page);
    if (path === undefined || page.as === 'anyone') continue;
    const headers = { Cookie: fixture.viewers[page.as].cookie, 'Accept-Language': 'fr' };
    const html = await (await fixture.service.app.request(`${TEST_ORIGIN}${path}`, { headers })).text();
    for (const form of formsOf(html)) {
      if (form.texts.length > 0 && !found.some((one) => one.action === form.action)) {
        found.push({ ...form, as: page.as });
      }
    }
  }
  return found;
}

async function send({ action, as, button }: Found, body: URLSearchParams) {
  if (button) body.set(...button);
  const headers = { Origin: TEST_ORIGIN, Cookie: fixture.viewers[as].cookie, 'Accept-Language': 'fr' };
  const answer = await fixture.service.app.request(`${TEST_ORIGIN}${action}`, {
    method: 'POST',
    headers,
    body,
  });
  return {
    status: answer.status,
    html: (await answer.text()).replaceAll('&#39;', "'").replaceAll('&amp;', '&'),
  };
}

const filledText = (at: number) => `Mot ${at} d’« ici »`;

describe('a form that is refused', () => {
  it('gives back everything typed after another person’s change, whichever form it is', async () => {
    const lost: string[] = [];
    let conflicts = 0;
    for (const form of forms) {
      const body = new URLSearchParams(form.filled);
      for (const [at, name] of form.texts.entries()) if (name !== 'uai') body.set(name, filledText(at));
      const { status, html } = await send(form, body);
      if (status === 409) conflicts += 1;
      if (status < 400) continue;
      for (const [at, name] of form.texts.entries()) {
        if (name !== 'uai' && !html.includes(filledText(at)))
          lost.push(`${form.action} lost ${name} at ${status}`);
      }
    }
    expect(lost).toEqual([]);
    expect(conflicts).toBeGreaterThan(10);
  });

  it('shows the recorded value next to the typed one, and only if they differ', async () => {
    const unsaid: string[] = [];
    let stated = 0;
    for (const form of forms) {
      const recorded = form.texts.filter((name) => ![null, 'Un mot'].includes(form.filled.get(name)));
      for (const name of recorded) {
        const now = new RegExp(`id="${name}-recorded">Enregistré maintenant : <strong[^>]*>([^<]*)`);
        const other = new URLSearchParams(form.filled);
        other.set(name, 'Autre chose');
        const changed = await send(form, other);
        if (changed.status !== 409) continue;
        stated += 1;
        if (now.exec(changed.html)?.[1] !== form.filled.get(name)) unsaid.push(`${form.action}: ${name}`);
        const same = await send(form, new URLSearchParams(form.filled));
        if (now.test(same.html)) unsaid.push(`${form.action} repeats ${name}`);
      }
    }
    expect(unsaid).toEqual([]);
    expect(stated).toBeGreaterThan(5);
  });

  it('gives back the value of one field where all others are empty', async () => {
    const lost: string[] = [];
    for (const form of forms) {
      for (const name of form.texts) {
        const body = new URLSearchParams(form.untouched);
        body.set(name, filledText(1));
        const { status, html } = await send(form, body);
        if (status >= 400 && !html.includes(filledText(1)))
          lost.push(`${form.action} lost ${name} at ${status}`);
      }
    }
    expect(lost).toEqual([]);
    expect(forms.length).toBeGreaterThan(30);
  });
});
