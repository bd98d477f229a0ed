import { and } from '../grammar/page-phrases.ts';

/** Words of the certificate of an issued badge. */
export const certificateTexts = {
  language: 'fr-FR',
  kind: 'Certificat d’un badge numérique (Open Badge)',
  sentence: (texts: string) => (/[.!?…]$/u.test(texts) ? texts : `${texts}.`),
  recognised: 'Ce qui est reconnu',
  period: (span: string) => `Engagement ${span}.`,
  years: (years: readonly string[]) =>
    `${years.length === 1 ? 'Année scolaire' : 'Années scolaires'} d’engagement : ${and(years)}.`,
  halfYear: (label: string) => `${label} (une demi-année)`,
  shortYear: (label: string, isOpen: boolean) =>
    `${label} (${isOpen ? 'en cours à la délivrance' : 'moins d’une demi-année'})`,
  thisPerson: 'Cette personne',
  thisTeam: 'Cette équipe',
  /** Each deed begins with its verb. */
  deeds: (doer: string, deeds: readonly string[]) => `${doer} ${and(deeds)}.`,
  check: 'Vérifier ce badge',
  caption:
    'Ce papier peut dater. Scannez le code, ou ouvrez cette adresse : elle dit si le badge est valable.',
  alternative: (address: string) => `Code QR de l’adresse ${address}`,
  note: (file: string, verify: string) =>
    `Le badge signé est joint à ce fichier PDF (${file}). Pour le vérifier, déposez le PDF sur ${verify}`,
  attached: 'Le badge signé, au format Open Badges 3.0',
};

export type CertificateTexts = typeof certificateTexts;
