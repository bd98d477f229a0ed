import { listedAs } from '../../listed-as.ts';
import { withReason } from '../errors/system.ts';
import { count } from '../grammar/page-phrases.ts';
import type { Labelled } from './lines.ts';

export const cliKeyTexts = {
  confirmCompromise: (kid: string) =>
    `Déclarer la clé ${kid} compromise, et écrire ces courriels quand « jalon issue » signera de nouveau ? (oui/non) `,
  compromisedBadge: (
    line: Labelled & { readonly credential: string; readonly signedAt: string; readonly inWindow: boolean },
  ) =>
    `${line.inWindow ? '!' : '·'} ${listedAs(line)}  ${line.badge}  ${line.credential}  signé le ${line.signedAt}`,
  compromiseMail: (mails: number, subject: string): readonly string[] => [
    `${count(mails, 'courriel', 'courriels')}, quand « jalon issue » signera de nouveau. Le premier se lira ainsi, objet : ${subject}`,
  ],
  compromiseSummary: ({
    kid,
    since,
    badges,
    inWindow,
    mails,
  }: {
    readonly kid: string;
    readonly since: string | undefined;
    readonly badges: number;
    readonly inWindow: number;
    readonly mails: number;
  }) => [
    `Clé ${kid} : ${count(badges, 'badge à signer de nouveau', 'badges à signer de nouveau')}, dont ${inWindow} ${since === undefined ? 'dans la période (toute la vie de la clé ; --since la borne)' : `depuis le ${since}`} ; ${count(mails, 'courriel', 'courriels')}.`,
    'Dès la déclaration, notre page dit de ces badges « impossible à vérifier : la clé a été déclarée compromise », avec votre motif ; les autres vérificateurs, que la clé n’existe pas. Leur adresse reste. Chacun vaut de nouveau dès que « jalon issue » l’a signé avec la clé qui suit. Ce qui est signé par cette clé sans être dans le registre (un faux) ne vaudra plus jamais.',
  ],
  compromiseUsage: 'Donnez un motif : --reason TEXTE. Il sera public.',
  keyLine: ({ kid, algorithm, state, createdAt }: Readonly<Record<string, string>>) =>
    `${kid}  ${algorithm}  ${state}  ${createdAt}`,
  keyPlace: {
    folder: '',
    missing: '  FICHIER DISPARU : elle devrait signer',
    database: '  clé publique dans la base seulement',
    foreign: '  D’UN AUTRE SERVICE : elle ne signe rien ici',
  },
  keysMissing: (kids: readonly string[], folder: string) =>
    `Clés disparues de ${folder} : ${kids.join(', ')}. Les badges qu’elles ont signés restent vérifiables : leurs clés publiques sont dans la base. Remettez le dossier depuis une sauvegarde ; s’il n’en existe aucune, « jalon keys generate --new-after-loss ».`,
  emptyWithOldKeys: (since: string) =>
    `La base est vide, et les clés sont du ${since}. Si ce service avait des badges, arrêtez-le maintenant et rétablissez sa base : « jalon restore » (docs/exploiter.md, « La base est perdue, et les clés sont là »). S’il est nouveau, importez vos fichiers.`,
  keyFileWarning: {
    'others-may-read-it': (file: string) =>
      `D’autres comptes peuvent lire ${file} : le service ne l’ouvre pas ainsi. Lancez « chmod 600 ${file} » ; si quelqu’un a pu la lire, déclarez la clé compromise.`,
    'leads-out-of-the-folder': (file: string) =>
      `${file} est un lien qui mène hors du dossier des clés. Si vous ne l’avez pas fait, déclarez la clé compromise.`,
  },
  keysNotCompared: (reason: string) =>
    `La base ne répond pas, les clés qu’elle connaît n’ont pas été comparées à celles du dossier${withReason(reason)}`,
  keysUnknown: (folder: string) =>
    `Aucune clé dans ${folder}, et la base, qui saurait s’il y en a eu, ne répond pas. Rétablissez la base (DATABASE_URL), puis recommencez ; « --new-after-loss » en crée sans attendre.`,
  keyState: {
    generated: 'créée',
    rotated: 'créée, la précédente est retirée',
    retired: 'retirée',
    compromised: 'déclarée compromise',
  },
  keyChange: (kid: string, what: string) => `Clé ${kid} : ${what}.`,
};

/** The texts that every language provides. */
export type CliKeyTexts = typeof cliKeyTexts;
