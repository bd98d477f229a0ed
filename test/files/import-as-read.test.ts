import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Store } from '../../src/application/ports.ts';
import type { Instant } from '../../src/domain/time/calendar.ts';
import { type Desk, openDesk } from './support.ts';

const HEADER = 'email;prenom;nom\n';
const EMAIL = 'ada@ac-test.example';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
  await desk.import({ 'personnes.csv': `${HEADER}${EMAIL};Ada;Martin\n` });
});
afterEach(() => desk.close());

/** Imports a file, with one more commit by someone else just before the first commit of people. */
async function importBeside(file: string, beside: () => Promise<void>): Promise<void> {
  const { store } = desk;
  const { commit } = store;
  const besideFirst: Store['commit'] = async (changes) => {
    if (changes.some(({ kind }) => kind === 'person-saved')) {
      Object.assign(store, { commit });
      await beside();
    }
    return commit(changes);
  };
  Object.assign(store, { commit: besideFirst });
  await desk.import({ 'personnes.csv': file });
}

it('takes no profile back that a screen gave while the file was read', async () => {
  const [ada] = await desk.store.readPeopleByEmail([EMAIL]);
  if (!ada) throw new Error('no person');
  await importBeside(`${HEADER}${EMAIL};Ada;Durand\n`, () =>
    desk.store.commit([{ kind: 'person-saved', person: { ...ada, profiles: ['rupn', 'dane'] } }]),
  );
  const [now] = await desk.store.readPeopleByEmail([EMAIL]);
  expect([now?.familyName, now?.profiles]).toEqual(['Durand', ['rupn', 'dane']]);
});

it('does not bring back a person who was erased while the file was read', async () => {
  const [ada] = await desk.store.readPeopleByEmail([EMAIL]);
  if (!ada) throw new Error('no person');
  await importBeside(`${HEADER}${EMAIL};Ada;Durand\n`, () =>
    desk.store.commit([
      {
        kind: 'person-erased',
        personId: ada.id,
        names: { familyNames: [], emails: [] },
        at: '2026-11-24T10:00:00Z' as Instant,
      },
    ]),
  );
  expect(await desk.store.readPeople([ada.id])).toEqual([]);
});
