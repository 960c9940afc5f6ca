/** Ce que l'on dit à quelqu'un d'une information préoccupante : de quoi, à qui, sous quelle forme, ou pourquoi on ne le dit pas. */
import { z } from 'zod';
import { choixSaisi, identifiantFacultatif, identifiantSaisi, texteFacultatif } from '#shared/champ-saisi.ts';
import { jourCivilSaisi } from '#shared/jour-civil-saisie.ts';

export const LIBELLE_OBJET = {
  reception: 'Réception de l’information',
  ouverture: 'Mise en place de l’évaluation',
  conclusions: 'Conclusions et suites',
  saisine: 'Saisine de l’autorité judiciaire',
  source: 'Suites données à l’information transmise',
  transfert: 'Transfert à un autre département',
} as const;
export type ObjetDit = keyof typeof LIBELLE_OBJET;

export const LIBELLE_A_QUI = {
  titulaires: 'Parents, titulaires de l’autorité parentale ou tuteur',
  mineur: 'Mineur',
  source: 'Source de l’information',
} as const;
export type AQui = keyof typeof LIBELLE_A_QUI;

/** À qui chaque objet se dit. */
export const DESTINATAIRES: Record<ObjetDit, readonly AQui[]> = {
  reception: ['source'],
  ouverture: ['titulaires', 'mineur'],
  conclusions: ['titulaires', 'mineur'],
  saisine: ['titulaires', 'mineur'],
  source: ['source'],
  transfert: ['titulaires'],
};

export const LIBELLE_FORME = {
  entretien: 'Entretien',
  courrier: 'Courrier',
  courriel: 'Courriel',
  telephone: 'Téléphone',
  remise: 'Écrit remis en main propre',
} as const;
export type FormeDite = keyof typeof LIBELLE_FORME;
export const FORMES_ECRITES: readonly FormeDite[] = ['courrier', 'courriel', 'remise'];

/** `dispense` à la place d'une forme : l'intérêt de l'enfant s'y oppose, et le motif le dit. */
export const LIBELLE_FORME_OU_DISPENSE = {
  ...LIBELLE_FORME,
  dispense: 'Rien n’est dit : l’intérêt de l’enfant s’y oppose',
} as const;

export const InformationDonneeSaisie = z
  .object({
    informationId: identifiantSaisi('Ouvrez une information.'),
    objet: choixSaisi(LIBELLE_OBJET, 'Choisissez ce qui a été dit.'),
    aQui: choixSaisi(LIBELLE_A_QUI, 'Choisissez à qui.'),
    precisionQui: texteFacultatif(),
    signalementId: identifiantFacultatif(),
    le: jourCivilSaisi(),
    forme: choixSaisi(LIBELLE_FORME_OU_DISPENSE, 'Dites comment, ou pourquoi rien n’est dit.'),
    dispenseMotif: texteFacultatif(1000),
  })
  .superRefine(({ objet, aQui, signalementId, forme, dispenseMotif }, contexte) => {
    const add = (champ: string, message: string) => contexte.addIssue({ code: 'custom', message, path: [champ] });
    if (!DESTINATAIRES[objet].includes(aQui))
      add('aQui', `« ${LIBELLE_OBJET[objet]} » ne se dit pas à cette personne.`);
    if (objet === 'saisine' && signalementId === null) add('signalementId', 'Dites de quelle saisine il s’agit.');
    if (forme === 'dispense' && dispenseMotif === null)
      add('dispenseMotif', 'Écrivez en quoi l’intérêt de l’enfant s’y oppose.');
  });
export type InformationDonneeSaisie = z.infer<typeof InformationDonneeSaisie>;
