import type { Page } from 'playwright-core';

/** A hand that counts what it does: clicks, and fields that it fills in. */
export function makeHand() {
  const done = { clicks: 0, fields: 0 };
  return {
    done,
    async click(page: Page, role: 'button' | 'link' | 'radio', name: string | RegExp) {
      await page.getByRole(role, { name, exact: true }).first().click();
      done.clicks += 1;
    },
    /** Fills in the field of this name. */
    async fill(page: Page, name: string, text: string) {
      await page.locator(`[name="${name}"]`).fill(text);
      done.fields += 1;
    },
  };
}
