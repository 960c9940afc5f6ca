import { expect, it } from 'vitest';
import { buildClasseurDeListe } from '#documents/classeur-de-liste.ts';
import { parseTableau } from '#documents/tableur-lecture.ts';
import { AttenteFiltre, type AttenteLigne, MesureFiltre, type MesureLigne } from '#modules/mesures/index.ts';
import { jourCivil } from '#shared/jour-civil.ts';
import { COLONNES_ATTENTES } from '../exports/attentes.ts';
import { COLONNES_MESURES } from '../exports/mesures.ts';
import { JOUR } from '../testing/mesure-essai.ts';
import { buildChiffresAttente, buildLigneAttente } from './attentes-view.ts';
import { buildLigneMesure, buildOngletsMesures } from './mesures-view.ts';

const LIGNE: MesureLigne = {
  id: 'mesure',
  enfantId: 'enfant',
  numero: 'E-2026-00042',
  restreint: false,
  nom: 'Martin',
  nomUsage: null,
  prenom: 'Léa',
  dateNaissance: jourCivil('2015-03-04'),
  code: 'AEMO',
  origine: 'judiciaire',
  etat: 'en-attente-execution',
  du: jourCivil('2026-09-01'),
  au: jourCivil('2026-12-10'),
  uniteId: 'nord',
  unite: 'Site du nord',
  service: null,
  demandeeLe: jourCivil('2026-08-20'),
  decideeLe: jourCivil('2026-09-01'),
  debutLe: null,
  finieLe: null,
};
const ATTENTE: AttenteLigne = {
  ...LIGNE,
  decideeLe: jourCivil('2026-09-01'),
  attente: 81,
  raison: 'liste-attente',
  raisonDepuis: jourCivil('2026-10-01'),
  detenteur: 'Service AEMO',
  risque: 'Absences à l’école',
};
const REGLE = { vises: { accueil: 15, autre: 30 }, peutExecuter: true };

async function readClasseur<T>(
  lignes: readonly T[],
  colonnes: Parameters<typeof buildClasseurDeListe<T>>[0]['colonnes'],
) {
  const classeur = await buildClasseurDeListe({ nom: 'Essai', colonnes, lignes, jour: JOUR });
  const lu = await parseTableau(new Uint8Array(classeur));
  const lues: unknown[] = [];
  for await (const { valeurs } of lu.lignes) lues.push(valeurs);
  return lues;
}

it('une ligne dit l’état et ce qui reste avant le dernier jour ; finie, elle n’a plus de terme', () => {
  expect(buildLigneMesure(LIGNE, JOUR)).toMatchObject({
    enfant: 'MARTIN Léa',
    mesure: 'Action éducative en milieu ouvert (AEMO)',
    etat: 'En attente d’exécution',
    terme: { texte: 'finit dans 19 jours (jeudi 10 déc.)', ton: 'bientot' },
  });
  expect(buildLigneMesure({ ...LIGNE, etat: 'terminee' }, JOUR).terme).toBeNull();
});

it('un onglet garde les filtres, et mène à la liste de ce qui attend', () => {
  const filtre = MesureFiltre.parse({ unite: '0193a5f0-0000-7000-8000-000000000001', etat: 'en-cours' });
  const comptes = { 'en-cours': 4, 'a-decider': 1, 'ordonnees-pas-executees': 2, echues: 0, finies: 9, toutes: 14 };
  const onglets = buildOngletsMesures(filtre, comptes);
  expect(onglets[0]).toMatchObject({
    href: '/mesures?vue=en-cours&unite=0193a5f0-0000-7000-8000-000000000001',
    actif: true,
    nombre: 4,
  });
  expect(onglets[2]?.href).toBe('/mesures/ordonne-pas-execute');
});

it('ce qui attend dit depuis quand, si c’est long, pourquoi, qui tient la suite, et ce qu’on peut inscrire', () => {
  expect(buildLigneAttente(ATTENTE, JOUR, REGLE)).toMatchObject({
    attenteDite: '81 jours (2 mois)',
    anciennete: { mot: 'longue', ton: 'retard' },
    raison: 'Liste d’attente du service',
    raisonDepuis: 'depuis le 01/10/2026',
    debut: '/mesures/mesure/debut',
    pourquoi: '/mesures/mesure/attente',
  });
  expect(buildLigneAttente({ ...ATTENTE, attente: 30 }, JOUR, { ...REGLE, peutExecuter: false })).toMatchObject({
    anciennete: { mot: 'récente' },
    debut: null,
  });
  expect(buildLigneAttente({ ...ATTENTE, code: 'PLACEMENT_ASE', attente: 30 }, JOUR, REGLE).anciennete.mot).toBe(
    'longue',
  );
});

it('chaque chiffre ouvre la même liste, filtrée ; un service à désigner n’en ouvre pas', () => {
  const filtre = AttenteFiltre.parse({ code: 'AEMO' });
  const comptes = [
    { id: null, nom: 'Service AEMO', nombre: 2, plusLongue: 81 },
    { id: null, nom: '', nombre: 1, plusLongue: 1 },
  ];
  expect(buildChiffresAttente(comptes, 'service', filtre)).toEqual([
    {
      nom: 'Service AEMO',
      nombre: 2,
      plusLongueDite: '81 jours',
      href: '/mesures/ordonne-pas-execute?code=AEMO&service=Service+AEMO',
    },
    { nom: 'Service à désigner', nombre: 1, plusLongueDite: '1 jour', href: null },
  ]);
});

it('les classeurs rendent les mêmes lignes, dates et attentes comprises', async () => {
  const [mesure] = await readClasseur([buildLigneMesure(LIGNE, JOUR)], COLONNES_MESURES);
  expect(mesure).toMatchObject({ Enfant: 'MARTIN Léa', 'Dernier jour': '2026-12-10', 'Décidée le': '2026-09-01' });
  const [attente] = await readClasseur([buildLigneAttente(ATTENTE, JOUR, REGLE)], COLONNES_ATTENTES);
  expect(attente).toMatchObject({
    'Jours d’attente': '81',
    Raison: 'Liste d’attente du service',
    'Qui tient la suite': 'Service AEMO',
  });
});
