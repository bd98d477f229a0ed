import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { drawingOf } from '../../catalogue/drawing-errors.ts';
import type { AmendedBadge } from '../../domain/criteria/badge-change.ts';
import { DomainError } from '../../domain/errors.ts';
import { parseLocalDate } from '../../domain/time/calendar.ts';
import { judgeInPages, reportErrors } from '../check-in-pages.ts';
import type { Client } from '../client.ts';
import { type Command, type CommandCall, type ExitCode, textOption } from '../command.ts';
import { UsageError, unreadableFile } from '../errors.ts';
import { withClient } from '../with-client.ts';

/** `badges list` names the badges; `badges show CODE` writes one as JSON; `badges check FILE` names the faults of a
 *  badge, and who would gain and lose it; `badges adopt FILE --from DAY` adopts it; `badges retire CODE --from
 *  DAY` retires one. `--replaces CODE` says that the file changes a published badge. */
export const badgesCommand: Command = {
  options: { from: { type: 'string' }, replaces: { type: 'string' }, remote: { type: 'string' } },
  words: { min: 1, max: 2 },
  async run(call) {
    const [action = '', name] = call.words;
    const act = Object.hasOwn(ACTS, action) ? ACTS[action as keyof typeof ACTS] : undefined;
    if (!act || (act !== ACTS.list && name === undefined)) {
      throw new UsageError(call.texts.wrongWords('badges'));
    }
    return withClient<ExitCode>(call, (client) => act({ call, client, name: name ?? '' }));
  },
};

interface Act {
  readonly call: CommandCall;
  readonly client: Client;
  /** A code or a file. */
  readonly name: string;
}

const ACTS = { list, show, check, adopt, retire };

async function list({ call: { output, texts }, client }: Act): Promise<ExitCode> {
  const { badges, version, inForceFrom } = await client.listBadges();
  for (const { code, badge } of badges)
    output.line({ kind: 'badge', code }, texts.badgeLine({ code, badge }));
  output.line({ kind: 'summary', version, inForceFrom }, texts.badgesVersion({ version, inForceFrom }));
  return 0;
}

async function show({ call: { output }, client, name }: Act): Promise<ExitCode> {
  const { badges } = await client.listBadges();
  const found = badges.find(({ code }) => code === name);
  if (!found)
    throw new DomainError('unknown-achievement', { code: name, known: badges.map(({ code }) => code) });
  output.document({ ...found.badge });
  return 0;
}

async function check({ call, client, name }: Act): Promise<ExitCode> {
  const badge = await readBadge(call, name);
  return judgeInPages(call, (after) => client.tryBadge(badge, after));
}

async function adopt({ call, client, name }: Act): Promise<ExitCode> {
  const badge = await readBadge(call, name);
  const from = dayOf(call);
  const { faults } = await client.tryBadge(badge);
  if (faults.length > 0) return reportErrors(call, faults);
  const adopted = await client.adoptBadge(badge, from);
  call.output.line({ ...adopted, from }, call.texts.badgeAdopted(badge.badge.code, from));
  return 0;
}

async function retire({ call, client, name }: Act): Promise<ExitCode> {
  const from = dayOf(call);
  const adopted = await client.retireBadge(name, from);
  call.output.line({ ...adopted, from }, call.texts.badgeRetired(name, from));
  return 0;
}

function dayOf(call: CommandCall) {
  const from = textOption(call, 'from');
  if (from === undefined) throw new UsageError(call.texts.wrongWords('badges'));
  return parseLocalDate(from);
}

/** The badge of a file. An own drawing may be the name of a file next to it. */
async function readBadge(call: CommandCall, file: string): Promise<AmendedBadge> {
  const badge = parseBadge(await readFile(file, 'utf8').catch(unreadableFile(file)), call);
  const replaces = textOption(call, 'replaces');
  const { drawing } = badge;
  const isFile = drawing?.kind === 'own' && !drawing.image.startsWith('data:');
  const image = isFile
    ? drawingOf(drawing.image, await readDrawing(join(dirname(file), drawing.image)))
    : undefined;
  const drawn = image && drawing?.kind === 'own' ? { ...badge, drawing: { ...drawing, image } } : badge;
  return { badge: drawn, ...(replaces && { replaces }) };
}

const readDrawing = (file: string) => readFile(file).catch(unreadableFile(file));

function parseBadge(text: string, call: CommandCall): AmendedBadge['badge'] {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return value as AmendedBadge['badge'];
  } catch {
    // Answered below, like any other text that is no badge.
  }
  throw new UsageError(call.texts.badgeNotJson);
}
