import { createHash } from 'node:crypto';
import { RemoteError } from './remote-error.ts';

/** One page of a longer task; `next` says where the next page begins, where there is one. */
export interface AnswerPage {
  readonly next?: unknown;
}

/** Where a page begins: nowhere in the first request, then the `next` of the page before. */
export interface Place {
  readonly after?: string;
}

/** Asks for a long answer page by page, and gives the lines of one of their members. Throws `odd-answer`
 *  where a page has no such list, or leads back to an earlier one. */
export async function* readPages<Line>(
  member: string,
  ask: (place: Place) => Promise<AnswerPage>,
  stop?: AbortSignal,
): AsyncGenerator<Line> {
  const refuseSeen = makeRepetitionGuard();
  let place: Place = {};
  for (;;) {
    const part = await ask(place);
    yield* listIn<Line>(part, member);
    if (!part.next || stop?.aborted) return;
    refuseSeen(part.next);
    place = { after: String(part.next) };
  }
}

/** A member of an answer that must be a list of objects. */
export function listIn<Line>(answer: AnswerPage, member: string): readonly Line[] {
  const list: unknown = Object(answer)[member];
  if (Array.isArray(list) && list.every((line) => typeof line === 'object' && line !== null)) return list;
  throw oddAnswer(member);
}

/** Gives a function that throws `odd-answer` for a value it was given before: the work would never end. */
export function makeRepetitionGuard(): (value: unknown) => void {
  const seen = new Set<string>();
  return (value) => {
    const digest = createHash('sha256').update(JSON.stringify(value)).digest('base64');
    if (seen.has(digest)) throw oddAnswer('the same part again');
    seen.add(digest);
  };
}

export function oddAnswer(reason: string, options: ErrorOptions = {}): RemoteError {
  return new RemoteError('odd-answer', reason, { ...options, params: { reason } });
}
