import { heapMegabytes } from '../../src/cli/process-limits.ts';
import { ROOT } from '../../test/support/command-line.ts';
import { median } from '../measuring/median.ts';
import type { Finding, Row } from '../measuring/row.ts';
import { buildEarlierVersion } from '../memory/earlier-version.ts';
import { prepareVersion } from '../memory/served-version.ts';

/** The last version without limits of heap and allocator, and with a workbook that is built in memory. */
const EARLIER = 'c6c826be';
const PEOPLE = 5_000;
const MOST_MB = 450;
const CONTAINER_BYTES = 512 * 1_048_576;

/** The service runs in a process of its own. The kernel records the peak of that process, with its threads. */
export const peakMemory: Row = {
  name: 'peak-memory',
  title: "the most memory in the DANE's busiest hour",
  against: `this program at ${EARLIER}, as it started then`,
  group: 'heavy',
  startsPrograms: true,
  includes: `A record of ${PEOPLE.toLocaleString('en')} people with three years of engagement, their badges signed and accepted, one SQLite file a version, copied for each round. At once: 40 lists, tables and reports, 100 pictures, certificates and pages of badges, the workbook of everything five times, and two imports of 8 MB. Ours starts as in a container of 512 MB.`,
  excludes: 'The cache of files, which the kernel takes back. The client, which is another process.',
  boundBy:
    'The program with its packages as text and code, the heap that the container sets, and one heap for each thread.',
  measure: async ({ rounds, size = PEOPLE, note }) => {
    note(`building ${EARLIER}`);
    const heap = `--max-old-space-size=${heapMegabytes(CONTAINER_BYTES)}`;
    const versions = {
      ours: { root: ROOT, command: 'dist/start.js', environment: { NODE_OPTIONS: heap } },
      rival: { root: buildEarlierVersion(EARLIER), command: 'dist/cli.js', environment: {} },
    };
    note(`preparing ${size} people twice`);
    const ours = await prepareVersion(versions.ours, size);
    const rival = await prepareVersion(versions.rival, size);
    const peaks = { ours: [] as number[], rival: [] as number[] };
    try {
      for (let round = 0; round < rounds; round += 1) {
        peaks.ours.push(await ours.measurePeak());
        peaks.rival.push(await rival.measurePeak());
        note(`${peaks.ours.at(-1)?.toFixed(0)} MB against ${peaks.rival.at(-1)?.toFixed(0)} MB`);
      }
    } finally {
      ours.remove();
      rival.remove();
    }
    return findingsOf(peaks, size === PEOPLE);
  },
};

function findingsOf(
  { ours, rival }: { readonly ours: readonly number[]; readonly rival: readonly number[] },
  isOwnSize: boolean,
): readonly Finding[] {
  const ratios = ours.map((peak, round) => (rival[round] ?? Number.NaN) / peak);
  const middle = { ours: median(ours), rival: median(rival) };
  return [
    {
      what: 'peak of the service',
      value: middle.ours,
      unit: 'MB',
      spread: [Math.min(...ours), Math.max(...ours)],
      ...(isOwnSize && { wanted: { below: MOST_MB } }),
      detail: `${middle.ours.toFixed(0)} MB`,
    },
    {
      what: 'the same hour, against the earlier version',
      value: median(ratios),
      unit: '×',
      spread: [Math.min(...ratios), Math.max(...ratios)],
      detail: `${middle.ours.toFixed(0)} MB against ${middle.rival.toFixed(0)} MB`,
    },
  ];
}
