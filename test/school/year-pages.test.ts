import { describe, expect, it } from 'vitest';
import { inFrench, LAST_YEAR, THIS_YEAR, TODAY } from '../support/now.ts';
import { schoolOf } from '../support/school.ts';
import { CHEF, DANE, NEIGHBOUR, SCHOOL } from '../support/school-world.ts';
import type { TestService } from '../support/service.ts';
import { type SignedInBrowser, signInAs } from '../support/sign-in.ts';
import { startBeforeEach } from '../support/start-before.ts';
import { THIRTY_WORLD } from '../support/thirty-world.ts';

const NEW = `${SCHOOL}/new-year?year=${THIS_YEAR}`;
const END = `${SCHOOL}/year-end?year=${LAST_YEAR}`;

let service: TestService;
let chef: SignedInBrowser;
startBeforeEach(schoolOf({ chef: CHEF }, THIRTY_WORLD), (world) => {
  ({ service, chef } = world);
});

/** Each row as its cells in plain text: what, state, where it stands, the one link or button. */
async function rows(path: string, browser = chef): Promise<ReadonlyMap<string, readonly string[]>> {
  const html = await (await browser.get(path)).text();
  const body = html.match(/<tbody>(.*?)<\/tbody>/su)?.[1] ?? '';
  const cells = body.split('</tr>').map((row) =>
    row
      .split(/<\/t[hd]>/)
      .map((cell) =>
        cell
          .replaceAll(/<[^>]+>/g, ' ')
          .replaceAll(/\s+/g, ' ')
          .trim(),
      )
      .filter((text) => text !== ''),
  );
  return new Map(cells.flatMap(([title, ...rest]) => (title ? [[title, rest] as const] : [])));
}

describe('the page of the new school year', () => {
  it('says of each thing whether it is done, to do or not applicable, with one link where it leads to anything', async () => {
    const items = await rows(NEW);
    expect(items.get('Reconduire la répartition')).toEqual([
      'à faire',
      '27 personnes sur 30 à reconduire.',
      'Reconduire',
    ]);
    expect(items.get('Réponses des personnes')?.[0]).toBe('sans objet');
    expect(items.get('Engagements à confirmer')?.slice(0, 2)).toEqual([
      'à faire',
      'Une demande attend votre décision.',
    ]);
    expect(items.get('Autorisations de la collectivité')?.[0]).toBe('sans objet');
    expect(items.get('Lettres de mission')?.slice(1)).toEqual([
      '0 préparée sur 2.',
      'Préparer et ouvrir toutes les lettres',
    ]);
    expect(items.get('Rencontre annuelle dans l’établissement')).toEqual([
      'à faire',
      'Aucune n’est encore demandée.',
      'Demander la rencontre',
    ]);
    const html = await (await chef.get(NEW)).text();
    const body = html.match(/<tbody>(.*?)<\/tbody>/su)?.[1] ?? '';
    for (const row of body.split('</tr>').filter((one) => one.includes('<th'))) {
      expect(row.match(/<a |<button/g) ?? [], row).toHaveLength(row.includes('sans objet') ? 0 : 1);
    }
  });

  it('moves on with what is done from it', async () => {
    const letters = await chef.post(`${SCHOOL}/papers/together`, {
      kind: 'mission-letter',
      year: String(THIS_YEAR),
    });
    expect(letters.headers.get('Location')).toContain('/papers/together.pdf?ids=');
    expect((await rows(NEW)).get('Lettres de mission')?.slice(0, 2)).toEqual(['fait', '2 préparées sur 2.']);
    await chef.post(`${SCHOOL}/confirmations`, { reference: 'N-3' });
    expect((await rows(NEW)).get('Engagements à confirmer')).toEqual([
      'fait',
      'Aucune demande n’attend votre décision.',
    ]);
    expect((await rows(NEW)).get('Lettres de mission')?.slice(0, 2)).toEqual([
      'à faire',
      '2 préparées sur 3.',
    ]);
    const [five] = await service.ports.store.readPeopleByEmail(['p5@ac-test.example']);
    await chef.post(`${SCHOOL}/carry-over`, {
      ...{ year: String(THIS_YEAR), from: `${THIS_YEAR}-09-01`, to: `${THIS_YEAR + 1}-08-31` },
      ...{ person: five?.id ?? '', missions: `${five?.id}:A1` },
    });
    expect((await rows(NEW)).get('Reconduire la répartition')?.[1]).toBe('26 personnes sur 30 à reconduire.');
    expect((await rows(NEW)).get('Réponses des personnes')?.slice(0, 2)).toEqual([
      'à faire',
      'Une réponse est attendue.',
    ]);
  });
});

describe('the annual meeting in the school, on the page of the new school year', () => {
  const meeting = async () => (await rows(NEW)).get('Rencontre annuelle dans l’établissement')?.slice(0, 2);

  it('is followed from the request to the day on which it is held', async () => {
    const asked = await chef.post(`${SCHOOL}/meetings`, {});
    const path = asked.headers.get('Location')?.split('?')[0] ?? '';
    expect((await meeting())?.[1]).toMatch(/^Demandée/);
    expect(await (await chef.get(NEW)).text()).toContain(`href="${path}"`);
    const dane = await signInAs(service, DANE);
    const id = path.split('/').at(-1);
    await dane.post(`/dane/meetings/${id}/day`, { day: TODAY });
    expect((await meeting())?.[1]).toMatch(/La DANE propose le .* à vous de répondre/);
    await chef.post(`${path}/day`, { day: TODAY });
    expect(await meeting()).toEqual(['à faire', `Prévue le ${inFrench(TODAY)}.`]);
    await dane.post(`/dane/meetings/${id}/record`, { day: TODAY, present: [] });
    expect((await meeting())?.[0]).toBe('fait');
  });
});

describe('the page of the year’s end', () => {
  it('counts reviews and written reports, and prints the statements of everybody at once', async () => {
    await service.importText({
      'points-etape.csv': [
        'email;uai;date;nature',
        `p0@ac-test.example;0210001M;${THIS_YEAR}-05-02;point-etape`,
        `p4@ac-test.example;0210001M;${THIS_YEAR}-06-02;bilan`,
        '',
      ].join('\n'),
    });
    const items = await rows(END);
    expect(items.get('Points d’étape tenus')?.slice(0, 2)).toEqual(['à faire', '1 tenu sur 31.']);
    expect(items.get('Bilans écrits')?.[1]).toMatch(/^1 bilan reçu pour 30 personnes sans point d’étape\./);
    expect(items.get('Dossier IMP de l’établissement')?.[1]).toBe('Il n’est pas encore préparé.');
    expect(items.get('Badge d’équipe')).toHaveLength(2);
    expect(items.get('Changements demandés')).toEqual(['sans objet', 'Personne n’a demandé de changement.']);
    expect(items.get('Contestations')).toEqual(['sans objet', 'Aucune contestation n’est en cours.']);
    expect(items.get('L’année suivante')?.[2]).toBe('Préparer la rentrée');
    await chef.post(`${SCHOOL}/papers/together`, { kind: 'statement', year: String(LAST_YEAR) });
    await chef.post(`${SCHOOL}/papers`, { kind: 'imp-file', year: String(LAST_YEAR) });
    const after = await rows(END);
    expect(after.get('Attestations pour le dossier IMP')?.slice(0, 2)).toEqual([
      'fait',
      '31 préparées sur 31.',
    ]);
    expect(after.get('Dossier IMP de l’établissement')?.[0]).toBe('fait');
    expect((await rows(`${SCHOOL}/year-end`)).get('Badge d’équipe')?.[0]).toBe('à faire');
  });

  it('is read by the DANE without any button, and by no other school', async () => {
    const [dane, neighbour] = await Promise.all([DANE, NEIGHBOUR].map((email) => signInAs(service, email)));
    const items = await rows(END, dane as SignedInBrowser);
    expect(items.get('Attestations pour le dossier IMP')?.[2]).toBe('Voir les documents');
    for (const path of [NEW, END]) expect((await neighbour?.get(path))?.status).toBe(403);
  });
});
