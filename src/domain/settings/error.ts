type Nothing = Readonly<Record<never, never>>;

/** What each form of a setting says of itself. */
interface FormDetails {
  readonly 'whole-number': { readonly from: number; readonly to: number };
  readonly text: { readonly most?: number };
  readonly switch: Nothing;
  readonly 'web-address': Nothing;
  readonly 'mail-address': Nothing;
  readonly 'linkedin-number': Nothing;
  readonly origin: Nothing;
  readonly database: Nothing;
  readonly 'mail-server': Nothing;
  readonly provider: Nothing;
  readonly token: Nothing;
  readonly headers: Nothing;
  readonly 'sign-in-levels': { readonly values: readonly string[] };
  readonly 'one-of': { readonly values: readonly string[] };
}

export type SettingForm<Kinds extends keyof FormDetails = keyof FormDetails> = {
  [Kind in Kinds]: { readonly kind: Kind } & FormDetails[Kind];
}[Kinds];

/** What each fault says of itself. */
interface ErrorDetails {
  readonly 'wrong-form': { readonly form: SettingForm };
  /** `meant` are the settings that the name resembles. */
  readonly 'unknown-name': { readonly meant: readonly string[] };
  readonly required: { readonly why: RequiredBecause };
  readonly 'https-only': Nothing;
  readonly 'demonstration-in-production': Nothing;
  readonly 'demonstration-elsewhere': { readonly origin: string };
  readonly incomplete: { readonly together: readonly string[] };
  readonly 'required-with': { readonly other: string };
  readonly 'not-https-list': { readonly source: string };
  readonly 'too-many-lists': { readonly most: number };
  readonly 'metrics-closed-and-opened': Nothing;
  /** `file` is the setting that names the file. */
  readonly 'twice-given': { readonly file: string };
  readonly 'file-unreadable': { readonly path: string; readonly reason: string };
  readonly 'file-open-to-others': { readonly path: string; readonly mode: string };
  readonly 'file-empty': { readonly path: string };
  readonly 'file-too-large': { readonly path: string };
  readonly 'no-files-here': Nothing;
  readonly 'cannot-listen': { readonly host: string; readonly port: number; readonly reason: string };
}

/** A fault of one setting. Its value is not repeated where it may be a secret. */
export type SettingError<Codes extends keyof ErrorDetails = keyof ErrorDetails> = {
  [Code in Codes]: { readonly name: string; readonly code: Code } & ErrorDetails[Code];
}[Codes];

/** What a required setting is for. */
export type RequiredBecause =
  | 'origin'
  | 'passphrase'
  | 'database'
  | 'badges'
  | 'controller'
  | 'controller-address'
  | 'publication'
  | 'hosting'
  | 'data-protection';
