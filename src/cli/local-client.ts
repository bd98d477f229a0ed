import { fileSources } from '../adapters/spreadsheets/file-source.node.ts';
import type { EvaluationQuery } from '../application/awards/evaluate-recipients.ts';
import { toEvaluationLine } from '../application/awards/evaluation-line.ts';
import type { GrantAwards } from '../application/awards/grant.ts';
import { readDecisionLine } from '../application/decisions/read-lines.ts';
import { COMMAND_LINE } from '../application/jobs/step.ts';
import { toAcceptLine, toCorrectionLine, toGrantLine, toIssueLine } from '../application/output-lines.ts';
import { compact } from '../domain/text/omit-undefined.ts';
import { parseParisTime } from '../domain/time/paris-clock.ts';
import { credentialUrl } from '../issuing/addresses.ts';
import type { NodeContext } from '../node.ts';
import type { ChoiceRequest, Client, EvaluateRequest, GrantRequest, ImportRequest } from './client.ts';

/** The actor of the command line in the audit. */
export const CLI_ACTOR = COMMAND_LINE;

/** Runs the verbs that write on the local database. */
export function openLocalClient(context: NodeContext): Client {
  const { services, ports } = context;
  return {
    async importFiles({ paths, onVerdict, onProgress, onFile, ...request }: ImportRequest) {
      const { dryRun } = request;
      const summary = await services.importFiles(await fileSources(paths), {
        ...request,
        actor: CLI_ACTOR,
        onFile,
        onUnread: onFile,
        ...(dryRun && { onVerdicts: async (verdicts) => verdicts.forEach(onVerdict) }),
        onProgress: ({ file, done, total }) => onProgress(done, total, file),
      });
      if (!dryRun) await services.emptyOutbox('re-sign-credential');
      return summary;
    },
    listImports: () => services.listImports(),
    undoImport: (importId, act, job) =>
      services.undoByProgram({ importId, act, actor: CLI_ACTOR, ...(job && { job }) }),
    async *evaluate(request: EvaluateRequest) {
      for await (const found of services.evaluateRecipients(toQuery(request))) {
        for (const evaluation of found.evaluations) {
          yield toEvaluationLine(ports.catalogue, found.label, evaluation);
        }
      }
    },
    ...decisions(context),
    async *issue({ stop } = {}) {
      const command = { actor: CLI_ACTOR, stop };
      for await (const outcome of services.issueCredentials({ ...command, toTheEnd: true })) {
        yield toIssueLine(ports.origin, outcome);
      }
      for await (const outcome of services.reissueCompromised(command)) {
        yield toIssueLine(ports.origin, outcome);
      }
    },
    async *reSign({ dryRun }) {
      for await (const outcome of services.reSignMisstated({ dryRun, actor: CLI_ACTOR })) {
        yield toCorrectionLine(ports.origin, outcome);
      }
    },
    listBadges: () => services.listBadges(),
    tryBadge: (badge, after) => services.tryGivenBadge({ badge, after }),
    adoptBadge: (badge, from) => services.adoptGivenBadge({ badge, from, actor: CLI_ACTOR }),
    retireBadge: (code, from) => services.retireBadge({ code, from, actor: CLI_ACTOR }),
    readOffice: () => services.readOffice(),
    tryOffice: (document, after) => services.tryOffice({ document, after }),
    adoptOffice: (document, from) => services.adoptOffice({ document, from, actor: CLI_ACTOR }),
    checkInvariants: (request) => services.checkInvariants(request),
    countUnsigned: () => ports.store.countUnsignedAwards(),
    async accept(id, choice) {
      const credential = await services.acceptCredential({ ...toChoice(choice), id, actor: CLI_ACTOR });
      return toAcceptLine(ports.origin, credential, await services.countWordsLeftOut(id));
    },
    async *acceptAll(choice) {
      for await (const credential of services.acceptAll({ ...toChoice(choice), actor: CLI_ACTOR })) {
        yield toAcceptLine(ports.origin, credential);
      }
    },
    ...revocations(context),
    ...reminders(context),
    async *listDirectory(request) {
      for await (const lines of services.exportDirectory({ ...request, actor: CLI_ACTOR })) yield* lines;
    },
    async createToken(request) {
      const { token, secret } = await services.createToken({ ...request, actor: CLI_ACTOR });
      return { ...request, id: token.id, expiresAt: token.expiresAt, token: secret };
    },
    listTokens: () => services.listTokens(),
    revokeToken: (id) => services.revokeToken({ id, actor: CLI_ACTOR }),
    exportPerson: (email) => services.exportPerson({ email, actor: CLI_ACTOR }),
    erasePerson: (email) => services.erasePerson({ email, actor: CLI_ACTOR }),
    close: context.close,
  };
}

/** The badges that wait for their holders. */
function reminders({ services, ports }: NodeContext): Pick<Client, 'listPendingAcceptances' | 'remind'> {
  return {
    async *listPendingAcceptances() {
      let after: string | undefined;
      do {
        const page = await services.readPendingAcceptances(after);
        yield* page.badges.map(({ line }) => line);
        after = page.next;
      } while (after !== undefined);
    },
    async remind(id) {
      const at = await services.remindHolder({ id, actor: CLI_ACTOR });
      return { kind: 'reminded', credential: credentialUrl(ports.origin, id), at };
    },
  };
}

/** Grants, at once or after a wait, and the decisions that wait. */
function decisions({ services, ports }: NodeContext): Pick<Client, 'grant' | 'listDecisions' | 'decide'> {
  const { origin, store } = ports;
  return {
    async *grant(request: GrantRequest) {
      const { waitSeconds, at, badge, dryRun } = request;
      if ((!waitSeconds && !at) || dryRun) {
        for await (const outcome of services.grantAwards(toGrant(request)))
          yield toGrantLine(origin, outcome);
        return;
      }
      const { outcomes, decision } = at
        ? await services.grantAtHour({ actor: CLI_ACTOR, at: parseParisTime(at), achievement: badge })
        : await services.grantLater(toGrant(request), waitSeconds ?? 0);
      yield* outcomes.map((outcome) => toGrantLine(origin, outcome, { later: !at }));
      if (decision) yield readDecisionLine(store, decision);
    },
    listDecisions: () => services.decisions.list(),
    decide: (id, act) => services.decisions.act({ id, act, actor: CLI_ACTOR }),
  };
}

/** Revocations and suspensions. */
function revocations({ services, ports }: NodeContext): Pick<Client, 'revoke' | 'suspend' | 'resume'> {
  return {
    async revoke(id, reason) {
      const { by: _, label, ...revoked } = await services.revokeCredential({ id, reason, actor: CLI_ACTOR });
      return { kind: 'revoked', credential: credentialUrl(ports.origin, id), ...label, ...revoked };
    },
    async suspend(id, request) {
      const {
        by: _,
        note: _note,
        ...suspended
      } = await services.suspendCredential({
        ...request,
        id,
        actor: CLI_ACTOR,
      });
      return { kind: 'suspended', credential: credentialUrl(ports.origin, id), ...suspended };
    },
    async resume(id, reason) {
      const command = { id, actor: CLI_ACTOR, ...(reason && { reason }) };
      const resumed = await services.resumeCredential(command);
      return { kind: 'resumed', credential: credentialUrl(ports.origin, id), ...resumed };
    },
  };
}

function toQuery({ person, establishment, badge, on }: EvaluateRequest): EvaluationQuery {
  const common = { named: true, ...compact({ on, achievement: badge || undefined }) };
  if (person) return { ...common, scope: { kind: 'person', email: person } };
  if (establishment) return { ...common, scope: { kind: 'establishment', uai: establishment } };
  return { ...common, scope: { kind: 'all' } };
}

function toGrant(request: GrantRequest): GrantAwards {
  const { person, establishment, badge = '', on, reason, dryRun, stop } = request;
  const common = { actor: CLI_ACTOR, stop, named: true, ...compact({ on, reason, dryRun }) };
  if (person) return { ...common, scope: { kind: 'person', email: person, achievement: badge } };
  if (establishment)
    return { ...common, scope: { kind: 'establishment', uai: establishment, achievement: badge } };
  const cautions = request.alsoToLookAt ? 'included' : 'left-out';
  return { ...common, scope: { kind: 'all-met', cautions, ...(badge && { achievement: badge }) } };
}

function toChoice({ schools, email, ...others }: ChoiceRequest) {
  return compact({ ...others, showSchools: schools, emailIdentifier: email });
}
