import { openAsBlob } from 'node:fs';
import { basename } from 'node:path';
import { listSourcePaths } from '../adapters/spreadsheets/file-source.node.ts';
import type { ListedToken } from '../application/accounts/tokens.ts';
import type { EvaluationLine } from '../application/awards/evaluation-line.ts';
import type { DecisionLine } from '../application/decisions/decisions.ts';
import type { ImportEntry, ImportSummary } from '../application/files/import/import-files.ts';
import type { UndoPart } from '../application/files/undo/undo-by-program.ts';
import type { UnansweredLine } from '../application/holder/unanswered.ts';
import { askOne } from '../application/invariants/ask-invariants.ts';
import type { AcceptLine, CorrectionLine, GrantLine, IssueLine } from '../application/lines.ts';
import type { LookedPart } from '../application/store/invariant-reader.ts';
import type { AmendedBadge } from '../domain/criteria/badge-change.ts';
import { DomainError } from '../domain/errors.ts';
import { type InvariantAnswer, invariantsOf } from '../domain/invariant.ts';
import type { ImportRun } from '../domain/upload/import-log.ts';
import type { FileCounts, UnreadTable } from '../domain/upload/upload.ts';
import type {
  AskRequest,
  ChoiceRequest,
  Client,
  EvaluateRequest,
  GrantRequest,
  ImportRequest,
  RemindedLine,
  ResumedLine,
  RevokedLine,
  SuspendedLine,
} from './client.ts';
import { inParts, listIn, makeRepetitionGuard, oddAnswer, type Part, type Place } from './in-parts.ts';
import { RemoteError } from './remote-error.ts';
import { makeSender, type Send } from './send.ts';

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
    askInvariants: (request) => askInvariants(send, request),
    reSign: (request) => reSign(post, request),
    accept: (id, choice) => post<AcceptLine>(`/credentials/${id}/acceptance`, choice),
    acceptAll: (choice) => acceptAll(post, choice),
    revoke: (id, reason) => post<RevokedLine>(`/credentials/${id}/revocation`, { reason }),
    listUnanswered: () => listUnanswered(send),
    remind: (id) => send<RemindedLine>(`/credentials/${id}/reminder`, ''),
    suspend: (id, request) => post<SuspendedLine>(`/credentials/${id}/suspension`, request),
    resume: (id, reason) => post<ResumedLine>(`/credentials/${id}/resumption`, { ...(reason && { reason }) }),
    createToken: (request) => post('/tokens', request),
    listTokens: async () => listIn<ListedToken>(await send<Part>('/tokens', undefined), 'tokens'),
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
  yield* inParts<EvaluationLine>('evaluations', (place) => post('/evaluations', { ...request, ...place }));
}

async function* grant(
  post: Post,
  { stop, ...request }: GrantRequest,
): AsyncGenerator<GrantLine | DecisionLine> {
  if ((request.waitSeconds || request.at) && !request.dryRun) {
    const answer = await post<Part & { readonly decision?: DecisionLine }>('/awards', request);
    yield* listIn<GrantLine>(answer, 'outcomes');
    if (answer.decision) yield answer.decision;
    return;
  }
  const ask = (place: Place) => post<Part>('/awards', { ...request, ...place });
  yield* inParts<GrantLine>('outcomes', ask, stop);
}

async function* listUnanswered(send: Send): AsyncGenerator<UnansweredLine> {
  yield* inParts<UnansweredLine>('badges', ({ after }) => {
    const query = after === undefined ? '' : `?after=${encodeURIComponent(after)}`;
    return send<Part>(`/credentials/unanswered${query}`, undefined);
  });
}

async function* askInvariants(send: Send, { depth, onLook }: AskRequest): AsyncGenerator<InvariantAnswer> {
  for (const invariant of invariantsOf(depth)) {
    const refuseSeen = makeRepetitionGuard();
    const ask = async (after: string | undefined): Promise<LookedPart> => {
      const query = after === undefined ? '' : `?after=${encodeURIComponent(after)}`;
      const part = await send<LookedPart>(`/doctor/${invariant}${query}`, undefined).catch(toUnavailable);
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

/** Imports through the API, and their undoing. */
function remoteImports(send: Send, url: string): Pick<Client, 'importFiles' | 'listImports' | 'undoImport'> {
  return {
    importFiles: (request) => importFiles(send, request, url),
    listImports: async () => listIn<ImportRun>(await send<Part>('/imports', undefined), 'imports'),
    undoImport: (id, act, after) =>
      send<UndoPart>(
        `/imports/${encodeURIComponent(id)}/undoing`,
        JSON.stringify({ act, ...(after && { after }) }),
        { 'Content-Type': 'application/json' },
      ),
  };
}

interface ImportPart extends Part {
  readonly summary: ImportSummary;
}

async function importFiles(send: Send, request: ImportRequest, url: string): Promise<ImportSummary> {
  const { paths, dryRun, event, locale, onEntry, onFile, onProgress } = request;
  const about = event === undefined ? '' : `&event=${encodeURIComponent(event)}`;
  const form = new FormData();
  for (const path of await listSourcePaths(paths))
    form.append('files', await openAsBlob(path), basename(path));
  onProgress(0, undefined, url);
  const refuseSeen = makeRepetitionGuard();
  let sums: ImportSummary | undefined;
  let files: readonly FileCounts[] = [];
  let after = '';
  do {
    const part = await send<ImportPart>(`/imports?dryRun=${dryRun}&lang=${locale}${about}${after}`, form);
    for (const one of listIn<UnreadTable>(part, 'unread')) onFile(one);
    for (const entry of listIn<ImportEntry>(part, 'entries')) onEntry(entry);
    files = addFiles(files, listIn<FileCounts>(part, 'files'));
    if (typeof part.summary?.refused !== 'number') throw oddAnswer('summary');
    sums = sums ? addSums(sums, part.summary) : part.summary;
    if (part.next) refuseSeen(part.next);
    after = part.next ? `&after=${encodeURIComponent(String(part.next))}` : '';
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
