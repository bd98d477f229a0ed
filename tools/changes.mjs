// `npm run changes`: prints every kind of change with what keeps its commit true when it lands: the preconditions that
// refuse it, or the reason why it needs none.
import { WRITERS } from '../src/adapters/storage/commit/registry.ts';
import { say } from './print.mjs';

const kinds = Object.entries(WRITERS).sort(([one], [other]) => (one < other ? -1 : 1));
for (const [kind, { guard }] of kinds) process.stdout.write(`${kind.padEnd(36)} ${inWords(guard)}\n`);
const counts = Map.groupBy(kinds, ([, { guard }]) => guard.kind);
say(`${kinds.length} kinds: ${[...counts].map(([kind, of]) => `${of.length} ${kind}`).join(', ')}.`);

function inWords(guard) {
  switch (guard.kind) {
    case 'premise':
      return `premise: ${guard.names.join(', ')}`;
    case 'new-key':
      return [...guard.names, 'its rows have new keys, and a key that is taken refuses the commit'].join(
        '; ',
      );
    case 'named':
      return `premise: ${guard.names.join(', ')}: the record that it names is there`;
    case 'sweep':
      return 'none needed: it removes or marks any number of rows, also none';
    case 'as-stored':
      return 'none needed: it only inserts, and follows from the stored rows, in any order';
    case 'beside':
      return `premise of ${guard.kinds.join(' or ')} in the same commit`;
    default:
      return `none needed: the latest word of the ${guard.of} stands; never sent again`;
  }
}
