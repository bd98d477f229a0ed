import { afterEach, expect, it, vi } from 'vitest';
import type { Uai } from '../../src/domain/uai.ts';
import { CLAIRE } from '../support/dane.ts';
import { ONE_RUPN, startTestService, type TestService } from '../support/service.ts';

const UAI = '0210001M' as Uai;
let service: TestService | undefined;
afterEach(async () => {
  vi.useRealTimers();
  await service?.stop();
});

it('a paper of a clock that was ahead keeps its day, stays confirmed, and the next one bears the true day', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  vi.setSystemTime(Date.parse('2027-06-10T12:00:00Z'));
  service = await startTestService();
  await service.importText(ONE_RUPN);
  const { services, ports } = service;
  const [by] = await ports.store.readPeopleByEmail([CLAIRE]);
  if (!by) throw new Error('nobody is there');
  const make = () =>
    services.makePaper({ uai: UAI, kind: 'statement', personId: by.id, schoolYear: 2023, by });
  const ahead = await make();
  vi.setSystemTime(Date.parse('2027-03-10T12:00:00Z'));
  expect(await services.confirmPaper(ahead)).toMatchObject({
    paper: { madeAt: '2027-06-10T12:00:00Z' },
    changed: [],
  });
  expect(await services.confirmPaper(await make())).toMatchObject({
    paper: { madeAt: '2027-03-10T12:00:00Z' },
    changed: [],
  });
});
