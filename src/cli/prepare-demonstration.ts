import { mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import {
  HEAD_WHO_WAITS,
  LEFT_IN_QUEUE,
  SCHOOLS_FILE,
  SHOWN_BADGES,
  TEAM_BADGE,
  WAITS,
} from '../../demo/choices.ts';
import { generateDemo } from '../../demo/generate-demo.ts';
import { teamDaysUntil } from '../../demo/move-plan.ts';
import { chosenForm, toEmail } from '../../demo/names.ts';
import { PERSONAS } from '../../demo/personas.ts';
import { readPublicKeys } from '../adapters/signing/key-folder.node.ts';
import { generateKeys } from '../adapters/signing/key-lifecycle.node.ts';
import type { RecipientLabel } from '../application/awards/recipient.ts';
import type { ImportSource } from '../application/files/import/run.ts';
import type { NameChoice, Visibility } from '../domain/award/types.ts';
import type { ConfirmationRequest } from '../domain/confirmation/request.ts';
import { type CredentialId, NO_PERSON } from '../domain/ids.ts';
import {
  type Instant,
  type LocalDate,
  localDateInParis,
  secondsAfter,
  toInstant,
} from '../domain/time/calendar.ts';
import { instantInParis } from '../domain/time/paris-clock.ts';
import type { Uai } from '../domain/uai.ts';
import { credentialUrl } from '../issuing/addresses.ts';
import { dataFolder, type NodeContext, openNodeContext } from '../node.ts';
import { readSettings } from '../settings/read.node.ts';
import { cliTexts as french } from '../texts/fr/cli/commands.ts';
import type { CommandCall } from './command.ts';

const DAY_SECONDS = 86_400;

const REMINDER_DAYS = [15, 30] as const;

/** At one school, a request has had no answer for longer than both reminders take. This holds on every day on
 *  which the demonstration may start. */
const SILENT_DAYS = 34;

const EVER = { scope: 'all', from: '0000-01-01' as LocalDate, to: '9999-12-31' as LocalDate } as const;

const ACTOR = NO_PERSON.demonstration;

/** Prepares the very first start: it makes development keys where there are none, then the whole
 *  demonstration in a second database file, which replaces the final one only when it is complete. Where it
 *  is killed before that, the next start begins again. */
export async function prepareDemonstration(call: CommandCall, file: string): Promise<void> {
  const { output, texts, environment } = call;
  const { config } = readSettings(environment);
  output.note(texts.preparing);
  if ((await readPublicKeys(config.keysDir)).length === 0) {
    await generateKeys({ folder: config.keysDir, at: toInstant(new Date()), ...passphrase(environment) });
  }
  const beside = `${file}.preparing`;
  mkdirSync(dirname(resolve(file)), { recursive: true });
  for (const suffix of ['', '-wal', '-shm']) rmSync(beside + suffix, { force: true });
  const context = await openNodeContext(environment, { databaseFile: beside });
  try {
    await load(context, call);
  } finally {
    await context.close();
  }
  output.progress.clear();
  renameSync(beside, file);
}

function passphrase(environment: CommandCall['environment']) {
  const { keysPassphrase } = readSettings(environment).secrets;
  return keysPassphrase ? { passphrase: keysPassphrase } : {};
}

async function load(context: NodeContext, { output: { progress }, texts }: CommandCall): Promise<void> {
  const { services, ports } = context;
  const step = texts.demoStep;
  const today = localDateInParis(ports.clock.now());
  await services.importFiles(demoSources(today), {
    dryRun: false,
    actor: ACTOR,
    onEntry: () => {},
    onProgress: ({ file, done, total }) => progress.update(done, total, `${step.import} ${file}`),
  });
  await askLongAgo(context);
  let granted = 0;
  const codes = ports.catalogue
    .versions()
    .flatMap(({ achievements }) => achievements.map(({ code }) => code));
  const grants = [
    ...teamDaysUntil(today).map((on) => ({
      scope: { kind: 'all-met' as const, cautions: 'included' as const, achievement: TEAM_BADGE },
      on,
    })),
    ...codes
      .filter((code) => !LEFT_IN_QUEUE.has(code))
      .map((achievement) => ({
        scope: { kind: 'all-met' as const, cautions: 'included' as const, achievement },
      })),
  ];
  for (const command of grants) {
    for await (const outcome of services.grantAwards({ ...command, actor: ACTOR })) {
      if (outcome.kind === 'granted') granted += 1;
      progress.update(granted, undefined, step.grant);
    }
  }
  const issued: { readonly id: CredentialId; readonly label: RecipientLabel }[] = [];
  const waiting = new Set<CredentialId>();
  const [head] = await ports.store.readPeopleByEmail([HEAD_WHO_WAITS]);
  const isLeft = (label: RecipientLabel) =>
    'email' in label ? label.email === WAITS : label.uai === head?.headOf;
  for await (const outcome of services.issueCredentials({ actor: ACTOR })) {
    if (outcome.kind === 'issued') issued.push(outcome);
    if (outcome.kind === 'issued' && isLeft(outcome.label)) waiting.add(outcome.id);
    progress.update(issued.length, granted, step.issue);
  }
  // All badges are signed before the first is accepted: a second signature must have a later second than the
  // first.
  for (const [turn, one] of issued.entries()) {
    if (!waiting.has(one.id)) await play(context, one, turn);
    progress.update(turn, issued.length, step.accept);
  }
  await services.publishStatusLists();
  await fillQueue(context);
  ports.log.info('demonstration-ready', { granted, issued: issued.length });
}

/** Evaluates everyone, so that proposals wait for a decision. */
async function fillQueue({ services }: NodeContext): Promise<void> {
  const { id } = await services.beginJob({ kind: 'propose-awards' }, ACTOR);
  while (!(await services.advanceJob(id))?.finishedAt);
}

/** Two holders in three accept, with varying choices about the content of their badges. A few badges are
 *  revoked. */
async function play(
  { services }: NodeContext,
  { id, label }: { readonly id: CredentialId; readonly label: RecipientLabel },
  turn: number,
): Promise<void> {
  if (turn % 3 === 0) return;
  const names: readonly NameChoice[] = ['full', 'initials', 'none'];
  const visibilities: readonly Visibility[] = ['public', 'unlisted'];
  await services.acceptCredential({
    id,
    visibility: visibilities[turn % 2] ?? 'unlisted',
    name: names[turn % 3 === 1 ? 0 : turn % 2] ?? 'none',
    ...('email' in label && { form: chosenForm(label.email) }),
    showSchools: turn % 4 < 2,
    schoolsConfirmed: true,
    actor: ACTOR,
  });
  if (turn % 47 === 1) {
    await services.revokeCredential({ id, reason: french.demoRevocationReason, actor: ACTOR });
  }
}

/** The generated files in the form that the import reads. */
function demoSources(today: LocalDate): readonly ImportSource[] {
  const establishmentsCsv = readFileSync(`${dataFolder()}/${SCHOOLS_FILE}`, 'utf8');
  return generateDemo({ establishmentsCsv, today }).map(({ name, text }) => {
    const bytes = new TextEncoder().encode(text);
    return {
      name,
      sizeBytes: bytes.length,
      open: async function* () {
        yield bytes;
      },
    };
  });
}

/** A few public badges of the demonstration as examples, one of them revoked. */
export async function exampleBadges({
  ports,
}: NodeContext): Promise<readonly { url: string; what: string }[]> {
  const all = await ports.store.readCredentials({ limit: 400 });
  const shown = all.filter(({ credential }) => credential?.choice.acceptance === 'accepted');
  const wanted = SHOWN_BADGES.map((code) =>
    shown.find(({ award, credential }) => award.achievement === code && !credential?.revocation),
  );
  const revoked = shown.find(({ credential }) => credential?.revocation);
  return [...wanted, revoked].flatMap((one) =>
    one?.credential
      ? [
          {
            url: credentialUrl(ports.origin, one.credential.id),
            what: `${one.award.achievement}${one.credential.revocation ? ' ✘' : ''}`,
          },
        ]
      : [],
  );
}

/** Adds a request for each waiting engagement of the demonstration, dated on the engagement's first day: the files
 *  name the waiting engagements, but not since when they wait. */
async function askLongAgo({ ports: { store, clock } }: NodeContext): Promise<void> {
  const now = clock.now();
  const uais = await store.readWaitingSchools({ ...EVER, limit: Number.MAX_SAFE_INTEGER });
  const silentAt = await findSilentSchool(store);
  const engagements = await store.readWaitingSegments(uais, EVER);
  const latest = secondsAfter(now, -SILENT_DAYS * DAY_SECONDS);
  const requests = engagements.flatMap(({ reference, uai, period }) => {
    const begun = instantInParis(period.from, '08:00');
    const requestedAt = uai === silentAt && begun > latest ? latest : begun;
    return requestedAt > now ? [] : [requestOf(reference, requestedAt, now)];
  });
  await store.commit(requests.map((request) => ({ kind: 'confirmation-asked', request })));
}

async function findSilentSchool(store: NodeContext['ports']['store']): Promise<Uai | undefined> {
  const persona = PERSONAS['principal:askedBeforeSecondReminder'];
  const [principal] = persona ? await store.readPeopleByEmail([toEmail(persona)]) : [];
  return principal?.headOf;
}

/** A request with the reminders that are already due. */
function requestOf(engagementReference: string, requestedAt: Instant, now: Instant): ConfirmationRequest {
  const [first, second] = REMINDER_DAYS.map((days) => secondsAfter(requestedAt, days * DAY_SECONDS));
  return {
    engagementReference,
    requestedAt,
    ...(first && first <= now && { firstReminderAt: first }),
    ...(second && second <= now && { secondReminderAt: second }),
  };
}
