import type { CredentialId } from '../../domain/ids.ts';
import { type RecipientLabel, readLabel } from '../awards/recipient-label.ts';
import type { Ports } from '../service-ports.ts';
import { type Inspected, type Issued, inspectSigned } from './inspect-signed.ts';

const PAGE_SIZE = 50;

export interface FindMisstated {
  /** Continues after this credential. */
  readonly after?: CredentialId;
  /** The most credentials to read; all of them by default. */
  readonly limit?: number;
}

/** A badge that is misstated or waits for a decision, with the label of its holder. */
export interface FoundMisstated extends Issued {
  readonly found: Exclude<Inspected, { readonly kind: 'right' }>;
  readonly label: RecipientLabel;
}

/** Reads the signed badges by id, and yields those that are misstated or wait for a decision. Writes nothing.
 *  Returns the last badge read where the limit ended the walk, and undefined where all were read. */
export const findMisstated = (ports: Ports) =>
  async function* ({
    after: behind,
    limit = Number.POSITIVE_INFINITY,
  }: FindMisstated): AsyncGenerator<FoundMisstated, CredentialId | undefined> {
    let after = behind;
    let left = limit;
    while (left > 0) {
      const size = Math.min(PAGE_SIZE, left);
      const page = await ports.store.readCredentials({ limit: size, ...(after && { after }) });
      for (const { award, credential } of page) {
        if (!credential) continue;
        const found = await inspectSigned(ports, { award, credential });
        if (found.kind === 'right') continue;
        yield { award, credential, found, label: await readLabel(ports.store, award.recipient) };
      }
      if (page.length < size) return undefined;
      after = page.at(-1)?.credential?.id;
      left -= size;
    }
    return after;
  };
