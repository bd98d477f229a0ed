import { describe, expect, it } from 'vitest';
import { type Instant, secondsAfter } from '../../src/domain/time/calendar.ts';
import {
  type AchievementEndorsement,
  endsOf,
  OPEN_SECONDS,
  standingOf,
} from '../../src/standards/achievement-endorsements/feature.ts';

const NOW = '2026-11-26T10:00:00Z' as Instant;
const LATER = secondsAfter(NOW, 3600);

function endorsement(changes: Partial<AchievementEndorsement> = {}): AchievementEndorsement {
  return {
    id: '1',
    endorsementKey: 'k',
    code: 'RUPN-ENG',
    version: 1,
    language: 'fr',
    form: 'json',
    issuer: { id: 'did:web:x.example' },
    keyId: 'did:web:x.example#k',
    validFrom: '2026-01-01T00:00:00Z',
    keptAt: NOW,
    look: { result: 'good', verdict: 'valid', at: NOW, verifiedAt: NOW },
    ...changes,
  };
}
const looked = (result: 'good' | 'bad' | 'open') =>
  endorsement({ look: { result, verdict: 'valid', at: LATER, verifiedAt: NOW } });

describe('an endorsement of a badge', () => {
  it('is shown while its last verification succeeded, and hidden after it failed', () => {
    expect(standingOf(looked('good'), LATER)).toBe('shown');
    expect(standingOf(looked('bad'), LATER)).toBe('bad');
  });

  it('is shown for three days after the last success', () => {
    const ends = secondsAfter(NOW, OPEN_SECONDS);
    for (const result of ['good', 'open'] as const) {
      expect(standingOf(looked(result), secondsAfter(ends, -1))).toBe('shown');
      expect(standingOf(looked(result), ends)).toBe('unverified');
    }
  });

  it('is hidden from its own end on', () => {
    const ending = endorsement({ endsAt: LATER });
    expect(standingOf(ending, secondsAfter(LATER, -1))).toBe('shown');
    expect(standingOf(ending, LATER)).toBe('ended');
    expect(endsOf(ending)).toEqual([LATER, secondsAfter(NOW, OPEN_SECONDS)]);
  });

  it('is withdrawn, whatever its other states', () => {
    const withdrawal = { at: NOW, reason: 'Fin' };
    expect(standingOf({ ...looked('bad'), withdrawal }, NOW)).toBe('withdrawn');
  });
});
