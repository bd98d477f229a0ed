import { describe, expect, it } from 'vitest';
import type { Block, PaperContent } from '../../src/application/papers/content-types.ts';
import type { SchoolMember } from '../../src/application/papers/context.ts';
import { makeEngagementStatement } from '../../src/application/papers/engagement-statement.ts';
import { makeMissionLetter } from '../../src/application/papers/mission-letter.ts';
import { makeReviewRecord } from '../../src/application/papers/review-record.ts';
import { makeSchoolFile } from '../../src/application/papers/school-file.ts';
import { makeSignInPoster } from '../../src/application/papers/sign-in-poster.ts';
import type { Engagement } from '../../src/domain/records.ts';
import type { Instant } from '../../src/domain/time/calendar.ts';
import { day } from '../domain/builders.ts';
import { fr, like } from '../support/fr.ts';
import { fileInput, letterInput, meeting, recordInput, SIGN_IN } from './drawn-samples.ts';
import {
  ADDRESS,
  claire,
  codes,
  context,
  hugo,
  inTeam,
  makeEngagement,
  makeMember,
  school,
  team,
} from './sample.ts';

/** The words of a content, block after block, with ordinary spaces. */
function contentAsText({ blocks }: Pick<PaperContent, 'blocks'>): string {
  return blocks.flatMap(textsOf).join('\n').replaceAll('\u00a0', ' ');
}

function textsOf(block: Block): readonly string[] {
  if (block.kind === 'heading' || block.kind === 'paragraph') return [block.text];
  if (block.kind === 'list') return block.items;
  if (block.kind === 'facts') return block.rows.map(([name, value]) => `${name} | ${value}`);
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
  return contentAsText({ blocks: end < 0 ? rest : rest.slice(0, end) });
}

/** The lines of a fact, by its name. */
function fact({ blocks }: PaperContent, name: string): readonly string[] {
  const rows = blocks.flatMap((block) => (block.kind === 'facts' ? block.rows : []));
  const found = rows.find(([title]) => title === name);
  return (found?.[1] ?? '').replaceAll('\u00a0', ' ').split('\n');
}

function statementOf(
  whole: SchoolMember,
  madeAt = context.madeAt,
  members: readonly SchoolMember[] = team,
): PaperContent {
  const member = inTeam(whole, members);
  return makeEngagementStatement(
    { establishment: school, member, verificationAddress: ADDRESS },
    { ...context, madeAt },
  );
}

describe('the engagement statement', () => {
  it('names who confirmed each period and when, with the reservation', () => {
    expect(fact(statementOf(claire), fr.papers.statement.headings.segments)).toEqual([
      'Du 1er septembre 2023 au 31 août 2024 : contact pour la DANE ; confirmé par le chef d’établissement (Mme Roux), le 14 mai 2024.',
      'Depuis le 1er septembre 2024 : contact pour la DANE, référent du site web ; confirmé avec réserve par le chef d’établissement (Mme Roux), le 3 juin 2025.',
      fr.papers.statement.onlyConfirmed,
    ]);
  });

  it('prints a reservation whole, under a heading of its own where it is long', () => {
    const title = fr.papers.statement.headings.reservations;
    const texts = [
      'Sur la période depuis le 1er septembre 2024 :',
      'Mission B1 exercée à partir de janvier 2025.',
    ];
    expect(fact(statementOf(claire), title)).toEqual(texts);
    const reservation = 'Les tablettes ont manqué pendant un trimestre. '.repeat(30).trim();
    const [first, second] = claire.record.engagements as [Engagement, Engagement];
    const engagements = [first, { ...second, reservation }];
    const long = { ...claire, record: { ...claire.record, engagements } };
    expect(under(statementOf(long), title)).toMatch(like(`${texts[0]}\n${reservation}`));
  });

  it('lists missions by family with their meaning, their days and the number of other holders', () => {
    const missions = under(statementOf(claire), fr.papers.statement.headings.missions);
    expect(missions).toContain('Famille A : Accompagner l’équipe éducative | A1 : Soutenir');
    expect(missions).toMatch(/A1 : .* \(depuis le 1er septembre 2023 ; partagée avec 1 autre\)\n/);
    expect(missions).toMatch(/A2 : .* \(depuis le 1er septembre 2024\)\n/);
    expect(contentAsText(statementOf(claire))).not.toContain('Petit');
  });

  it('says once what is true of most missions', () => {
    expect(contentAsText(statementOf(claire))).toContain(fr.papers.statement.aloneUnlessSaid('2025-2026'));
    const alone = makeMember(
      { ...hugo.person, id: 'opaque-alone' as typeof hugo.person.id },
      {
        engagements: [
          makeEngagement('opaque-alone', '2025-09-01', undefined, { missions: codes('B2', 'E2') }),
        ],
      },
    );
    const stated = contentAsText(statementOf(alone, context.madeAt, [alone]));
    expect(stated).toContain(fr.papers.statement.noneShared('2025-2026', 2));
    expect(stated.match(/depuis le 1er septembre 2025/gi)).toHaveLength(2);
  });

  it('tells no figure of nothing, and lists the days of one title together', () => {
    const meetings = ['2024-10-08', '2025-10-08'].map((on) => ({
      event: {
        code: on,
        kind: 'EV-RENC' as const,
        title: 'Rencontre annuelle des référents',
        startsOn: day(on),
        tags: [],
      },
      hours: 6,
      proof: 3 as const,
    }));
    const record = { ...hugo.record, attended: meetings };
    const member = {
      ...hugo,
      record,
      hours: { ofYear: 0, counted: 0 },
      recognised: { here: 0, inAll: 0 },
    };
    const statement = statementOf(member);
    expect(fact(statement, fr.papers.statement.headings.events('DANE'))).toEqual([
      'Rencontre annuelle des référents : 8 octobre 2024 et 8 octobre 2025 (liste de l’organisateur)',
    ]);
    expect(contentAsText(statement)).not.toMatch(/(?<!\d)0 (h|année|jour)/);
  });

  it('counts the days of each school year up to its date', () => {
    const { years } = fr.papers.statement.headings;
    expect(fact(statementOf(claire), years)).toEqual([
      '2023-2024 : 304 jours d’engagement, année entière, familles A et D.',
      '2024-2025 : 303 jours d’engagement, année entière, familles A, B, C, D et E.',
      '2025-2026 : 285 jours d’engagement, année entière, familles A, B, C, D et E.',
    ]);
    const early = fact(statementOf(claire, '2025-01-31T09:00:00Z' as Instant), years).join();
    expect(early).toContain('2024-2025 : 153 jours d’engagement, demi-année');
  });

  it('lists trainings with date, hours and proof, and adds up only the proved ones', () => {
    const trainings = fact(statementOf(claire), fr.papers.statement.headings.trainings).join();
    expect(trainings).toContain(', 12 novembre 2025, 1,5 h, déclarée, sans pièce');
    expect(trainings).toContain('prises en compte à cette date : 9 h.');
  });

  it('contains nothing later than its date', () => {
    const early = contentAsText(statementOf(claire, '2025-01-31T09:00:00Z' as Instant));
    expect(early).not.toContain('12 novembre 2025');
    expect(early).not.toContain(fr.records.eventKinds['EV-RENC']);
    expect(early).toMatch(/Aucun élément enregistré : .*points d’étape et bilans/);
  });

  it('leaves out unconfirmed engagements, gives the number of waiting ones, and omits contests', () => {
    const contested = makeMember(hugo.person, {
      engagements: [
        ...hugo.record.engagements,
        makeEngagement('opaque-hugo', '2024-09-01', '2025-08-31', {
          missions: codes('B2'),
          confirmation: 'contested',
        }),
      ],
    });
    const text = contentAsText(statementOf(contested));
    expect(text).toMatch(like(fr.papers.statement.awaiting(1)));
    expect(text).not.toMatch(/C3|B2|contest/i);
  });

  it('states that nothing is confirmed, rather than nothing at all', () => {
    const newcomer = makeMember(hugo.person, {});
    expect(contentAsText(statementOf(newcomer))).toContain('Aucun engagement confirmé de Hugo Petit');
  });

  it('leaves the decision to the recteur', () => {
    expect(contentAsText(statementOf(claire))).toContain(fr.papers.impDecision);
  });
});

describe('the school’s file', () => {
  it('describes in words what its drawing shows, in the alternative of the drawing', () => {
    const file = makeSchoolFile(fileInput, context);
    const texts = file.blocks.flatMap((block) => (block.kind === 'matrix' ? [block.alternative] : [])).join();
    const reported = texts.replaceAll('\u00a0', ' ');
    expect(reported).toMatch(/A1 : [^.]* : Claire Morel, Hugo Petit\./);
    expect(reported).toMatch(/B2 : [^.]* : personne\./);
    expect(reported).toMatch(/C5 : [^.]* : Claire Morel\./);
    expect(reported).toMatch(/C6 : [^.]* : Hugo Petit ; autorisation de la collectivité manquante\./);
    expect(reported).toContain(
      'Contact pour la DANE : Claire Morel, Hugo Petit ; deux titulaires d’un rôle unique.',
    );
    expect(reported).toContain('Contact pour la collectivité : Hugo Petit.');
    expect(reported).toMatch(/C3 : [^.]* : confirmation demandée : Hugo Petit \(depuis le 1er mars 2026\)\./);
  });

  it('tells the split once: a drawing, then the days of what is held in part of the year', () => {
    const file = makeSchoolFile(fileInput, context);
    const inPart = under(file, fr.papers.schoolFile.splitInPart);
    expect(inPart).toBe(
      [
        'C3 : confirmation demandée : Hugo Petit (depuis le 1er mars 2026).',
        'Référent du site web : Claire Morel ; confirmation demandée : Hugo Petit (depuis le 1er mars 2026).',
      ].join('\n'),
    );
    expect(file.blocks.filter(({ kind }) => kind === 'matrix')).toHaveLength(1);
    expect(file.blocks.filter(({ kind }) => kind === 'table')).toEqual([]);
    expect(fact(file, fr.papers.statement.headings.missions)).toEqual([
      'A1, A3, D1 (depuis le 1er septembre 2023) ; A2, B1, C5, D2, D4, E1, E3 (depuis le 1er septembre 2024)',
    ]);
    const whole = makeSchoolFile({ ...fileInput, team: [inTeam(claire)] }, context);
    expect(contentAsText(whole)).not.toContain(fr.papers.schoolFile.splitInPart);
  });

  it('ends with a place for the signature of the principal, with the code next to it', () => {
    const { blocks } = makeSchoolFile(fileInput, context);
    expect(blocks.at(-1)).toMatchObject({
      kind: 'signatures',
      places: [{ who: 'Le chef d’établissement' }],
      code: { address: ADDRESS },
    });
  });

  it('gives the days of two people who held a role one after the other', () => {
    const part = (id: string, from: string, to: string | undefined) => ({
      ...makeMember(
        { ...hugo.person, id: id as typeof hugo.person.id, givenName: id },
        {
          engagements: [makeEngagement(id, from, to, { missions: codes('A1'), roles: ['contact-dane'] })],
        },
      ),
    });
    const inTurn = [part('Ada', '2020-09-01', '2026-01-31'), part('Bea', '2026-02-01', undefined)];
    const file = makeSchoolFile({ ...fileInput, team: inTurn }, context);
    expect(under(file, fr.papers.schoolFile.splitInPart)).toContain(
      'Contact pour la DANE : Ada Petit (jusqu’au 31 janvier 2026), Bea Petit (depuis le 1er février 2026).',
    );
    expect(JSON.stringify(file.blocks.filter(({ kind }) => kind === 'matrix'))).not.toContain(
      'Petit ; deux titulaires',
    );
  });

  it('draws at most twelve people side by side', () => {
    const many = Array.from({ length: 14 }, (_, index) =>
      makeMember(
        { ...hugo.person, id: `p${index}` as typeof hugo.person.id },
        {
          engagements: [makeEngagement(`p${index}`, '2025-09-01', undefined, { missions: codes('A1') })],
        },
      ),
    );
    const { blocks } = makeSchoolFile({ ...fileInput, team: many }, context);
    const drawings = blocks.flatMap((block) => (block.kind === 'matrix' ? [block.columns.length] : []));
    expect(drawings).toEqual([12, 2]);
  });

  it('names people who only wait in one line and draws what they ask for, and gives them no sheet', () => {
    const asking = makeMember(claire.person, {
      engagements: [
        makeEngagement('opaque-claire', '2025-09-01', undefined, {
          missions: codes('B2'),
          confirmation: 'requested',
        }),
      ],
    });
    const requests = [{ person: asking.person, engagements: asking.record.engagements }];
    const file = makeSchoolFile({ ...fileInput, team: [hugo], requests }, context);
    expect(contentAsText(file)).toContain('Une autre personne attend une confirmation');
    const headings = file.blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : []));
    expect(headings).toContain('Hugo Petit');
    expect(headings).not.toContain('Claire Morel');
    const columns = file.blocks.flatMap((block) => (block.kind === 'matrix' ? block.columns : []));
    expect(columns).toEqual(['Hugo Petit', 'Claire Morel']);
    const drawn = file.blocks.flatMap((block) => (block.kind === 'matrix' ? block.groups : []));
    const requested = drawn.flatMap(({ rows }) => rows).find(({ label }) => label.startsWith('B2'));
    expect(requested?.holdings).toEqual(['none', 'requested']);
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
    expect(contentAsText(makeSchoolFile({ ...fileInput, team: [] }, context))).toContain(
      fr.papers.schoolFile.nobody,
    );
  });
});

describe('the mission letter', () => {
  it('separates missions held alone from shared ones, and counts the others without names', () => {
    const letter = makeMissionLetter(letterInput, context);
    expect(under(letter, fr.papers.letter.headings.main)).toContain('A2 : ');
    expect(under(letter, fr.papers.letter.headings.main)).not.toContain('A1 : ');
    expect(under(letter, fr.papers.letter.headings.shared)).toMatch(/^A1 : .*, avec 1 autre personne$/);
    expect(contentAsText(letter)).not.toContain('Petit');
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

describe('the words for a person', () => {
  it('follow the form that they chose, and name them only if they chose none', () => {
    const signed = (titleForm?: 'feminine' | 'masculine' | 'inclusive') => {
      const member = { ...claire, ...(titleForm && { titleForm }) };
      const papers = [
        makeMissionLetter({ ...letterInput, member: { ...letterInput.member, ...member } }, context),
        makeReviewRecord({ ...recordInput, member }, context),
      ];
      return papers.map(({ blocks }) =>
        blocks.flatMap((block) => (block.kind === 'signatures' ? [block.places[1]?.who] : [])).join(),
      );
    };
    expect(signed('feminine')).toEqual(['La référente, Claire Morel', 'La référente, Claire Morel']);
    expect(signed('masculine')).toEqual(['Le référent, Claire Morel', 'Le référent, Claire Morel']);
    expect([signed('inclusive'), signed()]).toEqual([
      ['Claire Morel', 'Claire Morel'],
      ['Claire Morel', 'Claire Morel'],
    ]);
    const chosen = { ...letterInput, member: { ...letterInput.member, titleForm: 'feminine' as const } };
    expect(contentAsText(makeMissionLetter(chosen, context))).toContain(fr.papers.letter.subject('feminine'));
    expect(contentAsText(makeMissionLetter(letterInput, context))).not.toMatch(/référente? ou |·e\b/);
  });
});

describe('the review record', () => {
  const record = makeReviewRecord({ ...recordInput, principalName: 'Mme Roux' }, context);

  it('describes the mission and is no evaluation of the person', () => {
    expect(contentAsText(record)).toContain(
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
    expect(contentAsText(makeReviewRecord({ ...recordInput, notes: silent }, context))).toContain(
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
    expect(contentAsText(poster)).toContain('Rencontre annuelle des référents numériques de Côte-d’Or');
    expect(contentAsText(poster)).toContain('Du 8 octobre 2026 au 9 octobre 2026, lycée Anna Judic');
  });
});
