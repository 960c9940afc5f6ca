import { describe, expect, it } from 'vitest';
import { buildSaisie, type ChampAttendu, computeCorrespondance } from './colonnes.ts';

const champs: ChampAttendu[] = [
  { cle: 'nom', titre: 'Nom de naissance', synonymes: ['nom', 'nom de famille'], obligatoire: true },
  { cle: 'prenom', titre: 'Prénom', obligatoire: true },
  { cle: 'dateNaissance', titre: 'Date de naissance', synonymes: ['né(e) le', 'ddn'], obligatoire: true },
  { cle: 'telephone', titre: 'Téléphone', synonymes: ['tél', 'portable'] },
];

describe('les colonnes d’un fichier', () => {
  it.each([
    'Date de naissance',
    'DATE NAISSANCE',
    'date_naissance',
    'dateNaissance',
    ' Date  de  naissance * ',
    'Né(e) le',
    'DDN',
  ])('« %s » est la date de naissance', (titre) => {
    expect(computeCorrespondance([titre], champs).champs).toEqual({ dateNaissance: titre });
  });

  it('dit les colonnes inconnues, les doublons et les champs obligatoires absents', () => {
    expect(computeCorrespondance(['NOM', 'Portable', 'Tél.', 'Pointure'], champs)).toEqual({
      champs: { nom: 'NOM', telephone: 'Portable' },
      inconnues: ['Pointure'],
      doublons: [{ titre: 'Tél.', cle: 'telephone' }],
      manquantes: [champs[1], champs[2]],
    });
  });

  it('la correspondance gardée passe avant le nom, et peut écarter une colonne', () => {
    const gardee = { 'Tél.': 'telephone', Pointure: null, nom: 'nom', Ancien: 'champDisparu' };
    const lu = computeCorrespondance(['Portable', 'tel', 'Pointure', 'Ancien', 'Nom'], champs, gardee);
    expect(lu.champs).toEqual({ telephone: 'tel', nom: 'Nom' });
    expect(lu.doublons).toEqual([{ titre: 'Portable', cle: 'telephone' }]);
    expect(lu.inconnues).toEqual(['Ancien']);
  });

  it('une ligne devient une saisie par clé de champ', () => {
    const correspondance = computeCorrespondance(['Nom', 'Prénom'], champs);
    expect(buildSaisie({ Nom: 'Martin', Prénom: 'Léa' }, champs, correspondance)).toEqual({
      nom: 'Martin',
      prenom: 'Léa',
      dateNaissance: '',
      telephone: '',
    });
  });
});
