import { openAsBlob } from 'node:fs';
import { basename } from 'node:path';
import { listSourcePaths } from '../adapters/spreadsheets/file-source.node.ts';
import type { ImportEntry, ImportSummary } from '../application/import/import-files.ts';
import type { AcceptLine, GrantLine, IssueLine } from '../application/lines.ts';
import type { ChoiceRequest, Client, GrantRequest, ImportRequest, RevokedLine } from './client.ts';
import { RemoteError } from './remote-error.ts';

const BATCH = 25;

/** Does through the API of a running service what the local client does on its database. */
export function openRemoteClient({ url, token }: { readonly url: string; readonly token: string }): Client {
  const post = async <T>(path: string, body: BodyInit, headers: Record<string, string> = {}): Promise<T> => {
    const request = { method: 'POST', body, headers: { Authorization: `Bearer ${token}`, ...headers } };
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
  const postJson = <T>(path: string, body: unknown) =>
    post<T>(path, JSON.stringify(body), { 'Content-Type': 'application/json' });
  let remaining = 0;

  return {
    async importFiles({ paths, dryRun, locale, onEntry, onProgress }: ImportRequest): Promise<ImportSummary> {
      const form = new FormData();
      for (const path of await listSourcePaths(paths))
        form.append('files', await openAsBlob(path), basename(path));
      onProgress(0, undefined, url);
      const report = await post<{ entries: ImportEntry[]; summary: ImportSummary }>(
        `/imports?dryRun=${dryRun}&lang=${locale}`,
        form,
      );
      for (const entry of report.entries) onEntry(entry);
      return report.summary;
    },
    async *grant(request: GrantRequest) {
      yield* (await postJson<{ outcomes: GrantLine[] }>('/awards', request)).outcomes;
    },
    async *issue() {
      for (;;) {
        const answer = await postJson<{ outcomes: IssueLine[]; remaining: number }>('/credentials', {
          limit: BATCH,
        });
        remaining = answer.remaining;
        yield* answer.outcomes;
        // Where nothing more could be signed, asking again would fail the same way.
        if (!answer.outcomes.some((line) => line.kind !== 'failed')) return;
      }
    },
    countUnsigned: async () => remaining,
    accept: (id, choice: ChoiceRequest) => postJson<AcceptLine>(`/credentials/${id}/acceptance`, choice),
    async *acceptAll(choice: ChoiceRequest) {
      for (;;) {
        const body = { ...choice, limit: BATCH };
        const { accepted } = await postJson<{ accepted: AcceptLine[] }>('/credentials/acceptances', body);
        yield* accepted;
        if (accepted.length < BATCH) return;
      }
    },
    revoke: (id, reason) => postJson<RevokedLine>(`/credentials/${id}/revocation`, { reason }),
    close: async () => {},
  };
}
