import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestService, type TestService } from '../support/servers/service.ts';
import { tokenOf } from '../support/tokens.ts';

const LINES = 11_000;

let service: TestService;
let token: string;

beforeAll(async () => {
  service = await startTestService();
  token = await tokenOf(service, 'dane');
});
afterAll(() => service.stop());

const importChunk = async (query: string) => {
  const form = new FormData();
  const schools = 'uai;nom;secteur\n0210001M;Collège Claude Guyot;Public\n';
  const person = (turn: number, name = `Martin ${turn}`) =>
    `personne.${turn}@ac-test.example;Camille;${name}`;
  const people = ['email;prenom;nom', ...Array.from({ length: LINES }, (_, turn) => person(turn))];
  // The same person again at the end of the file, in a later part.
  people.push(person(7, 'Durand'), 'pas-une-adresse;Camille;Martin');
  form.append('files', new File([people.join('\n')], 'personnes.csv'));
  form.append('files', new File([schools], 'etablissements.csv'));
  form.append('files', new File(['rien;de;connu\n1;2;3\n'], 'autre.csv'));
  const answer = await service.app.request(`https://jalon.test/api/v1/imports${query}`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}` },
    body: form,
  });
  return answer.json();
};

it('imports a long file part by part, with the same result and answers as one call', async () => {
  const whole = await importChunk('?dryRun=true');
  expect(whole.next).toBeUndefined();
  const first = await importChunk('');
  expect(first.next).toMatch(/^1:\d+$/);
  const second = await importChunk(`?after=${first.next}`);
  expect(second.next).toBeUndefined();
  expect([...first.entries, ...second.entries]).toEqual(whole.entries);
  for (const sum of ['created', 'updated', 'unchanged', 'refused']) {
    expect(first.summary[sum] + second.summary[sum]).toBe(whole.summary[sum]);
  }
  expect(await service.ports.store.countRows()).toMatchObject({ people: LINES, establishments: 1 });
  const [person] = await service.ports.store.readPeopleByEmail(['personne.7@ac-test.example']);
  expect(person?.familyName).toBe('Durand');
  // A part that is sent again changes nothing.
  expect((await importChunk(`?after=${first.next}`)).summary).toMatchObject({ created: 0, updated: 0 });
});

it('refuses a position that it never gave', async () => {
  expect(await importChunk('?after=nowhere')).toMatchObject({ status: 400, code: 'invalid-request' });
  const body = { allMet: true, after: 'nowhere' };
  const granted = await service.post('/api/v1/awards', body, token);
  expect([granted.status, (await granted.json()).code]).toEqual([400, 'invalid-request']);
});

it('lists the first of very many faults, and counts the others', async () => {
  const form = new FormData();
  const lines = Array.from({ length: 10_003 }, (_, turn) => `adresse ${turn};Camille;Martin`);
  form.append('files', new File([['email;prenom;nom', ...lines].join('\n')], 'personnes.csv'));
  const answer = await service.app.request('https://jalon.test/api/v1/imports?dryRun=true', {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}` },
    body: form,
  });
  const { entries, unlisted, summary } = await answer.json();
  expect(entries).toHaveLength(10_000);
  expect(unlisted).toBe(3);
  expect(summary).toMatchObject({ created: 0, refused: 10_003 });
});
