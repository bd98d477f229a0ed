import { describe, expect, it } from 'vitest';
import { badgeImage as english } from '../../src/texts/en/public/badge-image.ts';
import { badgeImage as french, type SeenBadge } from '../../src/texts/fr/public/badge-image.ts';

const SEEN: SeenBadge = {
  drawing: { kind: 'rings', rings: 3 },
  lit: ['Communiquer', 'Se former'],
  years: [
    { label: '2023-2024', value: 1 },
    { label: '2024-2025', value: 0.5 },
    { label: '2025-2026', value: 0 },
  ],
  office: 'DANE Dijon',
};

describe('the drawing of a badge in words', () => {
  it('names the lit families, the marked years with their parts, and the holder', () => {
    expect(french('RUPN confirmé·e', SEEN)).toBe(
      'Badge « RUPN confirmé·e » : sur une plaque à six côtés, un cairn de trois pierres. Familles de missions éclairées : Communiquer et Se former. Années scolaires marquées sur le chemin : 2023-2024, 2024-2025 (une demi-année) et 2025-2026 (moins d’une demi-année). Sous le chemin : DANE Dijon.',
    );
    expect(english('Established RUPN', SEEN)).toBe(
      'Badge “Established RUPN”: on a six-sided plate, a cairn of three stones. Families of missions lit: Communiquer and Se former. School years marked on the path: 2023-2024, 2024-2025 (half a year) and 2025-2026 (less than half a year). Below the path: DANE Dijon.',
    );
  });

  it('states first that the badge is revoked', () => {
    const seen = { ...SEEN, setAside: { state: 'revoked' as const, day: '3 mars 2026' } };
    expect(french('X', seen)).toMatch(/pierres\. En travers, un bandeau : révoqué le 3 mars 2026\. Familles/);
    expect(english('X', seen)).toMatch(/stones\. Across it, a band: revoked on 3 mars 2026\. Families/);
  });

  it('differs for each drawing, and omits what is not drawn', () => {
    const drawings: readonly SeenBadge['drawing'][] = [
      ...[1, 2, 3, 5, 9].map((rings) => ({ kind: 'rings', rings }) as const),
      ...['une lampe', 'un livre'].map((words) => ({ kind: 'sign', words }) as const),
      { kind: 'team' },
    ];
    for (const texts of [french, english]) {
      const stated = drawings.map((drawing) => texts('X', { ...SEEN, drawing, lit: [], years: [] }));
      expect(new Set(stated).size).toBe(drawings.length);
      for (const one of stated) expect(one).not.toMatch(/éclairées|lit:|undefined|2023/);
    }
  });
});
