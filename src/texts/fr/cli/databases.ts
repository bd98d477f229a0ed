import { count, fileSize, plural } from '../grammar/page-phrases.ts';
import type { ReplayedActLine } from './lines.ts';

const REPLAYED = {
  done: 'refait',
  already: 'déjà fait',
  unknown: 'inconnu de cette base',
} as const;

export const cliDatabaseTexts = {
  sinceNeeded: 'Dites depuis quel jour : erasures export --since 2026-11-01 FICHIER.',
  notErasures: (line: number) =>
    `La ligne ${line} ne nomme ni une personne effacée, ni un badge révoqué. Donnez un fichier écrit par « erasures export ».`,
  erasuresListed: (
    file: string,
    { erased, revoked }: { readonly erased: number; readonly revoked: number },
  ) =>
    `${file} : ${erased} personne${plural(erased, '', 's')} effacée${plural(erased, '', 's')}, ${revoked} badge${plural(revoked, '', 's')} révoqué${plural(revoked, '', 's')}.`,
  /** The public reason of a badge that is revoked again. */
  revokedAgain: 'Révocation rétablie après le retour à une sauvegarde',
  replayed: (act: ReplayedActLine) =>
    `${act.kind === 'erased' ? `personne ${act.person}` : `badge ${act.credential}`} : ${
      act.outcome === 'failed' ? `refusé (${act.code})` : REPLAYED[act.outcome]
    }`,
  replaySummary: ({
    done,
    already,
    unknown,
    failed,
  }: Readonly<Record<'done' | 'already' | 'unknown' | 'failed', number>>) =>
    `Refaits : ${done}. Déjà faits : ${already}. Inconnus de cette base : ${unknown}. Refusés : ${failed}.`,
  backedUp: (file: string, bytes: number) =>
    `Base sauvegardée dans ${file} (${fileSize(bytes)}). Gardez aussi le dossier des clés.`,
  sealed: (
    file: string,
    { keys, hasDatabase, bytes }: { keys: number; hasDatabase: boolean; bytes: number },
  ) =>
    `${hasDatabase ? 'Base et clés sauvegardées' : 'Clés sauvegardées (la base PostgreSQL a ses propres outils)'} dans ${file} (${fileSize(bytes)}), pour le seul destinataire : ${count(keys, 'clé', 'clés')}. Gardez l’identité et KEYS_PASSPHRASE ailleurs.`,
  recipientNeeded:
    'Dites pour qui chiffrer les clés : --recipient age1…, ou BACKUP_RECIPIENT dans l’environnement. « jalon backup --new-identity FICHIER », sur une autre machine, en fait un.',
  identityMade: (file: string, recipient: string) => [
    `Identité écrite dans ${file} : gardez-la hors de cette machine, elle seule ouvre les sauvegardes.`,
    `Destinataire : ${recipient}`,
  ],
  badRecipient: (text: string) => `« ${text} » n’est pas un destinataire d’age : il commence par age1.`,
  badIdentity: (file: string) => `${file} ne contient aucune identité d’age (AGE-SECRET-KEY-1…).`,
  unsealed: (
    file: string,
    { migrations, keys, keptKeys }: { migrations?: number; keys: number; keptKeys: readonly string[] },
  ) => [
    `${migrations === undefined ? 'Clés rétablies' : 'Base et clés rétablies'} depuis ${file} : ${count(keys, 'clé', 'clés')}.`,
    ...(keptKeys.length > 0
      ? [`Laissées telles qu’elles sont ici, car autres que dans la sauvegarde : ${keptKeys.join(', ')}.`]
      : []),
  ],
  backupNoted: 'Sauvegarde notée : /metrics dit désormais son âge.',
  backupNotNoted: (reason: string) =>
    `La copie est complète, mais la base n’a pas pu noter qu’elle est faite : ${reason}`,
  backupRefused: (found: string) =>
    `La base contient ce que Jalon n’y met pas, ou pas ainsi (${found}) : « jalon restore » refusera cette sauvegarde. Si cela vient de vous, retirez-le de la base, puis sauvegardez de nouveau.`,
  restored: (file: string, migrations: number) =>
    `Base rétablie depuis ${file}.${migrations > 0 ? ` La sauvegarde était plus ancienne que le programme : ${count(migrations, 'migration faite', 'migrations faites')}.` : ''}`,
  moveFromPostgres: 'La base de DATABASE_URL est déjà PostgreSQL : il n’y a rien à déplacer.',
  movedTable: ({ table, rows }: { readonly table: string; readonly rows: number }) => `✔ ${table} : ${rows}`,
  moved: (rows: number) =>
    `${count(rows, 'ligne copiée et comptée', 'lignes copiées et comptées')}. Mettez la nouvelle adresse dans DATABASE_URL, gardez le même dossier de clés, puis redémarrez.`,
  moveTakenBack: (isMarked: boolean): string =>
    isMarked
      ? 'Cette base se modifie de nouveau. Effacez la copie de l’essai.'
      : 'Cette base n’était marquée par aucun déménagement.',
  migrated: (total: number) =>
    total === 0
      ? 'La base est à jour.'
      : `${total} ${plural(total, 'migration faite', 'migrations faites')}.`,
};

/** The texts that every language provides. */
export type CliDatabaseTexts = typeof cliDatabaseTexts;
