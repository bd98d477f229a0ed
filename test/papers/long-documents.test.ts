import { describe, expect, it } from 'vitest';
import type { PaperContent } from '../../src/application/papers/content-types.ts';
import { makeEngagementStatement } from '../../src/application/papers/engagement-statement.ts';
import { makeReviewRecord } from '../../src/application/papers/review-record.ts';
import { makeSchoolFile } from '../../src/application/papers/school-file.ts';
import { day } from '../domain/builders.ts';
import { contents, drawer, fileInput, recordInput } from './drawn-samples.ts';
import { type ReadPdf, readPdf, wholeText } from './read-pdf.ts';
import {
  ADDRESS,
  claire,
  codes,
  context,
  inTeam,
  largeTeam,
  makeEngagement,
  type makeMember,
  notes,
  school,
} from './sample.ts';

const EDGE = 40;

async function draw(content: PaperContent): Promise<ReadPdf> {
  return readPdf(await drawer.drawPdf(content));
}

function expectInside({ pages }: ReadPdf): void {
  for (const { boxes, width, height } of pages) {
    for (const { text, left, right, bottom, top } of boxes) {
      expect(left, text).toBeGreaterThanOrEqual(EDGE);
      expect(right, text).toBeLessThanOrEqual(width - EDGE);
      expect(bottom, text).toBeGreaterThanOrEqual(EDGE - 10);
      expect(top, text).toBeLessThanOrEqual(height - EDGE + 10);
    }
  }
}

const [busiest] = largeTeam as readonly [ReturnType<typeof makeMember>];
const longStatement = await draw(
  makeEngagementStatement(
    { establishment: school, member: inTeam(busiest, largeTeam), verificationAddress: ADDRESS },
    context,
  ),
);
const largeFile = await draw(
  makeSchoolFile({ ...fileInput, team: largeTeam.map((member) => inTeam(member, largeTeam)) }, context),
);

describe('a statement of 20 missions and 60 trainings', () => {
  it('names every mission and every training', () => {
    const text = wholeText(longStatement);
    for (let number = 1; number <= 60; number += 1) expect(text).toContain(`Formation n° ${number} :`);
    for (const code of busiest.record.engagements[0]?.missions ?? []) expect(text).toContain(`${code} :`);
  });

  it('flows over pages and repeats the table’s header on each, outside the text that is read aloud', () => {
    expect(longStatement.pages.length).toBeGreaterThan(2);
    const again = longStatement.pages.filter(({ artifacts }) =>
      artifacts.includes('Formation Date Heures Preuve'),
    );
    expect(again.length).toBeGreaterThan(0);
    expect(wholeText(longStatement).match(/Formation Date Heures Preuve/g)).toHaveLength(1);
  });

  it('keeps every word inside the page', () => {
    expectInside(longStatement);
  });
});

describe('a statement of one year', () => {
  it('is one page, with its signature and its code', async () => {
    const { record } = claire;
    const year = {
      ...claire,
      record: {
        ...record,
        engagements: [
          makeEngagement('opaque-claire', '2025-09-01', undefined, {
            missions: codes('A1', 'A3', 'D1'),
            roles: ['contact-dane'],
            confirmedBy: 'Mme Roux',
            confirmedOn: day('2025-09-22'),
          }),
        ],
        attended: record.attended.slice(0, 1),
        reviews: record.reviews.slice(0, 1),
        contributions: [],
      },
    };
    const content = makeEngagementStatement(
      { establishment: school, member: inTeam(year, [year]), verificationAddress: ADDRESS },
      context,
    );
    const { pages } = await draw(content);
    expect(pages).toHaveLength(1);
    expect(pages.at(-1)?.text).toContain('Ce document ne compare pas');
    expect(pages.at(-1)?.links).toContain(ADDRESS);
  });
});

describe('a school’s file of 12 people', () => {
  it('has the common words of every paper once, and lets one sheet follow the other', () => {
    const text = wholeText(largeFile);
    expect(text.match(/relèvent de la décision du recteur/g)).toHaveLength(1);
    expect(largeFile.pages.flatMap(({ tags }) => tags.filter(({ role }) => role === 'Link'))).toHaveLength(1);
    const openings = largeFile.pages.filter(({ text }) => text.startsWith('Marie-Antoinette'));
    expect(openings.length).toBeLessThan(12);
  });

  it('keeps every word inside the page', () => {
    expectInside(largeFile);
  });
});

describe('words that are longer than a page allows for', () => {
  it('continue where they are a text', async () => {
    const decisions = Array.from({ length: 900 }, (_, index) => `décision${index}`).join(' ');
    const content = makeReviewRecord({ ...recordInput, notes: { ...notes, decisions } }, context);
    const pdf = await draw(content);
    expect(wholeText(pdf)).toContain('décision0 ');
    expect(wholeText(pdf)).toContain('décision899');
    expectInside(pdf);
  });

  it('are cut with an ellipsis where they are a cell, and begin no page by themselves', async () => {
    const title = Array.from({ length: 2000 }, (_, index) => `mot${index}`).join(' ');
    const attended = claire.record.attended.map((one) => ({ ...one, event: { ...one.event, title } }));
    const member = { ...claire, record: { ...claire.record, attended } };
    const pdf = await draw(
      makeEngagementStatement({ establishment: school, member, verificationAddress: ADDRESS }, context),
    );
    expect(wholeText(pdf)).toContain('…');
    expect(pdf.pages.every(({ text }) => text !== '')).toBe(true);
    expectInside(pdf);
  });
});

describe('the other documents', () => {
  it.each(Object.entries(contents))('keep every word of the %s inside the page', async (_, content) => {
    expectInside(await draw(content));
  });
});
