import type { ProcedureSheet } from '../../domain/engagement/procedure-sheet.ts';
import type { Uai } from '../../domain/uai.ts';

/** Reads the procedure sheets of authorised actions. */
export interface ProcedureSheetReader {
  readProcedureSheets(uai: Uai): Promise<readonly ProcedureSheet[]>;
  readProcedureSheet(id: string): Promise<ProcedureSheet | undefined>;
  /** The parts of the sheet's file, in order. */
  readProcedureParts(id: string): Promise<readonly string[]>;
}
