import { describe, expect, it } from 'vitest';
import { FAMILY_CODES } from '../../src/domain/engagement/mission.ts';
import { badgeSvg, emblemFamilies } from '../../src/drawings/badge-svg.ts';
import { blankBadgeSvg } from '../../src/drawings/blank-badge-svg.ts';
import { ogCardSvg } from '../../src/drawings/og-card-svg.ts';
import {
  INK,
  OCHRE,
  OCHRE_LIGHT,
  PAPER,
  STONE,
  STONE_EDGE,
  STONE_LETTER,
  TEAL,
} from '../../src/drawings/palette.ts';
import { escapeXml } from '../../src/drawings/svg-text.ts';
import { timelineSvg } from '../../src/drawings/timeline-svg.ts';
import { textWidth, wrapText } from '../../src/drawings/wrap-text.ts';

const rings3 = { kind: 'rings', rings: 3 } as const;
const HOSTILE = `</title><script>alert("x")</script>]]>&'\u0000`;

function count(text: string, part: string): number {
  return text.split(part).length - 1;
}

/** Contrast of WCAG 2.2 between two `#rrggbb`. */
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

describe('the badge', () => {
  it('lights exactly the families that are covered', () => {
    const none = badgeSvg({ drawing: rings3, lit: [], title: 't', description: 'd' });
    const two = badgeSvg({ drawing: rings3, lit: ['A', 'D'], title: 't', description: 'd' });
    expect(count(none, `<path d`) > 0 && count(none, `fill="${OCHRE_LIGHT}"`)).toBe(0);
    expect(count(two, `fill="${OCHRE_LIGHT}"`)).toBe(2);
    expect(count(none, `fill="${STONE_LETTER}"`)).toBe(5);
    expect(count(two, `fill="${STONE_LETTER}"`)).toBe(3);
  });

  it.each([1, 3, 5])('carries %i rings for an engagement of as many years', (rings) => {
    const svg = badgeSvg({ drawing: { kind: 'rings', rings }, lit: [], title: 't', description: 'd' });
    expect(count(svg, '<circle')).toBe(rings);
  });

  it('shows five figures for a team', () => {
    const svg = badgeSvg({ drawing: { kind: 'team' }, lit: FAMILY_CODES, title: 't', description: 'd' });
    expect(count(svg, '<circle')).toBe(5);
  });

  it('lights its own family in the picture of a thematic badge, all five in the others', () => {
    expect(emblemFamilies({ kind: 'family', family: 'D' })).toEqual(['D']);
    expect(emblemFamilies(rings3)).toEqual(FAMILY_CODES);
    expect(emblemFamilies({ kind: 'team' })).toEqual(FAMILY_CODES);
  });

  it('holds a title and a description for those who do not see it', () => {
    const svg = badgeSvg({
      drawing: rings3,
      lit: [],
      title: 'RUPN confirmé·e',
      description: 'Trois anneaux',
    });
    expect(svg).toContain('<title>RUPN confirmé·e</title><desc>Trois anneaux</desc>');
    expect(svg).toContain('role="img"');
  });

  it('depends on no font: its letters are shapes', () => {
    expect(badgeSvg({ drawing: rings3, lit: ['A'], title: 't', description: 'd' })).not.toContain('<text');
  });

  it('keeps at least 3:1 between shapes that touch, and 4.5:1 between letters and their stone', () => {
    expect(contrast(OCHRE, PAPER)).toBeGreaterThan(3);
    expect(contrast(STONE_EDGE, PAPER)).toBeGreaterThan(3);
    expect(contrast(OCHRE_LIGHT, TEAL)).toBeGreaterThan(3);
    expect(contrast(TEAL, STONE)).toBeGreaterThan(4.5);
    expect(contrast(STONE_LETTER, STONE)).toBeGreaterThan(4.5);
    expect(contrast(PAPER, TEAL)).toBeGreaterThan(7);
    expect(contrast(INK, PAPER)).toBeGreaterThan(7);
  });
});

describe('every drawing', () => {
  const year = { label: HOSTILE, value: 1, valueLabel: HOSTILE } as const;
  const badge = { drawing: rings3, lit: FAMILY_CODES };
  it.each([
    ['badge', badgeSvg({ ...badge, title: HOSTILE, description: HOSTILE })],
    ['blank badge', blankBadgeSvg({ title: HOSTILE, description: HOSTILE })],
    ['timeline', timelineSvg({ title: HOSTILE, description: HOSTILE, years: [year] })],
    ['card', ogCardSvg({ title: HOSTILE, subtitle: HOSTILE, issuer: HOSTILE, footer: HOSTILE, badge })],
  ])('escapes hostile text: %s', (_, svg) => {
    expect(svg).toContain('&lt;script&gt;');
    expect(svg).not.toContain('<script');
    expect(svg).not.toContain(']]>');
    expect(svg).not.toContain('\u0000');
  });

  it('drops what XML forbids and keeps what people write', () => {
    expect(escapeXml('a\u0000\u0007b\tc\nd\ud800e\uffff é 😀')).toBe('ab\tc\nde é 😀');
    expect(escapeXml(`<a href="x">&'`)).toBe('&lt;a href=&quot;x&quot;&gt;&amp;&#39;');
  });
});

describe('the timeline', () => {
  const solid = { label: '2024-2025', value: 1, valueLabel: '1' } as const;
  it('draws a bar as long as the value where it is told no more', () => {
    const half = { label: '2025-2026', value: 0.5, valueLabel: '½' } as const;
    const none = { label: '2026-2027', value: 0, valueLabel: '0' } as const;
    const svg = timelineSvg({ title: 't', description: 'd', years: [solid, half, none] });
    expect(svg.match(/<rect[^>]* width="[\d.]+"/g)?.map((rect) => rect.split('width="')[1])).toEqual([
      '104"',
      '52"',
    ]);
  });

  it('tells requested and contested from confirmed by shape, without colour', () => {
    const bars = [
      { from: 0, to: 0.5, state: 'requested' },
      { from: 0.5, to: 1, state: 'contested' },
    ] as const;
    const svg = timelineSvg({ title: 't', description: 'd', years: [{ ...solid, bars }] });
    expect(count(svg, 'stroke-dasharray')).toBe(1);
    expect(svg.match(/<rect[^>]* fill="var/g)).toBeNull();
  });

  it('goes to a new row after four years', () => {
    const years = Array.from({ length: 9 }, () => solid);
    expect(timelineSvg({ title: 't', description: 'd', years })).toContain('viewBox="-1 0 464 312"');
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
