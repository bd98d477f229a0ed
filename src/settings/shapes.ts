import { z } from 'zod';
import type { SettingForm } from '../domain/settings/error.ts';

/** What is known of a setting next to its shape: the form that a fault names, and whether it is a secret, which a
 *  file may hold in its place (`NAME_FILE`). */
interface SettingTraits {
  readonly form: SettingForm;
  readonly isSecret?: true;
}

export const settingTraits = z.registry<SettingTraits>();

/** A whole number in digits, or what is usual where it is absent. */
export function wholeNumber({ from, to, usual }: { from: number; to: number; usual: number }) {
  const shape = z.coerce.number().int().min(from).max(to).default(usual);
  return shape.register(settingTraits, { form: { kind: 'whole-number', from, to } });
}

/** `0` or `1`. */
export function zeroOrOne() {
  return z
    .enum(['0', '1'])
    .optional()
    .register(settingTraits, { form: { kind: 'switch' } });
}

export function oneOf<const Values extends readonly [string, ...string[]]>(values: Values) {
  return z
    .enum(values)
    .optional()
    .register(settingTraits, { form: { kind: 'one-of', values } });
}

export function someText(most?: number) {
  const shape = z.string().trim().min(1);
  const form: SettingForm = { kind: 'text', ...(most !== undefined && { most }) };
  return (most === undefined ? shape : shape.max(most)).optional().register(settingTraits, { form });
}

export function webAddress() {
  return z
    .url({ protocol: /^https?$/ })
    .optional()
    .register(settingTraits, { form: { kind: 'web-address' } });
}

/** The address of a service that an operator names. An account in it would stand in the log. */
export function serviceAddress() {
  return z
    .url({ protocol: /^https?$/ })
    .refine((text) => {
      if (!URL.canParse(text)) return false;
      const { username, password, search, hash } = new URL(text);
      return !(username || password || search || hash);
    })
    .optional()
    .register(settingTraits, { form: { kind: 'web-address' } });
}

export function mailAddress() {
  return z
    .email()
    .optional()
    .register(settingTraits, { form: { kind: 'mail-address' } });
}

/** A secret, whose form is looked at elsewhere. */
export function secretText(form: SettingForm = { kind: 'text' }) {
  return z.string().optional().register(settingTraits, { form, isSecret: true });
}
