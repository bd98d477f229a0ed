import { count, plural } from '../grammar/page-phrases.ts';

interface CopySums {
  readonly folder: string;
  readonly badges: number;
  readonly profiles: number;
  readonly files: number;
  /** Those whose bytes no earlier copy had. */
  readonly written: number;
}

interface SentSums {
  readonly bucket: string;
  readonly sent: number;
  readonly removed: number;
}

export const cliCopyTexts = {
  folderNoCopy: (folder: string) =>
    `Le dossier « ${folder} » contient autre chose qu’une copie. Choisissez un dossier nouveau ou vide, ou celui d’une copie à mettre à jour.`,
  bucketNeeds: (names: readonly string[]) =>
    `--bucket envoie la copie à un entrepôt d’objets : donnez ${names.join(', ')} (et S3_REGION s’il en demande une).`,
  badBucket: (bucket: string) =>
    `« ${bucket} » n’est pas le nom d’un « bucket » : 2 à 63 lettres minuscules, chiffres, points ou tirets, sans adresse devant.`,
  bucketNoCopy: (bucket: string) =>
    `Le « bucket » « ${bucket} » contient autre chose qu’une copie. Choisissez-en un vide, ou celui d’une copie à mettre à jour.`,
  copying: 'badges et profils',
  copied: ({ folder, badges, profiles, files, written }: CopySums) =>
    `${badges} badge${plural(badges, '', 's')}, ${profiles} profil${plural(profiles, '', 's')}, ${count(files, 'fichier', 'fichiers')} dans ${folder}, dont ${count(written, 'nouveau ou changé', 'nouveaux ou changés')}. Publiez ce dossier à la racine de la même adresse ; nginx.conf, Caddyfile, .htaccess et _headers donnent les réglages du serveur. Ses pages disent que le service est fermé : ne le publiez qu’à ce moment-là.`,
  sending: 'fichiers envoyés',
  sent: ({ bucket, sent, removed }: SentSums) =>
    `${bucket} : ${count(sent, 'fichier envoyé', 'fichiers envoyés')}, ${count(removed, 'enlevé', 'enlevés')} ; le reste y était déjà.`,
  copyOvertaken:
    'Quelque chose de public a changé pendant chacun de trois essais : rien n’est gardé, le dossier reste comme il était. Arrêtez le service, puis recommencez.',
};

export type CliCopyTexts = typeof cliCopyTexts;
