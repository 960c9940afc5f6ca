import { expect, test } from 'vitest';
import { jourCivil } from '#shared/jour-civil.ts';
import type { FicheComparee } from '../data/doublons-queries.server.ts';
import { buildComparaison, findAGarder } from './fusion-view.ts';

function aFiche(valeurs: Partial<FicheComparee> = {}): FicheComparee {
  return {
    id: 'a',
    nom: 'Martin',
    nomUsage: null,
    prenom: 'Lou-Anne',
    sexe: 'feminin',
    dateNaissance: jourCivil('2019-03-04'),
    naissancePrecision: 'exacte',
    numero: '2020-00001',
    ouvertLe: jourCivil('2020-01-02'),
    autresPrenoms: null,
    lieuNaissance: null,
    telephone: null,
    autresNoms: [],
    lies: [],
    ...valeurs,
  };
}

test('ce qui diffère est dit, ce qui est vide des deux côtés n’apparaît pas', () => {
  const lignes = buildComparaison(aFiche(), aFiche({ prenom: 'Lou Anne', lieuNaissance: 'Coutances' }));
  const parTitre = Object.fromEntries(lignes.map((ligne) => [ligne.titre, ligne]));
  expect(parTitre.Nom).toEqual({ titre: 'Nom', a: 'MARTIN Lou-Anne', b: 'MARTIN Lou Anne', differe: true });
  expect(parTitre.Naissance?.differe).toBe(false);
  expect(parTitre['Lieu de naissance']).toMatchObject({ a: 'rien', b: 'Coutances', differe: true });
  expect(parTitre.Téléphone).toBeUndefined();
});

test('on propose de garder la fiche qui porte le dossier, la plus ancienne s’il y en a deux', () => {
  const ancienne = aFiche({ id: 'ancienne', ouvertLe: jourCivil('2018-05-01') });
  const sansDossier = aFiche({ id: 'proche', numero: null, ouvertLe: null });
  expect(findAGarder(aFiche(), ancienne).id).toBe('ancienne');
  expect(findAGarder(ancienne, aFiche()).id).toBe('ancienne');
  expect(findAGarder(sansDossier, aFiche()).id).toBe('a');
  expect(findAGarder(sansDossier, sansDossier).id).toBe('proche');
});
