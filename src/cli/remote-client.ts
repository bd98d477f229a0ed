import type { ListedToken } from '../application/accounts/tokens.ts';
import type { EvaluationLine } from '../application/awards/evaluation-line.ts';
import type { DecisionLine } from '../application/decisions/read-lines.ts';
import type { PendingAcceptanceLine } from '../application/holder/pending-acceptances.ts';
import { askOne } from '../application/invariants/services.ts';
import type { AcceptLine, CorrectionLine, GrantLine, IssueLine } from '../application/output-lines.ts';
import type { CheckedPage } from '../application/store/invariant-reader.ts';
import type { AmendedBadge } from '../domain/criteria/badge-change.ts';
import { DomainError } from '../domain/errors.ts';
import { type InvariantAnswer, invariantsOf } from '../domain/integrity/invariant.ts';
import { compact } from '../domain/text/omit-undefined.ts';
import type { DirectoryLine } from '../features/directory/actions.ts';
import type {
  AskRequest,
  ChoiceRequest,
  Client,
  DirectoryRequest,
  EvaluateRequest,
  GrantRequest,
  RemindedLine,
  ResumedLine,
  RevokedLine,
  SuspendedLine,
} from './client.ts';
import { type AnswerPage, listIn, makeRepetitionGuard, type Place, readPages } from './fetch-pages.ts';
import { makeSender, type Send } from './http-client.ts';
import { RemoteError } from './remote-error.ts';
import { remoteImports } from './remote-imports.ts';

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
    listDecisions: async () =>
      listIn<DecisionLine>(await send<AnswerPage>('/decisions', undefined), 'decisions'),
    decide: (id, act) => post<DecisionLine>(`/decisions/${encodeURIComponent(id)}`, { act }),
    ...makeIssuing(post),
    checkInvariants: (request) => checkInvariants(send, request),
    reSign: (request) => reissue(post, request),
    accept: (id, choice) => post<AcceptLine>(`/credentials/${id}/acceptance`, choice),
    acceptAll: (choice) => acceptAll(post, choice),
    revoke: (id, reason) => post<RevokedLine>(`/credentials/${id}/revocation`, { reason }),
    listPendingAcceptances: () => listPendingAcceptances(send),
    listDirectory: (request) => listDirectory(send, request),
    remind: (id) => send<RemindedLine>(`/credentials/${id}/reminder`, ''),
    suspend: (id, request) => post<SuspendedLine>(`/credentials/${id}/suspension`, request),
    resume: (id, reason) => post<ResumedLine>(`/credentials/${id}/resumption`, { ...(reason && { reason }) }),
    createToken: (request) => post('/tokens', request),
    listTokens: async () => listIn<ListedToken>(await send<AnswerPage>('/tokens', undefined), 'tokens'),
    revokeToken: (id) => send<ListedToken>(`/tokens/${encodeURIComponent(id)}/revocation`, ''),
    listBadges: async () => {
      const { badges, ...version } = await send<SentBadges>('/badges', undefined);
      return { ...version, badges: badges.map(({ code, badge }) => ({ code, badge: JSON.parse(badge) })) };
    },
    tryBadge: (badge, after) => post('/badges/trials', { ...toSent(badge), ...(after && { after }) }),
    adoptBadge: (badge, from) => post('/badges/versions', { ...toSent(badge), from }),
    retireBadge: (code, from) => post(`/badges/${encodeURIComponent(code)}/retirement`, { from }),
    readOffice: async () => {
      const { version, document } = await send<{ readonly version: number; readonly document: string }>(
        '/office',
        undefined,
      );
      return { version, document: JSON.parse(document) };
    },
    tryOffice: (document, after) =>
      post('/office/trials', { document: JSON.stringify(document), ...(after && { after }) }),
    adoptOffice: (document, from) =>
      post('/office/versions', { document: JSON.stringify(document), ...(from && { from }) }),
    exportPerson: (email) => post('/people/exports', { email }),
    erasePerson: (email) => post('/people/erasures', { email }),
    close: async () => {},
  };
}

interface SentBadges {
  readonly version: number;
  readonly inForceFrom: string;
  readonly badges: readonly { readonly code: string; readonly badge: string }[];
}

/** The badge as one text, as the API takes it. */
const toSent = ({ badge, replaces }: AmendedBadge) => ({
  badge: JSON.stringify(badge),
  ...(replaces && { replaces }),
});

async function* evaluate(post: Post, request: EvaluateRequest): AsyncGenerator<EvaluationLine> {
  yield* readPages<EvaluationLine>('evaluations', (place) => post('/evaluations', { ...request, ...place }));
}

async function* grant(
  post: Post,
  { stop, ...request }: GrantRequest,
): AsyncGenerator<GrantLine | DecisionLine> {
  if ((request.waitSeconds || request.at) && !request.dryRun) {
    const answer = await post<AnswerPage & { readonly decision?: DecisionLine }>('/awards', request);
    yield* listIn<GrantLine>(answer, 'outcomes');
    if (answer.decision) yield answer.decision;
    return;
  }
  const ask = (place: Place) => post<AnswerPage>('/awards', { ...request, ...place });
  yield* readPages<GrantLine>('outcomes', ask, stop);
}

async function* listPendingAcceptances(send: Send): AsyncGenerator<PendingAcceptanceLine> {
  yield* readPages<PendingAcceptanceLine>('badges', ({ after }) => {
    const query = after === undefined ? '' : `?after=${encodeURIComponent(after)}`;
    return send<AnswerPage>(`/credentials/unanswered${query}`, undefined);
  });
}

async function* listDirectory(send: Send, { filter }: DirectoryRequest): AsyncGenerator<DirectoryLine> {
  const { text, departmentCode, ...asked } = filter;
  const named = compact({ ...asked, q: text, department: departmentCode });
  yield* readPages<DirectoryLine>('people', (place) => {
    const query = new URLSearchParams({ ...named, ...place });
    return send<AnswerPage>(`/directory?${query}`, undefined);
  });
}

async function* checkInvariants(send: Send, { depth, onLook }: AskRequest): AsyncGenerator<InvariantAnswer> {
  for (const invariant of invariantsOf(depth)) {
    const refuseSeen = makeRepetitionGuard();
    const ask = async (after: string | undefined): Promise<CheckedPage> => {
      const query = after === undefined ? '' : `?after=${encodeURIComponent(after)}`;
      const part = await send<CheckedPage>(`/doctor/${invariant}${query}`, undefined).catch(toUnavailable);
      listIn(part, 'found');
      if (part.next !== undefined) refuseSeen(part.next);
      return part;
    };
    yield await askOne(invariant, ask, onLook);
  }
}

/** A service that cannot look at one invariant may be able to look at others. */
function toUnavailable(error: unknown): never {
  if (error instanceof RemoteError && error.status === 503) throw new DomainError('unavailable');
  throw error;
}

async function* reissue(
  post: Post,
  { dryRun }: { readonly dryRun: boolean },
): AsyncGenerator<CorrectionLine> {
  yield* readPages<CorrectionLine>('corrections', (place) =>
    post('/credentials/corrections', { dryRun, limit: BATCH, ...place }),
  );
}

function makeIssuing(post: Post): Pick<Client, 'issue' | 'countUnsigned'> {
  let remaining = 0;
  return {
    async *issue({ stop } = {}) {
      const refuseSeen = makeRepetitionGuard();
      while (!stop?.aborted) {
        const answer = await post<AnswerPage & { remaining: number }>('/credentials', { limit: BATCH });
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
    const part = await post<AnswerPage>('/credentials/acceptances', { ...choice, limit: BATCH });
    const accepted = listIn<AcceptLine>(part, 'accepted');
    refuseSeen(accepted);
    yield* accepted;
    if (accepted.length < BATCH) return;
  }
}
