import { describe, expect, it } from 'vitest';
import {
  confirmOnDocuments,
  type DocumentsDecision,
} from '../../src/domain/confirmation/confirm-on-documents.ts';
import type { PersonId } from '../../src/domain/ids.ts';
import type { Instant } from '../../src/domain/time/calendar.ts';
import { ADA, BOB, day, engagement, LACAILLE } from '../contracts/store-values.ts';

const NOW = '2026-11-24T10:00:00Z' as Instant;
const CAROL = 'person-carol' as PersonId;

const confirmationRequest = (requestedAt: string) => ({
  engagementReference: 's1',
  campaignId: 'c1',
  requestedAt: requestedAt as Instant,
});
const decide = (over: Partial<DocumentsDecision> = {}) =>
  confirmOnDocuments({
    engagement: engagement('s1', { confirmation: 'requested', roles: ['contact-dane'] }),
    request: confirmationRequest('2026-10-25T10:00:00Z'),
    heads: [CAROL],
    holders: [],
    by: BOB,
    now: NOW,
    issuer: 'DANE de Dijon',
    ...over,
  });
const holder = (over = {}) => engagement('s2', { personId: CAROL, roles: ['contact-dane'], ...over });

describe('the DANE confirms on documents', () => {
  it('once the principal has been silent for 30 days, in its own name and by an opaque id', () => {
    expect(decide()).toMatchObject({
      engagement: {
        reference: 's1',
        confirmation: 'confirmed-by-dane',
        confirmedBy: 'DANE de Dijon',
        confirmedOn: '2026-11-24',
        decided: { by: BOB, on: '2026-11-24' },
      },
      cutOff: [],
      cuts: [],
    });
  });

  it('not a second earlier, and not where no one was asked', () => {
    expect(decide({ request: confirmationRequest('2026-10-25T10:00:01Z') })).toBe('not-silent');
    expect(decide({ request: undefined })).toBe('not-silent');
  });

  it('not after a decision of the year, nor a contest', () => {
    const confirmedOn = day('2026-10-01');
    for (const confirmation of ['confirmed', 'contested', 'confirmed-by-dane'] as const) {
      expect(decide({ engagement: engagement('s1', { confirmation, confirmedOn }) })).toBe('not-requested');
    }
  });

  it('not the agent’s own engagement', () => {
    expect(decide({ by: ADA })).toBe('own-engagement');
  });

  it('not where another person holds the single role on a common day at that school', () => {
    expect(decide({ holders: [holder()] })).toBe('role-clash');
    const passes = [
      holder({ personId: ADA }),
      holder({ uai: LACAILLE }),
      holder({ roles: ['contact-collectivite'] }),
      holder({ period: { from: day('2024-09-01'), to: day('2025-08-31') } }),
    ];
    expect(decide({ holders: passes })).toMatchObject({ engagement: { confirmation: 'confirmed-by-dane' } });
  });

  it('at once where only its own teacher heads the school, and not where another person does too', () => {
    const request = confirmationRequest('2026-11-24T09:00:00Z');
    expect(decide({ request, heads: [ADA] })).toMatchObject({ engagement: { reference: 's1' } });
    expect(decide({ request, heads: [ADA, CAROL] })).toBe('not-silent');
    expect(decide({ request, heads: [] })).toBe('not-silent');
  });
});
