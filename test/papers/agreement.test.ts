import { describe, expect, it } from 'vitest';
import type { PaperContent } from '../../src/application/papers/content-types.ts';
import { makeEngagementStatement } from '../../src/application/papers/engagement-statement.ts';
import { makeLetterCompanion } from '../../src/application/papers/letter-companion.ts';
import { makeMissionLetter } from '../../src/application/papers/mission-letter.ts';
import { makeReviewRecord } from '../../src/application/papers/review-record.ts';
import { ROLES } from '../../src/domain/engagement/mission.ts';
import type { Engagement } from '../../src/domain/records.ts';
import { day } from '../domain/builders.ts';
import { fr } from '../support/fr.ts';
import { companionInput, drawer, letterInput, recordInput } from './drawn-samples.ts';
import { readPdf } from './read-pdf.ts';
import { ADDRESS, claire, codes, context, inTeam, makeEngagement, school } from './sample.ts';

const blocksAsText = (content: Pick<PaperContent, 'blocks'>) =>
  JSON.stringify(content.blocks).replaceAll('\u00a0', ' ');
const statementIn = (office: string) =>
  makeEngagementStatement(
    {
      establishment: school,
      member: { ...inTeam(claire), hours: { ofYear: 6, counted: 12 } },
      verificationAddress: ADDRESS,
    },
    { ...context, office },
  );

describe('the papers', () => {
  it('give the hours of the school year and those that still count in the same words', () => {
    expect(blocksAsText(statementIn('DANE'))).toContain(
      'Heures attestées en 2025-2026 : 6 h ; 12 h encore prises en compte.',
    );
  });

  it('name the office as it is configured, everywhere', () => {
    const renamed = { ...context, office: 'DRNE', issuerName: 'DRNE BFC' };
    const all = [
      makeMissionLetter(letterInput, renamed),
      makeLetterCompanion({ ...companionInput, email: 'drne@ac-test.example' }, renamed),
      makeReviewRecord(recordInput, renamed),
      { ...statementIn('DRNE'), issuerName: 'DRNE BFC' },
    ];
    for (const content of all) {
      expect(
        blocksAsText({ blocks: content.blocks.filter(({ kind }) => kind !== 'letterhead') }),
      ).not.toContain('DANE');
    }
    expect(blocksAsText(statementIn('DRNE'))).toContain(fr.papers.statement.headings.events('DRNE'));
  });
});

describe('a mission letter', () => {
  const during = (from: string, to?: string): readonly [Engagement] => [
    makeEngagement('opaque-claire', from, to, { missions: codes('A1') }),
  ];

  it('uses the past, the present and the future for past, present and future facts', () => {
    const letter = (engagements: readonly [Engagement]) =>
      blocksAsText(makeMissionLetter({ ...letterInput, engagements }, context));
    const past = letter(during('2023-09-01', '2024-08-31'));
    expect(past).toContain('Claire Morel a exercé des missions');
    expect(past).toContain('Se former faisait partie de la mission.');
    expect(past).not.toMatch(/exerce des|reste à fixer/);
    expect(letter(during('2024-09-01'))).toContain('Claire Morel exerce des missions');
    expect(letter(during('2026-09-01'))).toContain('Claire Morel exercera des missions');
  });

  it('lists the authorised actions at the school, even for missions that the person does not hold', () => {
    const letter = blocksAsText(makeMissionLetter(companionInput, context));
    expect(letter).toMatch(/hors des missions de cette lettre.*C6 : Importer/);
    expect(letter).toContain('fiche de procédure : https://badges.ac-dijon.example/procedure-sheets/x');
    // An older letter lists only the actions of the missions held.
    const { procedures: _, ...older } = companionInput;
    expect(blocksAsText(makeMissionLetter(older, context))).not.toContain('C6');
  });

  it.each([4, 8, 12, 16, 21])(
    'has two pages at most with %i missions, every action, means and role, and no small text',
    async (count) => {
      const { pages } = await readPdf(await drawer.drawPdf(letterOf(count)));
      expect(pages.length).toBeLessThanOrEqual(2);
      const last = pages.at(-1)?.text ?? '';
      for (const texts of ['Reconnaissance de la mission', 'Signatures', ADDRESS])
        expect(last).toContain(texts);
    },
  );

  it('keeps its signatures on a page with text even where two pages are not enough', async () => {
    const description = 'Un ordinateur portable, une tablette et leurs câbles. '.repeat(60);
    const { pages } = await readPdf(await drawer.drawPdf(letterOf(21, description)));
    expect(pages.length).toBeGreaterThan(2);
    expect(pages.at(-1)?.text).toContain(fr.papers.letter.headings.recognition);
  });

  it('has two pages in the file of all letters too', async () => {
    const bytes = await drawer.drawTogether('Lettres', [letterOf(21), letterOf(4), letterOf(16)]);
    const { pages } = await readPdf(bytes);
    expect(pages).toHaveLength(6);
  });
});

/** A letter with this many missions, every role, all possible authorisations, and all kinds of means. */
function letterOf(count: number, description = 'Ordinateur portable et tablette') {
  const all = [...context.basis.framework.missions.keys()];
  const engagement = makeEngagement('opaque-claire', '2024-09-01', undefined, {
    missions: all.slice(0, count),
    roles: ROLES,
  });
  const actions = codes('C5', 'C6', 'C7', 'C8', 'C9').map((mission, at) => ({
    uai: companionInput.establishment.uai,
    mission,
    localAuthority: 'Région Bourgogne-Franche-Comté',
    period: { from: day('2024-09-01'), to: day('2026-08-31') },
    convention: `2024-RBFC-00${at}`,
  }));
  const [office] = companionInput.means as [(typeof companionInput.means)[0]];
  const input = {
    ...companionInput,
    member: {
      ...companionInput.member,
      shares: all.map((mission, at) => ({ mission, others: at % 2 })),
    },
    engagements: [engagement] as const,
    authorisations: actions,
    means: [
      office,
      { ...office, kind: 'telephone' as const, description: 'Téléphone mobile' },
      { ...office, kind: 'equipment' as const, description },
    ],
    procedures: actions.map((action) => ({
      action,
      address: 'https://badges.ac-dijon.example/procedure-sheets/4bbf2c1e-90a3-4e0f-8b2c-0242ac120002',
    })),
  };
  return makeMissionLetter(input, context);
}

describe('the document that accompanies a mission letter', () => {
  it('contains pillars, missions with their organisation, actions, means, recognition and support', () => {
    const stated = blocksAsText(makeLetterCompanion(companionInput, context));
    for (const texts of [
      'un levier au service des apprentissages',
      'Organisation proposée : un ou plusieurs enseignants, en se répartissant la semaine',
      fr.papers.companion.shared(1),
      'C6 : Importer et créer les comptes',
      'Bureau : Salle B12',
      'de 1 250 € à 3 750 €',
      'Webradio du lycée',
      'une classe virtuelle en fin d’année scolaire',
      'dane@ac-dijon.example',
      'https://dane.example/blog',
    ])
      expect(stated.replace(/\u202f/g, ' ')).toContain(texts);
  });

  it('has the address of its letter, for its verification', () => {
    const { blocks } = makeLetterCompanion(companionInput, context);
    expect(blocks.find(({ kind }) => kind === 'code')).toMatchObject({
      address: letterInput.verificationAddress,
    });
  });

  it('is a tagged document in French with a title, and the same byte for byte if drawn again', async () => {
    const content = makeLetterCompanion(companionInput, context);
    const bytes = await drawer.drawPdf(content);
    expect(await readPdf(bytes)).toMatchObject({
      marked: true,
      language: 'fr-FR',
      showsTitle: true,
      title: content.title,
    });
    expect(await drawer.drawPdf(content)).toEqual(bytes);
  });

  it('gives no fact a later first day than its letter', () => {
    const later = { ...companionInput, means: [{ ...companionInput.means[0], since: day('2030-01-01') }] };
    expect(blocksAsText(makeLetterCompanion(later as typeof companionInput, context))).toContain(
      fr.papers.companion.noneGiven,
    );
  });
});
