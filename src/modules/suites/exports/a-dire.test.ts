import { expect, it } from 'vitest';
import { buildClasseurDeListe } from '#documents/classeur-de-liste.ts';
import { parseTableau } from '#documents/tableur-lecture.ts';
import { jourCivil } from '#shared/jour-civil.ts';
import type { DueLigne } from '../data/dues-queries.server.ts';
import { buildLigneDue, buildOngletsDus } from '../web/a-dire-view.ts';
import { COLONNES_A_DIRE } from './a-dire.ts';

const JOUR = jourCivil('2026-11-21');
const LIGNE: DueLigne = {
  informationId: 'ip',
  numero: 'IP-2026-00042',
  etat: 'close-classement',
  objet: 'source',
  signalementId: null,
  faits: {
    categorieSource: 'professionnel',
    recueLe: jourCivil('2026-08-19'),
    transmiseLe: jourCivil('2026-08-18'),
    suitesDemandeesLe: null,
    attribueeLe: null,
    evaluationDebuteeLe: null,
    decideeLe: null,
    signalements: [],
  },
  unite: 'Site du nord',
  mineurs: [
    { rang: 1, nom: 'Martin', prenom: 'Léa' },
    { rang: 2, nom: 'Martin', prenom: 'Noé' },
  ],
};

it('une ligne dit à qui, depuis quand, pour quel jour et de quel texte (CASF L226-5, al. 1)', () => {
  expect(buildLigneDue(LIGNE, JOUR)).toMatchObject({
    enfants: 'MARTIN Léa, Noé',
    aQui: 'Source : professionnel',
    depuis: '2026-08-18',
    pour: '2026-11-18',
    retard: 3,
    ton: 'retard',
    texte: 'CASF, art. L226-5, al. 1',
    informer: '/informations/ip/suites/informer?objet=source&aQui=source',
  });
  expect(buildLigneDue(LIGNE, jourCivil('2026-11-18'))).toMatchObject({ retard: 0, ton: 'attente' });
});

it('le classeur rend les mêmes lignes, dates et retards compris', async () => {
  const lignes = [buildLigneDue(LIGNE, JOUR)];
  const classeur = await buildClasseurDeListe({ nom: 'À dire', colonnes: COLONNES_A_DIRE, lignes, jour: JOUR });
  const lu = await parseTableau(new Uint8Array(classeur));
  const lues: unknown[] = [];
  for await (const { valeurs } of lu.lignes) lues.push(valeurs);
  expect(lues).toEqual([
    {
      Information: 'IP-2026-00042',
      Enfants: 'MARTIN Léa, Noé',
      Quoi: 'Suites de l’information',
      'À qui': 'Source : professionnel',
      'Depuis le': '2026-08-18',
      'À dire le': '2026-11-18',
      'Jours de retard': '3',
      Texte: 'CASF, art. L226-5, al. 1',
      État: 'Close, classement',
      'Traitée par': 'Site du nord',
    },
  ]);
});

it('un onglet garde les filtres de la liste', () => {
  const filtre = { vue: 'en-retard', objet: 'source', unite: '', tri: 'pour', sens: 'asc' } as const;
  const onglets = buildOngletsDus(filtre, { 'en-retard': 4, 'a-venir': 1, toutes: 9 });
  expect(onglets.map(({ href, actif, nombre }) => [href, actif, nombre])).toEqual([
    ['/informations/a-dire?vue=en-retard&objet=source', true, 4],
    ['/informations/a-dire?vue=a-venir&objet=source', false, 1],
    ['/informations/a-dire?vue=toutes&objet=source', false, 9],
  ]);
});
