/** ProConnect's claims about an agent. */
export const CLAIRE = {
  sub: '704e0242-29015d2b',
  given_name: 'Claire',
  usual_name: 'Dupont',
  email: 'Claire.Dupont@ac-test.example',
  siret: '13002526500013',
};

/** A text in the form of a NUMEN, joined here so that no source contains one. */
export const NUMEN_SHAPED = ['21E', '0123456', 'ABC'].join('');

/** Claims of the ministry's federation about a principal or a deputy. */
export const JEANNE = {
  sub: 'f:0a1b2c',
  given_name: 'Jeanne',
  family_name: 'Morel',
  email: 'jeanne.morel@ac-test.example',
  email_verified: true,
  FrEduFonctAdm: 'DIR',
  FrEduRne: ['0210001M$UAJ$PU$DIR$0210001M$T3$CLG$340'],
  FrEduRneResp: ['0210001M$UAJ$PU$N$T3$CLG$340', '0210002N$UAJ$PU$N$T3$CLG$340'],
  rne: '0210001M',
  codaca: '10',
  employeeNumber: NUMEN_SHAPED,
};
