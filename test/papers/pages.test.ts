import { describe, expect, it } from 'vitest';
import type { PaperContent } from '../../src/application/papers/content-types.ts';
import type { SchoolMember } from '../../src/application/papers/context.ts';
import { makeEngagementStatement } from '../../src/application/papers/engagement-statement.ts';
import { makeLetterCompanion } from '../../src/application/papers/letter-companion.ts';
import { makeMissionLetter } from '../../src/application/papers/mission-letter.ts';
import { makeReviewRecord } from '../../src/application/papers/review-record.ts';
import { makeSchoolFile } from '../../src/application/papers/school-file.ts';
import { day } from '../domain/builders.ts';
import { fr } from '../support/fr.ts';
import { companionInput, drawer, fileInput, letterInput, recordInput } from './drawn-samples.ts';
import { type ReadPage, readPdf } from './read-pdf.ts';
import {
  ADDRESS,
  claire,
  codes,
  context,
  hugo,
  inTeam,
  largeTeam,
  makeEngagement,
  makeMember,
  school,
} from './sample.ts';

const definePages = async (content: PaperContent) => (await readPdf(await drawer.drawPdf(content))).pages;

/** A person with an engagement for each of some school years, and the records of each. */
function afterYears(years: number, name = 'Morel'): SchoolMember {
  const id = `opaque-${name}`;
  const segments = Array.from({ length: years }, (_, index) => {
    const year = 2026 - years + index;
    return makeEngagement(id, `${year}-09-01`, index === years - 1 ? undefined : `${year + 1}-08-31`, {
      missions: codes('A1', 'A3', 'B1', 'C4', 'D1', 'E1').slice(0, 3 + index),
      roles: ['contact-dane'],
      confirmedBy: 'Mme Roux',
      confirmedOn: day(`${year}-09-22`),
    });
  });
  const since = (on: string) => on >= `${2026 - years}-09-01`;
  const { record } = claire;
  return makeMember(
    { ...claire.person, id: id as typeof claire.person.id, familyName: name },
    {
      ...record,
      engagements: segments,
      attended: record.attended.filter(({ event }) => since(event.startsOn)),
      reviews: record.reviews.filter(({ on }) => since(on)),
      contributions: record.contributions.filter(({ on }) => since(on)),
    },
  );
}

const statement = (member: SchoolMember) =>
  makeEngagementStatement(
    { establishment: school, member: inTeam(member, [member, hugo]), verificationAddress: ADDRESS },
    context,
  );

/** A file has the records of one school year. */
function file(people: number): PaperContent {
  const team = Array.from({ length: people }, (_, index) => afterYears(1, `Morel${index}`));
  return makeSchoolFile({ ...fileInput, team: team.map((member) => inTeam(member, team)) }, context);
}

/** The words of a page without those of a signature and a code. */
function textsWithoutSignature({ text }: ReadPage): string {
  const stated = [ADDRESS, fr.papers.impDecision, fr.papers.statement.headings.signature, 'Mme Roux'];
  const [before = ''] = text.split('Document établi le');
  return stated.reduce((rest, texts) => rest.replace(texts.replace(/\s+/g, ' '), ''), before);
}

const PAPERS: readonly (readonly [string, number, PaperContent])[] = [
  ['statement of one year', 1, statement(afterYears(1))],
  ['statement of three years', 2, statement(afterYears(3))],
  ['statement of six years', 2, statement(afterYears(6))],
  ['mission letter', 2, makeMissionLetter(letterInput, context)],
  ['document that accompanies a letter', 2, makeLetterCompanion(companionInput, context)],
  ['review record', 1, makeReviewRecord(recordInput, context)],
  ['file of one person', 2, file(1)],
  ['file of three people', 2, file(3)],
  ['file of six people', 3, file(6)],
  ['file of two people with clashes and requests', 2, makeSchoolFile(fileInput, context)],
];

describe.each(PAPERS)('the %s', (_, most, content) => {
  it(`has ${most} page${most > 1 ? 's' : ''} at most, with its code on the last, beside other words`, async () => {
    const pages = await definePages(content);
    expect(pages.length).toBeLessThanOrEqual(most);
    expect(pages.map(({ links }) => links.includes(ADDRESS))).toEqual(
      pages.map((_page, index) => index === pages.length - 1),
    );
    expect(textsWithoutSignature(pages.at(-1) as ReadPage).length).toBeGreaterThan(150);
  });
});

describe('a school’s file', () => {
  it('has its drawing on the first page, and the name of each person with all of their facts', async () => {
    const pages = await definePages(file(6));
    expect(pages[0]?.tags.filter(({ role }) => role === 'Figure')).toHaveLength(1);
    for (let index = 0; index < 6; index += 1) {
      const page = pages.slice(1).find(({ text }) => text.includes(`Claire Morel${index} `));
      const [, sheet = ''] = page?.text.split(`Claire Morel${index} `) ?? [];
      for (const title of ['missions', 'segments', 'years', 'trainings', 'contributions'] as const) {
        expect(sheet).toContain(fr.papers.statement.headings[title]);
      }
    }
  });

  it('continues a drawing that is higher than its page, under the names again', async () => {
    const roles = ['contact-dane', 'referent-site', 'administrateur-ent', 'contact-collectivite'] as const;
    const held = [...roles, 'referent-tablettes', 'referent-service'] as const;
    const team = largeTeam.map(({ person, record }) =>
      makeMember(person, {
        ...record,
        engagements: record.engagements.map((one) => ({ ...one, roles: held })),
      }),
    );
    const requests = team.map(({ person, record }) => ({
      person: { ...person, givenName: 'Une autre personne dont le nom est long' },
      engagements: record.engagements,
    }));
    const pages = await definePages(makeSchoolFile({ ...fileInput, team, requests }, context));
    expect(pages.length).toBeGreaterThan(2);
    expect(pages.every(({ text }) => text !== '')).toBe(true);
  });
});
