import type { CliImportTexts } from '../../fr/cli/imports.ts';
import { listedAs } from '../../listed-as.ts';
import { UNREAD } from '../dane/data.ts';
import { undoTexts } from '../dane/undo.ts';
import { count, plural } from '../grammar/page-phrases.ts';

/** The day and hour in Paris. */
const MOMENT = new Intl.DateTimeFormat('en-GB', {
  dateStyle: 'short',
  timeStyle: 'short',
  timeZone: 'Europe/Paris',
});
/** The text itself where it is no instant: another service may have written it. */
const dataVersionOf = (text: string) =>
  Number.isNaN(Date.parse(text)) ? text : MOMENT.format(new Date(text));

export const cliImportTexts: CliImportTexts = {
  importEntry: ({ kind, file, line, column, reason, fix }) =>
    `${kind === 'refused' ? '✘' : '·'} ${file}${line ? `, line ${line}` : ''}${column ? `, ${column}` : ''}: ${reason}${fix ? ` ${fix}` : ''}`,
  importVerdict: ({ file, line, differences }, outcome) => [
    `${outcome === 'created' ? '+ ' : '~ '}${file}, line ${line}: ${outcome === 'created' ? 'created' : 'changed'}`,
    ...differences.map(
      ({ column, before, after }) => `    ${column}: ${before || 'empty'} → ${after || 'empty'}`,
    ),
  ],
  importFile: ({ file, lines, why }) =>
    why
      ? `! ${file}: ${UNREAD[why]}${lines ? ` (${count(lines, 'line', 'lines')})` : ''}`
      : `  ${file}: ${count(lines ?? 0, 'line', 'lines')} read`,
  importSummary: ({ created, updated, unchanged, refused, notices, unread }, dryRun) =>
    `${dryRun ? 'Dry run, nothing is written. ' : ''}${created} created, ${updated} updated, ${unchanged} unchanged, ${count(refused, 'line', 'lines')} refused${notices > 0 ? `, ${count(notices, 'remark', 'remarks')}` : ''}${unread > 0 ? `, ${count(unread, 'table or file', 'tables or files')} not read` : ''}.`,
  pastImport: ({ id, actor, begunAt, undone, by, files = [] }) => [
    `${id}  ${dataVersionOf(begunAt)}  ${by ?? (actor === 'cli' ? 'command line' : actor)}${undone ? `  undone ${dataVersionOf(undone.at)}` : ''}`,
    ...files.map(
      ({ file, created, updated, refused }) =>
        `    ${file}: ${count(created, 'line', 'lines')} created, ${updated} changed, ${refused} refused`,
    ),
  ],
  undoing: { look: 'looking at the import', undo: 'undoing' },
  undoingStopped:
    'Stopped. What is undone stays so, the rest is as the import wrote it. The same command undoes the rest.',
  undoneKind: ({ records, removed, restored, stays, because }, dryRun) => [
    `${undoTexts.kinds[records]}: ${removed} ${dryRun ? 'to remove' : 'removed'}, ${restored} ${dryRun ? 'to restore' : 'restored'}, ${stays} left as they are`,
    ...because.map((one) => `  ${undoTexts.because[one.reason](one.records)}`),
  ],
  keptRecord: ({ records, record, reason, badges, ...line }) => [
    `· ${undoTexts.kinds[records]}  ${records === 'person' ? '' : `${record}  `}${listedAs(line)}`.trimEnd(),
    `    ${undoTexts.reasons[reason]}`,
    ...badges.map(({ badge, credential }) => `    ${badge}  ${credential ?? 'not signed yet'}`),
  ],
  keptHelp: (id, others) => [
    ...(others > 0 ? [undoTexts.keptMore(others)] : []),
    `Once nothing rests on what stays (a badge revoked, a decision taken back), “jalon imports undo ${id}” undoes it too.`,
  ],
  correctionsLocal: '--corrections writes lines that --remote does not send back. Choose one of the two.',
  corrections: (file, rows) => `${rows} line${plural(rows, '', 's')} to mend in ${file}.`,
  exported: (file, rows) => `${file}: ${rows} line${plural(rows, '', 's')}`,
};
