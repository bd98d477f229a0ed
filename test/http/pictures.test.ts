import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { definitionOf } from '../../src/adapters/http/public/credential/definition.ts';
import { makePictures } from '../../src/adapters/http/public/credential/pictures.ts';
import { makeNodeRasteriser } from '../../src/adapters/rasterizer/resvg.node.ts';
import { REVOKED } from '../../src/drawings/palette.ts';
import { extractFromPng } from '../../src/open-badges/baking/bake-png.ts';
import { extractFromSvg } from '../../src/open-badges/baking/bake-svg.ts';
import { ANY, fr, like } from '../support/fr.ts';
import {
  type IssuedBadge,
  issueEverything,
  ONE_RUPN,
  startTestService,
  TEST_ORIGIN,
  type TestService,
} from '../support/servers/service.ts';

let service: TestService;
/** Two people with the same years and families. */
let badges: readonly IssuedBadge[];
let claire: IssuedBadge;

const LEON = 'leon.petit@ac-test.example';
const TWO_RUPN = {
  ...ONE_RUPN,
  'personnes.csv': `${ONE_RUPN['personnes.csv']}${LEON};Léon;Petit\n`,
  'engagements.csv': `${ONE_RUPN['engagements.csv']}SEG-2;${LEON};0210001M;01/09/2023;31/08/2024;A1|A2|B1;;confirmee\n`,
};

beforeAll(async () => {
  service = await startTestService();
  await service.importText(TWO_RUPN);
  badges = await issueEverything(service);
  const holders = await Promise.all(badges.map(({ id }) => holderOf(id)));
  claire = badges[holders.indexOf('Claire')] as IssuedBadge;
  for (const { id } of badges) await service.services.acceptCredential({ id, actor: 'test' });
});
afterAll(() => service.stop());

async function holderOf(id: IssuedBadge['id']): Promise<string | undefined> {
  const found = await service.ports.store.readCredential(id);
  const { recipient } = found?.award ?? {};
  if (recipient?.kind !== 'person') return undefined;
  return (await service.ports.store.readPeople([recipient.personId]))[0]?.givenName;
}

const text = async (path: string) => (await service.get(path)).text();
const bytes = async (path: string) => new Uint8Array(await (await service.get(path)).arrayBuffer());
const described = (svg: string) => /<desc>(.*?)<\/desc>/.exec(svg)?.[1];

/** The drawing of the card, before it became a PNG. */
async function cardSvg(): Promise<string> {
  const drawn: string[] = [];
  const real = makeNodeRasteriser();
  const rasteriser = {
    toPng: (svg: string, width: number) => {
      drawn.push(svg);
      return real.toPng(svg, width);
    },
  };
  const issued = await service.ports.store.readCredential(claire.id);
  if (!issued?.credential) throw new Error('no badge');
  const { award, credential } = issued;
  const definition = definitionOf(service.ports.catalogue, award);
  const pictures = makePictures({ ports: service.ports, rasteriser });
  await pictures.cardPng({ definition, issued: { award, credential } }, { locale: 'fr' });
  return drawn[0] ?? '';
}

describe('the picture of an issued badge', () => {
  it('names in words the lit families and the marked years', async () => {
    const texts = described(await text(`${claire.path}/image.svg`));
    expect(texts).toContain('sur une plaque à six côtés, une seule grande pierre.');
    expect(texts).toContain('Accompagner l&#39;équipe éducative et Conseiller le chef d&#39;établissement.');
    expect(texts).toContain('2023-2024.');
    expect(texts).not.toContain('Claire');
    expect(await text(claire.path)).toContain('Années scolaires marquées sur le chemin : 2023-2024.');
  });

  it('differs from another person’s with the same years and families, and from the emblem', async () => {
    const drawn = await Promise.all(badges.map(({ path }) => text(`${path}/image.svg`)));
    const emblem = await text('/badges/RUPN-ENG/v1/image.svg');
    expect(badges).toHaveLength(2);
    expect(new Set([...drawn, emblem]).size).toBe(3);
    expect(described(drawn[0] ?? '')).toBe(described(drawn[1] ?? ''));
  });

  it('is simpler where a page asks for a small one', async () => {
    const whole = await text(`${claire.path}/image.svg`);
    const small = await text(`${claire.path}/image.svg?size=56`);
    expect(small).toContain('width="56"');
    expect(small.length).toBeLessThan(whole.length / 2);
    for (const size of ['-1', '0', 'x', '99999', '1e2']) {
      expect(await text(`${claire.path}/image.svg?size=${size}`)).toBe(whole);
    }
  });

  it('is an outline in lists of badges that are not earned yet', async () => {
    expect(await text('/badges/RUPN-ENG/v1/image.svg?state=unearned')).not.toMatch(/fill="#/);
  });
});

describe('the card of an issued badge', () => {
  it('has three figures, and the name only if its holder shows it', async () => {
    const nameless = await cardSvg();
    expect(nameless).not.toContain('Claire');
    expect(nameless).toMatch(/>1<\/text>.*>année.*>2<\/text>.*>familles/);
    await service.services.acceptCredential({ id: claire.id, actor: 'test', name: 'full' });
    expect(await cardSvg()).toContain('>Claire Dupont</text>');
    await service.services.acceptCredential({ id: claire.id, actor: 'test', name: 'none' });
    expect(await cardSvg()).not.toContain('Claire');
  });

  it('says what the title means in the form of its holder, and where anyone can verify it', async () => {
    const { mission } = fr.publicLabels.card;
    await service.services.acceptCredential({ id: claire.id, actor: 'test', name: 'full', form: 'feminine' });
    const card = await cardSvg();
    expect(mission('feminine')).toBe('Référente numérique de son établissement');
    expect(card).toContain(`>${mission('feminine')}</text>`);
    expect(card).toContain(`>${new URL(TEST_ORIGIN).host}${claire.path}</text>`);
    await service.services.acceptCredential({
      id: claire.id,
      actor: 'test',
      name: 'full',
      form: 'masculine',
    });
    expect(await cardSvg()).toContain('>Référent numérique de son établissement</text>');
    // A nameless card names the mission, so that it tells no gender.
    await service.services.acceptCredential({ id: claire.id, actor: 'test', name: 'none', form: 'feminine' });
    expect(described(await cardSvg())).toContain('Mission de référent numérique en établissement');
  });

  it('is also square, for the networks that prefer this', async () => {
    const { width, height } = PNG.sync.read(Buffer.from(await bytes(`${claire.path}/card-square.png`)));
    expect([width, height]).toEqual([1080, 1080]);
  });

  it('has next to it the badge alone, small enough for a mail', async () => {
    const small = Buffer.from(await bytes(`${claire.path}/image.png`));
    const { width, height } = PNG.sync.read(small);
    expect([width, height]).toEqual([128, 128]);
    expect(small.length).toBeLessThan(20_000);
    expect(small.includes('openbadgecredential')).toBe(false);
  });
});

describe('the site', () => {
  it('has an icon of its own in the forms that browsers ask for', async () => {
    expect(await text('/favicon.svg')).toContain('viewBox="0 0 512 512"');
    const ico = await bytes('/favicon.ico');
    expect([...ico.subarray(0, 8)]).toEqual([0, 0, 1, 0, 1, 0, 32, 32]);
    expect(PNG.sync.read(Buffer.from(ico.subarray(22)))).toMatchObject({ width: 32, height: 32 });
    const { icons } = JSON.parse(await text('/site.webmanifest'));
    for (const { src } of icons) expect((await service.get(src)).status).toBe(200);
    expect((await service.get('/icon-4096.png')).status).toBe(404);
    const page = await text('/');
    for (const href of ['/favicon.ico', '/favicon.svg', '/icon-180.png', '/site.webmanifest']) {
      expect(page).toContain(`href="${href}"`);
      expect((await service.get(href)).status).toBe(200);
    }
  });

  it('keeps search engines out of the spaces behind the sign-in only', async () => {
    const robots = await text('/robots.txt');
    expect(robots).toMatch(/^Disallow: \/my\/$/m);
    expect(robots).not.toMatch(/Disallow: \/(credentials|badges)?$/m);
  });
  it('says in security.txt, by RFC 9116, where a flaw is reported, and until when that holds', async () => {
    const answer = await service.get('/.well-known/security.txt');
    expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    const fields = Object.fromEntries(
      (await answer.text())
        .trim()
        .split('\n')
        .map((line) => line.split(/: (.*)/)),
    );
    const { Contact, Expires, Canonical } = fields;
    expect(Contact).toBe(`mailto:${service.ports.issuer.email}`);
    expect(Canonical).toBe(`${TEST_ORIGIN}/.well-known/security.txt`);
    const days = (Date.parse(Expires ?? '') - Date.parse(service.ports.clock.now())) / 86_400_000;
    expect(days).toBeGreaterThan(30);
    expect(days).toBeLessThan(365);
  });
});

// This comes last, because it cannot be undone.
describe('a revoked badge', () => {
  it('is marked in every picture and link, and its signed bytes stay unchanged', async () => {
    const signed = await text(`${claire.path}.json`);
    const before = await bytes(`${claire.path}.png`);
    expect(await text(`${claire.path}/image.svg`)).not.toContain(REVOKED);
    await service.services.revokeCredential({ id: claire.id, reason: 'Erreur', actor: 'test' });
    for (const path of ['/image.svg', '/image.svg?size=56', '.svg']) {
      const svg = await text(`${claire.path}${path}`);
      expect(svg).toContain(REVOKED);
      expect(described(svg)).toContain('En travers, un bandeau : révoqué le ');
    }
    const png = await bytes(`${claire.path}.png`);
    expect(Buffer.compare(png, before)).not.toBe(0);
    expect((await extractFromPng(png))?.text).toBe(signed);
    expect(extractFromSvg(await text(`${claire.path}.svg`))?.text).toBe(signed);
    const card = await cardSvg();
    expect(card).toContain(REVOKED);
    expect(card).toMatch(like(fr.publicLabels.card.revoked(ANY)));
    expect(card).not.toContain('familles');
    const oembed = `/oembed?${new URLSearchParams({ url: `${TEST_ORIGIN}${claire.path}` })}`;
    expect(JSON.parse(await text(oembed)).title).toMatch(/^RUPN engagé·e \(révoqué le \d/);
    const page = await text(claire.path);
    expect(page).toContain(`href="${TEST_ORIGIN}${claire.path}.json" download`);
    expect(page).not.toContain(`${claire.path}.png" download`);
  });
});

describe('a picture in two widths', () => {
  it('is drawn in each, in any order of the requests', async () => {
    const pictures = makePictures({ rasteriser: makeNodeRasteriser(), ports: service.ports });
    const svg = await text(`${claire.path}/image.svg`);
    const widthOf = (png: Uint8Array) => PNG.sync.read(Buffer.from(png)).width;
    expect(widthOf(await pictures.recordPng(svg))).toBe(1080);
    expect(widthOf(await pictures.badgePng(svg))).toBe(600);
  });
});
