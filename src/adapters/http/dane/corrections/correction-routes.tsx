import { type Context, Hono } from 'hono';
import type { FoundMisstated } from '../../../../application/re-signing/misstated.ts';
import { type CredentialId, parseCredentialId } from '../../../../domain/ids.ts';
import type { AppDeps, AppEnv } from '../../env.ts';
import { requireMay, requireSignedIn, theService } from '../../middleware/signed-in.ts';
import { answerPage } from '../../shell/page-answer.tsx';
import { workspaceFrame } from '../../shell/workspace-frame.ts';
import { badgeName, readNames } from '../decisions/decision-views.ts';
import { CorrectionsPage, type CorrectionsView } from './corrections-page.tsx';

/** Number of signed badges that one page checks. */
const PAGE_READS = 200;

/** `/dane/corrections`: the misstated badges, and the job that signs them again. */
export function correctionRoutes(deps: AppDeps) {
  const reads = [requireSignedIn(deps), requireMay(deps, 'read-register', theService)] as const;
  const decides = [requireSignedIn(deps), requireMay(deps, 'decide-award', theService)] as const;
  return new Hono<AppEnv>()
    .get('/dane/corrections', ...reads, (c) => answerList(c, deps))
    .post('/dane/corrections', ...decides, async (c) => {
      const job = await deps.services.beginJob({ kind: 're-sign' }, c.var.signedIn.actor.personId);
      return c.redirect(`/dane/jobs/${job.id}`, 303);
    });
}

async function answerList(c: Context<AppEnv>, deps: AppDeps) {
  const after = parseCredentialId(c.req.query('after') ?? '');
  const { found, last } = await readPage(deps, after);
  const { credentials } = await deps.ports.store.countRows();
  const view: CorrectionsView = {
    read: Math.min(PAGE_READS, credentials),
    total: credentials,
    ...(await listed(deps, found, c.var.locale)),
    ...revokeLink(found),
    ...(last && { nextHref: `/dane/corrections?after=${last}` }),
  };
  return answerPage(c, workspaceFrame(c, deps, 'dane'), <CorrectionsPage view={view} />);
}

function revokeLink(found: readonly FoundMisstated[]): Pick<CorrectionsView, 'revokeHref'> {
  const waiting = found.filter((one) => one.found.kind === 'to-decide');
  const ids = new URLSearchParams(waiting.map(({ credential }) => ['ids', credential.id]));
  return waiting.length > 1 ? { revokeHref: `/dane/revocations?${ids}` } : {};
}

async function readPage({ services }: AppDeps, after: CredentialId | undefined) {
  const walk = services.findMisstated({ limit: PAGE_READS, ...(after && { after }) });
  const found: FoundMisstated[] = [];
  let next = await walk.next();
  for (; !next.done; next = await walk.next()) found.push(next.value);
  return { found, last: next.value };
}

async function listed({ ports }: AppDeps, found: readonly FoundMisstated[], locale: 'fr' | 'en') {
  const { nameOf } = await readNames(
    ports.store,
    found.map(({ award }) => award.recipient),
  );
  const badgeOf = ({ award }: FoundMisstated) => ({
    recipient: nameOf(award.recipient),
    badge: badgeName(ports.catalogue, { ...award, locale }),
    ...(award.recipient.kind === 'person' && { href: `/dane/people/${award.recipient.personId}` }),
  });
  return {
    misstated: found.flatMap((one) =>
      one.found.kind === 'misstated' ? [{ ...badgeOf(one), ...one.found.misstatement }] : [],
    ),
    revoked: found.flatMap((one) => (one.found.kind === 'revoked' ? [badgeOf(one)] : [])),
    toDecide: found.flatMap((one) =>
      one.found.kind === 'to-decide'
        ? [
            {
              ...badgeOf(one),
              why: one.found.why,
              on: one.found.on,
              metToday: one.found.metToday,
              revokeHref: `/dane/credentials/${one.credential.id}/revocation`,
            },
          ]
        : [],
    ),
  };
}
