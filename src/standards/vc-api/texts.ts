import { textsOf } from '../../domain/features/declaration.ts';
import { value as valueEn } from '../../texts/en/errors/system.ts';
import { value } from '../../texts/fr/errors/system.ts';
import type { feature } from './feature.ts';

/** The texts of this feature, in French and English. */
export const texts = textsOf<typeof feature>()({
  fr: () => ({
    audit: {
      'credential-signed': 'Attestation signée pour un programme',
      'credential-status-set': 'État d’une attestation de programme changé',
    },
    errors: {
      'credential-id-taken': ({ id }) =>
        `Un document signé sous cet identifiant a déjà une place dans nos listes${value(id)}.`,
    },
  }),
  en: () => ({
    audit: {
      'credential-signed': 'Credential signed for a program',
      'credential-status-set': 'Status of a program’s credential changed',
    },
    errors: {
      'credential-id-taken': ({ id }) =>
        `A credential signed under this id already has a place in our lists${valueEn(id)}.`,
    },
  }),
});
