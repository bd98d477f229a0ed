import { describe, expect, it } from 'vitest';
import type { HolderChoice } from '../../src/domain/award/types.ts';
import { chosenForm } from '../../src/domain/holder/chosen-form.ts';
import type { Instant } from '../../src/domain/time/calendar.ts';

const CHOICE: HolderChoice = {
  acceptance: 'accepted',
  visibility: 'unlisted',
  hidden: false,
  name: 'full',
  form: 'feminine',
  showSchools: false,
  emailIdentifier: false,
  words: 'none',
};

const badge = (grantedAt: string, choice: Partial<HolderChoice>) => ({
  award: { grantedAt: grantedAt as Instant },
  credential: { choice: { ...CHOICE, ...choice } },
});

describe('the form of words that a person chose', () => {
  it('is that of the newest badge with their full name', () => {
    const legacy = badge('2025-07-01T10:00:00Z', { form: 'inclusive' });
    const newer = badge('2026-07-01T10:00:00Z', { form: 'feminine' });
    expect(chosenForm([newer, legacy])).toBe('feminine');
    expect(chosenForm([legacy, newer])).toBe('feminine');
  });

  it('is taken from no badge that is nameless, hidden or not accepted', () => {
    const saved: readonly Partial<HolderChoice>[] = [
      { name: 'initials' },
      { name: 'none' },
      { hidden: true },
      { acceptance: 'private' },
      { acceptance: 'declined' },
    ];
    for (const choice of saved) expect(chosenForm([badge('2026-07-01T10:00:00Z', choice)])).toBeUndefined();
    expect(chosenForm([{ award: { grantedAt: '2026-07-01T10:00:00Z' as Instant } }])).toBeUndefined();
  });
});
