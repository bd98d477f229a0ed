import type { ListedToken } from '../application/accounts/tokens.ts';
import type { EvaluationLine } from '../application/awards/evaluation-line.ts';
import type { AcceptLine, CorrectionLine, GrantLine, IssueLine } from '../application/lines.ts';
import type {
  ChoiceRequest,
  Client,
  EvaluateRequest,
  GrantRequest,
  ResumedLine,
  RevokedLine,
  SuspendedLine,
} from './client.ts';
import { RemoteError } from './remote-error.ts';
import { remoteImports } from './remote-imports.ts';
import type { Send } from './send.ts';

const BATCH = 25;

type Post = <T>(path: string, body: unknown) => Promise<T>;

/** One part of a longer task; `next` says where the next part begins, where there is one. */
interface Part {
  readonly next?: string;
}

/** Does the work of the local client through the API of a running service. Where the API works in parts, it
 *  asks until none remains. */
export function openRemoteClient(service: { readonly url: string; readonly token: string }): Client {
  const send = makeSender(service);
  const post: Post = (path, body) => send(path, JSON.stringify(body), { 'Content-Type': 'application/json' });
  return {
    ...remoteImports(send, service.url),
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
