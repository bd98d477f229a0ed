import { createCredential, createList } from '@digitalbazaar/vc-bitstring-status-list';
import { gzipList } from '../../src/assembly/compress.node.ts';
import { statusListCredential } from '../../src/issuing/status-list.ts';
import { decodeBitstring, encodeBitstring, readBit } from '../../src/open-badges/status/bitstring.ts';
import { DID, NOW, ORIGIN } from '../../test/support/fixtures/credentials.ts';
import { withSampleService } from '../fixtures/with-sample-service.ts';
import { compare, toRatio } from '../measuring/compare.ts';
import { inProcess } from '../measuring/in-process.ts';
import type { Row } from '../measuring/row.ts';

const SIZE = 131_072;
const REVOKED = 1_311;
const LIST = `${ORIGIN}/status/1`;
const ISSUER = { id: DID, name: 'DANE' };
/** An index of the list. The indexes are spread over the list, and are the same for both sides. */
const indexOf = (number: number) => (number * 7_919) % SIZE;

/** Both sides begin with the same 1 % of set bits, set one more bit each time, and sign the new list. Before
 *  the measurement the lists of both sides are decoded, and must have the same bits. */
export const statusFlip: Row = {
  name: 'status-flip',
  title: 'set one bit of a status list of 131,072 and sign the list again',
  against: '@digitalbazaar/vc-bitstring-status-list 2 with @digitalbazaar/vc 7',
  group: 'usual',
  startsPrograms: false,
  includes:
    'Both: the bit, the compression, the credential of the list, one Data Integrity proof. Ours makes the bits anew from the indexes, as the service does from its database; the rival keeps its list in memory.',
  excludes: 'On neither side: reading the indexes from a database, storing and serving the list.',
  measure: (options) =>
    withSampleService(async ({ service, plain }) => {
      const set = Array.from({ length: REVOKED }, (_, at) => indexOf(at));
      const list = await createList({ length: SIZE });
      for (const index of set) list.setStatus(index, true);
      const ours = async (index: number) => {
        const unsigned = await unsignedList([...set, index]);
        return (await service.ports.signer.signDocument({ ...unsigned })).document;
      };
      const theirs = async (index: number) => {
        list.setStatus(index, true);
        const unsigned = await createCredential({ id: LIST, list, statusPurpose: 'revocation' });
        const signed = await plain.sign({ ...unsigned, issuer: ISSUER, validFrom: NOW }, NOW);
        list.setStatus(index, false);
        return signed;
      };
      await assertSameBits(await ours(indexOf(REVOKED)), await theirs(indexOf(REVOKED)));
      let next = REVOKED;
      const fresh = () => {
        next += 1;
        return indexOf(next);
      };
      const comparison = await compare(
        { ours: inProcess({ fresh, once: ours }), rival: inProcess({ fresh, once: theirs }) },
        options,
      );
      return [toRatio('one bit', comparison, { atLeast: 4 })];
    }),
};

async function unsignedList(set: readonly number[]) {
  return statusListCredential({
    origin: ORIGIN,
    listId: '1',
    issuer: { name: 'DANE' },
    encodedList: await encodeBitstring(set, SIZE, gzipList),
    validFrom: NOW,
    validUntil: NOW,
    ttlMilliseconds: 300_000,
  });
}

async function assertSameBits(...documents: readonly Readonly<Record<string, unknown>>[]): Promise<void> {
  const [ours, theirs] = await Promise.all(
    documents.map(async ({ credentialSubject }) =>
      decodeBitstring((credentialSubject as { readonly encodedList: string }).encodedList),
    ),
  );
  if (!ours || !theirs || !Buffer.from(ours).equals(theirs)) throw new Error('the two lists have other bits');
  if (readBit(ours, indexOf(REVOKED)) !== true) throw new Error('the new bit is not set');
}
