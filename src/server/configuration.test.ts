import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildCourriels, readConfiguration, VARIABLES_D_ENVIRONNEMENT } from './configuration.ts';

describe('la configuration', () => {
  it('a une valeur pour tout ce qui est nécessaire quand rien n’est dit', () => {
    expect(readConfiguration({})).toMatchObject({
      port: 3000,
      hote: '127.0.0.1',
      adresse: 'http://localhost:3000',
      mandataire: false,
      dossier: resolve('donnees'),
      demoProfil: 'manche',
      demoEchelle: 0.1,
      demoGraine: 1,
    });
    expect(readConfiguration({}).urlBase).toBeUndefined();
    expect(readConfiguration({ PORT: '', DATABASE_URL: ' ' }).port).toBe(3000);
  });

  it("suit le port dans l'adresse", () => {
    expect(readConfiguration({ PORT: '3001' }).adresse).toBe('http://localhost:3001');
  });

  it('nomme toutes les variables fausses, avec la règle et un exemple', () => {
    const read = () => readConfiguration({ PORT: 'trois mille', MARELLE_DEMO: 'peut-être' });
    expect(read).toThrow(
      'La variable PORT attend un nombre entier de 1 à 65535, par exemple 3000 (reçu : « trois mille »).\n' +
        'La variable MARELLE_DEMO attend oui ou non (reçu : « peut-être »).',
    );
  });

  it('n’ouvre un serveur de courriels qu’avec son expéditeur, et le dit', () => {
    const url = 'smtp://marelle:chut@smtp.example:587';
    expect(buildCourriels(readConfiguration({}))).toBeUndefined();
    expect(
      buildCourriels(
        readConfiguration({ MARELLE_SMTP_URL: url, MARELLE_SMTP_EXPEDITEUR: 'a@b.example', PORT: '3001' }),
      ),
    ).toEqual({ url, expediteur: 'a@b.example', adresse: 'http://localhost:3001' });
    expect(() => readConfiguration({ MARELLE_SMTP_URL: url })).toThrow(
      'Les variables MARELLE_SMTP_URL et MARELLE_SMTP_EXPEDITEUR se donnent ensemble.',
    );
  });

  it('ne montre jamais un secret, même faux', () => {
    const secrets = VARIABLES_D_ENVIRONNEMENT.filter((variable) => variable.secret).map((variable) => variable.nom);
    expect(secrets).toContain('MARELLE_SECRET');
    expect(secrets).toContain('DATABASE_URL');
    for (const nom of secrets) {
      const read = () => readConfiguration({ [nom]: 'chut' });
      expect(read).toThrow(nom);
      expect(read).not.toThrow(/chut/);
    }
  });

  it('est décrite en entier pour le manuel', () => {
    for (const { nom, description, attendu } of VARIABLES_D_ENVIRONNEMENT) {
      expect([nom, description.length > 5, attendu.length > 5]).toEqual([nom, true, true]);
    }
  });
});
