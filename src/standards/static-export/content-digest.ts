import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { DataVersion } from '../../application/store/service-readers.ts';
import { localDateInParis } from '../../domain/time/calendar.ts';
import { assetsFolder, type NodeContext } from '../../node.ts';

/** Gives a digest of everything from which the answers about a badge or profile are drawn: the program, its settings,
 *  the criteria of the day, and the moment of the database on which they rest. */
export function makeStateOf({ config, ports }: NodeContext): (moment: DataVersion) => string {
  const program = digestOf(...programFiles(), JSON.stringify(config));
  let common: string | undefined;
  let shared = '';
  return (moment) => {
    if (moment.common !== common) {
      common = moment.common;
      const { version } = ports.catalogue.criteriaInForce(localDateInParis(ports.clock.now()));
      shared = digestOf(program, common, String(version));
    }
    return digestOf(shared, moment.own);
  };
}

/** The texts, drawings and packages of this version. */
function programFiles(): readonly Uint8Array[] {
  const built = dirname(assetsFolder());
  const code = readdirSync(built).filter((name) => name.endsWith('.js'));
  const paths = [...code.toSorted(), 'assets/manifest.json', '../package.json'].map((name) =>
    join(built, name),
  );
  return paths.filter((path) => existsSync(path)).map((path) => readFileSync(path));
}

function digestOf(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${part.length}\n`).update(part);
  return hash.digest('base64url');
}
