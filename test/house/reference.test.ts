import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { REFERENCE_PARTS } from '../../src/domain/engagement/reference-text.ts';
import { ACCESS } from '../access/access-table.ts';
import { ROOT } from '../support/command-line.ts';
import { startTestService, type TestService } from '../support/service.ts';

interface Item {
  readonly code: string;
}

const data = JSON.parse(readFileSync(join(ROOT, 'data/dijon/framework.json'), 'utf8')) as {
  readonly missions: readonly Item[];
  readonly organisation: readonly Item[];
  readonly companion: Item;
} & Readonly<Record<(typeof REFERENCE_PARTS)[number], readonly Item[]>>;
const ofText = REFERENCE_PARTS.flatMap((part) => data[part].map(({ code }) => code));
const ITEMS = [
  ...[...data.missions, ...data.organisation, data.companion].map(({ code }) => code),
  ...ofText,
];

/** The addresses of each item in the page's tables. */
function servedAt(page: string): ReadonlyMap<string, readonly string[]> {
  const rows = page.matchAll(/^\| ([A-Z]\d+) \|[^|]*\|([^|]*)\|$/gm);
  return new Map(
    Array.from(rows, ([, code = '', cell = '']) => [
      code,
      Array.from(cell.matchAll(/`([^`]+)`/g), ([, address = '']) => address),
    ]),
  );
}

const served = servedAt(readFileSync(join(ROOT, 'docs/reference.md'), 'utf8'));
const addresses = [...new Set([...served.values()].flat())];
const isBehindSignIn = (address: string) => /^\/(my|school|dane|procedure-sheets)\b/.test(address);

let service: TestService;
beforeAll(async () => {
  service = await startTestService();
});
afterAll(() => service.stop());

describe('docs/reference.md', () => {
  it('has a line for every item of the reference text, and for no other', () => {
    expect([...served.keys()].toSorted()).toEqual(ITEMS.toSorted());
    expect(new Set(ITEMS).size).toBe(ITEMS.length);
  });

  it('has an address for every item', () => {
    expect([...served].filter(([, all]) => all.length === 0)).toEqual([]);
  });

  it.each(addresses.filter(isBehindSignIn))('%s is in the access table and asks to sign in', (address) => {
    expect(ACCESS).toHaveProperty([`GET ${address}`]);
    expect(ACCESS[`GET ${address}`]).not.toBe('public');
  });

  it.each(addresses.filter((address) => !isBehindSignIn(address)))('%s answers anyone', async (address) => {
    expect((await service.get(address)).status).toBe(200);
  });

  it('would be reported where it has no address', () => {
    expect(servedAt('| Z1 | nothing | nowhere |').get('Z1')).toEqual([]);
  });
});

describe('the items of the reference text', () => {
  it('all stand on the framework page, each at its own place', async () => {
    const page = await (await service.get('/referentiel/rupn/v1')).text();
    for (const code of ofText) expect(page).toContain(`<li id="${code}">`);
    expect(page.replace(/[\s\u00a0\u202f]/g, ' ')).toContain('de 1 250 € à 3 750 €');
    expect(page).toContain('Organisation proposée');
  });
});
