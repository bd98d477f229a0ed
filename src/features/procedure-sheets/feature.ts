import type { AuthorisationKey } from '../../domain/engagement/authorisation-key.ts';
import type { MissionCode } from '../../domain/engagement/mission.ts';
import { declare } from '../../domain/features/declaration.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { Instant, LocalDate } from '../../domain/time/calendar.ts';
import type { Uai } from '../../domain/uai.ts';

/** The largest file of a procedure sheet. */
export const PROCEDURE_LIMIT_BYTES = 1024 * 1024;

/** A link to the sheet, or a PDF that is stored in parts. */
export type ProcedureContent =
  | { readonly kind: 'link'; readonly url: string }
  | { readonly kind: 'file'; readonly sizeBytes: number; readonly parts: number };

/** The procedure sheet of an authorised action, as the local authority approved it. An action has at most
 *  one. */
export interface ProcedureSheet {
  /** A random id, as hard to guess as that of a credential. */
  readonly id: string;
  readonly action: AuthorisationKey & { readonly uai: Uai };
  readonly content: ProcedureContent;
  readonly keptBy: PersonId;
  readonly keptAt: Instant;
}

/** Changes to procedure sheets. */
export type ProcedureSheetChange =
  /** `parts` are the bytes of a file as base64 texts. The whole commit is refused where the action has another
   *  sheet than the one that this one replaces. */
  | {
      readonly kind: 'procedure-sheet-saved';
      readonly sheet: ProcedureSheet;
      readonly parts: readonly string[];
      readonly replaces: string | undefined;
    }
  /** The whole commit is refused where the sheet was replaced or removed before. */
  | { readonly kind: 'procedure-sheet-removed'; readonly id: string }
  /** The authorisation of the sheet has another key from now on. */
  | {
      readonly kind: 'procedure-sheet-moved';
      readonly from: AuthorisationKey;
      readonly to: AuthorisationKey;
    };

/** Whether the bytes begin as a PDF does (ISO 32000-1, 7.5.2). */
export function isPdf(bytes: Uint8Array): boolean {
  return [...'%PDF-'].every((character, at) => bytes[at] === character.charCodeAt(0));
}

/** Reads the procedure sheets of authorised actions. */
export interface ProcedureSheetReader {
  readProcedureSheets(uai: Uai): Promise<readonly ProcedureSheet[]>;
  readProcedureSheet(id: string): Promise<ProcedureSheet | undefined>;
  /** The parts of the sheet's file, in order. */
  readProcedureChunks(id: string): Promise<readonly string[]>;
}

/** The rows of its tables, exactly as the migrations make them. */
export interface ProcedureSheetsTables {
  procedure_sheet: {
    id: string;
    uai: Uai;
    mission: MissionCode;
    local_authority: string;
    starts_on: LocalDate;
    url: string | null;
    size_bytes: number | null;
    parts: number;
    kept_by: PersonId;
    kept_at: Instant;
  };
}

/** What the other layers read of this feature. */
export const feature = declare<ProcedureSheetsTables, ProcedureSheetChange, ProcedureSheetReader>()({
  group: 'schools',
  audit: ['procedure-sheet-saved', 'procedure-sheet-removed'],
});
