import { expect, it } from 'vitest';
import type { PersonId } from '../../src/domain/ids.ts';
import { startTestService } from '../support/servers/service.ts';
import { MUCH_WORK_MS } from '../support/timeouts.ts';

const WHO = { actor: 'dane' as PersonId, locale: 'fr' as const };

it('a file of which a part was not kept is refused as a whole, and nothing of it is imported', {
  timeout: MUCH_WORK_MS,
}, async () => {
  const service = await startTestService();
  const { services, ports } = service;
  const lines = Array.from({ length: 15_000 }, (_, at) => `agent${at}@ac-test.example;Ève;Petit\n`);
  const bytes = new TextEncoder().encode(`email;prenom;nom\n${lines.join('')}`);
  const upload = await services.receiveUpload([{ name: 'personnes.csv', bytes }], WHO);
  expect(upload.files[0]?.parts).toBeGreaterThan(2);
  const { readUploadChunk } = ports.store;
  Object.assign(ports.store, {
    readUploadChunk: (async (id, chunk) =>
      chunk.position === 1 ? undefined : readUploadChunk(id, chunk)) satisfies typeof readUploadChunk,
  });
  await services.importUpload(upload, WHO);
  expect(await ports.store.readUpload(upload.id, ports.clock.now())).toMatchObject({
    report: { files: [], unreadable: [{ file: 'personnes.csv', outcome: 'refused' }] },
  });
  expect(await ports.store.readPeopleByEmail(['agent0@ac-test.example'])).toEqual([]);
  await service.stop();
});
