import { beforeAll, describe, expect, test } from 'vitest';
import { computeAge, computeJourSemaine, formatNumero, parseNumero } from './calendrier.ts';
import { buildCartes } from './cartes.ts';
import { buildMondeCreches } from './creches/monde.ts';
import { listManques } from './creches/prevision.ts';
import { LUNDI } from './creches/vacations.ts';
import { buildEnfants } from './enfants/enfants.ts';
import type { Enfant } from './enfants/identites.ts';
import { JOUR_DEMO } from './jour.ts';
import { buildOrganisation } from './organisation/organisation.ts';
import { DECOUPAGES } from './organisation/territoires/decoupages.ts';
import { NATIONAUX } from './parametres/nationaux.ts';
import { PROFILS, type Profil } from './parametres/profils.ts';

const AUJOURDHUI = parseNumero(JOUR_DEMO);
const jeux = new Map<string, ReturnType<typeof fabriquer>>();
function fabriquer(profil: Profil, echelle: number) {
  const commande = { profil, echelle, graine: 1 };
  const organisation = buildOrganisation(commande);
  return { commande, organisation, enfants: buildEnfants(commande, organisation) };
}
const jeu = (profil: Profil, echelle: number) => {
  const cle = `${profil}/${echelle}`;
  const connu = jeux.get(cle) ?? fabriquer(profil, echelle);
  jeux.set(cle, connu);
  return connu;
};
const part = <T>(liste: readonly T[], test: (x: T) => boolean) => liste.filter(test).length / liste.length;
const moyenne = (liste: readonly number[]) => liste.reduce((somme, n) => somme + n, 0) / liste.length;
const actifs = (profil: Profil) =>
  jeu(profil, 1).enfants.suivis.filter((e) => e.clos === null && e.situation !== 'evaluation');
const confies = (profil: Profil) => actifs(profil).filter((e) => e.situation === 'accueil');
const suivisADomicile = (profil: Profil) => actifs(profil).filter((e) => e.situation !== 'accueil');
const ans = (e: Enfant) => (AUJOURDHUI - e.naissance) / 365.25;
const enCours = (periode: string) => periode.endsWith(',]');

describe.each(['manche', 'somme', 'val-de-marne'] as const)('le stock du profil %s à l’échelle 1', (profil) => {
  const p = PROFILS[profil];
  beforeAll(() => {
    jeu(profil, 1);
  });

  test('compte les jeunes du profil', () => {
    const attendus = p.mesures.valeur / NATIONAUX.mesuresParJeune.valeur;
    expect(Math.abs(actifs(profil).length / attendus - 1)).toBeLessThan(0.02);
    expect(
      Math.abs(confies(profil).length / actifs(profil).length - p.accueils.valeur / p.mesures.valeur),
    ).toBeLessThan(0.03);
  });

  test('a la part de garçons observée : 61 % des confiés, 55 % des actions éducatives', () => {
    expect(Math.abs(part(confies(profil), (e) => e.sexe === 'M') - 0.61)).toBeLessThan(0.025);
    expect(Math.abs(part(suivisADomicile(profil), (e) => e.sexe === 'M') - 0.55)).toBeLessThan(0.025);
  });

  test('a l’âge moyen observé : 10,4 ans à domicile, 12 à 13 ans et demi chez les confiés', () => {
    expect(Math.abs(moyenne(suivisADomicile(profil).map(ans)) - 10.6)).toBeLessThan(0.5);
    const age = moyenne(confies(profil).map(ans));
    expect(age).toBeGreaterThan(11.9);
    expect(age).toBeLessThan(13.6);
    for (const e of actifs(profil)) expect(computeAge(e.naissance, AUJOURDHUI)).toBeLessThan(21);
  });

  test('place les mineurs isolés et les jeunes majeurs dans les parts du profil', () => {
    expect(part(confies(profil), (e) => e.mna)).toBeCloseTo(p.partMna.valeur, 1);
    expect(Math.abs(part(confies(profil), (e) => ans(e) >= 18) - p.partJeunesMajeurs.valeur)).toBeLessThan(0.035);
  });

  test('laisse manquer ce qui manque dans la vie, aux taux prévus', () => {
    const { suivis, lignes } = jeu(profil, 1).enfants;
    const avecMere = new Set(lignes.liens.filter((l) => l.qualite === 'mere').map((l) => l.enfantId));
    expect(
      Math.abs(
        part(
          suivis.filter((e) => !e.mna),
          (e) => !avecMere.has(e.id),
        ) - 0.04,
      ),
    ).toBeLessThan(0.012);
    expect(
      Math.abs(
        part(
          suivis.filter((e) => e.mna),
          (e) => !avecMere.has(e.id),
        ) - 0.6,
      ),
    ).toBeLessThan(0.06);
    expect(Math.abs((lignes.enfants.length - suivis.length) / suivis.length - 0.008)).toBeLessThan(0.003);
  });

  test('suit la loi de taille des fratries', () => {
    const tailles = new Map<string, number>();
    for (const e of jeu(profil, 1).enfants.suivis.filter((x) => !x.mna)) {
      const fratrie = e.cle.replace(/-\d+$/, '');
      tailles.set(fratrie, (tailles.get(fratrie) ?? 0) + 1);
    }
    const liste = [...tailles.values()];
    expect(Math.abs(part(liste, (n) => n === 1) - 0.52)).toBeLessThan(0.03);
    expect(Math.abs(part(liste, (n) => n === 2) - 0.26)).toBeLessThan(0.03);
    expect(Math.abs(part(liste, (n) => n >= 3) - 0.22)).toBeLessThan(0.03);
  });

  test('donne à chaque référent une charge vraisemblable', () => {
    const charges = new Map<string, number>();
    for (const m of jeu(profil, 1).enfants.lignes.missions) {
      if (m.nature === 'referent' && m.agentId && enCours(m.periode))
        charges.set(m.agentId, (charges.get(m.agentId) ?? 0) + 1);
    }
    const moyennes = moyenne([...charges.values()]);
    expect(moyennes).toBeGreaterThan(27);
    expect(moyennes).toBeLessThan(42);
  });

  test('n’a pas d’enfant né avant sa mère, ni de dossier ouvert avant la naissance ou fermé après ce jour', {
    timeout: 60_000,
  }, () => {
    const { suivis, lignes } = jeu(profil, 1).enfants;
    const personnes = new Map(lignes.personnes.map((x) => [x.id, x]));
    const enfants = new Map(suivis.map((e) => [e.id, e]));
    const impossibles = suivis.filter(
      (e) => e.ouvert < e.naissance || e.ouvert > (e.clos ?? AUJOURDHUI) || (e.clos ?? 0) >= AUJOURDHUI,
    );
    expect(impossibles).toEqual([]);
    for (const l of lignes.liens.filter((x) => x.qualite === 'mere')) {
      const [mere, enfant] = [personnes.get(l.personneId), enfants.get(l.enfantId)];
      if (!mere?.dateNaissance || !enfant) continue;
      const age = computeAge(parseNumero(mere.dateNaissance), enfant.naissance);
      expect(age, `mère de ${formatNumero(enfant.naissance)}`).toBeGreaterThanOrEqual(15);
      expect(age).toBeLessThanOrEqual(47);
    }
  });

  test('ne tire que des numéros et des adresses réservés à la fiction', () => {
    const { organisation, enfants } = jeu(profil, 1);
    for (const x of [...enfants.lignes.personnes, ...organisation.agents, ...enfants.lignes.partenaires]) {
      if (x.telephone) expect(x.telephone).toMatch(/^(01 99 00|06 39 98) \d\d \d\d$/);
      if (x.courriel) expect(x.courriel).toMatch(/^[a-z0-9.-]+@example\.org$/);
    }
  });
});

describe('l’organisation fictive', () => {
  test.each(['manche', 'somme', 'val-de-marne'] as const)(
    '%s : toute commune a son site, toute carte quelqu’un',
    (profil) => {
      for (const echelle of [0.01, 0.1, 1]) {
        const organisation = buildOrganisation({ profil, echelle, graine: 1 });
        expect(new Set(organisation.secteurs.map((s) => s.communeCode)).size).toBe(organisation.communes.length);
        expect(buildCartes({ profil, echelle, graine: 1 })).toHaveLength(14);
      }
      const sites = DECOUPAGES[profil].territoires.flatMap((t) => t.sites);
      expect(sites.length).toBeGreaterThan(14);
    },
  );

  test('une délégation est échue sans être reprise, une autre expire bientôt', () => {
    const lots = jeu('manche', 1).organisation.lots.find((l) => l.table === 'organisation.delegation')?.lignes ?? [];
    expect(lots.filter((l) => l.periode === '[2026-09-01,2026-12-05]').length).toBe(1);
    const echues = lots.filter((l) => String(l.periode).endsWith(',2026-08-31]'));
    const reprises = new Set(
      lots.filter((l) => String(l.periode).startsWith('[2026-09-01')).map((l) => `${l.agentId}${l.acte}`),
    );
    expect(echues.some((l) => !reprises.has(`${l.agentId}${l.acte}`))).toBe(true);
  });

  test('environ 8 % des postes sont vacants', () => {
    const { postes, vacants } = jeu('val-de-marne', 1).organisation;
    expect(Math.abs(vacants.length / postes.length - 0.08)).toBeLessThan(0.04);
  });
});

describe.each(['manche', 'somme', 'val-de-marne'] as const)('le petit jeu %s (échelle 0,1)', (profil) => {
  test('remplit les écrans de chaque rôle', () => {
    const { commande, enfants } = jeu(profil, 0.1);
    const suivis = (cle: string) => {
      const carte = buildCartes(commande).find((c) => c.cle === cle);
      return enfants.lignes.missions.filter((m) => m.agentId === carte?.agentId && enCours(m.periode)).length;
    };
    expect(suivis('referent')).toBeGreaterThan(9);
    expect(suivis('evaluateur')).toBeGreaterThan(1);
    expect(suivis('psychologue')).toBeGreaterThan(2);
    expect(suivis('sans-mission')).toBe(0);
    expect(enfants.lignes.enfants.filter((e) => e.restreint).length).toBeGreaterThanOrEqual(3);
    expect(enfants.lignes.brisDeGlace.filter((b) => b.revue === null).length).toBeGreaterThan(1);
  });
});

describe.each(['manche', 'somme', 'val-de-marne'] as const)('les crèches du petit jeu %s (échelle 0,1)', (profil) => {
  const commande = { profil, echelle: 0.1, graine: 1 };
  const monde = buildMondeCreches(commande, buildOrganisation(commande));

  test('une crèche sur quatre environ est sous le taux lundi, les autres le tiennent', () => {
    const sous = listManques(monde, LUNDI).filter(({ quarts }) => quarts > 0);
    expect(sous.length).toBeGreaterThanOrEqual(1);
    expect(sous.length).toBeLessThanOrEqual(3);
  });

  test('le mois passé, une journée de crèche sur cent à une sur trois a manqué de monde', () => {
    const jours = Array.from({ length: 26 }, (_, i) => LUNDI - 28 + i).filter((le) => computeJourSemaine(le) < 6);
    const journees = jours.flatMap((le) => listManques(monde, le));
    expect(part(journees, ({ quarts }) => quarts > 0)).toBeGreaterThan(0.01);
    expect(part(journees, ({ quarts }) => quarts > 0)).toBeLessThan(0.34);
  });
});

describe('le hasard', () => {
  test('une autre graine donne un autre département', () => {
    const un = buildCartes({ profil: 'manche', echelle: 0.1, graine: 1 });
    const deux = buildCartes({ profil: 'manche', echelle: 0.1, graine: 2 });
    expect(un.map((c) => c.nom)).not.toEqual(deux.map((c) => c.nom));
  });

  test('une fratrie garde son histoire quand l’échelle change', () => {
    const identites = (echelle: number) =>
      new Map(
        jeu('manche', echelle).enfants.suivis.map((e) => [e.cle, `${e.prenom} ${e.nom} ${formatNumero(e.naissance)}`]),
      );
    const [petit, grand] = [identites(0.1), identites(1)];
    const communes = [...petit.keys()].filter((cle) => grand.has(cle));
    expect(communes.length).toBeGreaterThan(petit.size * 0.95);
    expect(communes.filter((cle) => petit.get(cle) === grand.get(cle)).length / communes.length).toBeGreaterThan(0.95);
  });
});
