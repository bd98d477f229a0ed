import { anotherBadge } from '../fixtures/another-badge.ts';
import { withSampleService } from '../fixtures/with-sample-service.ts';
import { compare, toRatio } from '../measuring/compare.ts';
import { inProcess } from '../measuring/in-process.ts';
import type { Row } from '../measuring/row.ts';

/** Each verification gets a badge of another holder, signed before the measurement, so that no verdict can be
 *  remembered. Before the measurement both sides must accept a badge, and refuse it after one letter is
 *  changed. */
export const verifyOne: Row = {
  name: 'verify-one',
  title: 'verify one badge in process',
  against: '@digitalbazaar/vc 7 `verifyCredential`, controller and key in memory',
  group: 'usual',
  startsPrograms: false,
  includes:
    'Ours: the whole verification from the bytes of the file to the report: strict reading, schema, every term, proof, issuer, dates, the signed status list, inner credentials. The service finds its own documents in itself, without a socket, as it does when it is asked. The rival: reading the same JSON text and `verifyCredential`, with the controller document and key in memory.',
  excludes:
    'Only ours checks the schema and the status; the rival is told that the status is good. Neither opens a connection.',
  boundBy:
    'Of 243 µs where the machine is quiet, the Ed25519 verification takes 60, SHA-256 with its UTF-8 16 and the canonical form with eight more hashes 44: more than the bound allows for everything. Strict reading takes 19, plain form and bounds 14, the schema 11, the look at the status list 6, of which the rival does only the parsing (9). The last 70 are the seven steps around them, each with its deadline: keys, issuer, dates, the proof of the list judged anew, trust, report.',
  measure: (options) =>
    withSampleService(async ({ service, plain, unsigned }) => {
      const fresh = async () => {
        const { document } = await service.ports.signer.signDocument(anotherBadge(unsigned));
        return new TextEncoder().encode(JSON.stringify(document));
      };
      const ours = (bytes: Uint8Array) => service.verify({ kind: 'bytes', bytes });
      const theirs = (bytes: Uint8Array) =>
        plain.verify(JSON.parse(new TextDecoder().decode(bytes)), new Date().toISOString());
      await assertBothJudge(await fresh(), { ours, theirs });
      const comparison = await compare(
        { ours: inProcess({ fresh, once: ours }), rival: inProcess({ fresh, once: theirs }) },
        options,
      );
      return [toRatio('one verification', comparison, { atLeast: 25 })];
    }),
};

interface Judges {
  readonly ours: (bytes: Uint8Array) => Promise<{ readonly verified: boolean }>;
  readonly theirs: (bytes: Uint8Array) => Promise<{ readonly verified: boolean }>;
}

async function assertBothJudge(good: Uint8Array, judges: Judges): Promise<void> {
  const text = new TextDecoder().decode(good);
  const bad = new TextEncoder().encode(text.replace('"name":"', '"name":"X'));
  for (const [side, judge] of Object.entries(judges)) {
    const [accepts, refuses] = [await judge(good), await judge(bad)];
    if (!accepts.verified) throw new Error(`${side} refuses a good badge: ${JSON.stringify(accepts)}`);
    if (refuses.verified) throw new Error(`${side} accepts a changed badge`);
  }
}
