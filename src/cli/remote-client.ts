import { openAsBlob } from 'node:fs';
import { basename } from 'node:path';
import { listSourcePaths } from '../adapters/spreadsheets/file-source.node.ts';
import type { ListedToken } from '../application/accounts/tokens.ts';
import type { EvaluationLine } from '../application/awards/evaluation-line.ts';
import type { ImportEntry, ImportSummary } from '../application/files/import/import-files.ts';
import type { AcceptLine, CorrectionLine, GrantLine, IssueLine } from '../application/lines.ts';
import type { FileCounts, UnreadTable } from '../domain/upload/upload.ts';
import type {
  ChoiceRequest,
  Client,
  EvaluateRequest,
  GrantRequest,
  ImportRequest,
  ResumedLine,
  RevokedLine,
  SuspendedLine,
} from './client.ts';
import { RemoteError } from './remote-error.ts';

const BATCH = 25;

type Post = <T>(path: string, body: unknown) => Promise<T>;

/** One part of a longer task; `next` says where the next part begins, where there is one. */
interface Part {
  readonly next?: string;
}

/** Does through the API of a running service what the local client does on its database. Where the API works
 *  in parts, it asks until none remains. */
export function openRemoteClient(service: { readonly url: string; readonly token: string }): Client {
  const send = makeSender(service);
  const post: Post = (path, body) => send(path, JSON.stringify(body), { 'Content-Type': 'application/json' });
  return {
    importFiles: (request) => importFiles(send, request, service.url),
    evaluate: (request) => evaluate(post, request),
    grant: (request) => grant(post, request),
    ...makeIssuing(post),
    reSign: (request) => reSign(post, request),
    accept: (id, choice) => post<AcceptLine>(`/credentials/${id}/acceptance`, choice),
    acceptAll: (choice) => acceptAll(post, choice),
    revoke: (id, reason) => post<RevokedLine>(`/credentials/${id}/revocation`, { reason }),
    suspend: (id, request) => post<SuspendedLine>(`/credentials/${id}/suspension`, request),
    resume: (id, reason) => post<ResumedLine>(`/credentials/${id}/resumption`, { ...(reason && { reason }) }),
    createToken: (request) => post('/tokens', request),
    listTokens: async () => (await send<{ tokens: ListedToken[] }>('/tokens', undefined)).tokens,
    revokeToken: (id) => send<ListedToken>(`/tokens/${encodeURIComponent(id)}/revocation`, ''),
    exportPerson: (email) => post('/people/exports', { email }),
    erasePerson: (email) => post('/people/erasures', { email }),
    close: async () => {},
  };
}

/** Without a body, sends a GET. */
type Send = <T>(path: string, body: BodyInit | undefined, headers?: Record<string, string>) => Promise<T>;

function makeSender({ url, token }: { readonly url: string; readonly token: string }): Send {
  return async <T>(
    path: string,
    body: BodyInit | undefined,
    headers: Record<string, string> = {},
  ): Promise<T> => {
    const request = {
      method: body === undefined ? 'GET' : 'POST',
      ...(body !== undefined && { body }),
      headers: { Authorization: `Bearer ${token}`, ...headers },
    };
    let response: Response;
    try {
      response = await fetch(`${url.replace(/\/$/, '')}/api/v1${path}`, request);
    } catch (cause) {
      throw new RemoteError('unreachable', url, { cause, params: { url } });
    }
    const text = await response.text();
    if (!response.ok) throw RemoteError.from(response.status, text);
    return JSON.parse(text) as T;
  };
}

interface ImportPart extends Part {
  readonly files: readonly FileCounts[];
  readonly unread: readonly UnreadTable[];
  readonly entries: readonly ImportEntry[];
  readonly summary: ImportSummary;
}

async function importFiles(send: Send, request: ImportRequest, url: string): Promise<ImportSummary> {
  const { paths, dryRun, event, locale, onEntry, onFile, onProgress } = request;
  const about = event === undefined ? '' : `&event=${encodeURIComponent(event)}`;
  const form = new FormData();
  for (const path of await listSourcePaths(paths))
    form.append('files', await openAsBlob(path), basename(path));
  onProgress(0, undefined, url);
  let sums: ImportSummary | undefined;
  let files: readonly FileCounts[] = [];
  let after = '';
  do {
    const part = await send<ImportPart>(`/imports?dryRun=${dryRun}&lang=${locale}${about}${after}`, form);
    for (const one of part.unread) onFile(one);
    for (const entry of part.entries) onEntry(entry);
    files = addFiles(files, part.files);
    sums = sums ? addSums(sums, part.summary) : part.summary;
    after = part.next ? `&after=${part.next}` : '';
  } while (after);
  for (const file of files) onFile(file);
  return sums;
}

/** Adds up the counts of a file that comes in several parts. */
function addFiles(files: readonly FileCounts[], part: readonly FileCounts[]): readonly FileCounts[] {
  const [first, ...rest] = part;
  const last = files.at(-1);
  if (!first || first.file !== last?.file) return [...files, ...part];
  const whole = {
    file: first.file,
    lines: last.lines + first.lines,
    created: last.created + first.created,
    updated: last.updated + first.updated,
    unchanged: last.unchanged + first.unchanged,
    refused: last.refused + first.refused,
  };
  return [...files.slice(0, -1), whole, ...rest];
}

function addSums(one: ImportSummary, other: ImportSummary): ImportSummary {
  return {
    kind: 'summary',
    created: one.created + other.created,
    updated: one.updated + other.updated,
    unchanged: one.unchanged + other.unchanged,
    refused: one.refused + other.refused,
    notices: one.notices + other.notices,
  };
}

async function* evaluate(post: Post, request: EvaluateRequest): AsyncGenerator<EvaluationLine> {
  let place: { readonly after?: string } = {};
  for (;;) {
    const part = await post<Part & { evaluations: EvaluationLine[] }>('/evaluations', {
      ...request,
      ...place,
    });
    yield* part.evaluations;
    if (!part.next) return;
    place = { after: part.next };
  }
}

async function* grant(post: Post, { stop, ...request }: GrantRequest): AsyncGenerator<GrantLine> {
  let place: { readonly after?: string } = {};
  for (;;) {
    const part = await post<Part & { outcomes: GrantLine[] }>('/awards', { ...request, ...place });
    yield* part.outcomes;
    if (!part.next || stop?.aborted) return;
    place = { after: part.next };
  }
}

function makeIssuing(post: Post): Pick<Client, 'issue' | 'countUnsigned'> {
  let remaining = 0;
  return {
    async *issue({ stop } = {}) {
      while (!stop?.aborted) {
        const answer = await post<{ outcomes: IssueLine[]; remaining: number }>('/credentials', {
          limit: BATCH,
        });
        remaining = answer.remaining;
        yield* answer.outcomes;
        // If nothing was signed this time, the next request would fail in the same way.
        if (!answer.outcomes.some((line) => line.kind !== 'failed')) return;
      }
    },
    countUnsigned: async () => remaining,
  };
}

async function* reSign(post: Post, { dryRun }: { readonly dryRun: boolean }): AsyncGenerator<CorrectionLine> {
  let place: { readonly after?: string } = {};
  for (;;) {
    const part = await post<Part & { corrections: CorrectionLine[] }>('/credentials/corrections', {
      dryRun,
      limit: BATCH,
      ...place,
    });
    yield* part.corrections;
    if (!part.next) return;
    place = { after: part.next };
  }
}

async function* acceptAll(post: Post, choice: ChoiceRequest): AsyncGenerator<AcceptLine> {
  for (;;) {
    const body = { ...choice, limit: BATCH };
    const { accepted } = await post<{ accepted: AcceptLine[] }>('/credentials/acceptances', body);
    yield* accepted;
    if (accepted.length < BATCH) return;
  }
}
