import { describe, expect, it } from 'vitest';
import type { HolderChoice } from '../../src/domain/award/types.ts';
import type { Instant } from '../../src/domain/time/calendar.ts';
import { isSearchable, mayBeListed } from '../../src/features/public-profiles/feature.ts';
import { ACCEPTED } from '../contracts/store-values.ts';

const SHOWN: HolderChoice = { ...ACCEPTED, hidden: false, name: 'full', visibility: 'public' };
const at = '2026-11-24T10:00:00Z' as Instant;

describe('a badge on a public profile', () => {
  it('is listed where it is shown and names its holder in the same form', () => {
    expect(mayBeListed({ choice: SHOWN }, 'full')).toBe(true);
    expect(mayBeListed({ choice: { ...SHOWN, name: 'none' } }, 'none')).toBe(true);
  });

  it('is not listed next to a name that it does not show, nor in a list that hides its name', () => {
    for (const [own, page] of [
      ['none', 'full'],
      ['initials', 'full'],
      ['full', 'initials'],
      ['full', 'none'],
    ] as const) {
      expect(mayBeListed({ choice: { ...SHOWN, name: own } }, page)).toBe(false);
    }
  });

  it('leaves the list once it is hidden, declined, revoked or erased', () => {
    expect(mayBeListed({ choice: { ...SHOWN, hidden: true } }, 'full')).toBe(false);
    expect(mayBeListed({ choice: { ...SHOWN, acceptance: 'private' } }, 'full')).toBe(false);
    expect(mayBeListed({ choice: { ...SHOWN, acceptance: 'declined' } }, 'full')).toBe(false);
    expect(mayBeListed({ choice: SHOWN, revocation: { at, by: 'dane', reason: 'erreur' } }, 'full')).toBe(
      false,
    );
    expect(mayBeListed({ choice: SHOWN, erasedAt: at }, 'full')).toBe(false);
  });
});

describe('a public profile', () => {
  it('is found by search engines only by its holder’s choice, and if its badges are too', () => {
    const badge = (choice: HolderChoice, validUntil?: Instant) => ({
      award: validUntil ? { validUntil } : {},
      credential: { choice },
    });
    const shown = badge(SHOWN);
    const unlisted = badge({ ...SHOWN, visibility: 'unlisted' });
    expect(isSearchable({ searchable: true }, [shown], at)).toBe(true);
    expect(isSearchable({ searchable: false }, [shown], at)).toBe(false);
    expect(isSearchable({ searchable: true }, [shown, unlisted], at)).toBe(false);
    expect(isSearchable({ searchable: true }, [shown, badge(SHOWN, at)], at)).toBe(false);
  });
});
