import { afterEach, expect, it, vi } from 'vitest';
import { secondsAfter } from '../../src/domain/time/calendar.ts';
import type { Uai } from '../../src/domain/uai.ts';
import { CLAIRE } from '../support/fixtures/dane.ts';
import { ONE_RUPN, startTestService, type TestService } from '../support/servers/service.ts';

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

const HOUR = 3600;

it.each(['alone', 'together'])(
  'no paper bears a day that another machine contradicts, made %s, and it is made once the two agree',
  async (how) => {
    service = await startTestService();
    await service.importText(ONE_RUPN);
    const { services, ports } = service;
    const [by] = await ports.store.readPeopleByEmail([CLAIRE]);
    if (!by) throw new Error('nobody is there');
    const stated = { uai: UAI, kind: 'statement' as const, schoolYear: 2023, by };
    const make = () =>
      how === 'alone'
        ? services.makePaper({ ...stated, personId: by.id })
        : services.makePapersTogether(stated);
    const say = (seconds: number) =>
      ports.time.hear('identity-provider', secondsAfter(ports.clock.now(), seconds));
    for (const apart of [-HOUR, HOUR]) {
      say(apart);
      await expect(make()).rejects.toMatchObject({ code: 'clock-contradicted' });
    }
    expect(await ports.store.readPapersMade(UAI, 2023)).toEqual([]);
    say(0);
    await make();
    expect(await ports.store.readPapersMade(UAI, 2023)).toHaveLength(1);
  },
);
