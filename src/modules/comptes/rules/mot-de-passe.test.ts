import { describe, expect, it } from 'vitest';
import { evaluateMotDePasse } from './mot-de-passe.ts';

const accepte = (texte: string, personnels?: string[]) => evaluateMotDePasse(texte, personnels) === undefined;

describe('Choisir son mot de passe', () => {
  it('douze caractères au moins, cent vingt-huit au plus', () => {
    expect(accepte('lampe-pluie')).toBe(false);
    expect(accepte('lampe-pluies')).toBe(true);
    expect(accepte('lampes pluie '.repeat(10))).toBe(false);
  });
  it('n’exige ni chiffre ni symbole ni majuscule', () => {
    expect(accepte('quatre lampes sous la pluie')).toBe(true);
    expect(accepte('été à la plage de Carteret')).toBe(true);
  });
  it.each([
    'motdepasse123',
    'Motdepasse2026!',
    'P@ssw0rd1234!',
    'azertyuiop12',
    '123456789012',
    'aaaaaaaaaaaaaa',
    'marelle-demo',
    'Bonjour2026!!',
    'qwertyuiop[]12',
    'abcdefghijkl',
    'SoleilSoleil1',
  ])('refuse « %s », des plus courants', (texte) => expect(accepte(texte)).toBe(false));
  it('refuse le nom et le courriel de la personne', () => {
    expect(accepte('Anne.Lemoine50', ['Anne Lemoine', 'anne.lemoine@manche.fr'])).toBe(false);
    expect(accepte('lemoine-manche', ['Anne Lemoine', 'anne.lemoine@manche.fr'])).toBe(false);
    expect(accepte('lemoine range ses lampes', ['Anne Lemoine'])).toBe(true);
  });
});
