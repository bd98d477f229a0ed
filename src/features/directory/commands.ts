import { WRITER_OF_EXTENSION } from '../../assembly/table-writers.ts';
import type { DirectoryRequest } from '../../cli/client.ts';
import { type Command, type CommandCall, type ExitCode, textOption } from '../../cli/command.ts';
import { UsageError } from '../../cli/errors.ts';
import { withClient } from '../../cli/with-client.ts';
import { type MissionCode, ROLES } from '../../domain/engagement/mission.ts';
import { compact } from '../../domain/text/omit-undefined.ts';
import { parseUai } from '../../domain/uai.ts';
import {
  DIRECTORY_FORMATS,
  type DirectoryLine,
  directoryAddresses,
  directoryCards,
  directoryTable,
} from './actions.ts';

/** `directory`: who is referent today, as lines, or as a file on stdout with `--format`. */
const directoryCommand: Command = {
  options: {
    role: { type: 'string' },
    mission: { type: 'string' },
    department: { type: 'string' },
    school: { type: 'string' },
    words: { type: 'string' },
    event: { type: 'string' },
    format: { type: 'string' },
    remote: { type: 'string' },
  },
  words: { min: 0, max: 0 },
  run: (call) => {
    const { output, texts } = call;
    const request = requestOf(call);
    return withClient<ExitCode>(call, async (client) => {
      const lines: DirectoryLine[] = [];
      for await (const line of client.listDirectory(request)) {
        if (output.json || request.format === undefined) output.line({ ...line }, texts.directoryLine(line));
        lines.push(line);
        await output.taken();
      }
      if (output.json || request.format === undefined) {
        output.line({ kind: 'summary', total: lines.length }, texts.directorySummary(lines.length));
      } else {
        output.file(fileOf(request.format, lines));
      }
      return 0;
    });
  },
};

/** The command by its name, which is a public contract and does not change. */
export const directoryCommands = { directory: directoryCommand };

function requestOf(call: CommandCall): DirectoryRequest {
  const { texts } = call;
  const [role, format] = [textOption(call, 'role'), textOption(call, 'format')];
  const known = {
    role: ROLES.find((one) => one === role),
    format: DIRECTORY_FORMATS.find((one) => one === format),
  };
  if (role !== undefined && !known.role) throw new UsageError(texts.notAllowedValue('role', role, ROLES));
  if (format !== undefined && !known.format) {
    throw new UsageError(texts.notAllowedValue('format', format, DIRECTORY_FORMATS));
  }
  const school = textOption(call, 'school');
  return {
    filter: compact({
      role: known.role,
      mission: textOption(call, 'mission')?.toUpperCase() as MissionCode | undefined,
      departmentCode: textOption(call, 'department'),
      uai: school === undefined ? undefined : parseUai(school),
      text: textOption(call, 'words'),
      event: textOption(call, 'event'),
    }),
    ...(known.format && { format: known.format }),
  };
}

function fileOf(format: NonNullable<DirectoryRequest['format']>, lines: readonly DirectoryLine[]): string {
  switch (format) {
    case 'csv':
      return new TextDecoder('utf-8', { ignoreBOM: true }).decode(
        WRITER_OF_EXTENSION.get('csv')?.([directoryTable(lines)]),
      );
    case 'vcard':
      return directoryCards(lines);
    case 'addresses':
      return `${directoryAddresses(lines)}\n`;
  }
}
