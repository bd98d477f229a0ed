import type { ErrorParams } from '../../../domain/errors.ts';

export type Sentence = (params: ErrorParams) => string;

/** « : value » where there is a value, else empty. */
export const value = (given: ErrorParams[string] | undefined) =>
  given === undefined || given === '' ? '' : ` : ${Array.isArray(given) ? given.join(', ') : given}`;

/** The end of a sentence with its reason. A code stands in the sentence. What a library or the system states in
 *  English follows as a detail of its own, because an operator may have to search for it. */
export function withReason(reason: ErrorParams[string] | undefined): string {
  const text = reason === undefined ? '' : `${reason}`;
  return /\s/.test(text)
    ? `. Détail technique, en anglais : « ${text.replace(/\.$/, '')} ».`
    : `${value(text)}.`;
}

/** Why a file cannot be opened, by the system's own code and by ours. */
export const openFaults: Readonly<Record<string, string>> = {
  missing: 'il n’y a pas de fichier à cet endroit',
  ENOENT: 'il n’y a pas de fichier à cet endroit',
  EACCES: 'vous n’avez pas le droit de le lire',
  EISDIR: 'c’est un dossier',
  EPERM: 'vous n’avez pas le droit de le lire',
  ENOTDIR: 'une partie de son chemin n’est pas un dossier',
  ENOSPC: 'le disque est plein',
  EROFS: 'le disque est en lecture seule',
  EEXIST: 'il existe déjà',
  EMFILE: 'trop de fichiers sont ouverts à la fois',
  'other-recipient': 'il est chiffré pour une autre identité',
  cut: 'il n’est pas entier : sa fin manque, ou a été modifiée. Copiez-le de nouveau',
  damaged: 'il a été modifié',
  'not-age': 'ce n’est pas une sauvegarde chiffrée',
  'not-a-database': 'ce n’est pas une base de données',
  'not-regular': 'ce n’est pas un fichier, ou pas un fichier ordinaire',
  link: 'c’est un lien ; nommez le fichier lui-même',
};

/** The end of a sentence about a file, with the reason in French if it is known. */
function systemReason(reason: ErrorParams[string] | undefined): string {
  const known = openFaults[`${reason}`];
  return known === undefined ? withReason(reason) : `${value(known)}.`;
}

/** The clocks with which the server's own is compared. */
const witnesses: Readonly<Record<string, string>> = {
  database: 'celle de la base de données',
  'identity-provider': 'celle du service de connexion',
  fetched: 'celle d’un serveur nommé dans les réglages',
  version: 'la date de cette version',
};

/** What the operator is told of databases, files and keys. */
export const systemErrors = {
  'foreign-backup': ({ name, because, found }) =>
    ({
      statement: `${name} contient une instruction qu’aucun export de D1 ne contient (${found}). Rien n’a été fait.`,
      object: `${name} contient ce que Jalon n’y met pas, ou pas ainsi (${found}). Rien n’a été fait. Si cela vient de vous, retirez-le d’une copie de la sauvegarde, puis rétablissez la copie.`,
      missing: `Il manque à ${name} ce que sa version de Jalon y met (${found}). Rien n’a été fait.`,
    })[String(because)] ?? `${name} n’est pas une sauvegarde de Jalon.`,
  'key-missing': ({ remedy, algorithm }) =>
    `Aucune clé de signature active${value(algorithm)}. S’il y en a eu une, remettez le dossier des clés (KEYS_DIR) depuis une sauvegarde ; sinon, lancez « ${remedy ?? 'jalon keys generate'} ».`,
  'keys-lost': ({ kids, folder }) =>
    `Des clés qui ont signé pour ce service ne sont plus là${folder ? ` (${folder})` : ''}${value(kids)}. Remettez-les depuis une sauvegarde du dossier des clés. S’il n’en existe aucune, lancez « jalon keys generate --new-after-loss » : les badges déjà signés restent vérifiables, car leurs clés publiques sont dans la base.`,
  'keys-foreign': ({ kids, folder }) =>
    `Les clés de ${folder} ne sont pas celles de ce service${value(kids)} : elles ne signent rien en son nom. Remettez le bon dossier des clés (KEYS_DIR). S’il est perdu, écartez celui-ci, puis lancez « jalon keys generate --new-after-loss » (sur Workers, avec une copie de la base : docs/operate.md).`,
  'signing-unavailable': () =>
    'Rien ne peut être signé en ce moment : le service n’a pas accès à ses clés. Rien n’a été enregistré, rien n’est perdu, et tout ce qui est déjà signé reste lisible et vérifiable. Recommencez plus tard. Si cela dure, prévenez qui exploite le service : « jalon keys list » dit ce qui manque, et il faut remettre le dossier des clés (KEYS_DIR) ou sa phrase de passe (KEYS_PASSPHRASE).',
  'signing-key-ended': ({ kid }) =>
    `La clé ${kid} ne signe plus : la base la donne pour retirée ou compromise. Copiez ici le dossier des clés (KEYS_DIR) d’où elle a été remplacée, puis recommencez.`,
  'key-unreadable': ({ file, reason, remedy }) =>
    `Une clé de signature est illisible${value(file)}${withReason(reason)}${remedy ? ` ${remedy}` : ''}`,
  'key-compromised': ({ reason }) => `Cette clé a été déclarée compromise${value(reason)}.`,
  unavailable: () => 'La base de données ne répond pas. Recommencez dans un instant.',
  'database-unusable': ({ because, file }) =>
    ({
      locked: `La base ${file} est verrouillée par un autre programme. Attendez qu’il ait fini ou arrêtez-le (« fuser ${file} » dit lequel), puis recommencez.`,
      'read-only': `La base ${file} ne peut pas être écrite : fichier, dossier ou disque en lecture seule, ou d’un autre compte. Donnez à ce compte le droit d’écrire le fichier et son dossier, puis recommencez.`,
      full: `Le disque de la base ${file} est plein : rien n’est perdu, rien ne s’écrit plus. Libérez de la place ; le service reprend seul.`,
      damaged: `La base ${file} est abîmée. Arrêtez le service, gardez une copie du fichier, puis rétablissez une sauvegarde : jalon restore FICHIER, ou les outils de PostgreSQL.`,
      'not-a-database': `${file} n’est pas une base de Jalon. Vérifiez DATABASE_URL, ou rétablissez une sauvegarde : jalon restore FICHIER.`,
      moved: `La base ${file} a été déplacée ou remplacée pendant que le service tournait. Remettez-la en place, puis redémarrez le service.`,
      standby: `La base ${file} n’accepte que des lectures : c’est un serveur de secours (standby), ou ses transactions sont en lecture seule (default_transaction_read_only). Donnez le serveur primaire dans DATABASE_URL, ou promouvez celui-ci (pg_promote) ; le service reprend seul.`,
      connections: `La base ${file} n’a plus de connexion libre. Voyez qui les tient (select * from pg_stat_activity), fermez-en, ou augmentez max_connections : chaque processus de Jalon en ouvre douze au plus. Le service reprend seul.`,
      silent: `La base ${file} laisse ses connexions ouvertes et ne répond plus. Voyez si le serveur PostgreSQL est figé et si le réseau passe ; le service reprend seul.`,
      disk: `Le disque de la base ${file} ne lit ou n’écrit plus. Vérifiez-le (journal du système), puis redémarrez le service.`,
    })[String(because)] ??
    `La base ${file} ne peut pas être ouverte. Vérifiez DATABASE_URL : le chemin doit mener à un fichier, dans un dossier que ce compte peut lire et écrire.`,
  'migrations-pending': ({ migrations }) =>
    `La base est d’une version antérieure et n’est pas modifiée sans votre accord${value(migrations)}. Sauvegardez-la (jalon backup FICHIER ; pg_dump pour PostgreSQL), arrêtez les autres processus, lancez « jalon migrate », puis recommencez.`,
  'clock-contradicted': ({ now, witness, at }) =>
    `L’horloge du serveur indique ${now}, mais ${witnesses[String(witness)] ?? witness} indique ${at} : aucun badge n’est signé tant qu’elles se contredisent. Remettez le serveur à l’heure (NTP) ; le service reprend seul. Si c’est l’horloge du serveur qui a raison, TRUST_CLOCK=1 passe outre.`,
  'newer-database': ({ migrations }) =>
    `Une version plus récente de Jalon a écrit cette base${value(migrations)}. Mettez Jalon à jour ; pour garder cette version-ci, rétablissez la sauvegarde d’avant la mise à jour (docs/releases.md).`,
  'development-database': () =>
    'Cette base date des essais d’avant la première version publiée : aucune version de Jalon ne la reprend. Seul le programme qui l’a écrite peut encore la servir. Gardez-en une copie, donnez une base neuve dans DATABASE_URL (sans ce réglage, mettez de côté le dossier var/ ou .wrangler/state), puis importez de nouveau les fichiers.',
  'cannot-move': ({ because, table, rows, migrations, reason }) =>
    ({
      'not-empty': `La base d’arrivée contient déjà des lignes (table ${table} : ${rows}). Donnez une base vide.`,
      'not-ours': `La base d’arrivée sert à autre chose (table ${table}). Donnez une base vide, faite pour Jalon.`,
      newer: `Une version plus récente de Jalon a préparé l’une des deux bases${value(migrations)}. Mettez Jalon à jour, puis recommencez.`,
      failed: `La copie a échoué : rien n’est copié${withReason(reason)}`,
      changed:
        'Le service a écrit pendant la copie : rien n’est copié. Arrêtez le service, puis recommencez.',
    })[String(because)] ?? 'La base ne peut pas être déplacée.',
  'unreadable-file': ({ name, reason }) =>
    reason === 'exists'
      ? `« ${name} » existe déjà. Choisissez un autre nom.`
      : `Le fichier ne peut pas être lu${value(name)}${systemReason(reason)}`,
  'unrecognised-file': ({ name }) => `Aucun en-tête connu dans ce fichier${value(name)}.`,
} satisfies Readonly<Record<string, Sentence>>;
