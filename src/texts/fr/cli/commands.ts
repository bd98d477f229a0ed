import type { SettingError } from '../../../domain/settings/error.ts';
import { listedAs } from '../../listed-as.ts';
import { officePackTexts } from '../dane/office-pack.ts';
import { settingError } from '../errors/settings.ts';
import { openFaults, withReason } from '../errors/system.ts';
import { count } from '../grammar/page-phrases.ts';
import { cliBadgeTexts } from './badges.ts';
import { cliCopyTexts } from './copy.ts';
import { cliDatabaseTexts } from './databases.ts';
import { doctorLines } from './doctor.ts';
import { cliGrantTexts } from './grants.ts';
import { cliImportTexts } from './imports.ts';
import { cliJobTexts } from './jobs.ts';
import { cliKeyTexts } from './keys.ts';
import type { ErasedSums, Judged, ListedTokenLine, WrongOption } from './lines.ts';
import { cliLogTexts } from './log.ts';
import { releaseLines } from './release.ts';

/** Whole numbers, and one decimal below ten. */
const figure = (value: number) =>
  value.toLocaleString('fr-FR', { maximumFractionDigits: value < 10 ? 1 : 0 });
/** Hours and minutes, minutes and seconds, or seconds. */
const duration = (seconds: number) => {
  const whole = Math.ceil(seconds);
  const minutes = Math.floor(whole / 60);
  if (minutes >= 60) return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
  return minutes > 0 ? `${minutes} min ${whole % 60} s` : `${whole} s`;
};

export const cliTexts = {
  ...cliKeyTexts,
  ...cliLogTexts,
  ...cliCopyTexts,
  ...cliDatabaseTexts,
  ...cliImportTexts,
  ...cliJobTexts,
  ...cliBadgeTexts,
  ...cliGrantTexts,
  doctor: doctorLines,
  release: releaseLines,
  ...officePackTexts,
  usage: `Usage : jalon <verbe> [options] · jalon help VERBE · jalon --version

  import DOSSIER|FICHIER… [--dry-run] [--event CODE] [--corrections FICHIER.csv|FICHIER.xlsx]
                                              lire les fichiers de la DANE ; les lignes refusées à corriger
  imports list · imports undo IMPORT [--dry-run]
                                              les derniers imports ; en annuler un, sauf ce qui repose sur lui
  jobs list · jobs retry TRAVAIL · jobs drop TRAVAIL --reason TEXTE
                                              les travaux en échec ; en essayer un de nouveau, ou l’abandonner
  export DOSSIER [--format csv|xlsx]          écrire tout ce qui est enregistré, en fichiers de la DANE
  export-static DOSSIER [--bucket NOM]        copier tout ce qui est public en simples fichiers, pour qu’un serveur
                                              web le rende aux mêmes adresses après la fin du service ; vers une
                                              copie déjà faite, n’écrire que ce qui a changé, enlever le reste ;
                                              avec --bucket, rendre pareil un « bucket » d’entrepôt (S3_…)
  evaluate [--on DATE] [--person E-MAIL | --establishment UAI] [--badge CODE]
                                              ce qui est rempli, ce qui manque ; n’écrit rien
  grant (--all-met | --person E-MAIL --badge CODE | --establishment UAI --badge CODE)
        [--on DATE] [--reason TEXTE] [--also-to-look-at] [--in DURÉE | --at JOURTHEURE] [--dry-run]
                                              attribuer ; --all-met laisse ce qui est à regarder, sauf avec
                                              --also-to-look-at ; --in 10m laisse dix minutes pour reprendre la
                                              décision ; --dry-run dit seulement ce qui serait attribué
  decisions list · decisions show|start|stop|hold|release DÉCISION
                                              les décisions qui attendent ; en appliquer une, la reprendre, ou
                                              retenir et relâcher une décision datée
  issue                                       signer ce qui est attribué
  accept (BADGE | --all) [--visibility public|unlisted] [--name none|initials|full]
         [--form feminine|masculine|inclusive] [--schools yes|no] [--confirm-schools]
         [--email yes|no] [--words fitting|all|none]
                                              enregistrer une acceptation reçue hors du service
  unanswered list · unanswered remind BADGE   les badges sans réponse de leur titulaire ; en relancer un par
                                              courriel, une fois par jour au plus
  clock clear [--dry-run]                     supprimer ce qu’une horloge fausse a daté de l’avenir ; --dry-run
                                              compte seulement
  mails send-old [--dry-run]                  laisser partir les courriels écrits sans serveur de courriel il y a plus
                                              de sept jours ; --dry-run dit seulement combien
  directory [--role RÔLE] [--mission CODE] [--department CODE] [--school UAI] [--words MOTS] [--event CODE]
            [--format csv|vcard|addresses]    qui est référent aujourd’hui, avec missions et rôles ; ou un fichier,
                                              ou les adresses à coller dans un message
  re-sign [--dry-run]                         signer de nouveau les badges qui disent autre chose que ce qui est
                                              établi, et le dire à leurs titulaires
  suspend BADGE --reason TEXTE [--cause check|contest|error|request] [--note TEXTE]
                                              suspendre ; la cause et le motif sont publics, la note non
  resume BADGE [--reason TEXTE]               lever une suspension
  revoke BADGE… --reason TEXTE [--from FICHIER]
                                              révoquer, un badge par ligne ; le motif est public
  verify FICHIER|ADRESSE|- [--recipient EMAIL] [--accept-part]
                                                vérifier un badge, le nôtre ou un autre
  doctor [--quick]                            vérifier tout ce qui doit tenir de l’ensemble du service ; --quick sans
                                              les signatures ; n’écrit rien
  monitor ADRESSE [--state FICHIER] [--accept-key CLÉ] [--badge FICHIER] [--checkpoint FICHIER]
                                              suivre le journal public d’un service : rien n’y manque, rien n’y
                                              change ; le badge y est inscrit ; l’état qu’un autre a vu y mène
  keys list|export|generate|rotate|retire KID
  keys compromise KID --reason TEXTE [--since JOUR] [--dry-run] [--yes]
                                              les clés ; generate --new-after-loss après la perte du dossier
  token create --role dane|reader --name NOM [--days JOURS] [--sql] · token list · token revoke JETON
                                              les jetons de l’API, valables un an au plus
  export-person E-MAIL · erase-person E-MAIL [--dry-run]  droits d’accès et d’effacement
  erasures export --since JOUR FICHIER        lister, par leurs seuls identifiants, les personnes effacées et les
                                              badges révoqués depuis ce jour ; à garder à côté des sauvegardes
  erasures replay FICHIER                     après restore : les effacer et les révoquer de nouveau
  office export|check DOSSIER · office adopt DOSSIER [--from JOUR]
                                              le paquet de l’office (familles, missions, badges, dessins) : l’écrire,
                                              dire ses défauts et qui gagne ou perd, l’adopter
  badges list · show CODE · check FICHIER · adopt FICHIER --from JOUR [--replaces CODE] · retire CODE --from JOUR
                                              les badges, un par un : les lire, en essayer un, l’adopter, le retirer
  backup FICHIER · restore FICHIER            sauvegarder, rétablir la base (ce qui a été révoqué après
                                              la sauvegarde redevient valide ; redémarrez le service) ;
                                              restore lit aussi le SQL que D1 exporte
  backup --noted                              noter une sauvegarde faite par un autre programme (pg_dump…)
  backup --with-keys [--recipient age1…] FICHIER · restore --identity FICHIER FICHIER
                                              base et clés en une archive compressée et chiffrée pour un
                                              destinataire (age), par défaut celui de BACKUP_RECIPIENT
  backup --new-identity FICHIER               faire l’identité qui l’ouvre, à garder ailleurs
  move (--to postgres://… | --to-env VARIABLE)
                                              copier la base SQLite dans une base PostgreSQL vide
  move --take-back                            après un essai : modifier de nouveau la base SQLite
  release verify DOSSIER [--key FICHIER]      vérifier les fichiers d’une version publiée et leur signature
  migrate · serve

Partout : --json (une ligne JSON par résultat), --lang fr|en, --as E-MAIL ou JALON_AS (l’agent au nom duquel le
journal des actes inscrit la commande ; ce n’est pas une preuve).
De import à revoke, doctor, token, office, badges, export-person, erase-person : --remote ADRESSE (jeton dans JALON_TOKEN).`,
  unknownVerb: (command: string) => `Le verbe « ${command} » n’existe pas. « jalon help » les montre tous.`,
  wrongWords: (command: string) =>
    `« ${command} » ne s’écrit pas ainsi. « jalon help ${command} » montre comment.`,
  wrongOption: ({ verb, option, fault }: WrongOption) =>
    `${
      {
        unknown: `« ${verb} » n’a pas d’option « ${option} ».`,
        'lacks-value': `L’option « ${option} » attend une valeur.`,
        'takes-none': `L’option « ${option} » n’attend pas de valeur.`,
      }[fault]
    } « jalon help ${verb} » montre comment l’écrire.`,
  actorLacking: 'Après --as, écrivez l’adresse de l’agent au nom duquel vous agissez.',
  notAllowedValue: (option: string, value: string, allowed: readonly string[]) =>
    `--${option} « ${value} » : écrivez ${allowed.join(' ou ')}.`,
  tokenMissing: 'Avec --remote, mettez le jeton dans la variable JALON_TOKEN.',
  actorRemote: 'Avec --remote, le jeton dit qui agit : ôtez --as et JALON_AS.',
  folderNotEmpty: (folder: string) =>
    `Le dossier « ${folder} » contient déjà quelque chose. Choisissez un dossier nouveau ou vide.`,
  fileExists: (file: string) => `« ${file} » existe déjà. Choisissez un autre nom.`,
  badUrl: (url: string) => `« ${url} » n’est pas une adresse.`,
  unsafeRemote: (url: string) =>
    `« ${url} » : --remote porte le jeton et les données des personnes. Écrivez https://… ; http:// ne sert que vers cette machine (localhost), et l’adresse ne contient ni compte, ni « ? », ni « # ».`,
  evaluateUsage: 'Choisissez --person ou --establishment, pas les deux.',
  confirmByOption:
    'Cela ne se défait pas. Sans terminal pour demander, ajoutez --yes ; --dry-run montre d’abord.',
  nothingDone: 'Rien n’a été fait.',
  portTaken: (port: number) =>
    `Le port ${port} est déjà pris : un autre service l’écoute. Arrêtez-le, ou choisissez-en un autre : PORT=3001 npm start.`,
  failed: (detail: string) => `Échec${withReason(detail)}`,
  systemFailed: (code: string, path: string, detail: string) =>
    openFaults[code] === undefined ? `Échec${withReason(detail)}` : `Échec : ${path} (${openFaults[code]}).`,
  settingsFault: (errors: readonly SettingError[]) => [
    'Réglages à corriger :',
    ...errors.map((one) => `- ${settingError(one)}`),
  ],

  evaluationLine: (line: Judged, locale: 'fr' | 'en') => [
    `${line.met ? '✔' : '✘'} ${listedAs(line)}  ${line.badge}`,
    ...line.findings.flatMap(({ missing }) => (missing ? [`    ${missing[locale]}`] : [])),
  ],
  revokeUnpublished: (signingFailed?: true): string =>
    signingFailed
      ? 'La révocation est enregistrée, mais la liste publique ne la montre pas encore : sa signature a échoué. Le service recommence de lui-même. Si cela dure, vérifiez les clés et leur phrase de passe (/health/ready).'
      : 'La révocation est enregistrée, mais la liste publique ne la montre pas encore. Le service la publie de lui-même.',
  verifyStep: (name: string, result: string, sentence: string) =>
    `${result === 'passed' ? '✔' : result === 'failed' ? '✘' : '·'} ${name} : ${sentence}`,
  startsWithoutKeys:
    'Le service démarre sans ses clés : tout ce qui est signé se lit et se vérifie, rien ne se signe. « jalon keys list » dit ce qui manque. Les listes de statut durent huit jours : remettez les clés avant.',
  tokenLine: ({ name, role, expiresAt, secret }: Readonly<Record<string, string>>) => [
    `Jeton « ${name} » (${role}), valable jusqu’au ${expiresAt?.slice(0, 10)} : ${secret}`,
    'Il ne sera plus montré. Mettez-le dans JALON_TOKEN.',
  ],
  tokenDays: (days: string, most: number) =>
    `--days « ${days} » : écrivez un nombre de jours, de 1 à ${most}.`,
  listedToken: (token: ListedTokenLine) =>
    `${token.id}  ${token.role}  ${{ active: 'valable', expired: 'expiré', revoked: 'révoqué' }[token.state]}  fin ${(token.revokedAt ?? token.expiresAt).slice(0, 10)}  ${token.lastUsedOn ? `utilisé le ${token.lastUsedOn}` : 'jamais utilisé'}  ${token.name}`,
  tokenRevoked: (name: string) => `Jeton « ${name} » révoqué : il n’ouvre plus rien.`,
  toErase: (email: string, { facts, badges }: { readonly facts: number; readonly badges: number }) =>
    `${email} : ${count(facts, 'fait', 'faits')} et ${count(badges, 'badge', 'badges')} à effacer.`,
  erased: (email: string, { erasedAwards, revokedCredentials }: ErasedSums) =>
    [
      `${email} : données effacées`,
      ...(revokedCredentials > 0 || erasedAwards === 0
        ? [
            count(
              revokedCredentials,
              'badge révoqué et retiré de sa page',
              'badges révoqués et retirés de leur page',
            ),
          ]
        : []),
      ...(erasedAwards > 0
        ? [
            count(
              erasedAwards,
              'badge attribué et non signé effacé',
              'badges attribués et non signés effacés',
            ),
          ]
        : []),
    ]
      .join(', ')
      .concat('.'),
  restoredWarning:
    'Redémarrez le service s’il tourne. Tout ce qui a été fait après la sauvegarde est perdu : un badge révoqué depuis redevient valide, une personne effacée depuis réapparaît. Refaites-le.',
  saveWithPostgres:
    'La base est PostgreSQL : sauvegardez-la avec pg_dump, rétablissez-la avec pg_restore (docs/scaling.md). Gardez aussi le dossier des clés.',
  moveUsage:
    'Donnez l’adresse de la base PostgreSQL : --to postgres://…, ou --to-env et le nom d’une variable qui la contient, ou la variable JALON_MOVE_TO. Un mot de passe sur la ligne de commande reste dans l’historique.',
  moveBadAddress:
    'L’adresse donnée n’est pas celle d’une base PostgreSQL. Écrivez postgres://compte:mot-de-passe@serveur:5432/base, les caractères spéciaux du mot de passe sous la forme %XX.',
  noDemonstration:
    'Cette version publiée sert en production seulement : la démonstration vient avec les sources (« npm start »). Retirez NODE_ENV et DEMO, puis donnez les réglages de production.',
  preparing: 'Premier démarrage : préparation de la démonstration…',
  demoStep: {
    import: 'lecture des fichiers',
    grant: 'attribution',
    issue: 'signature',
    accept: 'acceptations',
  },
  /** Public reason of the demonstration's revoked badges. */
  demoRevocationReason: 'Erreur de saisie : les dates retenues n’étaient pas les bonnes.',
  listening: (url: string) => `Jalon répond à ${url}`,
  demoWelcome: (url: string, examples: readonly { readonly url: string; readonly what: string }[]) => [
    '',
    'Démonstration : de vrais établissements, des personnes inventées.',
    'Les badges faits à une adresse http ne se vérifient que dans ce service.',
    '',
    'À ouvrir :',
    `  ${url}/            l’accueil`,
    `  ${url}/badges      les huit badges et leurs critères`,
    `  ${url}/verify      vérifier un badge`,
    ...examples.map((example) => `  ${example.url}  ${example.what}`),
    '',
    `  ${url}/sign-in     se connecter, en choisissant une personne dans la liste :`,
    '    Pascal Vuillemin (DANE)        décide des badges proposés',
    '    Joëlle Simonnot (cheffe)       une demande attend sa réponse',
    '    Hélène Marceau (RUPN)          six années, des badges à accepter',
    '',
    'La ligne de commande fait la même chose : npm run -s jalon -- help',
  ],
  pace: (perSecond: number, secondsLeft: number | undefined) =>
    secondsLeft === undefined
      ? `${figure(perSecond)} par seconde`
      : `${figure(perSecond)} par seconde, encore ${duration(secondsLeft)}`,
  stopping: 'Arrêt…',
};

/** The texts that every language provides. */
export type CliTexts = typeof cliTexts;
