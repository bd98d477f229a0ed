import { describe, expect, it } from 'vitest';
import { ANY, fr, like } from '../support/fr.ts';
import { startBeforeAll } from '../support/servers/start-before.ts';
import { type SignedInBrowser, signInAs } from '../support/sign-in.ts';
import { type MyFixture, PAUL, startWithClaire } from './fixture.ts';

let fixture: MyFixture;
let claire: SignedInBrowser;
startBeforeAll(startWithClaire, (started) => {
  ({ world: fixture, claire } = started);
});

const text = async (answer: Response | Promise<Response>) => (await answer).text();
/** What a form carries of the record that it shows. */
const seenIn = (page: string) =>
  (/name="seen" value="([^"]*)"/.exec(page)?.[1] ?? '').replaceAll('&quot;', '"').replaceAll('&#39;', "'");

describe('my trainings', () => {
  it('show their proof, and whether and until when each counts', async () => {
    const page = await text(claire.get('/my/trainings'));
    expect(page).toContain(fr.records.proofs['3']);
    expect(page).toContain('Plus depuis le 1er septembre 2020');
    expect(page).toContain(fr.my.records.trainings.counting.proof);
    expect(page).toContain(fr.my.records.trainings.counting.event);
  });
});

describe('a form', () => {
  it('keeps no character that no keyboard types', async () => {
    await claire.post('/my/data/rectification', { message: 'Une\u0000 date\u0007\u009b est fausse.' });
    const [requested] = await fixture.service.ports.store.readDataRequestsOf(claire.personId);
    expect(requested?.message).toBe('Une date est fausse.');
  });

  it('is required where something else is sent, and any name of a field is harmless', async () => {
    const send = (init: RequestInit) =>
      fixture.service.app.request(`${fixture.service.ports.origin}/my/data/rectification`, {
        method: 'POST',
        ...init,
        headers: { Cookie: claire.cookie, Origin: fixture.service.ports.origin, ...init.headers },
      });
    expect((await send({ body: '{}', headers: { 'Content-Type': 'application/json' } })).status).toBe(400);
    expect((await send({})).status).toBe(400);
    expect((await send({ body: new URLSearchParams({ ['__proto__']: 'x' }) })).status).toBe(400);
  });

  it('reports only acts that it knows', async () => {
    for (const done of ['constructor', 'saved', 'revoked']) {
      expect(await text(claire.get(`/my?done=${done}`))).not.toContain('role="status"');
    }
  });

  it('reports its act once, and only on the page that it leads to', async () => {
    const stated = { kind: 'project', title: 'Un projet', on: '2024-02-03' };
    const next = (await claire.post('/my/contributions/new', stated)).headers.get('Location') ?? '';
    expect(await text(claire.get('/my?done=revoked'))).not.toContain('role="status"');
    expect(await text(claire.get(next))).toContain('role="status"');
    expect(await text(claire.get(next))).not.toContain('role="status"');
  });
});

describe('my contributions', () => {
  it('are added, changed and removed by their author', async () => {
    const added = await claire.post('/my/contributions/new', {
      kind: 'resource',
      title: 'Une carte mentale',
      description: 'Pour les collègues d’histoire.',
      on: '05/05/2024',
      url: '',
    });
    expect(added.headers.get('Location')).toBe('/my/contributions?done=contribution-added');
    const reference = /contributions\/(J-[\w-]+)\/edit/.exec(
      await text(claire.get('/my/contributions')),
    )?.[1];
    const path = `/my/contributions/${reference}`;
    const edit = await text(claire.get(`${path}/edit`));
    expect(edit).toContain('value="2024-05-05"');
    expect(edit).toContain('value="Une carte mentale"');
    expect(await text(claire.get('/my/contributions'))).toContain('Pour les collègues d’histoire.');
    await claire.post(`${path}/edit`, {
      kind: 'resource',
      title: 'Une carte mentale',
      on: '2024-05-06',
      url: 'https://exemple.fr/ressource',
      seen: seenIn(edit),
    });
    expect(await text(claire.get('/my/contributions'))).toContain('exemple.fr/ressource');
    const late = await claire.post(`${path}/edit`, {
      ...{ kind: 'resource', title: 'D’un autre onglet', on: '2024-05-06', seen: seenIn(edit) },
    });
    expect([late.status, await late.text()]).toEqual([
      409,
      expect.stringContaining(fr.refusals['store-conflict']({})),
    ]);
    await claire.post(`${path}/remove`);
    expect(await text(claire.get('/my/contributions'))).not.toContain('exemple.fr/ressource');
  });

  it('accept no NUMEN and only web addresses', async () => {
    const numen = {
      kind: 'project',
      title: 'Un projet',
      on: '2024-05-05',
      url: 'https://exemple.fr/21E1234567ABC',
    };
    const refused = await claire.post('/my/contributions/new', numen);
    expect([refused.status, (await refused.text()).includes(fr.forms.faults.numen)]).toEqual([400, true]);
    const script = await claire.post('/my/contributions/new', { ...numen, url: 'javascript:alert(1)' });
    expect(script.status).toBe(400);
  });

  it('are added once, however often the form is sent', async () => {
    const once =
      /name="once" value="([^"]+)"/.exec(await text(claire.get('/my/contributions/new')))?.[1] ?? '';
    const fields = { kind: 'mentoring', title: 'Tutorat de Paul', on: '2024-09-09', url: '', once };
    await Promise.all([1, 2, 3].map(() => claire.post('/my/contributions/new', fields)));
    const { store } = fixture.service.ports;
    const ofThatDay = async () => {
      const [record] = await store.readPersonRecords([claire.personId]);
      return record?.contributions.filter(({ on }) => on === '2024-09-09').length;
    };
    expect(await ofThatDay()).toBe(1);
    // Two forms make two contributions on one day; each then has a name that distinguishes it.
    await claire.post('/my/contributions/new', { ...fields, once: `${once}x` });
    expect(await ofThatDay()).toBe(2);
    const page = await text(claire.get('/my/contributions'));
    const { titled, oneOf, edit, remove } = fr.my.records.contributions;
    const tutored = titled('Tutorat de Paul', '9 septembre 2024');
    expect(page).toContain(edit(oneOf(tutored, 1, 2)));
    expect(page).toContain(remove(oneOf(tutored, 2, 2)));
  });

  it('are past work: no future day, and none long ago', async () => {
    const coming = await claire.post('/my/contributions/new', {
      kind: 'project',
      title: 'À venir',
      on: '2030-01-01',
      url: '',
    });
    expect(coming.status).toBe(400);
    expect(await coming.text()).toMatch(like(fr.forms.limits.after(ANY)));
    const ancient = await claire.post('/my/contributions/new', {
      kind: 'project',
      title: 'Ancien',
      on: '1850-01-01',
      url: '',
    });
    const page = await ancient.text();
    expect(ancient.status).toBe(400);
    expect(page).toContain(fr.forms.limits.before('1er septembre 2000'));
    expect(page).not.toContain(fr.forms.faults['invalid-date']);
  });

  it('have a title and one sentence of at most 500 characters, which a refused form keeps', async () => {
    const stated = { kind: 'project', title: '', description: 'x'.repeat(501), on: '2024-05-05' };
    const refused = await claire.post('/my/contributions/new', stated);
    const page = await refused.text();
    expect(refused.status).toBe(400);
    expect(page).toContain('href="#title"');
    expect(page).toContain('href="#description"');
    expect(page).toContain('x'.repeat(501));
    expect(page).toContain('value="2024-05-05"');
  });

  it('without a title are named by their kind and day', async () => {
    expect(await text(claire.get('/my/contributions'))).toContain(
      fr.my.records.contributions.edit(fr.my.records.contributions.what('projet', '4 avril 2024')),
    );
  });

  it('are removed only after a confirmation', async () => {
    const page = await text(claire.get('/my/contributions/C-2/remove'));
    expect(page).toContain(fr.my.records.contributions.removeTitle);
    expect(page).toContain('action="/my/contributions/C-2/remove"');
    expect((await claire.get('/my/contributions/C-1/remove')).status).toBe(409);
    expect(await text(claire.get('/my/contributions'))).not.toContain(
      '<form method="post" action="/my/contributions',
    );
  });

  it('stay as the DANE validated them', async () => {
    expect(await text(claire.get('/my/contributions'))).not.toContain('/my/contributions/C-1/');
    expect((await claire.post('/my/contributions/C-1/remove')).status).toBe(409);
    expect((await claire.get('/my/contributions/C-1/edit')).status).toBe(409);
    const change = { kind: 'project', title: 'Autre', on: '2024-05-05' };
    expect((await claire.post('/my/contributions/C-1/edit', change)).status).toBe(409);
  });

  it('can be changed only by their author', async () => {
    const paul = await signInAs(fixture.service, PAUL);
    expect((await paul.get('/my/contributions/C-2/edit')).status).toBe(403);
    expect((await paul.post('/my/contributions/C-2/remove')).status).toBe(403);
    expect((await claire.get('/my/contributions/C-2/edit')).status).toBe(200);
  });
});

describe('my data', () => {
  it('are downloaded completely, as a file and as a page', async () => {
    const file = await claire.get('/my/data/export.json');
    expect(file.headers.get('Content-Disposition')).toContain('attachment');
    expect(file.headers.get('Cache-Control')).toBe('private, no-store');
    expect(file.headers.get('Access-Control-Allow-Origin')).toBeNull();
    const { tables } = (await file.json()) as { tables: Record<string, readonly unknown[]> };
    expect(tables['engagement']).toHaveLength(2);
    const page = await text(claire.get('/my/data/export'));
    expect(page).toContain('Scénariser avec le numérique');
    expect(page).not.toContain('secret_hash');
  });

  it('are submitted to the DANE for correction, and its answer comes back', async () => {
    expect((await claire.post('/my/data/rectification', { message: '' })).status).toBe(400);
    const numen = await claire.post('/my/data/rectification', { message: 'Mon NUMEN : 21E1234567ABC' });
    expect(numen.status).toBe(400);
    await claire.post('/my/data/rectification', { message: 'La formation de mai manque.' });
    expect(await text(claire.get('/my/data'))).toContain(fr.my.data.waiting);
    const { ports, services } = fixture.service;
    const [request] = await ports.store.readDataRequests({ limit: 10 });
    const settle = { id: request?.id ?? '', answer: 'Elle est inscrite.', actor: 'dane' };
    await services.settleDataRequest(settle);
    expect(await text(claire.get('/my/data'))).toContain('Elle est inscrite.');
    await expect(services.settleDataRequest(settle)).rejects.toMatchObject({ code: 'request-settled' });
  });

  it('are erased on request only after an explicit confirmation', async () => {
    const hasty = await claire.post('/my/data/erasure', { message: 'Vite' });
    expect([hasty.status, (await hasty.text()).includes('Vite')]).toEqual([400, true]);
    await claire.post('/my/data/erasure', { message: '', understood: 'yes' });
    const requests = await fixture.service.ports.store.readDataRequestsOf(claire.personId);
    expect(requests.map(({ kind }) => kind)).toContain('erasure');
    expect((await claire.get('/my')).status).toBe(200);
  });
});
