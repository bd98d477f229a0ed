import type { z } from '@hono/zod-openapi';
import { type Context, Hono } from 'hono';
import { cryptosuiteOf } from '#open-badges/keys';
import { findTextError, hasType, isJsonObject, type JsonObject, listOf, textOf } from '#open-badges/parsing';
import { findEnvelopeError } from '#open-badges/verification';
import type { AppDeps, AppEnv } from '../../adapters/http/env.ts';
import { requireCaller } from '../../adapters/http/middleware/bearer-auth.ts';
import { allowAnyOrigin } from '../../adapters/http/middleware/response-headers.ts';
import { problem } from '../../adapters/http/responses/problem-details.ts';
import { DomainError } from '../../domain/errors.ts';
import { malformed, type ProblemDetails, problemsOfSteps } from './actions-problem-details.ts';
import { issueOptionsSchema, statusSchema } from './api-contract.ts';

/** Characters of a credential to sign: some eight times our longest badge. */
const LONGEST_TO_ISSUE = 128 * 1024;

const LONGEST_STATUS = 8 * 1024;

/** `/vc-api`: the W3C's VC-API. Programs of the DANE issue; anyone verifies. */
export function vcApiRoutes(deps: AppDeps) {
  const { services, verify, verifyPresentation } = deps;
  return new Hono<AppEnv>()
    .use('/vc-api/credentials/verify', allowAnyOrigin)
    .use('/vc-api/presentations/verify', allowAnyOrigin)
    .post('/vc-api/credentials/issue', requireCaller(deps, { role: 'dane' }), async (c) => {
      const body = await readBody(c, LONGEST_TO_ISSUE);
      if ('fault' in body) return refuse(c, body.fault);
      const { credential } = body.object;
      const { options = {} } = body.object;
      const { credentialId } = parse(issueOptionsSchema, options, 'options');
      const verifiableCredential = await services.signGiven({
        credential,
        credentialId,
        actor: c.var.caller,
      });
      return c.json({ verifiableCredential }, 201);
    })
    .post('/vc-api/credentials/status', requireCaller(deps, { role: 'dane' }), async (c) => {
      const body = await readBody(c, LONGEST_STATUS);
      if ('fault' in body) return refuse(c, body.fault);
      const { credentialId, credentialStatus, status } = parse(statusSchema, body.object);
      const { statusPurpose: purpose, ...place } = credentialStatus;
      const requested = { credentialId, place, purpose, isSet: status, actor: c.var.caller };
      return c.json(await services.setStatus(requested), 200);
    })
    .post('/vc-api/credentials/verify', async (c) => {
      const body = await readBody(c);
      if ('fault' in body) return answer(c, [malformed(body.fault)]);
      const { verifiableCredential } = body.object;
      const fault = findOptionsError(body.object) ?? findCredentialError(verifiableCredential);
      if (fault !== undefined) return answer(c, [malformed(fault)]);
      const { verified, steps } = await verify({ kind: 'parsed', value: verifiableCredential });
      return answer(c, verified ? [] : problemsOfSteps(steps));
    })
    .post('/vc-api/presentations/verify', async (c) => {
      const body = await readBody(c);
      if ('fault' in body) return answer(c, [malformed(body.fault)]);
      const { verifiablePresentation, options } = body.object;
      const challenge = textOf(options, 'challenge');
      const domain = isJsonObject(options) ? options['domain'] : undefined;
      const fault = findOptionsError(body.object) ?? findPresentationError(verifiablePresentation);
      if (fault !== undefined) return answer(c, [malformed(fault)]);
      if (!challenge) return answer(c, [malformed('options.challenge is required')]);
      if (domain !== undefined && typeof domain !== 'string')
        return answer(c, [malformed('options.domain is no text')]);
      const report = await verifyPresentation(verifiablePresentation, { challenge, domain });
      const steps = [...report.steps, ...report.credentials.filter((one) => !one.verified).flatMap(stepsOf)];
      return answer(c, report.verified ? [] : problemsOfSteps(steps));
    });
}

const stepsOf = ({ steps }: { readonly steps: Parameters<typeof problemsOfSteps>[0] }) => steps;

/** The value as the contract defines it. Throws `invalid-request` with the first fault. */
function parse<S extends z.ZodType>(schema: S, value: unknown, at = ''): z.infer<S> {
  const { data, error } = schema.safeParse(value);
  if (error === undefined) return data as z.infer<S>;
  const [{ path, message } = { path: [], message: '' }] = error.issues;
  throw new DomainError('invalid-request', { reason: `${[at, ...path].join('/')}: ${message}` });
}

function refuse(c: Context<AppEnv>, reason: string): Response {
  return problem(c, new DomainError('invalid-request', { reason }));
}

function answer(c: Context<AppEnv>, problemDetails: readonly ProblemDetails[]): Response {
  c.header('Cache-Control', 'no-store');
  return problemDetails.length === 0
    ? c.json({ verified: true }, 200)
    : c.json({ verified: false, problemDetails: [...problemDetails] }, 400);
}

function findOptionsError({ options }: JsonObject): string | undefined {
  return options === undefined || isJsonObject(options) ? undefined : 'options is not an object';
}

function findCredentialError(value: unknown): string | undefined {
  if (!isJsonObject(value)) return 'verifiableCredential is not a JSON object';
  if (hasType(value, 'VerifiablePresentation'))
    return 'a presentation is verified at /vc-api/presentations/verify';
  return findEnvelopeError(value) ?? (isEnvelope(value) ? undefined : findProofError(value));
}

function findPresentationError(value: unknown): string | undefined {
  if (!isJsonObject(value)) return 'verifiablePresentation is not a JSON object';
  return hasType(value, 'EnvelopedVerifiablePresentation') ? undefined : findProofError(value);
}

const isEnvelope = (value: JsonObject) => listOf(value['type']).includes('EnvelopedVerifiableCredential');

/** A proof has these texts, whatever its suite. */
const PROOF_TEXT_MEMBERS = ['type', 'verificationMethod', 'proofPurpose', 'proofValue'] as const;

function findProofError(document: JsonObject): string | undefined {
  const proofs = listOf(document['proof']);
  if (proofs.length === 0) return 'there is no proof';
  for (const proof of proofs) {
    if (!isJsonObject(proof)) return 'a proof is not a JSON object';
    // What another suite needs is not known here. Such a proof does not count (check-embedded.ts).
    if (textOf(proof, 'type') !== undefined && cryptosuiteOf(proof) === undefined) continue;
    // Suites older than 2020 have a JWS in place of `proofValue`.
    const texts = textOf(proof, 'jws') === undefined ? PROOF_TEXT_MEMBERS : PROOF_TEXT_MEMBERS.slice(0, 3);
    const missing = texts.find((name) => !textOf(proof, name));
    if (missing !== undefined) return `the ${missing} of a proof is no text`;
  }
  return undefined;
}

/** The object of a body, or the reason why it is not read, in English for developers. */
type Body = { readonly object: JsonObject } | { readonly fault: string };

/** Reads a JSON object within the limits. A member named twice is refused, because the parser would hide one
 *  of the two. */
export async function readBody(c: Context<AppEnv>, mostCharacters = Number.POSITIVE_INFINITY): Promise<Body> {
  if (!/\bjson\b/.test(c.req.header('Content-Type') ?? '')) return { fault: 'send application/json' };
  const text = await c.req.text();
  if (text.length > mostCharacters) return { fault: `at most ${mostCharacters} characters` };
  const fault = findTextError(text);
  if (fault) return { fault: fault.reason };
  try {
    const value: unknown = JSON.parse(text);
    return isJsonObject(value) ? { object: value } : { fault: 'send a JSON object' };
  } catch {
    return { fault: 'the body is not JSON' };
  }
}
