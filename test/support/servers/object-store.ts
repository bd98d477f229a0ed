import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sign } from 'aws4';

export interface ObjectStore {
  readonly endpoint: string;
  readonly objects: Map<string, { readonly body: Buffer; readonly type: string }>;
  /** The requests that it was asked, as `PUT key`. */
  readonly asked: string[];
  /** What it answers in place of doing what it is asked: a status and an S3 code. */
  refuse: (request: string) => { readonly status: number; readonly code: string } | undefined;
  close(): Promise<void>;
}

export const ACCOUNT = { accessKeyId: 'account-of-the-tests', secretAccessKey: 'secret-of-the-tests' };
export const BUCKET = 'copy';

/** Fewer than anybody asks for, as a store may answer. */
const LISTED = 40;
const XML = { 'Content-Type': 'application/xml' };

/** A store with one bucket, as far as S3 is needed: list, get, put, delete. A request counts as signed where another
 *  library, with the same secret, signs it the same way. Anybody may read an object. */
export async function startObjectStore(): Promise<ObjectStore> {
  const objects: ObjectStore['objects'] = new Map();
  const asked: string[] = [];
  const store = { refuse: (() => undefined) as ObjectStore['refuse'] };
  const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://store');
    const [, bucket, ...rest] = pathname.split('/').map(decodeURIComponent);
    const key = rest.join('/');
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks);
    const name = `${request.method} ${key}`;
    asked.push(name);
    const fail = (status: number, code: string) =>
      response.writeHead(status, XML).end(`<?xml version="1.0"?><Error><Code>${code}</Code></Error>`);
    const isRead = request.method === 'GET' && key !== '';
    if (!(isRead && !request.headers.authorization) && !isSigned(request))
      return fail(403, 'SignatureDoesNotMatch');
    const refused = store.refuse(name);
    if (refused) return fail(refused.status, refused.code);
    if (bucket !== BUCKET) return fail(404, 'NoSuchBucket');
    if (request.method === 'PUT') {
      objects.set(key, { body, type: request.headers['content-type'] ?? '' });
      return response.writeHead(200, { ETag: `"${md5(body)}"` }).end();
    }
    if (request.method === 'DELETE') {
      objects.delete(key);
      return response.writeHead(204).end();
    }
    if (key === '') return response.writeHead(200, XML).end(listing(objects, searchParams));
    const found = objects.get(key);
    if (!found) return fail(404, 'NoSuchKey');
    return response.writeHead(200, { 'Content-Type': found.type }).end(found.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return Object.assign(store, {
    endpoint: `http://127.0.0.1:${port}`,
    objects,
    asked,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  });
}

const md5 = (body: Uint8Array) => createHash('md5').update(body).digest('hex');

function isSigned({ method = '', url = '', headers }: IncomingMessage): boolean {
  const { authorization = '' } = headers;
  const names = /SignedHeaders=([^,]+)/.exec(authorization)?.[1]?.split(';') ?? [];
  const signed = Object.fromEntries(names.map((name) => [name, String(headers[name])]));
  const [, region = ''] = /Credential=[^/]+\/\d+\/([^/]+)\//.exec(authorization) ?? [];
  const again = sign(
    { method, path: url, service: 's3', region, headers: signed, host: signed['host'] ?? '' },
    ACCOUNT,
  );
  const signatureOf = (text: unknown) => /Signature=(\w+)/.exec(String(text))?.[1];
  return (
    authorization.includes(ACCOUNT.accessKeyId) &&
    signatureOf(again.headers?.['Authorization']) === signatureOf(authorization)
  );
}

/** ListObjectsV2, in the order of the keys' bytes. */
function listing(objects: ObjectStore['objects'], requested: URLSearchParams): string {
  const after = requested.get('continuation-token') ?? '';
  const keys = [...objects.keys()]
    .toSorted((one, other) => Buffer.compare(Buffer.from(one), Buffer.from(other)))
    .filter((key) => Buffer.compare(Buffer.from(key), Buffer.from(after)) > 0);
  const listed = keys.slice(0, LISTED);
  const isCut = keys.length > listed.length;
  const contents = listed.map((key) => {
    const { body } = objects.get(key) ?? { body: Buffer.alloc(0) };
    const name = key.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    return `<Contents><Key>${name}</Key><ETag>&quot;${md5(body)}&quot;</ETag><Size>${body.length}</Size></Contents>`;
  });
  const next = isCut ? `<NextContinuationToken>${listed.at(-1)}</NextContinuationToken>` : '';
  return `<?xml version="1.0" encoding="UTF-8"?><ListBucketResult><Name>${BUCKET}</Name><KeyCount>${listed.length}</KeyCount><IsTruncated>${isCut}</IsTruncated>${contents.join('')}${next}</ListBucketResult>`;
}
