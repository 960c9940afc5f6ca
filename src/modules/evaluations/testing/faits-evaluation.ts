import { jourCivil } from '#shared/jour-civil.ts';
import { listRubriques } from '../rubrique.ts';
import type { FaitsEvaluation, MineurEvalue } from '../rules/faits.ts';

export const LEA: MineurEvalue = { id: 'lea', nom: 'MARTIN Léa', role: 'signale', aNaitre: false };
export const TOM: MineurEvalue = { id: 'tom', nom: 'MARTIN Tom', role: 'autre-du-foyer', aNaitre: false };
export const A_NAITRE: MineurEvalue = { id: 'bebe', nom: 'Mineur 3', role: 'autre-du-foyer', aNaitre: true };

type Rencontre = FaitsEvaluation['rencontres'][number];

export const aRencontre = (plus: Partial<Rencontre> = {}): Rencontre => ({
  le: jourCivil('2026-10-05'),
  lieu: 'domicile',
  issue: 'tenue',
  titulairesPresents: true,
  mineurSeul: false,
  mineurs: ['lea', 'tom'],
  ...plus,
});

/** Une évaluation à laquelle rien ne manque ; chaque essai lui retire ce qu'il éprouve. */
export function aEvaluation(plus: Partial<FaitsEvaluation> = {}): FaitsEvaluation {
  const mineurs = plus.mineurs ?? [LEA, TOM];
  const rubriques = [null, ...mineurs].flatMap((mineur) =>
    listRubriques(mineur).map(({ code }) => ({ mineurId: mineur?.id ?? null, code })),
  );
  return {
    mineurs,
    titulaires: [{ id: 'mere', nom: 'MARTIN Ana' }],
    rencontres: [aRencontre(), aRencontre({ lieu: 'service', titulairesPresents: false, mineurSeul: true })],
    avis: [
      { aupres: 'mineur', mineurId: 'lea', adulteId: null },
      { aupres: 'mineur', mineurId: 'tom', adulteId: null },
      { aupres: 'titulaire', mineurId: null, adulteId: 'mere' },
      { aupres: 'entourage', mineurId: null, adulteId: null },
      { aupres: 'professionnel', mineurId: null, adulteId: null },
    ],
    rubriques,
    volets: [],
    rapport: {
      conclusion: 'risque',
      proposition: 'actions-adaptees',
      argumentaire: null,
      evaluationImpossible: false,
      sansDomicileMotif: null,
    },
    ...plus,
  };
}
