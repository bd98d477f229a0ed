import type { Instant } from '../../src/domain/time/calendar.ts';
import type { AchievementEndorsement } from '../../src/standards/achievement-endorsements/feature.ts';

/** An endorsement of a badge by another body, for sample pages. */
export const ENDORSEMENT: AchievementEndorsement = {
  id: '5b0a9d1e-8a51-4a55-9d0e-0d5f3f6f0b11',
  endorsementKey: 'sha256$0',
  code: 'RUPN-EXP',
  version: 1,
  language: 'fr',
  form: 'json',
  issuer: { id: 'did:web:canope.example', name: 'Réseau Canopé', list: 'Opérateurs de l’État' },
  keyId: 'did:web:canope.example#key-1',
  words: 'Ce badge reconnaît un travail que nos équipes voient chaque jour.',
  validFrom: '2026-10-01T00:00:00Z',
  keptAt: '2026-10-02T08:00:00Z' as Instant,
  look: {
    result: 'good',
    verdict: 'valid',
    at: '2026-11-24T08:00:00Z' as Instant,
    verifiedAt: '2026-11-24T08:00:00Z' as Instant,
  },
};

/** An endorsement that a body once signed about a badge of the tests' origin, with jose and a did:jwk: it
 *  verifies for ever. */
export const SIGNED_ENDORSEMENT =
  'eyJhbGciOiJFUzI1NiIsImtpZCI6ImRpZDpqd2s6ZXlKcmRIa2lPaUpGUXlJc0luZ2lPaUpEYVZZelRESmtaVkpIZWtJM1pXbFBNbkJIWDFKRFkwVlRlVUYyUzJ4eE4yRTNRa1Z5Yms5WU1GaHZJaXdpZVNJNklqSmpURXBzVm1WaU4zSkZOalEzYWt0ME5rNUdaMnRuVDBZeFpGaG9lbEZMUzFnd1RFZHJjMHhtV1RBaUxDSmpjbllpT2lKUUxUSTFOaUo5IzAiLCJ0eXAiOiJKV1QifQ.eyJAY29udGV4dCI6WyJodHRwczovL3d3dy53My5vcmcvbnMvY3JlZGVudGlhbHMvdjIiLCJodHRwczovL3B1cmwuaW1zZ2xvYmFsLm9yZy9zcGVjL29iL3YzcDAvY29udGV4dC0zLjAuMy5qc29uIl0sImlkIjoidXJuOnV1aWQ6NWIwYTlkMWUtOGE1MS00YTU1LTlkMGUtMGQ1ZjNmNmYwYjEyIiwidHlwZSI6WyJWZXJpZmlhYmxlQ3JlZGVudGlhbCIsIkVuZG9yc2VtZW50Q3JlZGVudGlhbCJdLCJuYW1lIjoiU291dGllbiIsImlzc3VlciI6eyJpZCI6ImRpZDpqd2s6ZXlKcmRIa2lPaUpGUXlJc0luZ2lPaUpEYVZZelRESmtaVkpIZWtJM1pXbFBNbkJIWDFKRFkwVlRlVUYyUzJ4eE4yRTNRa1Z5Yms5WU1GaHZJaXdpZVNJNklqSmpURXBzVm1WaU4zSkZOalEzYWt0ME5rNUdaMnRuVDBZeFpGaG9lbEZMUzFnd1RFZHJjMHhtV1RBaUxDSmpjbllpT2lKUUxUSTFOaUo5IiwidHlwZSI6WyJQcm9maWxlIl0sIm5hbWUiOiJWaWxsZSBkZSBEaWpvbiJ9LCJ2YWxpZEZyb20iOiIyMDI2LTA5LTAxVDAwOjAwOjAwWiIsImNyZWRlbnRpYWxTdWJqZWN0Ijp7ImlkIjoiaHR0cHM6Ly9qYWxvbi50ZXN0L2JhZGdlcy9SVVBOLUVORy92MSIsInR5cGUiOlsiRW5kb3JzZW1lbnRTdWJqZWN0Il0sImVuZG9yc2VtZW50Q29tbWVudCI6Ik5vcyDDqWNvbGVzIGV0IG5vcyBjb2xsw6hnZXMgdHJhdmFpbGxlbnQgbWlldXggYXZlYyBjZXMgcsOpZsOpcmVudHMuXG5cbk1lcmNpIMOgIGV1eC4ifSwiaXNzIjoiZGlkOmp3azpleUpyZEhraU9pSkZReUlzSW5naU9pSkRhVll6VERKa1pWSkhla0kzWldsUE1uQkhYMUpEWTBWVGVVRjJTMnh4TjJFM1FrVnliazlZTUZodklpd2llU0k2SWpKalRFcHNWbVZpTjNKRk5qUTNha3QwTms1R1oydG5UMFl4WkZob2VsRkxTMWd3VEVkcmMweG1XVEFpTENKamNuWWlPaUpRTFRJMU5pSjkiLCJzdWIiOiJodHRwczovL2phbG9uLnRlc3QvYmFkZ2VzL1JVUE4tRU5HL3YxIiwianRpIjoidXJuOnV1aWQ6NWIwYTlkMWUtOGE1MS00YTU1LTlkMGUtMGQ1ZjNmNmYwYjEyIiwibmJmIjoxNzg4MjIwODAwfQ.LVPQARzkOFlggr_3_hJFAUQcUBgoY_q7KKFO3KoaKBUjySc4eLyH_lfQpsCenGc8ygPqFKpHX_Yx9fPYhWUUFg';
