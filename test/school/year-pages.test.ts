import { describe, expect, it } from 'vitest';
import { schoolOf } from '../support/fixtures/school.ts';
import { CHEF, DANE, NEIGHBOUR, SCHOOL } from '../support/fixtures/schools.ts';
import { THIRTY_PEOPLE_FIXTURE } from '../support/fixtures/thirty-people.ts';
import { ANY, fr, like } from '../support/fr.ts';
import { inFrench, LAST_YEAR, THIS_YEAR, todayInParis } from '../support/now.ts';
import type { TestService } from '../support/servers/service.ts';
import { startBeforeEach } from '../support/servers/start-before.ts';
import { type SignedInBrowser, signInAs } from '../support/sign-in.ts';

const NEW = `${SCHOOL}/new-year?year=${THIS_YEAR}`;
const END = `${SCHOOL}/year-end?year=${LAST_YEAR}`;

let service: TestService;
let chef: SignedInBrowser;
startBeforeEach(schoolOf({ chef: CHEF }, THIRTY_PEOPLE_FIXTURE), (fixture) => {
  ({ service, chef } = fixture);
});

/** Each row as its cells in plain text: the task, its state, its details, the one link or button. */
async function rows(path: string, browser = chef): Promise<ReadonlyMap<string, readonly string[]>> {
  const html = await (await browser.get(path)).text();
  const body = html.match(/<tbody>(.*?)<\/tbody>/su)?.[1] ?? '';
  const cells = body.split('</tr>').map((row) =>
    row
      .split(/<\/t[hd]>/)
      .map((cell) =>
        cell
          .replaceAll(/<[^>]+>/g, ' ')
          .replaceAll(/\s+/g, ' ')
          .trim(),
      )
      .filter((text) => text !== ''),
  );
  return new Map(cells.flatMap(([title, ...rest]) => (title ? [[title, rest] as const] : [])));
}

describe('the page of the new school year', () => {
  it('shows for each task whether it is done, to do or not applicable, with one useful link', async () => {
    const items = await rows(NEW);
    expect(items.get(fr.yearPages.items.carry)).toEqual([
      fr.yearPages.states.todo,
      fr.yearPages.carry(27, 30),
      fr.yearPages.links.carry,
    ]);
    expect(items.get(fr.yearPages.items.answers)?.[0]).toBe(fr.yearPages.states.none);
    expect(items.get(fr.yearPages.items.confirmations)?.slice(0, 2)).toEqual([
      fr.yearPages.states.todo,
      fr.yearPages.confirmations(1),
    ]);
    expect(items.get(fr.yearPages.items.authorisations)?.[0]).toBe(fr.yearPages.states.none);
    expect(items.get(fr.yearPages.items['mission-letter'])?.slice(1)).toEqual([
      fr.yearPages.papers(0, 2),
      fr.yearPages.prints['mission-letter'],
    ]);
    expect(items.get(fr.yearPages.items.meeting)).toEqual([
      fr.yearPages.states.todo,
      fr.yearPages.meeting.none,
      fr.yearPages.links['ask-meeting'],
    ]);
    const html = await (await chef.get(NEW)).text();
    const body = html.match(/<tbody>(.*?)<\/tbody>/su)?.[1] ?? '';
    for (const row of body.split('</tr>').filter((one) => one.includes('<th'))) {
      expect(row.match(/<a |<button/g) ?? [], row).toHaveLength(
        row.includes(fr.yearPages.states.none) ? 0 : 1,
      );
    }
  });

  it('changes with the tasks that are done from it', async () => {
    const letters = await chef.post(`${SCHOOL}/papers/together`, {
      kind: 'mission-letter',
      year: String(THIS_YEAR),
    });
    expect(letters.headers.get('Location')).toContain('/papers/together.pdf?ids=');
    expect((await rows(NEW)).get(fr.yearPages.items['mission-letter'])?.slice(0, 2)).toEqual([
      'fait',
      fr.yearPages.papers(2, 2),
    ]);
    await chef.post(`${SCHOOL}/confirmations`, { reference: 'N-3' });
    expect((await rows(NEW)).get(fr.yearPages.items.confirmations)).toEqual([
      'fait',
      fr.yearPages.confirmations(0),
    ]);
    expect((await rows(NEW)).get(fr.yearPages.items['mission-letter'])?.slice(0, 2)).toEqual([
      fr.yearPages.states.todo,
      fr.yearPages.papers(2, 3),
    ]);
    const [five] = await service.ports.store.readPeopleByEmail(['p5@ac-test.example']);
    await chef.post(`${SCHOOL}/carry-over`, {
      ...{ year: String(THIS_YEAR), from: `${THIS_YEAR}-09-01`, to: `${THIS_YEAR + 1}-08-31` },
      ...{ person: five?.id ?? '', missions: `${five?.id}:A1` },
    });
    expect((await rows(NEW)).get(fr.yearPages.items.carry)?.[1]).toBe(fr.yearPages.carry(26, 30));
    expect((await rows(NEW)).get(fr.yearPages.items.answers)?.slice(0, 2)).toEqual([
      fr.yearPages.states.todo,
      fr.yearPages.answers(1, 1),
    ]);
  });
});

describe('the annual meeting in the school, on the page of the new school year', () => {
  const meeting = async () => (await rows(NEW)).get(fr.yearPages.items.meeting)?.slice(0, 2);

  it('is followed from the request to the day on which it is held', async () => {
    const requested = await chef.post(`${SCHOOL}/meetings`, {});
    const path = requested.headers.get('Location')?.split('?')[0] ?? '';
    expect((await meeting())?.[1]).toContain(fr.meetings.states.asked);
    expect(await (await chef.get(NEW)).text()).toContain(`href="${path}"`);
    const dane = await signInAs(service, DANE);
    const id = path.split('/').at(-1);
    await dane.post(`/dane/meetings/${id}/day`, { day: todayInParis() });
    expect((await meeting())?.[1]).toMatch(like(fr.yearPages.meeting.here(ANY)));
    await chef.post(`${path}/day`, { day: todayInParis() });
    expect(await meeting()).toEqual([
      fr.yearPages.states.todo,
      fr.yearPages.meeting.planned(inFrench(todayInParis())),
    ]);
    await dane.post(`/dane/meetings/${id}/record`, { day: todayInParis(), present: [] });
    expect((await meeting())?.[0]).toBe('fait');
  });
});

describe('the page of the year’s end', () => {
  it('counts reviews and written reports, and prints the statements of everybody at once', async () => {
    await service.importText({
      'points-etape.csv': [
        'email;uai;date;nature',
        `p0@ac-test.example;0210001M;${THIS_YEAR}-05-02;point-etape`,
        `p4@ac-test.example;0210001M;${THIS_YEAR}-06-02;bilan`,
        '',
      ].join('\n'),
    });
    const items = await rows(END);
    expect(items.get(fr.yearPages.items.reviews)?.slice(0, 2)).toEqual([
      fr.yearPages.states.todo,
      fr.yearPages.reviews(1, 31),
    ]);
    expect(items.get(fr.yearPages.items.reports)?.[1]).toBe(fr.yearPages.reports(1, 30, 0));
    expect(items.get(fr.yearPages.items['imp-file'])?.[1]).toBe(fr.yearPages.file());
    expect(items.get(fr.yearPages.items.badge)).toHaveLength(2);
    expect(items.get(fr.yearPages.items.changes)).toEqual([
      fr.yearPages.states.none,
      fr.yearPages.changes(0, 0),
    ]);
    expect(items.get(fr.yearPages.items.contests)).toEqual([
      fr.yearPages.states.none,
      fr.yearPages.contests(0),
    ]);
    expect(items.get(fr.yearPages.items.next)?.[2]).toBe(fr.yearPages.links.next);
    await chef.post(`${SCHOOL}/papers/together`, { kind: 'statement', year: String(LAST_YEAR) });
    await chef.post(`${SCHOOL}/papers`, { kind: 'imp-file', year: String(LAST_YEAR) });
    const after = await rows(END);
    expect(after.get(fr.yearPages.items.statement)?.slice(0, 2)).toEqual([
      'fait',
      fr.yearPages.papers(31, 31),
    ]);
    expect(after.get(fr.yearPages.items['imp-file'])?.[0]).toBe('fait');
    expect((await rows(`${SCHOOL}/year-end`)).get(fr.yearPages.items.badge)?.[0]).toBe(
      fr.yearPages.states.todo,
    );
  });

  it('is read by the DANE without any button, and by no other school', async () => {
    const [dane, neighbour] = await Promise.all([DANE, NEIGHBOUR].map((email) => signInAs(service, email)));
    const items = await rows(END, dane as SignedInBrowser);
    expect(items.get(fr.yearPages.items.statement)?.[2]).toBe(fr.yearPages.links.papers);
    for (const path of [NEW, END]) expect((await neighbour?.get(path))?.status).toBe(403);
  });
});
