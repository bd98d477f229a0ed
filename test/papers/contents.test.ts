import { describe, expect, it } from 'vitest';
import { makeEngagementStatement } from '../../src/application/papers/engagement-statement.ts';
import { makeMissionLetter } from '../../src/application/papers/mission-letter.ts';
import type { Block, PaperContent } from '../../src/application/papers/paper-blocks.ts';
import type { SchoolMember } from '../../src/application/papers/paper-context.ts';
import { makeReviewRecord } from '../../src/application/papers/review-record.ts';
import { makeSchoolFile } from '../../src/application/papers/school-file.ts';
import { makeSignInPoster } from '../../src/application/papers/sign-in-poster.ts';
import type { Instant } from '../../src/domain/time/time.ts';
import { day } from '../domain/builders.ts';
import { fr, like } from '../support/fr.ts';
import { fileInput, letterInput, meeting, recordInput, SIGN_IN } from './drawn-samples.ts';
import { ADDRESS, claire, codes, context, hugo, inTeam, makeMember, makeSegment, school } from './sample.ts';

/** The words of a content, block after block, with ordinary spaces. */
function say({ blocks }: Pick<PaperContent, 'blocks'>): string {
  return blocks.flatMap(wordsOf).join('\n').replaceAll('\u00a0', ' ');
}

function wordsOf(block: Block): readonly string[] {
  if (block.kind === 'heading' || block.kind === 'paragraph') return [block.text];
  if (block.kind === 'list') return block.items;
  if (block.kind === 'facts') return block.rows.map((row) => row.join(' | '));
  if (block.kind !== 'table') return [];
  return block.groups.flatMap(({ label, rows }) => [
    ...(label === undefined ? [] : [label]),
    ...rows.map((row) => row.join(' | ')),
  ]);
}

/** The blocks between a heading and the next of the same level. */
function under({ blocks }: PaperContent, title: string): string {
  const start = blocks.findIndex((block) => block.kind === 'heading' && block.text === title);
  const rest = blocks.slice(start + 1);
  const end = rest.findIndex((block) => block.kind === 'heading');
  return say({ blocks: end < 0 ? rest : rest.slice(0, end) });
}

function statementOf(whole: SchoolMember, madeAt = context.madeAt): PaperContent {
  const member = inTeam(whole);
  return makeEngagementStatement(
    { establishment: school, member, verificationAddress: ADDRESS },
    { ...context, madeAt },
  );
}

describe('the engagement statement', () => {
  it('names who confirmed each period and when, with the reservation', () => {
    expect(under(statementOf(claire), fr.papers.statement.headings.segments)).toBe(
      [
        'Du 1er septembre 2023 au 31 août 2024 | Contact pour la DANE | Confirmé par le chef d’établissement (Mme Roux), le 14 mai 2024',
        'Depuis le 1er septembre 2024 | Contact pour la DANE, référent du site web | Confirmé avec réserve par le chef d’établissement (Mme Roux), le 3 juin 2025',
        fr.papers.statement.onlyConfirmed,
      ].join('\n'),
    );
  });

  it('prints a reservation whole, across the page', () => {
    expect(under(statementOf(claire), fr.papers.statement.headings.reservations)).toBe(
      'Sur la période depuis le 1er septembre 2024 :\nMission B1 exercée à partir de janvier 2025.',
    );
  });

  it('lists missions by family with their meaning, their days and the number of other holders', () => {
    const missions = under(statementOf(claire), fr.papers.statement.headings.missions);
    expect(missions).toContain('Famille A : Accompagner l’équipe éducative\nA1 : Soutenir');
    expect(missions).toContain('Depuis le 1er septembre 2023 | Partagée avec 1 autre');
    expect(missions).toMatch(/A2 : .* \| Depuis le 1er septembre 2024 \| Une seule personne/);
    expect(say(statementOf(claire))).not.toContain('Petit');
  });

  it('counts the days of each school year up to its date', () => {
    const years = under(statementOf(claire), fr.papers.statement.headings.years);
    expect(years).toContain('2023-2024 | 304 | Année entière | A, D');
    expect(years).toContain('2025-2026 | 285 | Année entière | A, B, C, D, E');
    expect(
      under(statementOf(claire, '2025-01-31T09:00:00Z' as Instant), fr.papers.statement.headings.years),
    ).toContain('2024-2025 | 153 | Demi-année');
  });

  it('lists trainings with date, hours and proof, and adds up only the proved ones', () => {
    const trainings = under(statementOf(claire), 'Formations suivies');
    expect(trainings).toContain('| 12 novembre 2025 | 1,5 h | Déclarée, sans pièce');
    expect(trainings).toContain('prises en compte à cette date : 9 h.');
  });

  it('contains nothing later than its date', () => {
    const early = say(statementOf(claire, '2025-01-31T09:00:00Z' as Instant));
    expect(early).not.toContain('12 novembre 2025');
    expect(early).not.toContain(fr.records.eventKinds['EV-RENC']);
    expect(early).toMatch(/Aucun élément enregistré : .*points d’étape et bilans/);
  });

  it('leaves out unconfirmed segments, gives the number of waiting ones, and omits contests', () => {
    const contested = makeMember(hugo.person, {
      engagements: [
        ...hugo.record.engagements,
        makeSegment('opaque-hugo', '2024-09-01', '2025-08-31', {
          missions: codes('B2'),
          confirmation: 'contested',
        }),
      ],
    });
    const text = say(statementOf(contested));
    expect(text).toMatch(like(fr.papers.statement.awaiting(1)));
    expect(text).not.toMatch(/C3|B2|contest/i);
  });

  it('states that nothing is confirmed, rather than nothing at all', () => {
    const newcomer = makeMember(hugo.person, {});
    expect(say(statementOf(newcomer))).toContain('Aucun engagement confirmé de Hugo Petit');
  });

  it('leaves the decision to the recteur', () => {
    expect(say(statementOf(claire))).toContain(fr.papers.impDecision);
  });
});

describe('the school’s file', () => {
  it('describes in words what its drawing shows, in the alternative of the drawing', () => {
    const file = makeSchoolFile(fileInput, context);
    const words = file.blocks.flatMap((block) => (block.kind === 'matrix' ? [block.alternative] : [])).join();
    const told = words.replaceAll('\u00a0', ' ');
    expect(told).toMatch(/A1 : [^.]* : Claire Morel, Hugo Petit\./);
    expect(told).toMatch(/B2 : [^.]* : Personne\./);
    expect(told).toMatch(/C5 : [^.]* : Claire Morel\./);
    expect(told).toMatch(/C6 : [^.]* : Hugo Petit, Autorisation de la collectivité manquante\./);
    expect(told).toContain(
      'Contact pour la DANE : Claire Morel, Hugo Petit, Deux titulaires d’un rôle unique.',
    );
    expect(told).toContain('Contact pour la collectivité : Hugo Petit.');
  });

  it('has a table only for what a drawing cannot tell whole', () => {
    const table = under(makeSchoolFile(fileInput, context), fr.papers.schoolFile.splitTable);
    expect(table).toMatch(/C3 : .* \| Hugo Petit \(depuis le 1er\smars\s2026\)/);
    expect(table).not.toMatch(/A1 :|B2 :|C5 :/);
    const whole = makeSchoolFile({ ...fileInput, team: [inTeam(claire)] }, context);
    expect(say(whole)).not.toContain(fr.papers.schoolFile.splitTable);
  });

  it('has a place for the signature of the principal, with the code beside it', () => {
    const { blocks } = makeSchoolFile(fileInput, context);
    const at = blocks.findIndex(({ kind }) => kind === 'signatures');
    expect([blocks[at], blocks[at + 1]]).toMatchObject([
      { besideCode: true },
      { kind: 'code', beside: true },
    ]);
  });

  it('gives the days of two people who held a role one after the other', () => {
    const part = (id: string, from: string, to: string | undefined) => ({
      ...makeMember(
        { ...hugo.person, id: id as typeof hugo.person.id, givenName: id },
        {
          engagements: [makeSegment(id, from, to, { missions: codes('A1'), roles: ['contact-dane'] })],
        },
      ),
    });
    const team = [part('Ada', '2020-09-01', '2026-01-31'), part('Bea', '2026-02-01', undefined)];
    const table = under(makeSchoolFile({ ...fileInput, team }, context), fr.papers.schoolFile.splitTable);
    expect(table.replaceAll('\u00a0', ' ')).toContain(
      'Contact pour la DANE | Ada Petit (jusqu’au 31 janvier 2026), Bea Petit (depuis le 1er février 2026)',
    );
    expect(table).not.toContain('rôle unique');
  });

  it('draws at most twelve people side by side', () => {
    const many = Array.from({ length: 14 }, (_, index) =>
      makeMember(
        { ...hugo.person, id: `p${index}` as typeof hugo.person.id },
        {
          engagements: [makeSegment(`p${index}`, '2025-09-01', undefined, { missions: codes('A1') })],
        },
      ),
    );
    const { blocks } = makeSchoolFile({ ...fileInput, team: many }, context);
    const drawings = blocks.flatMap((block) => (block.kind === 'matrix' ? [block.columns.length] : []));
    expect(drawings).toEqual([12, 2]);
  });

  it('names people who only wait in one line and in the table, and gives them no sheet', () => {
    const asking = makeMember(claire.person, {
      engagements: [
        makeSegment('opaque-claire', '2025-09-01', undefined, {
          missions: codes('B2'),
          confirmation: 'requested',
        }),
      ],
    });
    const requests = [{ person: asking.person, engagements: asking.record.engagements }];
    const file = makeSchoolFile({ ...fileInput, team: [hugo], requests }, context);
    expect(say(file)).toContain('Une autre personne attend une confirmation');
    expect(under(file, fr.papers.schoolFile.splitTable)).toMatch(/B2 : .* \| Claire Morel/);
    const headings = file.blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : []));
    expect(headings).toContain('Hugo Petit');
    expect(headings).not.toContain('Claire Morel');
    const columns = file.blocks.flatMap((block) => (block.kind === 'matrix' ? block.columns : []));
    expect(columns).toEqual(['Hugo Petit']);
  });

  it('shows no gap in a mission that is not authorised, nor in one that does not count', () => {
    const file = makeSchoolFile({ ...fileInput, team: [hugo], authorisations: [] }, context);
    const rows = file.blocks
      .flatMap((block) => (block.kind === 'matrix' ? block.groups : []))
      .flatMap((group) => group.rows);
    const row = (code: string) => rows.find(({ label }) => label.startsWith(code));
    expect(row('C5')).toMatchObject({ nobody: false, notAllowed: true });
    expect(row('C9')).toBeUndefined();
  });

  it('states that there are none', () => {
    expect(say(makeSchoolFile({ ...fileInput, team: [] }, context))).toContain(fr.papers.schoolFile.nobody);
  });
});

describe('the mission letter', () => {
  it('separates missions held alone from shared ones, and counts the others without names', () => {
    const letter = makeMissionLetter(letterInput, context);
    expect(under(letter, fr.papers.letter.headings.main)).toContain('A2 : ');
    expect(under(letter, fr.papers.letter.headings.main)).not.toContain('A1 : ');
    expect(under(letter, fr.papers.letter.headings.shared)).toMatch(/^A1 : .*, avec 1 autre personne$/);
    expect(say(letter)).not.toContain('Petit');
  });

  it('lists the actions that the local authority allows, or states that there is none', () => {
    const title = fr.papers.letter.headings.authorised;
    expect(under(makeMissionLetter(letterInput, context), title)).toContain(
      '(Région Bourgogne-Franche-Comté, depuis le 1er septembre 2024, convention 2024-117)',
    );
    expect(under(makeMissionLetter({ ...letterInput, authorisations: [] }, context), title)).toBe(
      fr.papers.letter.noAuthorised,
    );
  });

  it('lists the means of this person at this school, or states that there is none', () => {
    const office = {
      personId: claire.person.id,
      uai: school.uai,
      kind: 'office',
      description: 'bureau 214',
      since: day('2024-09-01'),
    } as const;
    const others = { ...office, personId: hugo.person.id, description: 'bureau 12' };
    const letter = makeMissionLetter({ ...letterInput, means: [office, others] }, context);
    expect(under(letter, fr.papers.letter.headings.means)).toBe('Bureau 214 (depuis le 1er septembre 2024)');
    expect(under(makeMissionLetter(letterInput, context), fr.papers.letter.headings.means)).toBe(
      fr.papers.letter.noMeans,
    );
  });

  it('gives the day of the planned review, or leaves room to write it', () => {
    const planned = makeMissionLetter({ ...letterInput, nextReviewOn: day('2026-11-05') }, context);
    expect(under(planned, fr.papers.letter.headings.review)).toMatch(
      like(fr.papers.letter.review('2026-11-05')),
    );
    expect(under(makeMissionLetter(letterInput, context), fr.papers.letter.headings.review)).toContain(
      'reste à fixer',
    );
  });

  it('leaves recognition to the recteur, on the principal’s proposal, after both councils', () => {
    expect(under(makeMissionLetter(letterInput, context), fr.papers.letter.headings.recognition)).toMatch(
      /décision du recteur, sur proposition du chef d’établissement, après avis du conseil pédagogique et du conseil d’administration/,
    );
  });
});

describe('the review record', () => {
  const record = makeReviewRecord({ ...recordInput, principalName: 'Mme Roux' }, context);

  it('describes the mission and is no evaluation of the person', () => {
    expect(say(record)).toContain(
      'décrit l’exercice de la mission ; il n’est pas une évaluation de la manière de servir.',
    );
  });

  it('prints only what was noted, and states where nothing was', () => {
    expect(findFamily(record, 'B')).toBe('');
    const silent = {
      doneByFamily: {},
      worked: '',
      difficulties: '',
      presentSplit: '',
      trainingsWished: '',
      decisions: '',
    };
    expect(say(makeReviewRecord({ ...recordInput, notes: silent }, context))).toContain(
      fr.papers.review.nothingNoted,
    );
    expect(under(record, findFamily(record, 'A'))).toBe(
      'Huit prises en main animées pour les collègues, dont trois avec la vie scolaire.\nUn projet de webradio avec deux classes de seconde.',
    );
  });
});

function findFamily({ blocks }: PaperContent, code: string): string {
  const found = blocks.find((block) => block.kind === 'heading' && block.text.startsWith(`Famille ${code}`));
  return found?.kind === 'heading' ? found.text : '';
}

describe('the sign-in poster', () => {
  it('gives the title, the time and the place', () => {
    const poster = makeSignInPoster(
      { event: { ...meeting, endsOn: day('2026-10-09') }, signInAddress: SIGN_IN, place: 'lycée Anna Judic' },
      context,
    );
    expect(say(poster)).toContain('Rencontre annuelle des référents numériques de Côte-d’Or');
    expect(say(poster)).toContain('Du 8 octobre 2026 au 9 octobre 2026, lycée Anna Judic');
  });
});
