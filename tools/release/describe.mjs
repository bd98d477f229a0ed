import { join } from 'node:path';
import { fetchNode24 } from '../node24.mjs';
import { readJson } from '../packages.mjs';
import { billOf, licenceTexts, packagesOfRelease } from './bill.mjs';
import { tracePackages } from './trace.mjs';

/** What a release needs besides the repository and the build: Node, the packages, and the files written for it. The
 *  list of parts names the commit and its date if they are given. */
export async function describeProgram(root, { commit, date } = {}) {
  const { version } = readJson(root, 'package.json');
  const platform = `${process.platform}-${process.arch}`;
  const node = join(await fetchNode24(), '../..');
  const traced = await tracePackages(root);
  const packages = packagesOfRelease(root, traced);
  const about = { version, commit, date, platform, packages, node: readJson(node, 'package.json').version };
  const bill = (base) => toText(billOf({ ...about, base }));
  const written = {
    'package.json': toText({ name: 'jalon', version, private: true, license: 'MIT', type: 'module' }),
    'sbom.cdx.json': bill(),
    LICENCES: licenceTexts(root, { node, packages }),
  };
  return { version, platform, node, traced, written, bill };
}

function toText(value) {
  return `${JSON.stringify(value, null, 2)}\n`;
}
