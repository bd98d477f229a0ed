import { definitionOf } from '../../src/adapters/http/public/credential/definition.ts';
import { makePictures } from '../../src/adapters/http/public/credential/pictures.ts';
import type { CredentialId } from '../../src/domain/ids.ts';
import { extractFromPdf } from '../../src/open-badges/baking/extract-from-pdf.ts';
import { readPdf, wholeText } from '../papers/read-pdf.ts';
import { TEST_ORIGIN, type TestService } from './servers/service.ts';

export interface PublishedBadge {
  readonly service: TestService;
  readonly id: CredentialId;
  readonly profile?: string | undefined;
  readonly record?: string | undefined;
}

/** Every channel by which a stranger reads of a badge, as text: its headers and all its content. */
export async function readChannels({
  service,
  id,
  profile,
  record,
}: PublishedBadge): Promise<ReadonlyMap<string, string>> {
  const own = `/credentials/${id}`;
  const url = encodeURIComponent(`${TEST_ORIGIN}${own}`);
  const documents = await read(service, `${own}.json`);
  const found: [string, string][] = [
    ['page', (await read(service, own)) + (await read(service, `${own}?lang=en`))],
    [
      'page in plain language',
      (await read(service, `${own}/easy`)) + (await read(service, `${own}/easy?lang=en`)),
    ],
    ['signed JSON', documents],
    ['signed JWS', await readJws(service, `${own}.jws`)],
    [
      'image or card with the badge inside (PNG, SVG)',
      (await read(service, `${own}.png`)) +
        (await read(service, `${own}.svg`)) +
        (await read(service, `${own}/preview.png`)) +
        (await read(service, `${own}/card-square.png`)),
    ],
    ['image without it', await read(service, `${own}/image.svg`)],
    [
      'certificate (PDF)',
      (await readCertificate(service, `${own}.pdf`)) + (await readCertificate(service, `${own}.pdf?lang=en`)),
    ],
    ['words drawn on the cards', await drawCards(service, id)],
    ['frame for other pages', await read(service, `${own}/embed`)],
    ['oEmbed', await read(service, `/oembed?format=json&url=${url}`)],
    ['Open Badges 2.0', await read(service, `${own}/ob2`)],
    ['QR code', await read(service, `${own}/qr.svg`)],
    ['answer of the verification', await verify(service, documents)],
    [
      'public log',
      (await read(service, '/log')) +
        (await read(service, '/log/checkpoint')) +
        (await read(service, `${own}.tlog-proof`)) +
        (await read(service, '/log/tile/entries/000')),
    ],
    [
      'catalogue, issuer, robots.txt',
      (await read(service, '/badges')) +
        (await read(service, '/issuer')) +
        (await read(service, '/robots.txt')) +
        (await read(service, '/sitemap.xml')),
    ],
  ];
  if (profile) found.push(['public profile', await read(service, `/profiles/${profile}`)]);
  if (record) {
    const forms = ['', '.json', '.png'].map((form) => read(service, `/records/${record}${form}`));
    found.push([
      'record of badges',
      (await Promise.all([...forms, readJws(service, `/records/${record}.jws`)])).join('\n'),
    ]);
  }
  return new Map(found);
}

async function read({ get }: TestService, path: string): Promise<string> {
  const answer = await get(path, { 'Accept-Language': 'fr' });
  return withHeaders(answer, Buffer.from(await answer.arrayBuffer()).toString('utf8'));
}

function withHeaders({ headers }: Response, text: string): string {
  return `${[...headers].map((pair) => pair.join(': ')).join('\n')}\n\n${text}\n`;
}

/** The payload of a JWS, which no one sees in its bytes. */
async function readJws({ get }: TestService, path: string): Promise<string> {
  const answer = await get(path);
  const [, payload = ''] = (await answer.text()).split('.');
  return withHeaders(answer, Buffer.from(payload, 'base64url').toString('utf8'));
}

async function readCertificate({ get }: TestService, path: string): Promise<string> {
  const answer = await get(path);
  const bytes = new Uint8Array(await answer.arrayBuffer());
  if (answer.status !== 200) return withHeaders(answer, Buffer.from(bytes).toString('utf8'));
  const pdf = await readPdf(bytes);
  const attached = await extractFromPdf(bytes);
  return withHeaders(answer, [pdf.title, pdf.xmp, wholeText(pdf), ...attached].join('\n'));
}

/** The cards as drawings, in which the words can be read. */
async function drawCards({ ports, services }: TestService, id: CredentialId): Promise<string> {
  const found = await services.readPublicCredential(id);
  if (found.kind !== 'found') return '';
  let drawn = '';
  const rasteriser = {
    toPng: async (svg: string) => {
      drawn += svg;
      return new Uint8Array();
    },
  };
  const pictures = makePictures({ rasteriser: rasteriser as never, ports });
  const badge = { definition: definitionOf(ports.catalogue, found.award), issued: found };
  for (const locale of ['fr', 'en'] as const) {
    for (const shape of ['wide', 'square'] as const) await pictures.cardPng(badge, { locale, shape });
  }
  return drawn.replace(/<[^>]+>/g, ' ');
}

/** The report that anybody gets of the signed badge, with the words that the page shows. */
async function verify({ app }: TestService, document: string): Promise<string> {
  const body = new FormData();
  body.append('credential', document.slice(document.indexOf('\n\n') + 2).trim());
  const answer = await app.request(`${TEST_ORIGIN}/verify`, {
    method: 'POST',
    body,
    headers: { 'Accept-Language': 'fr' },
  });
  return withHeaders(answer, await answer.text());
}
