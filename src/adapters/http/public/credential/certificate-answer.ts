import type { Context } from 'hono';
import { DomainError } from '../../../../domain/errors.ts';
import { MEDIA_TYPES } from '../../../../openbadges/media-types.ts';
import type { AppDeps, AppEnv } from '../../env.ts';
import { preferredType } from '../../shell/negotiate.ts';
import { problem } from '../../shell/problem.ts';
import { respond } from '../../shell/respond.ts';
import { certificateOf } from './certificate-view.ts';
import { readCredentialView } from './credential-answer.tsx';
import { definitionOf, type FoundCredential } from './definition-of.ts';
import type { Pictures } from './pictures.ts';

type AnswerPage = (c: Context<AppEnv>, found: FoundCredential) => Response | Promise<Response>;

/** Answers the certificate of a badge, in French like the badge unless the address asks for English. A
 *  revoked badge has no certificate: its page explains why, with 410. A suspended badge has none for now:
 *  409. */
export function answerCertificate(deps: AppDeps, pictures: Pictures, page: AnswerPage) {
  const { catalogue, issuer, origin } = deps.ports;
  return async (c: Context<AppEnv>, found: FoundCredential): Promise<Response> => {
    const { award, credential } = found;
    if (credential.revocation || credential.suspension) return answerSetAside(c, found, page);
    const locale = c.req.query('lang') === 'en' ? 'en' : 'fr';
    const view = await readCredentialView(c, deps, found, locale);
    // A key was compromised, so nothing of the badge may be shown before it is signed again.
    if (view.report.verdict === 'signature-not-valid') return problem(c, new DomainError('unavailable'));
    const drawing = pictures.holderSvg(definitionOf(catalogue, award), found);
    const png = await pictures.printedPng(drawing);
    const content = certificateOf({ view, credential, png, issuerName: issuer.name, origin, locale });
    const body = await deps.drawer.drawCertificate(content);
    return respond(c, { type: MEDIA_TYPES.pdf, body });
  };
}

/** People get the page, which explains since when and why the badge is revoked or suspended. */
async function answerSetAside(
  c: Context<AppEnv>,
  found: FoundCredential,
  page: AnswerPage,
): Promise<Response> {
  c.header('Content-Disposition', undefined);
  const wanted = preferredType(c.req.header('Accept'), ['text/html', MEDIA_TYPES.pdf]);
  const isRevoked = found.credential.revocation !== undefined;
  if (wanted !== 'text/html') {
    return problem(c, new DomainError(isRevoked ? 'credential-revoked' : 'credential-suspended'));
  }
  const { body, headers } = await page(c, found);
  return new Response(body, { status: isRevoked ? 410 : 409, headers });
}
