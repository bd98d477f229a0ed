import type { Recipient } from '../../domain/award/award-types.ts';
import type { Evaluation } from '../../domain/criteria/evaluation.ts';
import type { PersonRecord } from '../../domain/records.ts';
import type { Ports } from '../service-ports.ts';
import { type EvaluationQuery, judgeRecipients } from './judge-recipients.ts';
import type { RecipientLabel } from './recipient-label.ts';

/** A recipient with all its evaluations. */
export interface RecipientEvaluations {
  readonly recipient: Recipient;
  readonly label: RecipientLabel;
  /** The records of a person; absent for a school. */
  readonly record?: PersonRecord;
  readonly evaluations: readonly Evaluation[];
}

/** Judges like `judgeRecipients`, and explains every badge, met or not. */
export const evaluateRecipients = (ports: Ports) =>
  async function* (query: EvaluationQuery): AsyncGenerator<RecipientEvaluations> {
    for await (const { recipient, label, record, judged, evaluate } of judgeRecipients(ports)(query)) {
      yield { recipient, label, ...(record && { record }), evaluations: judged.map(evaluate) };
    }
  };
