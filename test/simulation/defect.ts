import type { OwnKeys } from '../../src/adapters/signing/own-keys.ts';
import type { Mailer } from '../../src/application/mail/mailer.ts';
import type { Signer, Store } from '../../src/application/ports.ts';
import type { ValidationError, Weather } from './fault-injection.ts';
import type { Outside } from './outside.ts';
import type { Place } from './sqlite-instance.ts';

/** Changes the parts of a service, for a defect that is put in on purpose. */
export interface Defect {
  readonly name: string;
  /** The acts that it concerns, where they are rare. */
  readonly near?: RegExp;
  /** The faults that find it, where others do not. */
  readonly errors?: readonly ValidationError['kind'][];
  /** How often the surroundings are against the service, if not as usually. */
  readonly weather?: Partial<Weather>;
  /** Wraps the store of each process above all that comes between at its calls. */
  readonly spoilCalls?: (store: Store) => Store;
  /** Wraps it below everything that looks at it. */
  readonly spoilStore?: (store: Store) => Store;
  /** Wraps the signer of each process. */
  readonly spoilSigner?: (signer: Signer, outside: Outside) => Signer;
  /** Wraps the keys, with this signer. */
  readonly spoilKeys?: (keys: OwnKeys) => OwnKeys;
  /** Wraps the database of the life. */
  readonly spoilPlace?: (place: Place) => Place;
  /** Wraps the mailer. */
  readonly spoilMailer?: (mailer: Mailer) => Mailer;
  /** Changes something of the sources in this process. Returns the function that puts it back. */
  readonly spoilSources?: () => () => void;
}
