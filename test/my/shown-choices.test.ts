import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { definitionOf } from '../../src/adapters/http/public/credential/definition.ts';
import { makePictures } from '../../src/adapters/http/public/credential/pictures.ts';
import type { FormChoice, NameChoice } from '../../src/domain/award/types.ts';
import type { CredentialId, PersonId } from '../../src/domain/ids.ts';
import { readPdf, wholeText } from '../papers/read-pdf.ts';
import { startTestService, type TestService } from '../support/servers/service.ts';

const EMAIL = 'rosalba.quincampoix@ac-test.example';
const SCHOOLS = ['Collège Ventabren', 'Lycée Zuydcoote'];
const FILES = {
  'etablissements.csv': `uai;nom;commune;secteur\n0210001M;${SCHOOLS[0]};Dole;Public\n0210002N;${SCHOOLS[1]};Gray;Public\n`,
  'personnes.csv': `email;prenom;nom\n${EMAIL};Rosalba;Quincampoix\n`,
  'engagements.csv': [
    'reference;email;uai;debut;fin;missions;roles;confirmation',
    `SEG-1;${EMAIL};0210001M;2023-09-11;2024-07-23;A1|A2|B1;;confirmee`,
    `SEG-2;${EMAIL};0210002N;2024-09-11;2025-07-23;A1|A2|B1;;confirmee`,
    '',
  ].join('\n'),
};

let service: TestService;
let id: CredentialId;
let personId: PersonId;

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-19T09:00:00Z') });
  service = await startTestService({ TRUST_CLOCK: '1' });
  await service.importText(FILES);
  const scope = { kind: 'person' as const, email: EMAIL, achievement: 'RUPN-ENG' };
  for await (const outcome of service.services.grantAwards({ scope, actor: 'test' })) {
    expect(outcome.kind).toBe('granted');
  }
  vi.setSystemTime(new Date('2026-11-21T09:00:00Z'));
  for await (const outcome of service.services.issueCredentials({ actor: 'test' })) {
    if (outcome.kind === 'issued') id = outcome.id;
  }
  personId = (await service.ports.store.readPeopleByEmail([EMAIL]))[0]?.id as PersonId;
});
afterAll(async () => {
  vi.useRealTimers();
  await service.stop();
});

/** What a reader sees of a page: its texts, without its head, its links and its scripts. */
async function seen(path: string): Promise<string> {
  const html = await (await service.get(path, { 'Accept-Language': 'fr' })).text();
  const main = html.slice(html.indexOf('<main'), html.indexOf('</main>'));
  return main.replace(/<(script|style)[\s\S]*?<\/\1>/g, '').replace(/<[^>]+>/g, ' ');
}

async function printed(path: string): Promise<string> {
  const pdf = await readPdf(new Uint8Array(await (await service.get(path)).arrayBuffer()));
  return wholeText(pdf);
}

/** The words of a card, which the test reads in its drawing. */
async function drawn(shape: 'wide' | 'square'): Promise<string> {
  const found = await service.services.readPublicCredential(id);
  if (found.kind !== 'found') throw new Error(found.kind);
  let svg = '';
  const toPng = async (drawing: string) => {
    svg = drawing;
    return new Uint8Array();
  };
  const pictures = makePictures({ rasteriser: { toPng }, ports: service.ports });
  const badge = { definition: definitionOf(service.ports.catalogue, found.award), issued: found };
  await pictures.cardPng(badge, { locale: 'fr', shape });
  return svg.replace(/<desc>.*?<\/desc>/, '').replace(/<[^>]+>/g, ' ');
}

/** What a text says of the holder, by the choices that govern it. */
function shownIn(text: string) {
  const plain = text.replace(/[\s\u00a0\u202f]+/gu, ' ');
  const has = (...some: readonly string[]) => some.some((one) => plain.includes(one));
  return {
    name: /Rosalba|Quincampoix/i.test(plain) ? 'full' : /\bR\. ?Q\./u.test(plain) ? 'initials' : 'none',
    title: has('RUPN engagée') ? 'feminine' : /RUPN engagé(?![·e])/u.test(plain) ? 'masculine' : 'inclusive',
    schools: SCHOOLS.filter((school) => has(school)),
    awarded: has('19 novembre 2026', '2026-11-19') ? 'day' : 'school year',
  };
}

const NAMES: readonly NameChoice[] = ['none', 'initials', 'full'];
const FORMS: readonly FormChoice[] = ['feminine', 'masculine', 'inclusive'];
const CHOICES = NAMES.flatMap((name) =>
  FORMS.flatMap((form) =>
    [false, true].flatMap((showSchools) =>
      [false, true].map((emailIdentifier) => ({ name, form, showSchools, emailIdentifier })),
    ),
  ),
);

describe('a choice about a badge', () => {
  it.each(CHOICES)(
    'shows the same everywhere: name $name, form $form, schools $showSchools, fingerprint $emailIdentifier',
    async (choice) => {
      const stated = { ...choice, visibility: 'public', hidden: false, words: 'fitting' } as const;
      await service.services.acceptCredential({ ...stated, schoolsConfirmed: true, id, actor: personId });
      const { name } = choice;
      const own = { personId, name, searchable: false, credentialIds: [id] };
      const profile = await service.services.savePublicProfile(own);
      const record = await service.services.makeBadgeRecord({ personId, name });
      const channels = {
        page: await seen(`/credentials/${id}`),
        paper: await printed(`/credentials/${id}.pdf`),
        card: await drawn('wide'),
        square: await drawn('square'),
        profile: await seen(`/profiles/${profile.id}`),
        record: await seen(`/records/${record.id}`),
        'record on paper': await printed(`/records/${record.id}.pdf`),
        signed: await (await service.get(`/credentials/${id}.json`)).text(),
        'signed record': await (await service.get(`/records/${record.id}.json`)).text(),
      };
      const expected = {
        name,
        title: name === 'full' ? choice.form : 'inclusive',
        schools: choice.showSchools ? SCHOOLS : [],
        awarded: name === 'none' ? 'school year' : 'day',
      };
      const shown = Object.entries(channels).map(([channel, text]) => [channel, shownIn(text)]);
      expect(Object.fromEntries(shown)).toEqual(
        Object.fromEntries(Object.keys(channels).map((channel) => [channel, expected])),
      );
    },
  );
});
