import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { buildFichiersDeSimulation } from './simulation.ts';

const racine = fileURLToPath(new URL('../..', import.meta.url));
const DOSSIER = 'docs/exemples/simulation';
const fichiers = buildFichiersDeSimulation(racine);

describe('la documentation de la simulation est tirée du code (sinon : node docs/generate-simulation.mjs)', () => {
  it.each([...fichiers])('%s', (fichier, contenu) => {
    expect(readFileSync(`${racine}${fichier}`, 'utf8')).toBe(contenu);
  });

  it('aucun fichier d’exemple n’est de trop', () => {
    const gardes = readdirSync(`${racine}${DOSSIER}`).map((nom) => `${DOSSIER}/${nom}`);
    expect(gardes.filter((fichier) => !fichiers.has(fichier))).toEqual([]);
  });
});

/** La commande telle qu'on la tape, sans base ni configuration. */
async function simuler(entree: string, ...options: string[]) {
  const lanceur = `${racine}bin/marelle.mjs`;
  const commande = spawn(process.execPath, [lanceur, 'echeances', 'simuler', ...options], {
    env: { PATH: process.env.PATH },
  });
  commande.stdin.end(entree);
  const fin = new Promise<number | null>((resolve) => commande.on('close', resolve));
  const [sortie, erreur, code] = await Promise.all([text(commande.stdout), text(commande.stderr), fin]);
  return { sortie, erreur, code };
}

// Chaque essai lance la commande entière.
describe('marelle echeances simuler', () => {
  const exemples = [...fichiers.keys()].filter((fichier) => /simulation\/[\w-]+\.obligations\.json$/.test(fichier));

  it.each(exemples)('%s', async (reponse) => {
    const entree = readFileSync(`${racine}${reponse.replace('.obligations', '')}`, 'utf8');
    const { sortie, erreur, code } = await simuler(entree);
    expect({ erreur, code }).toEqual({ erreur: '', code: 0 });
    expect(sortie).toBe(readFileSync(`${racine}${reponse}`, 'utf8'));
    const obligations: { echeance: string }[] = JSON.parse(sortie);
    expect(obligations.length).toBeGreaterThan(0);
    for (const obligation of obligations)
      expect(Object.keys(obligation)).toEqual(['regle', 'libelle', 'echeance', 'statut', 'qui', 'etapes', 'textes']);
  });

  it('un dossier mal écrit : rien ne sort, chaque faute est dite, code 2', async () => {
    const entree = { aujourdhui: '2026-11-21', enfant: {}, faits: [{ type: 'decision', date: 'hier' }, { type: 'x' }] };
    const { sortie, erreur, code } = await simuler(JSON.stringify(entree));
    expect({ sortie, code }).toEqual({ sortie: '', code: 2 });
    const lignes = erreur.trim().split('\n');
    expect(lignes[0]).toBe("Rien n'est calculé :");
    expect(lignes.slice(1).map((ligne) => ligne.trim().split(' : ')[0])).toEqual([
      'Fait 1, date',
      'Fait 1, code',
      'Fait 2, type',
    ]);
  });

  it.each([
    ['', "L'entrée est vide"],
    ['{"aujourdhui":}', "L'entrée n'est pas du JSON lisible"],
    ['[]', 'Indiquez un objet'],
  ])('une entrée « %s » est refusée d’une phrase, code 2', async (entree, phrase) => {
    const { sortie, erreur, code } = await simuler(entree);
    expect({ sortie, code }).toEqual({ sortie: '', code: 2 });
    expect(erreur).toContain(phrase);
  });

  it('--schema écrit le schéma JSON que la documentation garde', async () => {
    const { sortie, code } = await simuler('', '--schema');
    expect(code).toBe(0);
    expect(sortie).toBe(readFileSync(`${racine}${DOSSIER}/schema.json`, 'utf8'));
  });
});
