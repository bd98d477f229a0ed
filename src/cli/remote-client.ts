import type { ListedToken } from '../application/accounts/tokens.ts';
import type { EvaluationLine } from '../application/awards/evaluation-line.ts';
import type { DecisionLine } from '../application/decisions/decisions.ts';
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
import { inParts, listIn, makeRepetitionGuard, type Part, type Place } from './in-parts.ts';
import { remoteImports } from './remote-imports.ts';
import { makeSender } from './send.ts';

const BATCH = 25;

type Post = <T>(path: string, body: unknown) => Promise<T>;

/** Does the work of the local client through the API of a running service. Where the API works in parts, it
 *  asks until none remains. */
export function openRemoteClient(service: { readonly url: string; readonly token: string }): Client {
  const send = makeSender(service);
  const post: Post = (path, body) => send(path, JSON.stringify(body), { 'Content-Type': 'application/json' });
  return {
    ...remoteImports(send, service.url),
    evaluate: (request) => evaluate(post, request),
    grant: (request) => grant(post, request),
    listDecisions: async () => listIn<DecisionLine>(await send<Part>('/decisions', undefined), 'decisions'),
    decide: (id, act) => post<DecisionLine>(`/decisions/${encodeURIComponent(id)}`, { act }),
    ...makeIssuing(post),
    reSign: (request) => reSign(post, request),
    accept: (id, choice) => post<AcceptLine>(`/credentials/${id}/acceptance`, choice),
    acceptAll: (choice) => acceptAll(post, choice),
    revoke: (id, reason) => post<RevokedLine>(`/credentials/${id}/revocation`, { reason }),
    suspend: (id, request) => post<SuspendedLine>(`/credentials/${id}/suspension`, request),
    resume: (id, reason) => post<ResumedLine>(`/credentials/${id}/resumption`, { ...(reason && { reason }) }),
    createToken: (request) => post('/tokens', request),
    listTokens: async () => listIn<ListedToken>(await send<Part>('/tokens', undefined), 'tokens'),
    revokeToken: (id) => send<ListedToken>(`/tokens/${encodeURIComponent(id)}/revocation`, ''),
    exportPerson: (email) => post('/people/exports', { email }),
    erasePerson: (email) => post('/people/erasures', { email }),
    close: async () => {},
  };
}

async function* evaluate(post: Post, request: EvaluateRequest): AsyncGenerator<EvaluationLine> {
  yield* inParts<EvaluationLine>('evaluations', (place) => post('/evaluations', { ...request, ...place }));
}

async function* grant(
  post: Post,
  { stop, ...request }: GrantRequest,
): AsyncGenerator<GrantLine | DecisionLine> {
  if (request.waitSeconds && !request.dryRun) {
    const answer = await post<Part & { readonly decision?: DecisionLine }>('/awards', request);
    yield* listIn<GrantLine>(answer, 'outcomes');
    if (answer.decision) yield answer.decision;
    return;
  }
  const ask = (place: Place) => post<Part>('/awards', { ...request, ...place });
  yield* inParts<GrantLine>('outcomes', ask, stop);
}

async function* reSign(post: Post, { dryRun }: { readonly dryRun: boolean }): AsyncGenerator<CorrectionLine> {
  yield* inParts<CorrectionLine>('corrections', (place) =>
    post('/credentials/corrections', { dryRun, limit: BATCH, ...place }),
  );
}

function makeIssuing(post: Post): Pick<Client, 'issue' | 'countUnsigned'> {
  let remaining = 0;
  return {
    async *issue({ stop } = {}) {
      const refuseSeen = makeRepetitionGuard();
      while (!stop?.aborted) {
        const answer = await post<Part & { remaining: number }>('/credentials', { limit: BATCH });
        const outcomes = listIn<IssueLine>(answer, 'outcomes');
        remaining = answer.remaining;
        refuseSeen(outcomes);
        yield* outcomes;
        // If nothing was signed this time, the next request would fail in the same way.
        if (!outcomes.some((line) => line.kind !== 'failed')) return;
      }
    },
    countUnsigned: async () => remaining,
  };
}

async function* acceptAll(post: Post, choice: ChoiceRequest): AsyncGenerator<AcceptLine> {
  const refuseSeen = makeRepetitionGuard();
  for (;;) {
    const part = await post<Part>('/credentials/acceptances', { ...choice, limit: BATCH });
    const accepted = listIn<AcceptLine>(part, 'accepted');
    refuseSeen(accepted);
    yield* accepted;
    if (accepted.length < BATCH) return;
  }
}
