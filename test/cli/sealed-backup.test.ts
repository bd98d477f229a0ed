import {
  createReadStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  makeIdentity,
  openWith,
  parseIdentities,
  parseRecipient,
  sealFor,
} from '../../src/adapters/backup-encryption/age.node.ts';
import { packFiles } from '../../src/adapters/backup-encryption/tar.node.ts';
import { makeSmallDisk } from '../reliability/small-disk.ts';
import { jalon, ROOT } from '../support/command-line.ts';
import {
  type IssuedBadge,
  startTestService,
  startWithOneBadge,
  type TestService,
} from '../support/servers/service.ts';

const VECTORS = join(ROOT, 'test/vectors/age');

async function* inChunks(bytes: Uint8Array, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

const gather = async (source: AsyncIterable<Uint8Array>) => Buffer.concat(await Array.fromAsync(source));

const identity = await makeIdentity();
const recipient = parseRecipient(identity.recipient);
const identities = parseIdentities(identity.file);

describe('a file of age', () => {
  it('is read where the program age made it', async () => {
    const keys = parseIdentities(readFileSync(join(VECTORS, 'identity.txt'), 'utf8'));
    const opened = await gather(openWith(keys, createReadStream(join(VECTORS, 'sealed-by-age.age'))));
    expect(opened.toString()).toBe('Un jalon, lu par un autre programme.\n');
  });

  it.each([0, 1, 65_535, 65_536, 65_537, 200_000])(
    'brings %i bytes back, however they come',
    async (size) => {
      if (!recipient) throw new Error('no recipient');
      const bytes = Buffer.from(Array.from({ length: size }, (_, at) => (at * 7) % 251));
      const sealed = await gather(sealFor(recipient, inChunks(bytes, 1000)));
      expect((await gather(openWith(identities, inChunks(sealed, 333)))).equals(bytes)).toBe(true);
    },
  );

  it('is refused by its name where it is cut, changed, for someone else, or something else', async () => {
    if (!recipient) throw new Error('no recipient');
    const sealed = await gather(sealFor(recipient, inChunks(Buffer.alloc(200_000, 1), 4096)));
    const reasonOf = (bytes: Buffer, keys = identities) =>
      gather(openWith(keys, inChunks(bytes, 4096))).catch(({ name, reason }) => [name, reason]);
    const header = sealed.indexOf('\n--- ');
    for (const length of [0, 10, 22, 150, header + 10, header + 60, 200, 500, 66_000, 199_000]) {
      expect(await reasonOf(sealed.subarray(0, length)), `${length} bytes`).toEqual(['AgeError', 'cut']);
    }
    for (const left of [1, 16, 4500]) {
      expect(await reasonOf(sealed.subarray(0, sealed.length - left))).toEqual(['AgeError', 'cut']);
    }
    for (const at of [header + 10, 250, 66_000, 140_000]) {
      const changed = Buffer.from(sealed);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(await reasonOf(changed), `byte ${at}`).toEqual(['AgeError', 'damaged']);
    }
    const other = parseIdentities((await makeIdentity()).file);
    expect(await reasonOf(sealed, other)).toEqual(['AgeError', 'other-recipient']);
    expect(await reasonOf(Buffer.from('SQLite format 3'))).toEqual(['AgeError', 'not-age']);
  });

  it('is refused where a single byte of it was changed, in any part', async () => {
    if (!recipient) throw new Error('no recipient');
    const sealed = await gather(sealFor(recipient, inChunks(Buffer.alloc(70_000, 1), 4096)));
    for (const at of [30, 100, 180, 250, 66_000, sealed.length - 1]) {
      const changed = Buffer.from(sealed);
      changed[at] = (changed[at] ?? 0) ^ 1;
      const opened = gather(openWith(identities, inChunks(changed, 4096)));
      await expect(opened).rejects.toMatchObject({ name: 'AgeError' });
    }
  });
});

/** The recipient that stands in a file of an identity. */
const recipientOf = (file: string) => /age1\w+/.exec(readFileSync(file, 'utf8'))?.[0] ?? '';

describe('the drill: a machine is lost, and its sealed backup is there', () => {
  let service: TestService;
  let badge: IssuedBadge;
  let away = '';
  beforeAll(async () => {
    ({ service, badge } = await startWithOneBadge());
    away = mkdtempSync(join(tmpdir(), 'jalon-away-'));
  });
  afterAll(async () => {
    await service.stop();
    rmSync(away, { recursive: true, force: true });
  });

  it('brings back badges that verify and keys that sign, to whoever holds the identity', async () => {
    const { id, path } = badge;
    const { environment } = service;
    const file = join(away, 'night.age');
    const made = await jalon(['backup', '--new-identity', join(away, 'identity.txt'), '--json'], {
      environment,
    });
    const to = String(made.lines[0]?.['recipient']);
    expect(statSync(join(away, 'identity.txt')).mode & 0o777).toBe(0o600);
    const sealed = await jalon(['backup', '--with-keys', '--recipient', to, file, '--json'], { environment });
    const { size } = statSync(file);
    expect(sealed.lines[0]).toMatchObject({ kind: 'backup', hasDatabase: true, keys: 2, bytes: size });
    // A database is mostly text, and its pages are never full.
    expect(size).toBeLessThan(statSync((environment['DATABASE_URL'] ?? '').replace('sqlite:', '')).size / 2);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readFileSync(file).includes('SQLite format')).toBe(false);
    expect(readdirSync(away).sort()).toEqual(['identity.txt', 'night.age']);

    const elsewhere = {
      ...environment,
      DATABASE_URL: `sqlite:${join(away, 'new/jalon.db')}`,
      KEYS_DIR: join(away, 'new/keys'),
    };
    const wrong = join(away, 'wrong.txt');
    writeFileSync(wrong, (await makeIdentity()).file);
    const refused = await jalon(['restore', '--identity', wrong, file], { environment: elsewhere });
    expect([refused.code, existsSync(join(away, 'new/jalon.db'))]).toEqual([1, false]);
    expect(refused.stderr).toContain('chiffré pour une autre identité');

    const restored = await jalon(['restore', '--identity', join(away, 'identity.txt'), file, '--json'], {
      environment: elsewhere,
    });
    expect(restored.lines[0]).toMatchObject({ kind: 'restored', keys: 2, keptKeys: [] });
    expect(statSync(elsewhere.KEYS_DIR).mode & 0o777).toBe(0o700);
    const doctor = await jalon(['doctor', '--json'], { environment: elsewhere });
    expect([doctor.code, doctor.stderr]).toEqual([0, '']);
    const keys = await jalon(['keys', 'list', '--json'], { environment: elsewhere });
    expect(keys.lines.map(({ state, place }) => [state, place])).toEqual([
      ['active', 'folder'],
      ['active', 'folder'],
    ]);
    const accepted = await jalon(['accept', id, '--name', 'full'], { environment: elsewhere });
    expect(accepted.code).toBe(0);
    const again = await startTestService(elsewhere);
    const after = await (await again.get(`${path}.json`)).text();
    expect(JSON.parse(after)).toMatchObject({ id: expect.stringContaining(id) });
    const report = await again.verify({ kind: 'document', document: JSON.parse(after) });
    expect(report.verified).toBe(true);
    await again.stop();
  });

  it('never replaces a key that is there, and puts nothing in place where the file was changed', async () => {
    const { environment } = service;
    const file = join(away, 'night.age');
    const use = ['restore', '--identity', join(away, 'identity.txt')];
    const keysDir = environment['KEYS_DIR'] ?? '';
    const [name = ''] = readdirSync(keysDir).filter((one) => one.endsWith('.json'));
    const own = `${readFileSync(join(keysDir, name), 'utf8')}\n`;
    writeFileSync(join(keysDir, name), own);
    const restored = await jalon([...use, file, '--json'], { environment });
    expect(restored.lines[0]).toMatchObject({ keptKeys: [name] });
    expect(readFileSync(join(keysDir, name), 'utf8')).toBe(own);

    const changed = readFileSync(file);
    changed[changed.length - 5000] = (changed[changed.length - 5000] ?? 0) ^ 1;
    writeFileSync(join(away, 'changed.age'), changed);
    const target = {
      ...environment,
      DATABASE_URL: `sqlite:${join(away, 'no/jalon.db')}`,
      KEYS_DIR: join(away, 'no/keys'),
    };
    const refused = await jalon([...use, join(away, 'changed.age')], { environment: target });
    expect(refused.code).toBe(1);
    expect([existsSync(join(away, 'no/jalon.db')), existsSync(join(away, 'no/keys'))]).toEqual([
      false,
      false,
    ]);
  });

  it('brings an archive of an earlier version back, which was not compressed', async () => {
    const { environment } = service;
    const plain = join(away, 'plain.db');
    const saved = await jalon(['backup', plain, '--json'], { environment });
    expect(saved.lines[0]).toMatchObject({ kind: 'backup', bytes: statSync(plain).size });
    const bytes = readFileSync(plain);
    const packed = packFiles([{ name: 'jalon.db', size: bytes.length, bytes: inChunks(bytes, 65_536) }]);
    const to = parseRecipient(recipientOf(join(away, 'identity.txt'))) ?? '';
    writeFileSync(join(away, 'earlier.age'), await gather(sealFor(to, packed)));
    const place = join(away, 'earlier');
    const restored = await jalon(
      ['restore', '--identity', join(away, 'identity.txt'), join(away, 'earlier.age'), '--json'],
      {
        environment: {
          ...environment,
          DATABASE_URL: `sqlite:${join(place, 'jalon.db')}`,
          KEYS_DIR: join(place, 'keys'),
        },
      },
    );
    expect(restored.lines[0]).toMatchObject({ kind: 'restored', migrations: 0, keys: 0 });
  });

  it('is made for the recipient of the environment, as its timer does, and asks for one', async () => {
    const { environment } = service;
    const BACKUP_RECIPIENT = recipientOf(join(away, 'identity.txt'));
    const file = join(away, 'timer.age');
    const texts = ['backup', '--with-keys', file];
    const refused = await jalon(texts, { environment: { ...environment, BACKUP_RECIPIENT: '' } });
    expect([refused.code, refused.stderr, existsSync(file)]).toEqual([
      2,
      expect.stringContaining('BACKUP_RECIPIENT'),
      false,
    ]);
    const made = await jalon(texts, { environment: { ...environment, BACKUP_RECIPIENT } });
    expect([made.code, made.stdout]).toEqual([0, expect.stringMatching(/timer\.age \(\d+ ko\)/)]);
  });

  it('is refused as cut where its end is missing', async () => {
    const { environment } = service;
    const file = join(away, 'night.age');
    const cut = join(away, 'cut.age');
    writeFileSync(cut, readFileSync(file).subarray(0, -2000));
    const target = {
      ...environment,
      DATABASE_URL: `sqlite:${join(away, 'no/jalon.db')}`,
      KEYS_DIR: join(away, 'no/keys'),
    };
    const restore = (identityFile: string, archive: string) =>
      jalon(['restore', '--identity', identityFile, archive], { environment: target });
    const refused = await restore(join(away, 'identity.txt'), cut);
    expect([refused.code, refused.stderr]).toEqual([1, expect.stringContaining('sa fin manque')]);
    expect([existsSync(join(away, 'no/jalon.db')), existsSync(join(away, 'no/keys'))]).toEqual([
      false,
      false,
    ]);
  });

  it('is not made without a key', async () => {
    const environment = { ...service.environment, KEYS_DIR: join(away, 'empty') };
    const file = join(away, 'without.age');
    for (const isThere of [false, true]) {
      if (isThere) mkdirSync(environment.KEYS_DIR);
      const texts = ['backup', '--with-keys', '--recipient', identity.recipient, file, '--json'];
      const refused = await jalon(texts, { environment });
      expect([refused.code, refused.lines[0]?.['code']]).toEqual([3, 'key-missing']);
      expect(existsSync(file)).toBe(false);
    }
  });

  it('says that the disk is full, and not that the archive is damaged', async (context) => {
    const disk = makeSmallDisk(1);
    if (!disk) return context.skip('this account may not mount');
    const environment = {
      ...service.environment,
      DATABASE_URL: `sqlite:${join(disk.path, 'jalon.db')}`,
      KEYS_DIR: join(disk.path, 'keys'),
    };
    const texts = ['restore', '--identity', join(away, 'identity.txt'), join(away, 'night.age'), '--json'];
    const refused = await jalon(texts, { environment });
    disk.remove();
    expect([refused.code, refused.lines[0]?.['code']]).toEqual([3, 'database-unusable']);
  });

  it('is refused in words where it is wrongly asked for', async () => {
    const { environment } = service;
    for (const texts of [
      ['backup', '--with-keys', join(away, 'x.age')],
      ['backup', '--with-keys', '--recipient', 'age1nobody', join(away, 'x.age')],
      ['backup', '--noted', join(away, 'x.age')],
    ]) {
      expect((await jalon(texts, { environment })).code).toBe(2);
    }
  });
});
