import { textsOf } from '../../domain/features/declaration.ts';
import type { feature } from './feature.ts';

/** The texts of this feature, in French and English. */
export const texts = textsOf<typeof feature>()({
  fr: () => ({
    audit: {
      'credential-signed': 'Attestation signée pour un programme',
      'credential-status-set': 'État d’une attestation de programme changé',
    },
  }),
  en: () => ({
    audit: {
      'credential-signed': 'Credential signed for a program',
      'credential-status-set': 'Status of a program’s credential changed',
    },
  }),
});
