import { describe, expect, it } from 'vitest';
import type { Change } from '../../src/domain/change/union.ts';
import { type Instant, secondsAfter } from '../../src/domain/time/calendar.ts';
import { lookedBefore, type WholeEndorsement } from '../../src/standards/achievement-endorsements/feature.ts';
import type { StoreUnderTest } from './store-under-test.ts';
import { LATER, NOW } from './store-values.ts';

const WHOLE: WholeEndorsement = {
  id: 'endorsement-1',
  endorsementKey: 'sha256$1',
  code: 'RUPN-ENG',
  version: 1,
  language: 'fr',
  form: 'json',
  content: '\uFEFF{\r\n  "é": "« … » 🪨"\n}\n',
  issuer: { id: 'did:web:canope.example', name: 'Réseau Canopé', list: 'Opérateurs' },
  keyId: 'did:web:canope.example#k',
  words: 'Deux\nlignes',
  validFrom: '2026-01-01T00:00:00Z',
  endsAt: LATER,
  keptAt: NOW,
  look: { result: 'good', verdict: 'valid', at: NOW, verifiedAt: NOW },
};
const { words: _words, endsAt: _endsAt, ...REST } = WHOLE;
const BARE: WholeEndorsement = {
  ...REST,
  id: 'endorsement-2',
  endorsementKey: 'sha256$2',
  version: 2,
  language: 'en',
  form: 'jws',
  issuer: { id: 'did:key:z6Mk' },
};
const listed = ({ content: _, ...rest }: WholeEndorsement) => rest;
const endorsementSaved = (endorsement: WholeEndorsement): Change => ({
  kind: 'achievement-endorsement-kept',
  endorsement,
});

/** The contract of endorsements of our badges by other bodies. */
export function describeAchievementEndorsements({ store }: StoreUnderTest): void {
  describe('an endorsement of a badge', () => {
    it('is read with the very bytes of its document, and in lists without them', async () => {
      await store().commit([endorsementSaved(WHOLE), endorsementSaved(BARE)]);
      expect(await store().readWholeEndorsements([WHOLE.id, 'none', BARE.id])).toEqual([WHOLE, BARE]);
      expect(await store().readAchievementEndorsements()).toEqual([listed(WHOLE), listed(BARE)]);
      expect(await store().readAchievementEndorsements({ code: 'RUPN-ENG', version: 2 })).toEqual([
        listed(BARE),
      ]);
      expect(await store().readAchievementEndorsements({ code: 'RUPN-ENG' })).toHaveLength(2);
      expect(await store().readAchievementEndorsements({ code: 'RUPN-CONF' })).toEqual([]);
    });

    it('stands once, until it is withdrawn with its reason', async () => {
      await store().commit([endorsementSaved(WHOLE)]);
      const again = { ...WHOLE, id: 'again', code: 'RUPN-CONF' };
      await expect(store().commit([endorsementSaved(again)])).rejects.toMatchObject({
        code: 'store-conflict',
      });
      const withdraw = (reason: string, at: Instant): Change => ({
        kind: 'achievement-endorsement-withdrawn',
        id: WHOLE.id,
        withdrawal: { at, reason },
      });
      await store().commit([withdraw('Première', NOW)]);
      await expect(store().commit([withdraw('Seconde', LATER)])).rejects.toMatchObject({
        code: 'store-conflict',
      });
      await store().commit([endorsementSaved(again)]);
      expect(await store().readAchievementEndorsements({ code: 'RUPN-ENG' })).toEqual([
        { ...listed(WHOLE), withdrawal: { at: NOW, reason: 'Première' } },
      ]);
    });

    it('keeps the result of each verification, and the entry of its body in the lists', async () => {
      await store().commit([endorsementSaved(WHOLE)]);
      const look = {
        result: 'bad',
        verdict: 'revoked',
        fault: 'revoked',
        at: LATER,
        verifiedAt: NOW,
      } as const;
      const issuer = { id: WHOLE.issuer.id };
      await store().commit([{ kind: 'achievement-endorsement-looked-at', id: WHOLE.id, look, issuer }]);
      expect(await store().readAchievementEndorsements()).toEqual([{ ...listed(WHOLE), look, issuer }]);
    });

    it('is due a day after a verification, an hour after a failure, and never once withdrawn', async () => {
      const open = { ...BARE, look: { ...BARE.look, result: 'open' as const, fault: 'key-unreachable' } };
      await store().commit([endorsementSaved(WHOLE), endorsementSaved(open)]);
      const dueAfter = async (seconds: number, limit = 9) =>
        (await store().readEndorsementsToVerify(lookedBefore(secondsAfter(NOW, seconds)), limit)).map(
          ({ id }) => id,
        );
      expect(await dueAfter(3599)).toEqual([]);
      expect(await dueAfter(3600)).toEqual([BARE.id]);
      expect(await dueAfter(86_400)).toEqual([WHOLE.id, BARE.id]);
      expect(await dueAfter(86_400, 1)).toEqual([WHOLE.id]);
      const withdrawal = { at: NOW, reason: 'Fin' };
      await store().commit([{ kind: 'achievement-endorsement-withdrawn', id: WHOLE.id, withdrawal }]);
      expect(await dueAfter(86_400)).toEqual([BARE.id]);
    });

    it('changes the moment of every public answer whenever it changes itself', async () => {
      const dataVersion = async () => (await store().readDataVersion({ kind: 'service' })).common;
      const moments = [await dataVersion()];
      const look = { ...WHOLE.look, result: 'bad', at: LATER } as const;
      const { id, issuer } = WHOLE;
      for (const change of [
        endorsementSaved(WHOLE),
        { kind: 'achievement-endorsement-looked-at', id, look, issuer },
        { kind: 'achievement-endorsement-withdrawn', id, withdrawal: { at: LATER, reason: 'Fin' } },
      ] satisfies readonly Change[]) {
        await store().commit([change]);
        moments.push(await dataVersion());
      }
      expect(new Set(moments).size).toBe(moments.length);
    });
  });
}
