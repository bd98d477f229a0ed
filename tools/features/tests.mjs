// The access rows and the contract of a new feature, and its word in the glossary.

export const accessFile = ({ name }) => `
import type { FeatureAccess } from '../types.ts';

export const access: FeatureAccess = {
  routes: {
    'GET /school/:uai/${name}': 'school-read',
    'POST /school/:uai/${name}': 'head',
    'POST /school/:uai/${name}/remove': 'head',
    'GET /dane/${name}': 'dane',
  },
  sent: [
    {
      path: '/school/:uai/${name}',
      fields: { personId: '{person}', description: 'Portable', since: '2026-09-01' },
    },
  ],
};
`;

export const contractFile = ({ name, one, single, Many, One, table, plural }) => `
import { describe, expect, it } from 'vitest';
import type { Change } from '../../src/domain/change/union.ts';
import type { ${One} } from '../../src/features/${name}/feature.ts';
import type { StoreUnderTest } from './store-under-test.ts';
import { ADA, BOB, day, FIXTURE, GUYOT, LACAILLE, LATER } from './store-values.ts';

const ${single}With = (id: string, over: Partial<${One}> = {}): ${One} => ({
  id,
  personId: ADA,
  uai: GUYOT,
  description: 'Portable',
  since: day('2026-09-01'),
  ...over,
});
const added = (${single}: ${One}): Change => ({ kind: '${one}-added', ${single} });

/** The contract of ${plural}. */
export function describe${Many}({ store }: StoreUnderTest): void {
  describe('${plural}', () => {
    it('are listed for a school and page by page for all, the newest first', async () => {
      const [first, second] = [${single}With('a'), ${single}With('b')];
      const elsewhere = ${single}With('c', { uai: LACAILLE, since: day('2026-10-01') });
      await store().commit([...FIXTURE, added(first), added(second), added(elsewhere)]);
      expect(await store().read${Many}At(GUYOT)).toEqual([second, first]);
      expect(await store().read${Many}({ limit: 2 })).toEqual([elsewhere, second]);
      expect(await store().read${Many}({ limit: 2, after: 'b' })).toEqual([first]);
    });

    it('are removed once: removing one that is gone or has changed is refused with its commit', async () => {
      const known = ${single}With('a');
      await store().commit([...FIXTURE, added(known)]);
      const removed = (asRead: ${One}): Change => ({ kind: '${one}-removed', asRead });
      const changed = removed({ ...known, description: 'Tablette' });
      await expect(store().commit([changed])).rejects.toMatchObject({ code: 'store-conflict' });
      await store().commit([removed(known)]);
      await expect(store().commit([removed(known)])).rejects.toMatchObject({ code: 'store-conflict' });
      expect(await store().read${One}('a')).toBeUndefined();
    });

    it('follow a merge, are exported, and are deleted with an erasure', async () => {
      await store().commit([...FIXTURE, added(${single}With('a'))]);
      await store().commit([{ kind: 'people-merged', from: ADA, into: BOB }]);
      expect(await store().read${One}('a')).toMatchObject({ personId: BOB });
      expect((await store().exportPerson(BOB))?.['${table}']).toHaveLength(1);
      await store().commit([
        { kind: 'person-erased', personId: BOB, names: { familyNames: [], emails: [] }, at: LATER },
      ]);
      expect(await store().read${Many}At(GUYOT)).toEqual([]);
    });
  });
}
`;

export const glossaryLine = ({ label, plural, One, name }) =>
  `| **${label}** | one of the ${plural} of a school, about a person. In code: \`${One}\`, in \`src/features/${name}\`. |\n`;
