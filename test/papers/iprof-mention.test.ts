import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import {
  IPROF_LIMIT,
  type IprofMentionInput,
  makeIprofMention,
} from '../../src/application/papers/iprof-mention.ts';
import type { MissionCode } from '../../src/domain/engagement/mission.ts';
import { typographic } from '../../src/texts/grammar.ts';
import { day } from '../domain/builders.ts';
import { framework } from '../support/office.ts';

const missions = [...framework.missions.values()];
const ADDRESS = 'https://badges.ac-dijon.example/credentials/k3Vq0cXw2mJr8TzYd5LhBg';

const badge = {
  name: 'RUPN confirmé·e',
  issuerName: 'DANE de Dijon',
  issuedOn: day('2026-07-12'),
  address: ADDRESS,
};
const input: IprofMentionInput = {
  schoolName: 'Lycée polyvalent Anna Judic, Semur-en-Auxois',
  from: day('2023-09-01'),
  to: day('2026-08-31'),
  on: day('2026-11-29'),
  years: 3,
  missions: missions.filter(({ code }) => (['A2', 'C3'] as string[]).includes(code)),
  hours: { year: 2025, ofYear: 6, counted: 27 },
  confirmedBy: { principal: true, dane: false },
  badge,
};

function mentionText(rest: Partial<IprofMentionInput>): string {
  return makeIprofMention({ ...input, ...rest }).text.replaceAll('\u00a0', ' ');
}

describe('the mention for i-Prof', () => {
  it('contains everything that i-Prof may be told, in order', () => {
    expect(mentionText({})).toBe(
      [
        'Mission de référent ressources et usages pédagogiques numériques, Lycée polyvalent Anna Judic, Semur-en-Auxois, du 1er septembre 2023 au 31 août 2026.',
        'Durée : 3 années.',
        'Missions : projets numériques, site web.',
        'Formation en 2025-2026 : 6 h ; 27 h encore prises en compte.',
        'Engagement confirmé par le chef d’établissement.',
        'Open Badge « RUPN confirmé·e », délivré par la DANE de Dijon le 12 juillet 2026.',
        `Vérification : ${ADDRESS}`,
      ].join(' '),
    );
  });

  it('tells the hours that still count, and no year without any', () => {
    const text = mentionText({ hours: { year: 2026, ofYear: 0, counted: 27 } });
    expect(text).toContain('Formation : 27 h encore prises en compte.');
    expect(text).not.toMatch(/\b0 h/);
  });

  it('begins with what the person is, in the form that they chose', () => {
    expect(mentionText({ form: 'feminine' })).toMatch(/^Référente ressources/);
    expect(mentionText({ form: 'masculine' })).toMatch(/^Référent ressources/);
    expect(mentionText({ form: 'inclusive' })).toMatch(/^Mission de référent ressources/);
  });

  it('gives the number of missions that it leaves out where they do not all fit', () => {
    const schoolName = Array.from({ length: 3 }, () => input.schoolName).join(', ');
    const text = mentionText({ missions, schoolName });
    expect(text).toMatch(/Missions : .+ et \d+ autres missions\./);
    expect(text).toContain(`Vérification : ${ADDRESS}`);
  });

  it('has room for most of a person’s missions, and a word for each', () => {
    const held = missions.filter(({ elementary }) => elementary).slice(0, 8);
    const text = mentionText({ missions: held });
    expect(text).not.toContain('autres missions');
    expect(missions.filter(({ code }) => framework.missions.get(code)?.short === undefined)).toEqual([]);
  });

  it('contains only existing facts', () => {
    const nothing = {
      schoolName: 'Collège Lacaille',
      from: day('2026-09-01'),
      on: day('2026-11-29'),
      years: 0,
      missions: [],
      hours: { year: 2026, ofYear: 0, counted: 0 },
      confirmedBy: { principal: false, dane: false },
    };
    expect(makeIprofMention(nothing).text).toBe(
      'Mission de référent ressources et usages pédagogiques numériques, Collège Lacaille, depuis le 1er septembre 2026, en cours au 29 novembre 2026.',
    );
  });

  const word = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 90 })
    .filter((text) => /^\S+$/.test(text));
  const texts = (maxLength: number) =>
    fc.array(word, { minLength: 1, maxLength }).map((parts) => parts.join(' '));
  const date = fc
    .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
    .map((time) => day(time.toISOString().slice(0, 10)));
  const anyInput = fc.record(
    {
      schoolName: texts(30),
      from: date,
      to: date,
      on: date,
      years: fc.integer({ min: 0, max: 60 }).map((halves) => halves / 2),
      missions: fc.array(
        fc.record({
          code: fc.constant('A1' as MissionCode),
          family: fc.constant('A' as const),
          label: fc.record({ fr: texts(20), en: fc.constant('') }),
          does: fc.constant({ fr: '', en: '' }),
          conditional: fc.boolean(),
          elementary: fc.boolean(),
          alignment: fc.constant([]),
        }),
        { maxLength: 21 },
      ),
      hours: fc.record({
        year: fc.integer({ min: 2000, max: 2099 }),
        ofYear: fc.integer({ min: 0, max: 4000 }).map((quarters) => quarters / 4),
        counted: fc.integer({ min: 0, max: 4000 }).map((quarters) => quarters / 4),
      }),
      confirmedBy: fc.record({ principal: fc.boolean(), dane: fc.boolean() }),
      badge: fc.record({ name: texts(10), issuerName: texts(10), issuedOn: date, address: fc.webUrl() }),
    },
    { requiredKeys: ['schoolName', 'from', 'on', 'years', 'missions', 'hours', 'confirmedBy'] },
  );

  test.prop([anyInput])('never exceeds the limit, and counts its own length', (any) => {
    const { text, length } = makeIprofMention(any);
    expect(length).toBe(text.length);
    expect(length).toBeLessThanOrEqual(IPROF_LIMIT);
    expect(text).not.toBe('');
  });

  test.prop([anyInput])('never cuts a word: each is a whole word of its sources', (any) => {
    const { text } = makeIprofMention(any);
    const frame = makeIprofMention({ ...input, missions }).text;
    const given = JSON.stringify(any, (_, value) => (typeof value === 'string' ? ` ${value} ` : value));
    const long = [any.schoolName, any.badge?.name, any.badge?.issuerName, any.badge?.address];
    const known = [...long, ...any.missions.map(({ label }) => typographic(label.fr)), frame, given].join(
      ' ',
    );
    const bare = (one: string) => one.replace(/^[«(l’]+|[,;.)»]+$/gu, '');
    const wholeTexts = new Set(known.split(/\s+/).map(bare));
    // Words of our own sentences that are in no frame are short; a cut word would come from a long one.
    const strange = text
      .split(/\s+/)
      .map(bare)
      .filter((one) => one.length > 12 && !wholeTexts.has(one));
    expect(strange).toEqual([]);
  });
});
