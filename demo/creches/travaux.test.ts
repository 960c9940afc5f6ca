import { describe, expect, test } from 'vitest';
import type { Ligne } from '#database/insert-rows.ts';
import { parseNumero } from '../calendrier.ts';
import { JOUR_DEMO } from '../jour.ts';
import { buildOrganisation } from '../organisation/organisation.ts';
import { buildMondeCreches } from './monde.ts';
import { buildTravaux } from './travaux.ts';

const fabriquer = (graine = 1) => {
  const commande = { profil: 'val-de-marne', echelle: 0.1, graine } as const;
  const organisation = buildOrganisation(commande);
  const creches = buildMondeCreches(commande, organisation);
  return buildTravaux({ commande, organisation, creches } as Parameters<typeof buildTravaux>[0]);
};
const lots = fabriquer();
const lire = (table: string): readonly Ligne[] => lots.find((lot) => lot.table === `eaje.${table}`)?.lignes ?? [];
const du = (table: string, { id }: Ligne) => lire(table).filter((ligne) => ligne.dossierId === id);

describe('les travaux des crèches', () => {
  test('rendent les mêmes lignes pour la même graine, d’autres pour une autre', () => {
    expect(JSON.stringify(fabriquer())).toBe(JSON.stringify(lots));
    expect(JSON.stringify(fabriquer(2))).not.toBe(JSON.stringify(lots));
  });

  test('montrent une réouverture dépassée, un point manquant, des familles prévenues trop tard', () => {
    const recus = lire('dossier_travaux').filter(({ etat }) => etat === 'RECU');
    expect(recus.length).toBeGreaterThan(0);
    for (const dossier of recus) {
      expect(String(dossier.reouverturePrevue) < JOUR_DEMO).toBe(true);
      expect(du('point_reouverture', dossier)).toHaveLength(6);
      const familles = du('information_travaux', dossier).find(({ destinataire }) => destinataire === 'FAMILLES');
      const debut = parseNumero(String(dossier.debutPrevu));
      expect(debut - parseNumero(String(familles?.le))).toBeLessThan(30);
    }
  });

  test('montrent un président qui ne sait pas, un chiffrage périmé, un besoin pas chiffré', () => {
    const tus = lire('dossier_travaux').filter(
      (d) => d.toucheAutorisation && d.valideLe && du('information_travaux', d).length === 0,
    );
    expect(tus.length).toBeGreaterThan(0);
    const perimes = lire('dossier_travaux').filter((d) =>
      du('impact_travaux', d).some((i) => i.reouverturePrevue !== d.reouverturePrevue),
    );
    expect(perimes.map(({ etat }) => etat)).toContain('VALIDE');
    expect(lire('dossier_travaux').some((d) => d.etat === 'BESOIN' && du('impact_travaux', d).length === 0)).toBe(true);
  });

  test('un dossier validé réduit les places au calendrier de sa crèche, aux dates qu’il dit ; un programmé ne l’a pas encore fait', () => {
    const inscrites = lire('modulation');
    expect(inscrites.length).toBeGreaterThan(0);
    for (const { dossierId, periode, places } of inscrites) {
      const dossier = lire('dossier_travaux').find(({ id }) => id === dossierId);
      expect(dossier).toMatchObject({ etat: 'VALIDE' });
      expect(String(periode)).toContain(String(dossier?.debutPrevu));
      expect(Number(places)).toBeGreaterThan(0);
    }
    const programmes = lire('dossier_travaux').filter(({ etat }) => etat === 'PROGRAMME');
    expect(programmes.some(({ id }) => inscrites.every(({ dossierId }) => dossierId !== id))).toBe(true);
  });

  test('chiffrent ce qui est validé, et ne rouvrent qu’une liste tenue', () => {
    for (const dossier of lire('dossier_travaux').filter(({ valideLe }) => valideLe !== null))
      expect(du('impact_travaux', dossier), String(dossier.objet)).toHaveLength(1);
    for (const dossier of lire('dossier_travaux').filter(({ etat }) => etat === 'ROUVERT'))
      expect(du('point_reouverture', dossier)).toHaveLength(7);
    const ferme = lire('impact_travaux').filter(({ agents }) => Number(agents) > 0);
    expect(ferme.length).toBeGreaterThan(0);
    expect(ferme.every(({ enfants, minutesPerdues }) => Number(enfants) > 20 && Number(minutesPerdues) > 0)).toBe(true);
  });
});
