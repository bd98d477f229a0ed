import { toHour } from '../grammar/day.ts';

export { verificationTexts } from './report.ts';

/** Words of the verification on the visitor's own device. */
export const deviceTexts = {
  title: 'Vérifier sur votre appareil',
  /** Under the page of a badge. */
  textOfBadge:
    'Votre navigateur peut refaire cette vérification lui-même. Il lit trois fichiers publics de ce service : ce badge, les clés et la liste de révocations. Rien d’autre n’est demandé, et rien n’est envoyé ailleurs.',
  /** On the page where any badge is given. */
  textOfAny:
    'Le badge ne quitte pas votre appareil. Votre navigateur lit les clés publiques de ce service, et sa liste de révocations si le badge vient d’ici. Ensuite, tout se fait sans réseau.',
  open: 'Vérifier sur mon appareil',
  loading: 'Chargement…',
  ready: 'Votre appareil est prêt. Choisissez un fichier ou collez le texte d’un badge.',
  file: 'Un fichier qui reste sur votre appareil',
  fileHelp: 'Fichier JSON, image du badge ou certificat PDF. Vous pouvez aussi le déposer ici.',
  text: 'Ou le texte du badge',
  textHelp: 'Son texte JSON ou JWT en entier.',
  check: 'Vérifier ce texte ici',
  checking: 'Vérification en cours…',
  result: 'Vérifié sur votre appareil',
  checkedAt: (time: string) => `Vérifié sur votre appareil à ${toHour(time)}, d’après son horloge.`,
  read: (documents: readonly string[]) => `Lu pour cela : ${documents.join(' ; ')}.`,
  readAt: (address: string, time: string) => `${address} (à ${toHour(time)})`,
  readNothing: 'Rien n’a été lu sur le réseau.',
  steps: 'Les vérifications faites',
  beyond:
    'Ce badge ne peut pas être vérifié sur votre appareil. Vérifiez-le par le service : il lit davantage de badges. Cela ne dit rien contre ce badge.',
  byService: 'Vérifier par le service',
  noEd25519:
    'Votre navigateur ne sait pas vérifier ces signatures (Ed25519). Mettez-le à jour, ou vérifiez le badge par le service.',
  failed: 'Le chargement a échoué. Rechargez la page et recommencez.',
  notAsked: (hosts: readonly string[]) =>
    `Non confirmé : ${hosts.join(', ')} n’a pas été consulté. Ce site verrait votre adresse IP, mais pas le badge.`,
  ask: (host: string) => `Demander sa clé à ${host}`,
};

export type DeviceTexts = typeof deviceTexts;
