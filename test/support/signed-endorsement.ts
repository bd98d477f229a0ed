import { CREDENTIALS_V2, OPEN_BADGES_V3_0_3 } from '../../src/open-badges/contexts/addresses.ts';
import { TEST_ORIGIN } from './servers/service.ts';
import { THIRD_PARTY_ISSUERS } from './third-party/issuers.ts';

export const ENDORSED = 'RUPN-ENG';

/** An endorsement of a badge by another body, signed by another project's library. */
export async function signEndorsement(): Promise<string> {
  const issuer = await THIRD_PARTY_ISSUERS['eddsa-rdfc-2022']?.();
  const signed = await issuer?.sign({
    '@context': [CREDENTIALS_V2, OPEN_BADGES_V3_0_3],
    id: 'urn:uuid:0b3a4b67-4a4d-4a3c-8f0e-3f2d1c0b9a88',
    type: ['VerifiableCredential', 'EndorsementCredential'],
    name: 'Soutien',
    issuer: { id: issuer.did, type: ['Profile'], name: 'Réseau Canopé' },
    validFrom: '2026-09-01T00:00:00Z',
    credentialSubject: {
      id: `${TEST_ORIGIN}/badges/${ENDORSED}/v1`,
      type: ['EndorsementSubject'],
      endorsementComment: 'Un badge qui dit un travail réel.',
    },
  });
  return JSON.stringify(signed);
}
