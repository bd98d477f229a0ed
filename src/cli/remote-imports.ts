import { openAsBlob } from 'node:fs';
import { basename } from 'node:path';
import { listSourcePaths } from '../adapters/spreadsheets/file-source.node.ts';
import { presentEntry } from '../application/files/import/entry.ts';
import type { ImportEntry, ImportSummary } from '../application/files/import/run.ts';
import type { ListedImport, UndoneChunk } from '../application/files/undo/by-program.ts';
import { maskNumen } from '../domain/person/numen.ts';
import type { FileCounts, UnreadTable } from '../domain/upload/types.ts';
import type { Client, ImportRequest } from './client.ts';
import { type AnswerPage, listIn, makeRepetitionGuard, oddAnswer } from './fetch-pages.ts';
import type { Send } from './http-client.ts';

/** Imports through the API, and their undoing. */
export function remoteImports(
  send: Send,
  url: string,
): Pick<Client, 'importFiles' | 'listImports' | 'undoImport'> {
  return {
    importFiles: (request) => importFiles(send, request, url),
    listImports: async () => listIn<ListedImport>(await send<AnswerPage>('/imports', undefined), 'imports'),
    undoImport: (id, act, after) =>
      send<UndoneChunk>(
        `/imports/${encodeURIComponent(id)}/undoing`,
        JSON.stringify({ act, ...(after && { after }) }),
        { 'Content-Type': 'application/json' },
      ),
  };
}

interface ImportAnswerPage extends AnswerPage {
  readonly summary: ImportSummary;
}

async function importFiles(send: Send, request: ImportRequest, url: string): Promise<ImportSummary> {
  const { paths, dryRun, event, locale, onEntry, onFile, onProgress } = request;
  const about = event === undefined ? '' : `&event=${encodeURIComponent(event)}`;
  const form = new FormData();
  const listed = await listSourcePaths(paths);
  for (const { path, why } of listed) {
    if (why) reportUnread(maskNumen(basename(path)), why, request);
    else form.append('files', await openAsBlob(path), basename(path));
  }
  onProgress(0, undefined, url);
  const refuseSeen = makeRepetitionGuard();
  let sums: ImportSummary | undefined;
  let files: readonly FileCounts[] = [];
  let after = '';
  do {
    const part = await send<ImportAnswerPage>(
      `/imports?dryRun=${dryRun}&lang=${locale}${about}${after}`,
      form,
    );
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

/** Reports something in a folder that is not sent, as an import on this machine would. */
function reportUnread(
  file: string,
  why: 'other' | 'folder',
  { locale, onFile, onEntry }: ImportRequest,
): void {
  onFile({ file, why });
  const code = why === 'folder' ? 'inner-folder' : 'not-a-table';
  onEntry(presentEntry({ kind: 'notice', file, line: 1, code }, locale));
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
