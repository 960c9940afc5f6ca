import { beforeAll, describe, expect, test } from 'vitest';
import { buildEnfants } from '../enfants/enfants.ts';
import { JOUR_DEMO } from '../jour.ts';
import type { Lot } from '../lignes.ts';
import { buildOrganisation } from '../organisation/organisation.ts';
import type { Profil } from '../parametres/profils.ts';
import { PROFILS } from '../parametres/profils.ts';
import { buildInformations } from './informations.ts';
import type { Ligne } from './lignes.ts';

function fabriquer(profil: Profil, echelle: number): Record<string, Ligne[]> {
  const commande = { profil, echelle, graine: 1 };
  const organisation = buildOrganisation(commande);
  const lots: Lot[] = buildInformations({ commande, organisation, enfants: buildEnfants(commande, organisation) });
  return Object.fromEntries(lots.map(({ table, lignes }) => [table.slice(3), [...lignes] as Ligne[]]));
}

const FINAUX = ['hors-ip', 'transferee', 'close-classement', 'close-administratif', 'close-judiciaire'];

describe.each(['manche', 'val-de-marne'] as const)('trois ans d’informations, profil %s', (profil) => {
  let jeu: Record<string, Ligne[]>;
  let informations: Ligne[];
  beforeAll(() => {
    jeu = fabriquer(profil, 0.3);
    informations = jeu.information ?? [];
  });

  test('le volume est celui du profil, le tri en écarte un tiers', () => {
    const attendu = PROFILS[profil].informationsPreoccupantesParAn.valeur * 0.3 * 3;
    expect(informations.filter(({ etat }) => FINAUX.includes(String(etat))).length / attendu).toBeGreaterThan(0.85);
    const closes = informations.filter(({ etat }) => FINAUX.includes(String(etat)));
    const horsIp = closes.filter(({ etat }) => etat === 'hors-ip').length / closes.length;
    expect(Math.abs(horsIp - 0.37)).toBeLessThan(0.05);
  });

  test('les jours se suivent, et aucun n’est après aujourd’hui', () => {
    for (const i of informations) {
      const jours = [
        String(i.recueA).slice(0, 10),
        i.qualifieeLe,
        i.attribueeLe,
        i.evaluationDebuteeLe,
        i.rapportRemisLe,
        i.decideeLe,
        i.closeLe,
      ].filter((jour) => jour !== null && jour !== undefined);
      expect(jours).toEqual([...jours].sort());
      expect(jours.every((jour) => String(jour) <= JOUR_DEMO)).toBe(true);
    }
  });

  test('chaque information a un mineur, et chaque dossier reconnu n’y figure qu’une fois', () => {
    const mineurs = new Map<string, Ligne[]>();
    for (const m of jeu.mineur ?? [])
      mineurs.set(String(m.informationId), [...(mineurs.get(String(m.informationId)) ?? []), m]);
    for (const { id, recueA } of informations) {
      const siens = mineurs.get(String(id)) ?? [];
      expect(siens.length).toBeGreaterThan(0);
      const dossiers = siens.flatMap(({ enfantId }) => (enfantId === null ? [] : [enfantId]));
      expect(new Set(dossiers).size).toBe(dossiers.length);
      for (const { dateNaissance } of siens)
        expect(dateNaissance === null || String(dateNaissance) <= String(recueA).slice(0, 10)).toBe(true);
    }
  });

  test('les défauts de la vie sont là : retards, équipes d’un seul, suites jamais dites, réponses attendues du parquet', () => {
    const enRetard = informations.filter(
      ({ etat, echeance }) => !FINAUX.includes(String(etat)) && echeance !== null && String(echeance) < JOUR_DEMO,
    );
    expect(enRetard.length).toBeGreaterThan(2);
    const equipes = new Map<string, number>();
    for (const { informationId } of jeu.evaluateur ?? [])
      equipes.set(String(informationId), (equipes.get(String(informationId)) ?? 0) + 1);
    expect([...equipes.values()].some((n) => n === 1)).toBe(true);
    const dites = new Set(
      (jeu.information_donnee ?? []).filter((d) => d.objet === 'source').map((d) => d.informationId),
    );
    expect(informations.some((i) => FINAUX.includes(String(i.etat)) && !dites.has(i.id ?? null))).toBe(true);
    expect((jeu.signalement ?? []).some(({ etat }) => etat === 'envoye' || etat === 'accuse')).toBe(true);
    expect((jeu.lien ?? []).length / informations.length).toBeGreaterThan(0.08);
  });
});

test('un petit jeu montre chaque état où l’on travaille', () => {
  const etats = new Set((fabriquer('manche', 0.1).information ?? []).map(({ etat }) => etat));
  for (const etat of [
    'recue',
    'en-premiere-analyse',
    'qualifiee',
    'en-evaluation',
    'rapport-remis',
    'en-validation',
    'decidee',
  ])
    expect(etats).toContain(etat);
});
