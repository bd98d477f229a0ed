/** Names of the members of a badge, for readers who do not know its format. */
const MEMBER_NAMES = {
  '@context': 'le vocabulaire',
  achievement: 'ce que le badge reconnaît',
  achievementType: 'le genre de badge',
  alignment: 'les correspondances',
  badge: 'ce que le badge reconnaît',
  awardedDate: 'la date de délivrance',
  creator: 'l’auteur du badge',
  credentialSchema: 'le modèle suivi',
  credentialStatus: 'le moyen de savoir s’il est révoqué',
  credentialSubject: 'ce qui est dit du titulaire',
  criteria: 'les critères',
  description: 'la description',
  digestMultibase: 'l’empreinte',
  digestSRI: 'l’empreinte',
  email: 'l’adresse électronique',
  endorsement: 'un soutien',
  endorsementJwt: 'un soutien',
  evidence: 'les preuves annoncées',
  expires: 'la fin de validité',
  expirationDate: 'la fin de validité',
  id: 'l’identifiant',
  identifier: 'l’identité du titulaire',
  image: 'l’image',
  issuedOn: 'la date de délivrance',
  issuanceDate: 'le début de validité',
  issuer: 'l’émetteur',
  name: 'le nom',
  narrative: 'le texte',
  recipient: 'le titulaire',
  proof: 'la signature',
  refreshService: 'le service de mise à jour',
  relatedResource: 'une ressource liée',
  result: 'les résultats',
  resultDescription: 'les résultats',
  source: 'l’auteur du badge',
  termsOfUse: 'les conditions d’utilisation',
  type: 'le genre',
  url: 'l’adresse',
  verification: 'le moyen de le vérifier',
  verify: 'le moyen de le vérifier',
  validFrom: 'le début de validité',
  validUntil: 'la fin de validité',
  verifiableCredential: 'les badges contenus',
} as const;

export type DocumentMember = keyof typeof MEMBER_NAMES;

/** The place of a JSON pointer, in words: the last part that has a name, and the named part around it.
 *  Undefined if no part has a name, because the pointer itself is not readable. */
export function placeOf(pointer: string | number | undefined): string | undefined {
  const names = String(pointer ?? '')
    .split('/')
    .flatMap((part) => (Object.hasOwn(MEMBER_NAMES, part) ? [MEMBER_NAMES[part as DocumentMember]] : []));
  const [around, last] = names.slice(-2);
  return last === undefined ? around : `${last} (${around})`;
}
