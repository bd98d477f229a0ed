import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { read, utils, write } from '@e965/xlsx';
import type { Page, Response } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SignInPersona } from '../../demo/sign-in-personas.ts';
import { toPersona } from '../browser/year-fixture.ts';
import { startYearSite, visibleText, type YearSite } from '../browser/year-site.ts';
import { ROOT } from '../support/command-line.ts';
import { type CountedTask, type Hand, makeCounter, toTable } from '../support/counted-hand.ts';
import { type AcademyPerson, AGENT_OF_ACADEMY, makeAcademy } from '../support/fixtures/academy.ts';
import { writeAcademyFiles } from '../support/fixtures/academy-files.ts';
import { ANY, fr, like } from '../support/fr.ts';
import { todayInParis } from '../support/now.ts';
import { recount } from './recount.ts';

/** The walks of the DANE, a principal, a newcomer and a RUPN through the year, with what each task costs. */

const NEWCOMER = 'Ines Nouvelle';
/** The newcomer's whole channel, on both sides. */
const NEWCOMER_TASK: CountedTask['most'] = [2, 8];

const given = writeAcademyFiles(makeAcademy({ schools: 60, rupn: 200, today: todayInParis() }));
const { truth } = given;
const nameOf = ({ givenName, familyName }: AcademyPerson) => `${givenName} ${familyName}`;
const personAt = (email: string) => truth.people.find((one) => one.email === email) as AcademyPerson;
const ofThisYear = (uai: string) =>
  truth.segments.filter(
    (one) => one.uai === uai && one.state === 'demandee' && one.from >= `${truth.year}-09-01`,
  );
/** The school with the most requests that wait, and no clash among them. */
const school = truth.schools
  .slice(1)
  .map(({ uai }) => uai)
  .filter((uai) => !truth.segments.some((one) => one.uai === uai && one.reference.startsWith('PLANT-')))
  .toSorted((one, other) => ofThisYear(other).length - ofThisYear(one).length)[0] as string;
const head = truth.people.find(({ headOf }) => headOf === school) as AcademyPerson;
/** Teachers who meet a badge; one of them accepts it. */
const meeting = [...new Set([...recount(truth).met].map((one) => one.split(' ')[0] ?? ''))]
  .filter((email) => email.includes('@'))
  .slice(0, 12)
  .map(personAt);

function asPersona(
  { email, givenName, familyName }: AcademyPerson,
  group: SignInPersona['group'],
): SignInPersona {
  return { ...toPersona(`${givenName} ${familyName}`, group), subject: email, email, givenName, familyName };
}

/** Thousands of lines are read, and hundreds of badges signed, while a page is waited for. */
const TIMEOUT_MS = 90_000;

let site: YearSite;
let agent: Page;
let principal: Page;
const { tasks, count } = makeCounter();

beforeAll(async () => {
  const { email, givenName, familyName } = personAt(AGENT_OF_ACADEMY);
  site = await startYearSite(
    { 'agents.csv': `email;prenom;nom;profil\n${email};${givenName};${familyName};dane\n` },
    [
      asPersona(personAt(AGENT_OF_ACADEMY), 'dane'),
      asPersona(head, 'principal'),
      ...meeting.map((one) => asPersona(one, 'rupn')),
      toPersona(NEWCOMER, 'unknown'),
    ],
  );
  agent = await site.signIn('Agente Danoise');
  agent.setDefaultTimeout(TIMEOUT_MS);
});
afterAll(async () => {
  await site.stop();
  mkdirSync(join(ROOT, 'var'), { recursive: true });
  writeFileSync(join(ROOT, 'var/year.md'), `${toTable(tasks)}\n`);
});

const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, ...(typeof name === 'string' && { exact: true }) });
const link = (page: Page, name: string | RegExp) =>
  page.getByRole('link', { name, ...(typeof name === 'string' && { exact: true }) });
const waitForText = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor();
const ended = (page: Page) => page.getByRole('status').getByText('Terminé').waitFor({ timeout: TIMEOUT_MS });

function expectNoDearer({ fields, clicks, most }: CountedTask): void {
  expect(fields).toBeLessThanOrEqual(most[0]);
  expect(clicks).toBeLessThanOrEqual(most[1]);
}

/** Gives files to the page of imports and takes the good lines. */
async function importFiles(hand: Hand, files: readonly (readonly [string, Uint8Array])[]): Promise<string> {
  const { imports: t } = fr.dane.data;
  await hand.give(
    agent.getByLabel(t.files, { exact: true }),
    files.map(([name, bytes]) => ({
      name,
      mimeType: 'application/octet-stream',
      buffer: Buffer.from(bytes),
    })),
  );
  await hand.click(button(agent, t.check));
  await waitForText(agent, t.checkedTitle);
  const found = await visibleText(agent);
  await hand.click(button(agent, t.confirm));
  await waitForText(agent, fr.account.done.imported);
  return found;
}

describe('the DANE', () => {
  it(
    'imports the files of an académie in spite of their faults, and corrects one',
    async () => {
      await agent.goto('/dane/imports');
      const tables = [...given.files].filter(([name]) => /\.(csv|tsv|txt|xlsx|ods)$/.test(name));
      const refused = given.fates.filter(({ kind }) => kind === 'refused').length;
      const first = await count(['DANE', 'import a folder with faults'], [1, 2], async (hand) => {
        expect(await importFiles(hand, tables)).toMatch(new RegExp(`${refused}\\s(sont|lignes|refusées)`));
      });
      expectNoDearer(first);
      await agent.goBack();
      let mended: Uint8Array = new Uint8Array();
      const second = await count(
        ['DANE', 'correct a refused line and send it again'],
        [1, 3],
        async (hand) => {
          const downloading = agent.waitForEvent('download');
          await hand.click(link(agent, fr.dane.data.imports.correctionsXlsx));
          mended = fix(readFileSync(await (await downloading).path()));
          await agent.goto('/dane/imports');
          await importFiles(hand, [['corrigé.xlsx', mended]]);
        },
      );
      expectNoDearer(second);
      await agent.goto('/dane/people?q=Sans');
      expect(await visibleText(agent)).toContain('bonne.adresse@ac-dijon.example');
    },
    3 * TIMEOUT_MS,
  );

  it(
    'judges everybody and decides two hundred proposals at once',
    async () => {
      await agent.goto('/dane/decisions');
      const judged = await count(['DANE', 'judge everybody'], [0, 1], async (hand) => {
        await hand.click(button(agent, fr.dane.decisions.judge));
        await ended(agent);
      });
      expectNoDearer(judged);
      await agent.goto('/dane/decisions');
      const all = /Attribuer les (\d+) badges qui n’ont rien à regarder/;
      const many = Number(all.exec(await button(agent, all).first().innerText())?.[1]);
      expect(many).toBeGreaterThan(150);
      const decided = await count(['DANE', `award ${many} badges, with signing`], [0, 3], async (hand) => {
        await hand.click(button(agent, all));
        await hand.click(button(agent, fr.dane.decisions.batch.confirm.grant(many)));
        await waitForText(agent, like(fr.dane.jobs.waits(many, ANY)));
        await hand.click(button(agent, fr.dane.jobs.startNow));
        await ended(agent);
      });
      expectNoDearer(decided);
      expect(await visibleText(agent)).toMatch(new RegExp(`badges attribués\\s+${many}`));
    },
    3 * TIMEOUT_MS,
  );

  it(
    'sends a campaign and reads the coverage',
    async () => {
      await agent.goto('/dane/campaigns');
      const sent = await count(['DANE', 'send a campaign'], [2, 2], async (hand) => {
        await hand.fill(agent.getByLabel('Nom', { exact: true }), 'Rentrée');
        await hand.fill(agent.getByLabel(fr.campaigns.closesOn), `${truth.year + 1}-12-31`);
        await hand.click(button(agent, fr.campaigns.openButton));
        await hand.click(button(agent, /^Envoyer l/));
        await ended(agent);
      });
      expectNoDearer(sent);
      await agent.goto('/dane/coverage');
      const covered = await count(['DANE', 'survey and read the coverage'], [0, 2], async (hand) => {
        await hand.click(button(agent, fr.dane.coverage.measure));
        await ended(agent);
        await hand.click(agent.locator('main a[href="/dane/coverage"]'));
        await waitForText(agent, like(fr.dane.coverage.measuredAt(ANY)));
      });
      expectNoDearer(covered);
    },
    3 * TIMEOUT_MS,
  );

  it(
    'undoes a wrong import',
    async () => {
      const event = truth.events.find(({ nature }) => nature === 'EV-PAF')?.code ?? '';
      const lines = truth.people.slice(0, 100).map(({ email }) => `${email};${event};60;3\r\n`);
      const wrong = new TextEncoder().encode(`email;evenement;heures;preuve\r\n${lines.join('')}`);
      await agent.goto('/dane/imports');
      await count(['DANE', 'import a hundred attendances that are wrong'], [1, 2], (hand) =>
        importFiles(hand, [['en-trop.csv', wrong]]),
      );
      await agent.goto('/dane/imports');
      const undone = await count(['DANE', 'undo an import'], [0, 3], async (hand) => {
        await hand.click(
          agent.getByRole('row').filter({ hasText: 'en-trop.csv' }).getByRole('link', { name: /^Voir/ }),
        );
        await hand.click(button(agent, fr.undo.check));
        await hand.click(button(agent, new RegExp(`^(${fr.undo.confirm}|${fr.undo.confirmRest})$`)));
        await waitForText(agent, fr.undo.undoneTitle);
      });
      expectNoDearer(undone);
    },
    3 * TIMEOUT_MS,
  );
});

describe('a principal', () => {
  it(
    'confirms all but one, and contests that one',
    async () => {
      principal = await site.signIn(nameOf(head));
      principal.setDefaultTimeout(TIMEOUT_MS);
      await principal.goto(`/school/${school}/confirmations`);
      const ticks = principal.locator('main input[type="checkbox"][name="reference"]:checked');
      const many = await ticks.count();
      expect(many).toBeGreaterThan(1);
      const reference = await ticks.first().getAttribute('value');
      const confirmed = await count(
        ['principal', `confirm ${many - 1} requests and leave one`],
        [0, 3],
        async (hand) => {
          await hand.click(ticks);
          await hand.click(button(principal, fr.school.decisions.confirmChosen));
          await waitForText(principal, fr.school.decisions.together(many - 1, 0, 0));
        },
      );
      expectNoDearer(confirmed);
      const contested = await count(['principal', 'contest one'], [1, 3], async (hand) => {
        await hand.click(principal.locator(`main a[href="/school/${school}/confirmations/${reference}"]`));
        await hand.click(principal.getByLabel(fr.school.decisions.form.contest));
        await hand.fill(principal.getByLabel(fr.school.decisions.form.motive), 'Rien n’a commencé.');
        await hand.click(button(principal, fr.school.decisions.form.submit));
        await waitForText(principal, 'L’engagement est contesté.');
      });
      expectNoDearer(contested);
    },
    3 * TIMEOUT_MS,
  );

  it(
    'proposes a mission, records a review and opens the IMP file',
    async () => {
      const base = `/school/${school}`;
      await principal.goto(base);
      const proposed = await count(
        ['principal', 'propose a mission to somebody known'],
        [1, 3],
        async (hand) => {
          const ofGap = principal.locator(`main a[href^="${base}/missions/new?"]`).filter({ visible: true });
          const ofPage = principal.locator(`main a[href^="${base}/missions/new"]`);
          await hand.click((await ofGap.count()) > 0 ? ofGap : ofPage);
          const person = principal.locator('select[name="person"]');
          const values = await person
            .locator('option')
            .evaluateAll((all) => all.map((one) => one.getAttribute('value')));
          await hand.choose(person, values.filter(Boolean).at(-1) ?? '');
          // The link of one gap ticks its mission; that of the whole page leaves it to be ticked.
          const isTicked = (await principal.locator('[name="missions"]:checked').count()) > 0;
          if (!isTicked) await hand.click(principal.locator('[name="missions"]'));
          await hand.click(button(principal, fr.missionProposals.form.send));
          await waitForText(principal, fr.account.done['missions-proposed']);
        },
      );
      expectNoDearer(proposed);
      await principal.goto(`${base}/reviews?year=${truth.year}`);
      const reviewed = await count(['principal', 'record a review'], [11, 3], async (hand) => {
        await hand.click(principal.locator(`main a[href^="${base}/reviews/"][href*="/record"]`));
        await hand.fill(principal.getByLabel(fr.school.reviews.form.worked), 'Le relais entre collègues.');
        await hand.click(button(principal, /^Enregistrer le/));
        await waitForText(principal, /^Le (point d’étape est enregistré|compte rendu est modifié)/);
      });
      expectNoDearer(reviewed);
      await principal.goto(`${base}/papers?year=${truth.year}`);
      const printed = await count(['principal', 'open the IMP file as PDF'], [0, 3], async (hand) => {
        const isPdf = (answer: Response) => answer.headers()['content-type'] === 'application/pdf';
        const [pdf] = await Promise.all([
          principal.waitForResponse(isPdf),
          hand.click(button(principal, /Dossier IMP/)),
        ]);
        expect(pdf.status()).toBe(200);
      });
      expectNoDearer(printed);
    },
    3 * TIMEOUT_MS,
  );
});

describe('a newcomer', () => {
  it('is invited, says who they are, and is welcomed: eight clicks on both sides', async () => {
    await principal.goto(`/school/${school}/missions`);
    const channel = await count(
      ['newcomer', 'from the invitation to the mission, both sides'],
      NEWCOMER_TASK,
      async (hand) => {
        await hand.click(link(principal, fr.missionProposals.propose));
        await hand.fill(principal.locator('[name="known"]'), 'ines.nouvelle@ac-test.example');
        await hand.click(principal.getByRole('checkbox', { name: /^A1 / }));
        await hand.click(button(principal, fr.missionProposals.form.send));
        await waitForText(principal, fr.account.done['mission-invited']);
        const page = await site.open();
        await page.goto('/sign-in');
        await hand.click(link(page, fr.account.signIn.providers.local.name));
        await hand.click(button(page, fr.persona.enter(NEWCOMER)));
        await page.getByRole('heading', { level: 1, name: fr.newcomers.mine.title }).waitFor();
        await hand.click(button(page, fr.newcomers.mine.send));
        await hand.click(button(page, fr.persona.enter(NEWCOMER)));
        await waitForText(page, `Votre compte : ${NEWCOMER}`);
      },
    );
    expectNoDearer(channel);
    await principal.goto(`/school/${school}`);
    expect(await visibleText(principal)).toContain(NEWCOMER);
  });
});

describe('the DANE again', () => {
  it('creates an event, invites everybody, and exports everything', async () => {
    await agent.goto('/dane/events/new');
    const invited = await count(['DANE', 'create an event and invite everybody'], [5, 4], async (hand) => {
      await hand.fill(agent.locator('[name="code"]'), 'RENC-MARCHE');
      await hand.fill(agent.locator('[name="title"]'), 'Rencontre annuelle');
      await hand.choose(agent.locator('[name="kind"]'), 'EV-RENC');
      await hand.fill(agent.locator('[name="startsOn"]'), todayInParis());
      await hand.click(button(agent, fr.forms.save));
      await hand.click(agent.locator('main a[href$="/RENC-MARCHE/invitations"]'));
      await hand.click(button(agent, /^Inviter (ces|cette)/));
      await waitForText(agent, fr.account.done['people-invited']);
    });
    expectNoDearer(invited);
    await agent.goto('/dane/exports');
    const exported = await count(['DANE', 'export everything'], [0, 1], async (hand) => {
      const downloading = agent.waitForEvent('download');
      await hand.click(
        agent.locator('main a[href="/dane/exports/jalon.xlsx"], main a[href^="/dane/exports/jalon.xlsx"]'),
      );
      await (await downloading).path();
    });
    expectNoDearer(exported);
  });
});

describe('a RUPN', () => {
  it('accepts a badge under the full name and publishes it', async () => {
    const { store } = site.service.ports;
    const people = await store.readPeopleByEmail(meeting.map(({ email }) => email));
    const awards = await store.readAwardsOf(people.map(({ id }) => ({ kind: 'person', personId: id })));
    const holder = people.find(({ id }) =>
      awards.some(({ award: { recipient } }) => recipient.kind === 'person' && recipient.personId === id),
    );
    const page = await site.signIn(`${holder?.givenName} ${holder?.familyName}`);
    await page.goto('/my');
    const accepted = await count(['RUPN', 'accept the new badges and publish them'], [0, 5], async (hand) => {
      await hand.click(page.locator('main a[href^="/my/badges/"]'));
      await hand.click(page.getByLabel(fr.my.badges.one.names.full.label));
      await hand.click(page.getByLabel(fr.my.moment.forms.feminine));
      await hand.click(button(page, /^Accepter (ce badge|les badges cochés)$/));
      await waitForText(page, fr.my.moment.published.title);
    });
    expectNoDearer(accepted);
    await page.goto('/my/contributions/new');
    const declared = await count(['RUPN', 'declare a contribution'], [5, 2], async (hand) => {
      await hand.click(page.locator('[name="kind"]'));
      await hand.fill(page.locator('[name="title"]'), 'Un atelier');
      await hand.fill(page.locator('textarea[name="description"]'), 'Une heure avec six collègues.');
      await hand.fill(page.locator('[name="on"]'), todayInParis());
      await hand.fill(page.locator('[name="url"]'), 'https://ressources.example/atelier');
      await hand.click(button(page, fr.forms.save));
      await waitForText(page, 'Un atelier');
    });
    expectNoDearer(declared);
    expect(site.complaints).toEqual([]);
  });
});

/** The file of corrections with a good address in place of the faulty one; the other lines stay as they are. */
function fix(bytes: Uint8Array): Uint8Array {
  const book = read(bytes);
  for (const sheet of Object.values(book.Sheets)) {
    const rows = utils.sheet_to_json<string[]>(sheet, { header: 1 });
    const mended = rows.map((row) =>
      row.map((cell) => (cell === 'adresse fausse' ? 'bonne.adresse@ac-dijon.example' : cell)),
    );
    utils.sheet_add_aoa(sheet, mended);
  }
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }));
}
