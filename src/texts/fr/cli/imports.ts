import { listedAs } from '../../listed-as.ts';
import { UNREAD } from '../dane/data.ts';
import { undoTexts } from '../dane/undo.ts';
import { count, plural } from '../grammar/page-phrases.ts';
import type {
  ImportEntryLine,
  ImportFileLine,
  ImportVerdictLine,
  PastImportLine,
  PreservedRecordLine,
  Sums,
  UndoneKindLine,
} from './lines.ts';

/** The day and hour in Paris. */
const MOMENT = new Intl.DateTimeFormat('fr-FR', {
  dateStyle: 'short',
  timeStyle: 'short',
  timeZone: 'Europe/Paris',
});
/** The text itself where it is no instant: another service may have written it. */
const dataVersionOf = (text: string) =>
  Number.isNaN(Date.parse(text)) ? text : MOMENT.format(new Date(text));

export const cliImportTexts = {
  importEntry: ({ kind, file, line, column, reason, fix }: ImportEntryLine) =>
    `${kind === 'refused' ? '✘' : '·'} ${file}${line ? `, ligne ${line}` : ''}${column ? `, ${column}` : ''} : ${reason}${fix ? ` ${fix}` : ''}`,
  importVerdict: ({ file, line, differences }: ImportVerdictLine, outcome: 'created' | 'updated') => [
    `${outcome === 'created' ? '+ ' : '~ '}${file}, ligne ${line} : ${outcome === 'created' ? 'créée' : 'modifiée'}`,
    ...differences.map(
      ({ column, before, after }) => `    ${column} : ${before || 'vide'} → ${after || 'vide'}`,
    ),
  ],
  importFile: ({ file, lines, why }: ImportFileLine) =>
    why
      ? `! ${file} : ${UNREAD[why]}${lines ? ` (${count(lines, 'ligne', 'lignes')})` : ''}`
      : `  ${file} : ${count(lines ?? 0, 'ligne lue', 'lignes lues')}`,
  importSummary: ({ created, updated, unchanged, refused, notices, unread }: Sums, dryRun: boolean) =>
    `${dryRun ? 'Essai, rien n’est écrit. ' : ''}${created} ${plural(created, 'créé', 'créés')}, ${updated} ${plural(updated, 'modifié', 'modifiés')}, ${unchanged} ${plural(unchanged, 'inchangé', 'inchangés')}, ${count(refused, 'ligne refusée', 'lignes refusées')}${notices > 0 ? `, ${count(notices, 'remarque', 'remarques')}` : ''}${unread > 0 ? `, ${count(unread, 'tableau ou fichier non lu', 'tableaux ou fichiers non lus')}` : ''}.`,
  pastImport: ({ id, actor, begunAt, undone, by, files = [] }: PastImportLine) => [
    `${id}  ${dataVersionOf(begunAt)}  ${by ?? (actor === 'cli' ? 'ligne de commande' : actor)}${undone ? `  annulé le ${dataVersionOf(undone.at)}` : ''}`,
    ...files.map(
      ({ file, created, updated, refused }) =>
        `    ${file} : ${count(created, 'ligne créée', 'lignes créées')}, ${count(updated, 'modifiée', 'modifiées')}, ${count(refused, 'refusée', 'refusées')}`,
    ),
  ],
  undoing: { look: 'examen de l’import', undo: 'annulation' },
  undoingStopped:
    'Arrêté. Ce qui est annulé le reste, le reste est tel que l’import l’a écrit. La même commande annule le reste.',
  undoneKind: ({ records, removed, restored, stays, because }: UndoneKindLine, dryRun: boolean) => [
    `${undoTexts.kinds[records]} : ${removed} ${dryRun ? 'à retirer' : plural(removed, 'retiré', 'retirés')}, ${restored} ${dryRun ? 'à rétablir' : plural(restored, 'rétabli', 'rétablis')}, ${stays} ${plural(stays, 'laissé', 'laissés')} en l’état`,
    ...because.map((one) => `  ${undoTexts.because[one.reason](one.records)}`),
  ],
  keptRecord: ({ records, record, reason, badges, ...line }: PreservedRecordLine) => [
    `· ${undoTexts.kinds[records]}  ${records === 'person' ? '' : `${record}  `}${listedAs(line)}`.trimEnd(),
    `    ${undoTexts.reasons[reason]}`,
    ...badges.map(({ badge, credential }) => `    ${badge}  ${credential ?? 'pas encore signé'}`),
  ],
  keptHelp: (id: string, others: number) => [
    ...(others > 0 ? [undoTexts.keptMore(others)] : []),
    `Quand plus rien ne repose sur ce qui reste (un badge révoqué, une décision reprise), « jalon imports undo ${id} » l’annule aussi.`,
  ],
  correctionsLocal: '--corrections écrit des lignes que --remote ne renvoie pas. Choisissez l’un ou l’autre.',
  corrections: (file: string, rows: number) =>
    `${rows} ligne${plural(rows, '', 's')} à corriger dans ${file}.`,
  exported: (file: string, rows: number) => `${file} : ${rows} ligne${plural(rows, '', 's')}`,
};

export type CliImportTexts = typeof cliImportTexts;
