import type { Row } from '../measuring/row.ts';
import { AGAINST_HELLO, againstHello, SERVED } from '../servers/against-hello.ts';

export const credentialJson: Row = {
  name: 'credential-json',
  title: 'a signed badge as JSON, by its id',
  against: AGAINST_HELLO,
  group: 'usual',
  startsPrograms: true,
  includes: `Ours: GET of \`/credentials/{id}\` with \`Accept: application/vc+ld+json\` for ${SERVED} badges in turn over 10 open connections; the bytes come from the database.`,
  excludes: 'The client, which is another process. Neither answer is compressed.',
  measure: (options) =>
    againstHello(options, async ({ badges, against }) => {
      const requests = badges.map((path) => ({ path, headers: { Accept: 'application/vc+ld+json' } }));
      return [await against(requests, 200, { what: 'one document', wanted: { atLeast: 0.4 } })];
    }),
};
