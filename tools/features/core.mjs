// Keeps the core from growing a new feature. tools/features.json holds how many tables, audit actions and pages the
// core has. A count above it is an error. A lower one is written by `node tools/features.mjs --lower`.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const CEILINGS = 'tools/features.json';

/** Each count: what is counted, in which file, between which lines. */
const COUNTS = {
  tables: [
    'a table',
    'src/adapters/storage/mapping/tables.ts',
    /^export interface Tables .*?^\}/ms,
    /^ {2}\w+: /gm,
  ],
  actions: [
    'an audit action',
    'src/domain/audit/actions.ts',
    /^export type .*/ms,
    /^ {2}\| ['`][\w${}-]+['`]/gm,
  ],
  my: ['a page', 'src/adapters/http/my/layout.tsx', /^const ADDRESSES .*?^\}/ms, /^ {2}\w+: '/gm],
  dane: ['a page', 'src/adapters/http/dane/layout.tsx', /^const PATHS .*?^\}/ms, /^ {2}\w+: '/gm],
  school: ['a page', 'src/adapters/http/school/layout.tsx', /^const PATHS .*?^\}/ms, /^ {2}\w+: '/gm],
};

/** A sentence for each list of the core that is longer than it was. */
export function errorsOfCore(root) {
  const ceilings = JSON.parse(readFileSync(join(root, CEILINGS), 'utf8'));
  return Object.entries(countsOf(root)).flatMap(([kind, count]) => {
    const [what, path] = COUNTS[kind];
    if (count > ceilings[kind]) {
      return `${path} has ${what} more than the core has (${count}, not ${ceilings[kind]}): make a feature of it with npm run new-feature, or raise the count in ${CEILINGS} if it belongs to the core.`;
    }
    return count < ceilings[kind]
      ? `${path} has fewer than ${CEILINGS} states: run node tools/features.mjs --lower.`
      : [];
  });
}

/** Writes the counts that fell. */
export function lowerCore(root) {
  const path = join(root, CEILINGS);
  const ceilings = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {};
  const lowered = Object.entries(countsOf(root)).map(([kind, count]) => [
    kind,
    Math.min(count, ceilings[kind] ?? count),
  ]);
  writeFileSync(path, `${JSON.stringify(Object.fromEntries(lowered), undefined, 2)}\n`);
}

function countsOf(root) {
  const counts = Object.entries(COUNTS).map(([kind, [, path, part, line]]) => {
    const [text = ''] = part.exec(readFileSync(join(root, path), 'utf8')) ?? [];
    const count = text.match(line)?.length ?? 0;
    if (count === 0) throw new Error(`${path}: the list that tools/features/core.mjs counts is not there.`);
    return [kind, count];
  });
  return Object.fromEntries(counts);
}
