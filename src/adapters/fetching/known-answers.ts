import type { Fetched } from '../../application/ports.ts';

type Answer = Extract<Fetched, { kind: 'ok' }>;

interface Bounds {
  readonly entries: number;
  /** The limit for all answers together. An answer of more than an eighth of it is not kept. */
  readonly bytes: number;
}

const LARGEST_SHARE = 1 / 8;

/** Where an address answers with the same bytes as last time, the result is the very same object, so that its
 *  verified content can be kept beside it (known-lists.ts). Every answer is still fetched: a stranger who
 *  fills this memory with other answers only costs us the work of reading again. The answer longest unused is
 *  dropped first. */
export function makeKnownAnswers({ entries, bytes }: Bounds): (fetched: Fetched) => Fetched {
  const kept = new Map<string, Answer>();
  let held = 0;
  const drop = (answer: Answer | undefined): void => {
    if (answer === undefined) return;
    kept.delete(answer.url);
    held -= answer.body.length;
  };
  return (fetched) => {
    if (fetched.kind !== 'ok' || fetched.body.length > bytes * LARGEST_SHARE) return fetched;
    const last = kept.get(fetched.url);
    const answer = last && isSame(last, fetched) ? last : fetched;
    drop(last);
    kept.set(answer.url, answer);
    held += answer.body.length;
    while (kept.size > entries || held > bytes) drop(kept.values().next().value);
    return answer;
  };
}

function isSame(one: Answer, other: Answer): boolean {
  if (one.contentType !== other.contentType || one.body.length !== other.body.length) return false;
  for (let at = 0; at < one.body.length; at += 1) if (one.body[at] !== other.body[at]) return false;
  return true;
}
