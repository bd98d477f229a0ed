import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openNodeContext } from '../../src/node.ts';
import { copySite } from '../../src/standards/static-export/run.ts';
import { jalon } from '../support/command-line.ts';
import { type CopiedFixture, makeCopiedFixture } from '../support/fixtures/copied-service.ts';

let fixture: CopiedFixture;
beforeAll(async () => {
  fixture = await makeCopiedFixture();
});
afterAll(() => fixture.remove());

const place = () => dirname(fixture.folder);
const again = (environment: Readonly<Record<string, string>> = {}, killWhen?: () => boolean) =>
  jalon(['export-static', fixture.folder, '--json'], {
    environment: { ...fixture.service.environment, ...environment },
    ...(killWhen && { killWhen }),
  });
/** All files in a folder and below, by their paths in it. */
const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(folder, name)).isFile())
    .toSorted();
/** Each file by its place on the disk, which only a new file changes. */
const inodes = (folder = fixture.folder) =>
  new Map(filesIn(folder).map((name) => [name, statSync(join(folder, name)).ino]));
const digests = (folder = fixture.folder) =>
  filesIn(folder).map((name) => [
    name,
    createHash('sha256')
      .update(readFileSync(join(folder, name)))
      .digest('hex'),
  ]);
/** The files about one badge. */
const about = (id: string, files: ReadonlyMap<string, number>) =>
  new Map([...files].filter(([name]) => name.includes(id)));
const notes = () => readdirSync(place()).filter((name) => name.includes('.jalon-note-'));
/** The unfinished copies next to the folder. */
const unfinished = () => readdirSync(place()).filter((name) => name.startsWith('.jalon-tmp-'));
const notedIn = (name: string) => {
  const note = join(place(), name, 'note');
  return existsSync(note) ? readFileSync(note, 'utf8').split('\n').filter(Boolean).length : 0;
};

describe('a second copy into the same folder', () => {
  it('keeps every file of badges and profiles where nothing changed, and writes the lists signed again', async () => {
    const before = inodes();
    const { code, lines } = await again();
    expect(code).toBe(0);
    const after = inodes();
    expect([...after.keys()]).toEqual([...before.keys()]);
    const changed = [...after].filter(([name, inode]) => before.get(name) !== inode).map(([name]) => name);
    expect(changed.filter((name) => /^(credentials|profiles)\//.test(name))).toEqual([]);
    expect(lines[0]).toMatchObject({ kind: 'copied', files: expect.any(Number), badges: 2, profiles: 1 });
    expect(Number(lines[0]?.['written'])).toBeLessThan(10);
    expect([notes().length, unfinished().length]).toEqual([1, 0]);
  });

  it('draws a badge that was revoked since, and no other', async () => {
    const { badges, service } = fixture;
    const before = inodes();
    const list = readFileSync(join(fixture.folder, statusFile()), 'utf8');
    await service.services.acceptCredential({
      ...{ actor: 'test', name: 'full', visibility: 'public' },
      id: badges.waiting.id,
    });
    expect((await again()).lines[0]).toMatchObject({ badges: 3 });
    await service.services.revokeCredential({ id: badges.waiting.id, actor: 'test', reason: 'Deux fois' });
    expect((await again()).code).toBe(0);
    const after = inodes();
    const { id } = badges.waiting;
    expect(readFileSync(join(fixture.folder, `credentials/${id}/index.html`), 'utf8')).toContain('Deux fois');
    expect(existsSync(join(fixture.folder, `credentials/${id}.pdf`))).toBe(false);
    expect(readFileSync(join(fixture.folder, statusFile()), 'utf8')).not.toBe(list);
    expect(about(badges.shown.id, after)).toEqual(about(badges.shown.id, before));
  });

  it('says next to the folder what it knows, readable by its owner alone, and lists no address', () => {
    const [note = ''] = notes();
    expect(statSync(join(place(), note)).mode & 0o077).toBe(0);
    const text = readFileSync(join(place(), note), 'utf8');
    expect(text.split('\n').filter(Boolean)).toHaveLength(4);
    const ids = Object.values(fixture.badges).map(({ id }) => id);
    for (const id of ids) expect(text).not.toContain(id);
    expect(filesIn(fixture.folder).filter((name) => name.includes('note'))).toEqual([]);
  });

  it('writes again what another hand changed or removed', async () => {
    const { id } = fixture.badges.shown;
    const page = join(fixture.folder, `credentials/${id}/index.html`);
    const whole = readFileSync(page, 'utf8');
    const longer = join(fixture.folder, `credentials/${id}.jws`);
    const jws = readFileSync(longer, 'utf8');
    writeFileSync(page, whole.replace('Claire', 'Marie').replace('claire', 'marie'));
    rmSync(longer);
    expect((await again()).code).toBe(0);
    expect(readFileSync(page, 'utf8')).toContain('claire Dupont');
    expect(readFileSync(longer, 'utf8')).toBe(jws);
  });

  it('draws everything again under other settings', async () => {
    expect((await again({ ISSUER_NAME: 'DANE de Nouvelle-Ville' })).code).toBe(0);
    for (const { id } of [fixture.badges.shown, fixture.badges.revoked]) {
      const page = readFileSync(join(fixture.folder, `credentials/${id}/index.html`), 'utf8');
      expect(page).toContain('Nouvelle-Ville');
    }
  });
});

describe('a copy that is killed', () => {
  it('leaves the folder as it was, and the next one goes on from what was drawn', async () => {
    const before = digests();
    const environment = { ISSUER_NAME: 'DANE de Ville-Rive' };
    const isHalf = () => unfinished().some((name) => notedIn(name) > 0);
    const killed = await again(environment, isHalf);
    expect([killed.code, killed.lines]).toEqual([null, []]);
    expect(digests()).toEqual(before);
    const [left = ''] = unfinished();
    const drawn = inodes(join(place(), left, 'site'));
    expect(statSync(join(place(), left)).mode & 0o077).toBe(0);

    expect((await again(environment)).code).toBe(0);
    const after = inodes();
    const same = [...after].filter(([name, inode]) => drawn.get(name) === inode).map(([name]) => name);
    expect(same.filter((name) => name.endsWith('.pdf') || name.endsWith('.html')).length).toBeGreaterThan(5);
    expect(readFileSync(join(fixture.folder, 'index.html'), 'utf8')).toContain('Ville-Rive');
    expect([notes().length, unfinished()]).toEqual([1, []]);
  });

  it('between two names gives the folder back at the next start, even one that fails', async () => {
    const before = digests();
    renameSync(fixture.folder, join(place(), `.${basename(fixture.folder)}.jalon-before`));
    const failed = await again({ KEYS_DIR: join(place(), 'no-keys') });
    expect(failed.code).toBe(3);
    expect(digests()).toEqual(before);
    expect(statSync(fixture.folder).mode & 0o055).toBe(0o055);
  });
});

describe('a copy that is overtaken', () => {
  it('has in its lists, made again by the same command, what was revoked in the meantime', async () => {
    const { badges, service } = fixture;
    const context = await openNodeContext(service.environment, { asCopy: true });
    const beside = mkdtempSync(join(tmpdir(), 'jalon-copy-'));
    const listAfter = async (name: string) => {
      const folder = join(beside, name);
      await copySite(context, { folder, onProgress: () => {} });
      return readFileSync(join(folder, statusFile()), 'utf8');
    };
    const first = await listAfter('first');
    await service.services.revokeCredential({ id: badges.shown.id, actor: 'test', reason: 'Erreur' });
    const second = await listAfter('second');
    await context.close();
    rmSync(beside, { recursive: true });
    const bitsOf = (list: string) => JSON.parse(list).credentialSubject.encodedList;
    expect(bitsOf(second)).not.toBe(bitsOf(first));
  });
});

describe('what is public no more', () => {
  it('leaves nothing in the folder, nor next to it', async () => {
    const { badges, service } = fixture;
    await service.services.erasePerson({ email: 'claire@ac-test.example', actor: 'test' });
    await service.services.hideCredential({ id: badges.revoked.id, actor: 'test' });
    expect((await again()).lines[0]).toMatchObject({ badges: 1, profiles: 0 });
    const bytes = filesIn(place()).map((name) => [name, readFileSync(join(place(), name), 'latin1')]);
    const gone = [badges.shown.id, badges.revoked.id, fixture.profilePath, 'claire Dupont', 'denis Dupont'];
    for (const word of gone) {
      const found = bytes.filter(([name, text]) => name?.includes(word) || text?.includes(word));
      expect(found.map(([name]) => name)).toEqual([]);
    }
    expect(readdirSync(place()).toSorted()).toEqual([...notes(), basename(fixture.folder)].toSorted());
  });
});

function statusFile(): string {
  const [name = ''] = readdirSync(join(fixture.folder, 'status'));
  return `status/${name}`;
}
