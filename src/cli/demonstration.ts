import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { executeRemiseAZero } from '#database/empty-demo.ts';
import { buildCartes } from '#demo/cartes.ts';
import { loadDemo, readEtatDemo } from '#demo/load.ts';
import type { Commande as Demande } from '#demo/parametres/profils.ts';
import { MOT_DE_PASSE_DEMO } from '#modules/comptes/index.ts';
import type { Configuration } from '#server/configuration.ts';
import type { BaseOuverte } from './base.ts';
import { logEtape } from './etapes.ts';

/**
 * At each start: an empty base receives the fictional département, unless it is the département's own server and
 * nobody asked for it. Gives the accounts to show, when the base is a demonstration.
 */
export async function openDemonstration(configuration: Configuration, base: BaseOuverte): Promise<string | undefined> {
  const { demo = configuration.urlBase === undefined } = configuration;
  if (!demo) return undefined;
  const demande = {
    profil: configuration.demoProfil,
    echelle: configuration.demoEchelle,
    graine: configuration.demoGraine,
  };
  await loadOnce(demande, base, join(configuration.dossier, 'demonstration-inachevee'));
  const etat = await readEtatDemo(base.db);
  return etat.demo ? formatComptes(demande) : undefined;
}

/** The loading is one transaction a module: a stop between two leaves a mark, and the next start takes it again. */
async function loadOnce(demande: Demande, base: BaseOuverte, marque: string): Promise<void> {
  if (existsSync(marque)) {
    logEtape("Le chargement de la démonstration s'était arrêté en chemin : il reprend du début.");
    await executeRemiseAZero(base.urlProprietaire);
  }
  const { vide } = await readEtatDemo(base.db);
  if (vide) {
    // Sur la base du département, le dossier de données n'a pas encore servi.
    mkdirSync(dirname(marque), { recursive: true });
    writeFileSync(marque, '');
    const { lignes } = await loadDemo({
      ...demande,
      db: base.db,
      urlProprietaire: base.urlProprietaire,
      log: logEtape,
    });
    logEtape(`Département fictif chargé (${lignes.toLocaleString('fr-FR')} lignes).`);
  }
  rmSync(marque, { force: true });
}

/** The table of the accounts by which one enters the demonstration, one a role. */
export function formatComptes(demande: Demande): string {
  const cartes = buildCartes(demande);
  const largeur = Math.max(...cartes.map(({ titre }) => titre.length)) + 2;
  const lignes = cartes.map(({ titre, nom, courriel }) => `          ${titre.padEnd(largeur)}${courriel}  (${nom})`);
  return [`\n        Comptes de démonstration, mot de passe : ${MOT_DE_PASSE_DEMO}`, ...lignes, ''].join('\n');
}
