import { z } from '@hono/zod-openapi';
import { DomainError } from '../../../domain/errors.ts';
import { type LocalDate, parseLocalDate } from '../../../domain/time/calendar.ts';
import { parseUai, type Uai } from '../../../domain/uai.ts';

/** Shapes that several resources share. Each one validates requests and describes them in the OpenAPI
 *  document. */

const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    code: z.string().openapi({ description: 'Stable: what a program looks at.' }),
    detail: z.string(),
    request: z
      .string()
      .optional()
      .openapi({ description: 'Where the service is at fault: the id under which its operator finds it.' }),
  })
  .openapi('Problem');

/** The error answers of a route, by status. */
export function problems(...statuses: readonly number[]) {
  return Object.fromEntries(
    statuses.map((status) => [
      status,
      {
        description: 'RFC 9457 problem details',
        content: { 'application/problem+json': { schema: problemSchema } },
      },
    ]),
  );
}

/** Parses with a parser of the domain, and turns its refusal into a refusal of the schema. */
function parsedWith<T>(parse: (text: string) => T) {
  return (text: string, context: z.RefinementCtx): T => {
    try {
      return parse(text);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      context.addIssue({ code: 'custom', message: error.code });
      return z.NEVER;
    }
  };
}

export const dateSchema = z
  .string()
  .transform(parsedWith<LocalDate>(parseLocalDate))
  .openapi({ type: 'string', format: 'date', example: '2026-07-10' });

export const uaiSchema = z
  .string()
  .transform(parsedWith<Uai>(parseUai))
  .openapi({ type: 'string', pattern: '^\\d{7}[A-Za-z]$', example: '0210001M' });

/** Control characters, except tab and line breaks. PostgreSQL refuses a text with U+0000. */
const CONTROLS = /[^\P{Cc}\t\n\r]/u;

/** A text to store or to search for: trimmed, without control characters. */
export const textSchema = ({ min = 1, max }: { readonly min?: number; readonly max: number }) =>
  z
    .string()
    .trim()
    .min(min)
    .max(max)
    .refine((text) => !CONTROLS.test(text), { message: 'control characters are refused' });

export const emailSchema = textSchema({ min: 3, max: 254 }).openapi({ format: 'email' });
export const badgeSchema = textSchema({ max: 64 }).openapi({ example: 'LEVEL-2' });

/** Long work is done in parts, so that no single call grows with the stored data. `next` says where the next
 *  part begins. */
export const nextSchema = z
  .string()
  .openapi({ description: 'More remains: call again with this as `after`. Absent once all is done' });
export const afterSchema = textSchema({ min: 0, max: 120 }).openapi({
  description: 'The `next` of the answer before; absent the first time',
});

/** A recipient of a line: a person's address, with name and school, or a school's UAI, with its name and place. */
export const labelShape = {
  email: z.string().optional(),
  uai: z.string().optional(),
  name: z.string().optional(),
  school: z.string().optional(),
};

export const bilingualSchema = z.object({ fr: z.string(), en: z.string() }).openapi('Bilingual');

export const json = <S extends z.ZodType>(schema: S, description: string) => ({
  description,
  content: { 'application/json': { schema } },
});

export const jsonBody = <S extends z.ZodType>(schema: S) => ({
  body: { required: true, content: { 'application/json': { schema } } },
});

export const formBody = <S extends z.ZodType>(schema: S) => ({
  body: { required: true, content: { 'application/x-www-form-urlencoded': { schema } } },
});

/** A document of a standard. The contract names only these members. */
export const open = (name: string, members: readonly string[]) =>
  z.looseObject(Object.fromEntries(members.map((member) => [member, z.unknown()]))).openapi(name);

export const html = (description: string) => ({
  description,
  content: { 'text/html': { schema: z.string() } },
});

export const svg = (description: string) => ({
  description,
  content: { 'image/svg+xml': { schema: z.string() } },
});

/** The caller is a token, or an agent of the DANE with a session. */
export const callerSecurity = [{ bearer: [] }, { session: [] }];
export const tokenSecurity = [{ bearer: [] }];
