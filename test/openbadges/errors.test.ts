import { describe, expect, it } from 'vitest';
import { asDomainError } from '../../src/application/open-badges-errors.ts';
import { DomainError } from '../../src/domain/errors.ts';
import { hasErrorCode, OpenBadgesError } from '../../src/open-badges/errors.ts';
import { decodeBitstring } from '../../src/open-badges/status/bitstring.ts';

const refuse = () => {
  throw new OpenBadgesError('unreadable-file', { reason: 'damaged' });
};

function thrownBy(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error;
  }
}

describe('an error of the library', () => {
  it('becomes a DomainError with the same code, parameters and message', () => {
    const error = thrownBy(() => asDomainError(refuse));
    expect(error).toBeInstanceOf(DomainError);
    expect(error).toMatchObject({ code: 'unreadable-file', params: { reason: 'damaged' } });
    expect((error as Error).message).toBe((thrownBy(refuse) as Error).message);
  });

  it('becomes a DomainError if the work is asynchronous', async () => {
    await expect(asDomainError(() => decodeBitstring('none'))).rejects.toBeInstanceOf(DomainError);
  });

  it('leaves other errors and all results as they are', async () => {
    const other = new TypeError('other');
    await expect(asDomainError(() => Promise.reject(other))).rejects.toBe(other);
    expect(asDomainError(() => 1)).toBe(1);
  });

  it('is recognised by its code in any class of error', () => {
    expect(hasErrorCode(new DomainError('overloaded'), 'overloaded')).toBe(true);
    expect(hasErrorCode(new Error('overloaded'), 'overloaded')).toBe(false);
  });
});
