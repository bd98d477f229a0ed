import { expect, it, vi } from 'vitest';
import { doEachItem } from '../../src/application/maintenance/one-by-one.ts';
import { DomainError } from '../../src/domain/errors.ts';

const log = () => ({ info: vi.fn(), error: vi.fn() });

it('does the items behind one that fails, logs it, and reports the failure at the end', async () => {
  const done: string[] = [];
  const failing = new DomainError('not-found');
  const items = ['a', 'b', 'c'].map((id) => ({
    id,
    action: async () => {
      if (id === 'a') throw failing;
      done.push(id);
    },
  }));
  const lines = log();
  await expect(doEachItem(lines, 'reminders', items)).rejects.toBe(failing);
  expect(done).toEqual(['b', 'c']);
  expect(lines.error).toHaveBeenCalledWith(
    'item-failed',
    expect.objectContaining({ work: 'reminders', id: 'a' }),
  );
});

it('stops at once if the database does not answer', async () => {
  const action = vi.fn().mockRejectedValue(new DomainError('unavailable'));
  const items = ['a', 'b'].map((id) => ({ id, action }));
  await expect(doEachItem(log(), 'reminders', items)).rejects.toMatchObject({ code: 'unavailable' });
  expect(action).toHaveBeenCalledTimes(1);
});
