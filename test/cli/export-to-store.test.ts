import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openBucket } from '../../src/adapters/object-store/bucket.node.ts';
import { markBucket, sendCopy } from '../../src/standards/static-export/upload.ts';
import { jalon } from '../support/command-line.ts';
import { type CopiedFixture, makeCopiedFixture } from '../support/fixtures/copied-service.ts';
import { ACCOUNT, BUCKET, type ObjectStore, startObjectStore } from '../support/servers/object-store.ts';

let store: ObjectStore;
beforeAll(async () => {
  store = await startObjectStore();
});
afterAll(() => store.close());
beforeEach(() => {
  store.objects.clear();
  store.asked.length = 0;
  store.refuse = () => undefined;
});

const put = (key: string, text: string) =>
  store.objects.set(key, { body: Buffer.from(text), type: 'text/plain' });
const keys = () => [...store.objects.keys()].toSorted();
const countRequests = (method: string) => store.asked.filter((one) => one.startsWith(`${method} `)).length;

describe('the copy of a service in a bucket', () => {
  let fixture: CopiedFixture;
  beforeAll(async () => {
    fixture = await makeCopiedFixture();
  });
  afterAll(() => fixture.remove());

  const send = (settings: Readonly<Record<string, string>> = {}, folder = fixture.folder) =>
    jalon(['export-static', folder, '--bucket', BUCKET, '--json'], {
      environment: {
        ...fixture.service.environment,
        S3_ENDPOINT: store.endpoint,
        S3_ACCESS_KEY_ID: ACCOUNT.accessKeyId,
        S3_SECRET_ACCESS_KEY: ACCOUNT.secretAccessKey,
        ...settings,
      },
    });

  it('gives each address the bytes of the folder, under the type of the service', async () => {
    const { code, lines } = await send();
    expect(code).toBe(0);
    expect(lines).toMatchObject([{ kind: 'copied' }, { kind: 'sent', removed: 0 }]);
    const { id } = fixture.badges.shown;
    const origin = fixture.service.environment['PUBLIC_URL'];
    const paths = ['', '.json', '.jws', '.png', '.svg', '.pdf', '/preview.png', '/qr.svg'].map(
      (end) => `/credentials/${id}${end}`,
    );
    for (const path of [...paths, '/badges', '/.well-known/jwks.json', '/log/checkpoint', '/robots.txt']) {
      const answer = await fetch(`${store.endpoint}/${BUCKET}${path}`);
      expect([path, answer.status]).toEqual([path, 200]);
      const file = [join(fixture.folder, path), join(fixture.folder, path, 'index.html')].find(
        (one) => existsSync(one) && !one.endsWith('/') && readable(one),
      );
      expect(Buffer.from(await answer.arrayBuffer()).equals(readFileSync(file ?? ''))).toBe(true);
      const served = await fixture.service.app.request(`${origin}${path}`);
      const typeOf = (headers: Headers) => headers.get('Content-Type')?.split(';')[0];
      expect([path, typeOf(answer.headers)]).toEqual([path, typeOf(served.headers)]);
    }
    expect(keys().filter((key) => /_headers|htaccess|nginx|Caddy|note/.test(key))).toEqual([]);
    expect(keys()).toContain('.jalon-copy');
  });

  it('is not begun in a bucket that holds something else, with a wrong account, or without one', async () => {
    put('archives/2024.zip', 'of others');
    const folder = join(dirname(fixture.folder), 'never');
    const full = await send({}, folder);
    expect([full.code, full.stderr]).toEqual([2, expect.stringContaining('autre chose qu’une copie')]);
    store.objects.clear();
    const refused = await send({ S3_SECRET_ACCESS_KEY: 'hunter2' }, folder);
    expect([refused.code, refused.stderr]).toEqual([3, expect.stringContaining('s3-SignatureDoesNotMatch')]);
    expect(refused.stderr).not.toContain('hunter2');
    const half = await send({ S3_SECRET_ACCESS_KEY: '' }, folder);
    expect([half.code, half.stderr]).toEqual([3, expect.stringContaining('S3_SECRET_ACCESS_KEY')]);
    const none = await send({ S3_SECRET_ACCESS_KEY: '', S3_ACCESS_KEY_ID: '', S3_ENDPOINT: '' }, folder);
    expect([none.code, none.stderr]).toEqual([2, expect.stringContaining('S3_ENDPOINT')]);
    expect(existsSync(folder)).toBe(false);
    expect(keys()).toEqual([]);
  });
});

const readable = (path: string) => {
  try {
    readFileSync(path);
    return true;
  } catch {
    return false;
  }
};

describe('sending a folder', () => {
  const folder = mkdtempSync(join(tmpdir(), 'jalon-sent-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  const bucket = () =>
    openBucket({ ...ACCOUNT, endpoint: store.endpoint, region: 'gra', bucket: BUCKET, firstPause: 1 });
  const types = [['/credentials/*.jws', 'application/vc+jwt']] as const;
  const send = async (rules: readonly (readonly [string, string])[] = types) => {
    expect(await markBucket(bucket())).toBe(true);
    return sendCopy(bucket(), { folder, types: rules, onProgress: () => undefined });
  };
  const file = async (name: string, text = name) => {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  };
  beforeAll(async () => {
    await file('index.html');
    await file('_headers');
    for (let at = 0; at < 60; at += 1) {
      await file(`credentials/b${at}/index.html`);
      await file(`credentials/b${at}/easy/index.html`);
      await file(`credentials/b${at}/qr.png`);
      await file(`credentials/b${at}.jws`);
      await file(`credentials/b${at}.en.html`);
    }
  });

  it('sends everything once, and then nothing', async () => {
    expect(await send()).toEqual({ sent: 301, removed: 0 });
    expect(store.objects.get('credentials/b7')?.body.toString()).toBe('credentials/b7/index.html');
    expect(store.objects.get('credentials/b7/easy')?.type).toMatch(/^text\/html/);
    expect(store.objects.get('credentials/b7.jws')?.type).toBe('application/vc+jwt');
    const before = countRequests('PUT');
    expect(await send()).toEqual({ sent: 0, removed: 0 });
    expect([countRequests('PUT') - before, countRequests('DELETE')]).toEqual([0, 0]);
  });

  it('sends what changed, removes what is public no more, and fixes what another hand did', async () => {
    await send();
    await file('credentials/b1.jws', 'signed again');
    rmSync(join(folder, 'credentials/b2'), { recursive: true });
    put('credentials/b3', 'defaced');
    put('credentials/zzz-é', 'added');
    put('a', 'added before everything');
    store.objects.delete('credentials/b59/qr.png');
    expect(await send()).toEqual({ sent: 3, removed: 5 });
    expect(keys().filter((key) => /b2($|\/)|^a$|zzz/.test(key))).toEqual([]);
    expect(store.objects.get('credentials/b3')?.body.toString()).toBe('credentials/b3/index.html');
  });

  it('sends everything again where the types of the files changed', async () => {
    await send();
    const { sent } = await send([]);
    expect(sent).toBe(keys().length - 1);
    expect(store.objects.get('credentials/b7.jws')?.type).toMatch(/^text\/html/);
    expect(await send([])).toEqual({ sent: 0, removed: 0 });
  });

  it('goes on after answers that may pass, and ends at the others with a reason', async () => {
    let busy = 30;
    store.refuse = () => (busy-- > 0 && busy % 2 === 0 ? { status: 503, code: 'SlowDown' } : undefined);
    expect((await send()).sent).toBeGreaterThan(290);
    store.objects.clear();
    store.refuse = (request) => (request.includes('b30') ? { status: 403, code: 'AccessDenied' } : undefined);
    await expect(send()).rejects.toMatchObject({
      code: 'unreachable',
      params: { url: `${store.endpoint}/${BUCKET}`, reason: 's3-AccessDenied' },
    });
    store.refuse = () => undefined;
    await send();
    expect(await send()).toEqual({ sent: 0, removed: 0 });
    expect(store.objects.size).toBeGreaterThan(290);
  });

  it('takes only an empty bucket, or one that a copy marked', async () => {
    put('photo.jpg', 'of others');
    expect(await markBucket(bucket())).toBe(false);
    expect(keys()).toEqual(['photo.jpg']);
    store.objects.clear();
    expect(await markBucket(bucket())).toBe(true);
    await send();
    expect(await markBucket(bucket())).toBe(true);
    const elsewhere = openBucket({ ...ACCOUNT, endpoint: store.endpoint, region: 'gra', bucket: 'none' });
    await expect(markBucket(elsewhere)).rejects.toMatchObject({ params: { reason: 's3-NoSuchBucket' } });
  });

  it('touches nothing if the mark is gone when the copy is ready', async () => {
    await markBucket(bucket());
    store.objects.clear();
    put('photo.jpg', 'of others');
    const sending = sendCopy(bucket(), { folder, types, onProgress: () => undefined });
    await expect(sending).rejects.toMatchObject({ code: 'unreachable', params: { reason: 's3-no-copy' } });
    expect(keys()).toEqual(['photo.jpg']);
  });
});
