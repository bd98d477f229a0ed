import type { SettingError, SettingForm } from '../../../domain/settings/error.ts';

/** A sentence for each fault. */
export type SettingReasons = {
  readonly [Code in SettingError['code']]: (error: SettingError<Code>) => string;
};

/** Words for each form that a setting may have. */
export type SettingForms = {
  readonly [Kind in SettingForm['kind']]: (form: SettingForm<Kind>) => string;
};

const number = (value: number) => value.toLocaleString('fr-FR');

const FORMS: SettingForms = {
  'whole-number': ({ from, to }) => `un nombre entier de ${number(from)} à ${number(to)}, en chiffres seuls`,
  'one-of': ({ values }) => values.join(' ou '),
  'sign-in-levels': ({ values }) =>
    `un ou plusieurs niveaux séparés par des espaces, parmi ${values.join(', ')}, ou des adresses comme urn:exemple:fort`,
  switch: () => '0 ou 1',
  text: ({ most }) => (most === undefined ? 'un texte' : `un texte de ${number(most)} caractères au plus`),
  'web-address': () => 'une adresse complète, comme https://dane.example.fr',
  'mail-address': () => 'une adresse électronique, comme dane@example.fr',
  'linkedin-number': () => 'le numéro d’une page LinkedIn, en chiffres seuls',
  origin: () => 'une origine, comme https://badges.example.fr, sans rien après le nom',
  database: () =>
    'sqlite: suivi d’un fichier, comme sqlite:./var/jalon.db, ou postgres://compte:motdepasse@serveur:5432/base (les caractères spéciaux d’un mot de passe s’écrivent %XX)',
  'mail-server': () =>
    'smtp://compte:motdepasse@serveur:587 ou smtps://compte:motdepasse@serveur:465 (les caractères spéciaux d’un mot de passe s’écrivent %XX)',
  provider: () => 'l’adresse du fournisseur d’identité, comme https://idp.example.fr/api/v2',
  headers: () =>
    'des noms et des valeurs entre virgules, comme api-key=secret, les valeurs écrites comme dans une adresse',
  token: () => '16 à 200 lettres sans accent, chiffres ou signes parmi _ . ~ + / = -',
};

const formText = <Kind extends SettingForm['kind']>(form: SettingForm<Kind>) => FORMS[form.kind](form);

const WHY = {
  origin: 'c’est l’origine de tous les identifiants, en https',
  passphrase: '16 caractères ou plus ; les clés privées sont chiffrées avec elle',
  database:
    'une base oubliée montrerait un service vide ; écrivez sqlite:./var/jalon.db, ou postgres://… pour PostgreSQL',
  badges: 'chaque badge l’imprime',
  controller: '/legal et /privacy nomment le responsable du traitement',
  'controller-address': '/legal et /privacy donnent l’adresse du responsable du traitement',
  publication: '/legal nomme le directeur de la publication',
  hosting: '/legal donne le nom, l’adresse et le téléphone de l’hébergeur',
  'data-protection': '/privacy donne l’adresse du délégué à la protection des données',
} as const;

const REASONS: SettingReasons = {
  'wrong-form': ({ form }) => `il faut ${formText(form)}`,
  'unknown-name': ({ meant }) =>
    `ce réglage n’existe pas ; vouliez-vous dire ${meant.join(' ou ')} ? Corrigez le nom, ou retirez-le`,
  required: ({ why }) => `obligatoire en production : ${WHY[why]}`,
  'https-only': () => 'doit commencer par https:// en production',
  'demonstration-in-production': () =>
    'la démonstration ne peut pas exister en production ; retirez ce réglage',
  'demonstration-elsewhere': ({ origin }) =>
    `la démonstration laisse chacun se connecter sous le nom d’un autre : elle n’existe qu’à une adresse http de cette machine (http://localhost:3000), pas à ${origin} ; retirez DEMO, ou changez PUBLIC_URL`,
  incomplete: ({ together }) => `manque ; donnez ${together.join(', ')} ensemble`,
  'required-with': ({ other }) => `obligatoire avec ${other} : le serveur et l’expéditeur vont ensemble`,
  'not-https-list': ({ source }) => `${source} n’est pas une adresse https`,
  'too-many-lists': ({ most }) => `${number(most)} listes au plus`,
  'metrics-closed-and-opened': () => 'il ouvre /metrics à qui le porte ; retirez METRICS, ou ce réglage',
  'twice-given': ({ file }) => `donné deux fois, ici et par ${file} ; gardez l’un des deux`,
  'file-unreadable': ({ path, reason }) => `le fichier ${path} ne peut pas être lu (${reason})`,
  'file-open-to-others': ({ path, mode }) =>
    `d’autres comptes peuvent lire le fichier ${path} (droits ${mode}) ; lancez : chmod go-rwx '${path}'`,
  'file-empty': ({ path }) => `le fichier ${path} est vide ; il faut une ligne, le secret`,
  'file-too-large': ({ path }) => `le fichier ${path} est trop grand pour un secret (64 ko au plus)`,
  'cannot-listen': ({ host, port, reason }) =>
    `le service ne peut pas écouter à ${host}, port ${port} (${reason}) ; HOST doit être une adresse de cette machine, et un PORT au-dessous de 1024 demande un droit que ce compte n’a pas`,
  'no-files-here': () => 'il n’y a pas de fichiers sur Workers ; donnez un secret du même nom, sans _FILE',
};

/** A fault of the settings, with the form wanted. */
export function settingError<Code extends SettingError['code']>(error: SettingError<Code>): string {
  return `${error.name} : ${REASONS[error.code](error)}`;
}
