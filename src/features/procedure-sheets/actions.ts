import { fromBase64Url } from '#open-badges/keys';
import { cutIntoChunks } from '../../application/files/upload/chunks.ts';
import { asDomainError } from '../../application/open-badges-errors.ts';
import type { Ports } from '../../application/service-ports.ts';
import { retryOnConflict, useCases } from '../../application/use-cases.ts';
import { audit } from '../../domain/audit/entry.ts';
import { type AuthorisationKey, isSameAction } from '../../domain/engagement/authorisation-key.ts';
import { DomainError } from '../../domain/errors.ts';
import type { PersonId } from '../../domain/ids.ts';
import { isPdf, PROCEDURE_LIMIT_BYTES, type ProcedureSheet } from './feature.ts';

interface ProcedureSheetCommand {
  readonly action: AuthorisationKey;
  readonly by: PersonId;
}

/** The content of a sheet: an address, or the bytes of a PDF. */
export type GivenProcedureSheet = { readonly url: string } | { readonly bytes: Uint8Array };

/** Records the procedure sheet of an authorised action, in place of an earlier one. Throws `not-found` where
 *  there is no such authorisation, `too-large`, `unreadable-file` for a file that is not a PDF. */
const saveProcedureSheet =
  ({ store, clock, ids }: Ports) =>
  ({ action, by, given }: ProcedureSheetCommand & { readonly given: GivenProcedureSheet }): Promise<void> =>
    retryOnConflict(async () => {
      const [known, sheets] = await Promise.all([
        store.readAuthorisations([action.uai]),
        store.readProcedureSheets(action.uai),
      ]);
      if (!known.some((one) => isSameAction(one, action))) throw new DomainError('not-found');
      const replaces = sheets.find((one) => isSameAction(one.action, action))?.id;
      const at = clock.now();
      const parts = 'bytes' in given ? cutIntoChunks(checked(given.bytes)) : [];
      const content: ProcedureSheet['content'] =
        'bytes' in given
          ? { kind: 'file', sizeBytes: given.bytes.length, parts: parts.length }
          : { kind: 'link', url: given.url };
      const sheet = { id: ids.credentialId() as string, action, content, keptBy: by, keptAt: at };
      await store.commit([
        { kind: 'procedure-sheet-saved', sheet, parts, replaces },
        audit('procedure-sheet-saved', { at, actor: by, subject: action.uai, details: detailsOf(action) }),
      ]);
    });

/** Removes the procedure sheet of an action. Throws `settled-meanwhile` where it has none. */
const removeProcedureSheet =
  ({ store, clock }: Ports) =>
  ({ action, by }: ProcedureSheetCommand): Promise<void> =>
    retryOnConflict(async () => {
      const sheets = await store.readProcedureSheets(action.uai);
      const sheet = sheets.find((one) => isSameAction(one.action, action));
      if (!sheet) throw new DomainError('settled-meanwhile');
      const stated = { at: clock.now(), actor: by, subject: action.uai, details: detailsOf(action) };
      await store.commit([
        { kind: 'procedure-sheet-removed', id: sheet.id },
        audit('procedure-sheet-removed', stated),
      ]);
    });

/** The bytes of a sheet's file. */
const openProcedureSheet =
  ({ store }: Ports) =>
  async ({ id }: Pick<ProcedureSheet, 'id'>): Promise<Uint8Array> => {
    const parts = (await store.readProcedureChunks(id)).map((part) =>
      asDomainError(() => fromBase64Url(part)),
    );
    const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
    let at = 0;
    for (const part of parts) {
      bytes.set(part, at);
      at += part.length;
    }
    return bytes;
  };

function checked(bytes: Uint8Array): Uint8Array {
  if (bytes.length > PROCEDURE_LIMIT_BYTES)
    throw new DomainError('too-large', { limit: `${PROCEDURE_LIMIT_BYTES / 1_048_576} MB` });
  if (!isPdf(bytes)) throw new DomainError('unreadable-file', { file: 'pdf' });
  return bytes;
}

function detailsOf({ mission, period }: AuthorisationKey) {
  return { mission, from: period.from };
}

export const procedureSheetServices = useCases({
  saveProcedureSheet,
  removeProcedureSheet,
  openProcedureSheet,
});
