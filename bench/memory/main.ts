import { parseArgs } from 'node:util';
import { ROOT } from '../../test/support/command-line.ts';
import { makeMemoryGroup, NotPossibleHere } from './control-group.ts';
import { prepareVersion } from './served-version.ts';

/** `npm run bench -- memory [--limit MEBIBYTES] [--people N]`: the DANE's busiest hour in a service that may take no
 *  more memory than a container of this size. The kernel kills what takes more. First it must kill a probe that takes
 *  600 MB: otherwise the limit would prove nothing, and the exit code is 3. It is 1 where the service was killed or an
 *  answer failed. */
const { values } = parseArgs({
  options: { limit: { type: 'string', default: '512' }, people: { type: 'string', default: '5000' } },
});
const MEBIBYTE = 1_048_576;
const SYSTEM_FAILED = 3;
const limitBytes = Number(values.limit) * MEBIBYTE;
const print = (line: object) => void process.stdout.write(`${JSON.stringify(line)}\n`);
const note = (text: string) => void process.stderr.write(`${text}\n`);

const group = await makeMemoryGroup(limitBytes).catch((error: unknown) => {
  if (!(error instanceof NotPossibleHere)) throw error;
  note(`NOT POSSIBLE HERE: ${error.message}. Run it as root on Linux. Nothing was tried.`);
  return undefined;
});
if (group) {
  const probes = group.killed();
  note(`a process that took 600 MB was killed at ${values.limit} MiB; preparing ${values.people} people`);
  const version = { root: ROOT, command: 'dist/start.js', environment: {}, enter: group.enter };
  const prepared = await prepareVersion(version, Number(values.people));
  try {
    const reason = await prepared.measurePeak().then(
      (peakMb) => {
        print({ survived: true, limitMiB: Number(values.limit), peakMb, groupBytes: group.peakBytes() });
        return undefined;
      },
      (error: Error) => error.message,
    );
    const killed = group.killed() - probes;
    if (reason !== undefined || killed > 0) {
      print({ survived: false, limitMiB: Number(values.limit), killed, reason });
      process.exitCode = 1;
    }
  } finally {
    prepared.remove();
    await group.remove();
  }
} else process.exitCode = SYSTEM_FAILED;
