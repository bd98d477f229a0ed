import { MEDIA_TYPES, SUSPENSION } from '#open-badges/credential';
import { TILE_WIDTH, tilePath } from '#open-badges/transparency-log';
import { readNewestCheckpoint } from '../../application/badge-log/read.ts';
import type { CredentialId, ProfileId, RecordId } from '../../domain/ids.ts';
import { localDateInParis } from '../../domain/time/calendar.ts';
import { endorsementPath } from '../../issuing/addresses.ts';
import type { NodeContext } from '../../node.ts';
import { englishPath, pageFile } from './file-names.ts';

/** One file of the copy, and the request whose answer it contains. */
export interface SiteFile {
  /** A path of the service, with its query. */
  readonly address: string;
  /** A path inside the folder, with a slash before it. */
  readonly file: string;
  readonly accept?: string;
  /** 200, except for the page that reports a missing address. */
  readonly status?: 404;
  /** Whether the copy may lack this file because the service has no such answer: a revoked badge has no
   *  certificate, and a list without suspensions has no list of them. */
  readonly mayLack?: boolean;
  /** Whether it stays right when the service would give a newer one: the proof that a badge stands in the log of an
   *  earlier day. */
  readonly lasts?: boolean;
}

type Store = NodeContext['ports']['store'];

const LINKED_DATA = MEDIA_TYPES.ldJson;

/** A page in both languages. */
function page(path: string): readonly SiteFile[] {
  return [
    { address: path, file: pageFile(path) },
    { address: `${path}?lang=en`, file: pageFile(englishPath(path)) },
  ];
}

function asIs(path: string): SiteFile {
  return { address: path, file: path };
}

/** A file that exists in both languages. */
function drawn(path: string): readonly SiteFile[] {
  return [asIs(path), { address: `${path}?lang=en`, file: englishPath(path) }];
}

/** The JSON-LD document of a page. The service chooses by `Accept`; the copy has it in a file next to it. */
function documentOf(path: string): SiteFile {
  return { address: path, file: `${path}.json`, accept: LINKED_DATA };
}

const PAGES = [
  '/',
  '/badges',
  '/verify',
  '/help',
  '/privacy',
  '/legal',
  '/accessibility',
  '/site-map',
  '/issuer',
];
const FILES = [
  '/.well-known/did.json',
  '/.well-known/jwks.json',
  '/favicon.ico',
  '/favicon.svg',
  '/icon-180.png',
  '/icon-192.png',
  '/icon-512.png',
  '/robots.txt',
  '/site.webmanifest',
];
const FRAMEWORK = '/referentiel/rupn/v1';

/** All files that concern no person: pages, criteria, framework, keys, status lists. */
export async function commonFiles({ ports }: NodeContext): Promise<readonly SiteFile[]> {
  const { catalogue, keys, store, clock } = ports;
  const missions = [...catalogue.framework.missions.keys()].map((code) => `${FRAMEWORK}/missions/${code}`);
  const inForce = catalogue.criteriaInForce(localDateInParis(clock.now()));
  const trusted = keys.list().filter(({ state }) => state !== 'compromised');
  const lists = await store.readStatusLists();
  const schools = new Set((await store.readSchoolKeys()).map(({ uai }) => uai));
  return [
    ...PAGES.flatMap(page),
    ...drawn('/404.html').map((one) => ({ ...one, status: 404 as const })),
    documentOf('/issuer'),
    asIs('/issuer/ob2'),
    ...[FRAMEWORK, ...missions].flatMap((path) => [...page(path), documentOf(path)]),
    ...inForce.achievements.flatMap(({ code }) => [
      ...page(`/badges/${code}`),
      documentOf(`/badges/${code}`),
    ]),
    ...catalogue
      .versions()
      .flatMap(({ version, achievements }) =>
        achievements.flatMap(({ code }) => badgeFiles(`/badges/${code}/v${version}`)),
      ),
    ...(await endorsementFiles(store)),
    ...drawn('/preview.png'),
    ...FILES.map(asIs),
    ...trusted.map(({ kid }) => asIs(`/keys/${kid}`)),
    ...lists.flatMap(({ id }) => [
      asIs(`/status/${id}`),
      { ...asIs(`/status/${id}${SUSPENSION}`), mayLack: true },
    ]),
    // A school whose only key was compromised has no key to show.
    ...[...schools].map((uai) => ({ ...asIs(`/schools/${uai}/did.json`), mayLack: true })),
    ...(await logFiles(ports)),
  ];
}

/** Endorsements of our badges by other bodies, with the very bytes that they signed. An endorsement that is
 *  not shown has no file. */
async function endorsementFiles({ readAchievementEndorsements }: Store): Promise<readonly SiteFile[]> {
  const all = await readAchievementEndorsements();
  return all.map((one) => ({ ...asIs(endorsementPath(one)), mayLack: true }));
}

/** The log of badges with all its tiles, which a plain server gives at the same addresses (C2SP tlog-tiles). */
async function logFiles(ports: NodeContext['ports']): Promise<readonly SiteFile[]> {
  const last = await readNewestCheckpoint(ports);
  const size = last?.size ?? 0;
  const tiles: string[] = [];
  for (let level = 0, hashes = size; hashes > 0; level += 1, hashes = Math.floor(hashes / TILE_WIDTH)) {
    for (let number = 0; number * TILE_WIDTH < hashes; number += 1) {
      const width = Math.min(TILE_WIDTH, hashes - number * TILE_WIDTH);
      tiles.push(tilePath({ level, number, width }));
      if (level === 0) tiles.push(tilePath({ level: undefined, number, width }));
    }
  }
  return [
    ...page('/log'),
    ...['checkpoint', 'checkpoints'].map((name) => ({ ...asIs(`/log/${name}`), mayLack: true })),
    ...tiles.map((path) => asIs(`/log/tile/${path}`)),
  ];
}

/** A badge in one version of the criteria. Each language has its own address and document. English may lack. */
function badgeFiles(path: string): readonly SiteFile[] {
  return [
    { address: path, file: pageFile(path) },
    { address: `${path}/en`, file: pageFile(`${path}/en`), mayLack: true },
    documentOf(path),
    { ...documentOf(`${path}/en`), mayLack: true },
    asIs(`${path}/ob2`),
    ...drawn(`${path}/image.svg`),
    asIs(`${path}/image.png`),
    ...drawn(`${path}/preview.png`),
  ];
}

/** The badge of a holder who shows it: its page, its files, its pictures. The square card is left out: only its
 *  holder's space, which ends with the service, offers it. */
export function credentialFiles(id: CredentialId): readonly SiteFile[] {
  const path = `/credentials/${id}`;
  return [
    ...page(path),
    ...['json', 'jws', 'png', 'svg'].map((form) => asIs(`${path}.${form}`)),
    // This file exists only if the holder chose to be found by their e-mail address.
    { ...asIs(`${path}/ob2`), mayLack: true },
    ...drawn(`${path}.pdf`).map((one) => ({ ...one, mayLack: true })),
    { ...asIs(`${path}.tlog-proof`), mayLack: true, lasts: true },
    ...['qr.svg', 'qr.png', 'image.svg', 'image.png'].map((name) => asIs(`${path}/${name}`)),
    ...drawn(`${path}/preview.png`),
    ...page(`${path}/easy`),
    ...page(`${path}/embed`),
  ];
}

/** A person's record of badges: its page and its files. They are missing where the record has no badge to
 *  show. */
export function recordFiles(id: RecordId): readonly SiteFile[] {
  const path = `/records/${id}`;
  return [
    ...page(path),
    ...['json', 'jws', 'png', 'svg'].map((form) => asIs(`${path}.${form}`)),
    ...drawn(`${path}.pdf`),
    ...['qr.svg', 'qr.png'].map((name) => asIs(`${path}/${name}`)),
  ].map((one) => ({ ...one, mayLack: true }));
}

/** A person's public page. It is missing where it has no badge to show. */
export function profileFiles(id: ProfileId): readonly SiteFile[] {
  const path = `/profiles/${id}`;
  return [...page(path), asIs(`${path}/qr.svg`)].map((one) => ({ ...one, mayLack: true }));
}
