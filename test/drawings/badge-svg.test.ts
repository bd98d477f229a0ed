import { describe, expect, it } from 'vitest';
import { badgeSvg, emblemFamilies } from '../../src/drawings/badge-svg.ts';
import { blankBadgeSvg } from '../../src/drawings/blank-badge-svg.ts';
import { lettering, letteringWidth } from '../../src/drawings/lettering.ts';
import { ogCardSvg } from '../../src/drawings/og-card-svg.ts';
import { INK, OCHRE, PAPER, REVOKED, STONE_EDGE, TEAL } from '../../src/drawings/palette.ts';
import { escapeXml } from '../../src/drawings/svg-text.ts';
import { textWidth, wrapText } from '../../src/drawings/wrap-text.ts';
import { type LineYear, yearLineSvg } from '../../src/drawings/year-line-svg.ts';
import { badgeStyle, FAMILY_CODES } from '../support/office.ts';

const { mark: OCHRE_LIGHT, deep: TEAL_DEEP, unlit: UNLIT } = badgeStyle.colours;

const rings3 = { kind: 'rings', rings: 3 } as const;
const HOSTILE = `</title><script>alert("x")</script>]]>&'\u0000`;

function count(text: string, part: string): number {
  return text.split(part).length - 1;
}

/** The contrast of two `#rrggbb` colours (WCAG 2.2). */
function contrast(one: string, other: string): number {
  const luminance = (colour: string) => {
    const [r = 0, g = 0, b = 0] = [1, 3, 5]
      .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
      .map((share) => (share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

const plain = { look: badgeStyle, office: 'DANE Dijon', title: 't', description: 'd' };
const LEVELS = [1, 3, 5].map((rings) => ({ kind: 'rings', rings }) as const);
const THEMES = FAMILY_CODES.map((family) => ({ kind: 'family', family }) as const);
const KINDS = [...LEVELS, ...THEMES, { kind: 'team' } as const];
const lights = (svg: string) => count(svg, `fill="${TEAL_DEEP}"`);
/** The plates, of which the first is the rim. No other shape has a line of this width. */
const outlineOf = (svg: string) => /<path d="([^"]+)"[^>]*stroke-width="36"/.exec(svg)?.[1];

describe('the badge', () => {
  it('lights exactly the families that are covered', () => {
    for (const drawing of KINDS) {
      expect(lights(badgeSvg({ ...plain, drawing, lit: [] }))).toBe(0);
      expect(lights(badgeSvg({ ...plain, drawing, lit: ['A', 'D'] }))).toBe(2);
      expect(lights(badgeSvg({ ...plain, drawing, lit: FAMILY_CODES }))).toBe(5);
    }
  });

  it.each([1, 2, 3, 4, 5, 9])('is a cairn of %i stones for a level of as many years', (rings) => {
    const svg = badgeSvg({ ...plain, drawing: { kind: 'rings', rings }, lit: [], size: 64 });
    const stones = svg.match(new RegExp(`<path d="M[^"]*" fill="${PAPER}" stroke="${PAPER}"`, 'g')) ?? [];
    // One of the stones is the rim of the plate.
    expect(stones).toHaveLength(rings + 1);
  });

  it('has the outline of its kind: one for levels, one for themes, one for teams', () => {
    const outlines = (drawings: typeof KINDS) =>
      new Set(drawings.map((drawing) => outlineOf(badgeSvg({ ...plain, drawing, lit: [] }))));
    expect(outlines(LEVELS).size).toBe(1);
    expect(outlines(THEMES).size).toBe(1);
    expect(outlines(KINDS).size).toBe(3);
  });

  it.each([32, 64, 128, 600])('differs from every other badge at %i pixels', (size) => {
    for (const earned of [true, false]) {
      const drawn = KINDS.map((drawing) => badgeSvg({ ...plain, drawing, lit: [], size, earned }));
      expect(new Set(drawn).size).toBe(KINDS.length);
    }
  });

  it('marks each school year on the path, by the part of it that was served', () => {
    const years = [
      { year: 2021, value: 1 },
      { year: 2022, value: 0.5 },
      { year: 2024, value: 0 },
    ] as const;
    const marked = badgeSvg({ ...plain, drawing: rings3, lit: [], years });
    const bare = badgeSvg({ ...plain, drawing: rings3, lit: [] });
    const unlit = count(marked, `stroke="${UNLIT}"`) - count(bare, `stroke="${UNLIT}"`);
    const rings = count(marked, `fill="${TEAL}" stroke="${OCHRE_LIGHT}"`);
    expect([count(marked, '<circle') - count(bare, '<circle'), rings, unlit]).toEqual([3, 1, 1]);
    // The year without engagement leaves an empty place: each year takes 40 units.
    const places = [...marked.matchAll(/<circle cx="([\d.]+)" cy="322"/g)].map((match) => Number(match[1]));
    expect(places.map((x) => x - (places[0] ?? 0))).toEqual([0, 40, 120]);
  });

  it('keeps the marks of the longest service on the plate', () => {
    const years = Array.from({ length: 40 }, (_, index) => ({ year: 2000 + index, value: 1 }) as const);
    for (const drawing of KINDS) {
      const svg = badgeSvg({ ...plain, drawing, lit: [], years });
      const places = [...svg.matchAll(/<circle cx="([\d.]+)" cy="3[236]\d"/g)].map((match) =>
        Number(match[1]),
      );
      expect(places).toHaveLength(40);
      expect([Math.min(...places) > 70, Math.max(...places) < 442]).toEqual([true, true]);
    }
  });

  it('writes the office and the years from 128 pixels on, and neither of them below', () => {
    const years = [{ year: 2023, value: 1 }] as const;
    const draw = (office: string, size: number, shown = years) =>
      badgeSvg({ ...plain, office, drawing: rings3, lit: [], years: shown, size });
    expect(draw('DANE Dijon', 128)).not.toBe(draw('DRNE', 128));
    expect(count(draw('DANE Dijon', 128), '<g fill=')).toBe(2);
    expect(draw('DANE Dijon', 127)).toBe(draw('DRNE', 127));
    expect(count(draw('DANE Dijon', 127), '<g fill=')).toBe(0);
  });

  it('differs from all others, even of two people with the same years and families', () => {
    const years = [{ year: 2023, value: 1 }] as const;
    const drawn = Array.from({ length: 200 }, (_, index) =>
      badgeSvg({ ...plain, drawing: rings3, lit: ['A'], years, seed: `award-${index}` }),
    );
    expect(new Set(drawn).size).toBe(200);
    const again = badgeSvg({ ...plain, drawing: rings3, lit: ['A'], years, seed: 'award-7' });
    expect(again).toBe(drawn[7]);
  });

  it('has a band across it once it is revoked, with the day where it can be read', () => {
    const band = { state: 'revoked' as const, word: 'Révoqué le', day: '3 mars 2026' };
    for (const drawing of KINDS) {
      const draw = (size: number, day = band.day) =>
        badgeSvg({ ...plain, drawing, lit: [], size, band: { ...band, day } });
      for (const size of [32, 600]) expect(count(draw(size), `fill="${REVOKED}"`)).toBe(1);
      expect(draw(600)).not.toBe(draw(600, '4 mars 2026'));
      expect(badgeSvg({ ...plain, drawing, lit: [] })).not.toContain(REVOKED);
    }
  });

  it('is an outline without lights, colours or years until it is earned', () => {
    const years = [{ year: 2023, value: 1 }] as const;
    for (const drawing of KINDS) {
      const svg = badgeSvg({ ...plain, drawing, lit: FAMILY_CODES, years, earned: false });
      const colours = new Set(svg.match(/#[0-9a-f]{6}/g));
      expect([...colours]).toEqual([STONE_EDGE]);
      expect(svg).not.toMatch(/fill="#/);
    }
  });

  it('lights its own family in the picture of a thematic badge, all five in the others', () => {
    expect(emblemFamilies({ kind: 'family', family: 'D' }, badgeStyle)).toEqual(['D']);
    expect(emblemFamilies(rings3, badgeStyle)).toEqual(FAMILY_CODES);
    expect(emblemFamilies({ kind: 'team' }, badgeStyle)).toEqual(FAMILY_CODES);
  });

  it('has a title and a description for people who do not see it', () => {
    const svg = badgeSvg({
      ...plain,
      drawing: rings3,
      lit: [],
      title: 'RUPN confirmé·e',
      description: 'Trois pierres',
    });
    expect(svg).toContain('<title>RUPN confirmé·e</title><desc>Trois pierres</desc>');
    expect(svg).toContain('role="img"');
  });

  it('depends on no font, no style, no script and no other address', () => {
    const band = { state: 'revoked' as const, word: 'Révoqué le', day: '3 mars 2026' };
    for (const drawing of KINDS) {
      const svg = badgeSvg({ ...plain, drawing, lit: ['A'], band });
      expect(svg).not.toMatch(/<(text|style|script|image|use|filter)\b|href|url\(|\bid=/);
    }
  });

  it('keeps at least 3:1 between shapes that touch, and 4.5:1 between letters and their ground', () => {
    expect(contrast(OCHRE, PAPER)).toBeGreaterThan(3);
    expect(contrast(STONE_EDGE, PAPER)).toBeGreaterThan(3);
    // The paper and the ground of the dark theme.
    expect(contrast(STONE_EDGE, '#141b21')).toBeGreaterThan(3);
    expect(contrast(PAPER, '#141b21')).toBeGreaterThan(3);
    expect(contrast(UNLIT, TEAL)).toBeGreaterThan(3);
    expect(contrast(OCHRE_LIGHT, TEAL)).toBeGreaterThan(4.5);
    expect(contrast(OCHRE_LIGHT, TEAL_DEEP)).toBeGreaterThan(4.5);
    expect(contrast(PAPER, REVOKED)).toBeGreaterThan(7);
    expect(contrast(PAPER, TEAL)).toBeGreaterThan(7);
    expect(contrast(INK, PAPER)).toBeGreaterThan(7);
  });
});

describe('the letters of a badge', () => {
  const place = { x: 256, y: 100, height: 30, maxWidth: 400, fill: INK };
  const letters = (text: string, maxWidth = 400) => count(lettering(text, { ...place, maxWidth }), '<path');

  it('are capitals with their accents', () => {
    expect(lettering('académie', place)).toBe(lettering('ACADÉMIE', place));
    expect(letters('ACADÉMIE')).toBe(9);
    expect(letters('Besançon, Créteil · 2023–2026')).toBe(letters('BESANCON, CRETEIL · 2023–2026') + 2);
  });

  it('leave out characters that they cannot draw, and never replace them by others', () => {
    expect(letters('DANE 日本 constructor')).toBe(letters('DANE constructor'));
    expect(lettering('日本', place)).toBe('');
  });

  it('become smaller in a narrow place, and are cut with an ellipsis only if they would be too small', () => {
    const long = 'Délégation académique au numérique éducatif';
    expect(letteringWidth(long, 30)).toBeGreaterThan(400);
    expect(letters(long, letteringWidth(long, 20))).toBe(letters(long, 9999));
    expect(letters(long, letteringWidth(long, 10))).toBeLessThan(letters(long, 9999));
  });

  it('put a long office on two lines', () => {
    const heights = (office: string) => {
      const svg = badgeSvg({ ...plain, office, drawing: rings3, lit: [] });
      return new Set([...svg.matchAll(/translate\([\d.]+ ([\d.]+)\) scale\(0\.0/g)].map(([, y]) => y)).size;
    };
    expect([heights('DANE Dijon'), heights('Délégation académique au numérique éducatif')]).toEqual([1, 2]);
  });
});

describe('every drawing', () => {
  const badge = { look: badgeStyle, drawing: rings3, lit: FAMILY_CODES, office: HOSTILE };
  it.each([
    ['badge', badgeSvg({ ...badge, title: HOSTILE, description: HOSTILE })],
    ['blank badge', blankBadgeSvg({ title: HOSTILE, description: HOSTILE })],
    [
      'line of years',
      yearLineSvg({ title: HOSTILE, description: HOSTILE, years: [{ year: 2025, value: 1 }] }),
    ],
    ['card', ogCardSvg({ title: HOSTILE, subtitle: HOSTILE, issuer: HOSTILE, footer: HOSTILE, badge })],
  ])('escapes hostile text: %s', (_, svg) => {
    expect(svg).toContain('&lt;script&gt;');
    expect(svg).not.toContain('<script');
    expect(svg).not.toContain(']]>');
    expect(svg).not.toContain('\u0000');
  });

  it('drops characters that XML forbids and keeps all others', () => {
    expect(escapeXml('a\u0000\u0007b\tc\nd\ud800e\uffff é 😀')).toBe('ab\tc\nde é 😀');
    expect(escapeXml(`<a href="x">&'`)).toBe('&lt;a href=&quot;x&quot;&gt;&amp;&#39;');
  });
});

describe('the line of years', () => {
  const draw = (years: readonly LineYear[]) => yearLineSvg({ title: 't', description: 'd', years });
  const run = (many: number) =>
    Array.from({ length: many }, (_, at) => ({ year: 2010 + at, value: 1 as const }));

  it('has whole and half bars, a ring for a year too short to count, and nothing for a year between', () => {
    const svg = draw([
      { year: 2021, value: 1 },
      { year: 2023, value: 0.5 },
      { year: 2024, value: 0 },
    ]);
    expect(svg.match(/<rect[^>]* width="[\d.]+"/g)?.map((rect) => rect.split('width="')[1])).toEqual([
      '86"',
      '43"',
    ]);
    expect(count(svg, '<circle')).toBe(1);
  });

  it('stays one line, with labels that do not touch, whatever the number of years', () => {
    for (const many of [1, 2, 6, 7, 15, 26]) {
      const svg = draw(run(many));
      expect(svg).toContain('viewBox="-18 0 396 56"');
      const labels = [...svg.matchAll(/<text x="([\d.]+)"[^>]*>([\d-]+)</g)];
      const [first, last] = [labels[0]?.[2], labels.at(-1)?.[2]];
      const named = many <= 4 ? ['2010-2011', `${2009 + many}-${2010 + many}`] : ['2010', `${2009 + many}`];
      expect([many, first, last]).toEqual([many, ...named]);
      const places = labels.map(([, x]) => Number(x));
      const width = many <= 4 ? 84 : 45;
      expect(places.every((x, at) => at === 0 || x - (places[at - 1] ?? 0) >= width)).toBe(true);
    }
  });
});

describe('a wrapped text', () => {
  it('fits its width and ends with an ellipsis where it was cut', () => {
    const lines = wrapText('Un texte bien trop long pour une seule ligne', {
      fontSize: 20,
      width: 120,
      maxLines: 2,
    });
    expect(lines).toHaveLength(2);
    for (const line of lines) expect(textWidth(line) * 20).toBeLessThanOrEqual(120);
    expect(lines[1]?.endsWith('…')).toBe(true);
  });

  it('cuts a single word that is wider than the line', () => {
    const [line = ''] = wrapText('anticonstitutionnellement', { fontSize: 20, width: 100, maxLines: 3 });
    expect(textWidth(line) * 20).toBeLessThanOrEqual(100);
  });
});
