import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { createIdentifiant } from '#shared/identifiant.ts';
import { jourCivil } from '#shared/jour-civil.ts';
import type { Geste } from '../pointage-saisie.ts';
import { A_ENVOYER, REFUSES } from './file-de-gestes.ts';
import { buildSections, computeEtats, computeMoment, formatGeste } from './pointage-view.ts';

const JOUR = jourCivil('2026-11-20');
const [lea, tom] = [createIdentifiant(), createIdentifiant()];
const buildGeste = (minute: number, sens: Geste['sens'], enfantId = lea): Geste => ({
  id: createIdentifiant(),
  enfantId,
  jour: JOUR,
  minute,
  sens,
});
const enfant = { prenom: 'Sacha', section: 'Grands', debut: 510, fin: 1050, absence: null };

describe('ce que montre la tablette', () => {
  it('un geste qui attend compte déjà, quel que soit leur ordre', () => {
    const gestes = [buildGeste(1020, 'DEPART'), buildGeste(480, 'ARRIVEE')];
    const etats = computeEtats([], gestes, JOUR);
    const { sections } = buildSections(
      [
        { ...enfant, enfantId: lea, nom: 'Léa' },
        { ...enfant, enfantId: tom, nom: 'Tom' },
      ],
      etats,
      gestes,
    );
    expect(sections).toMatchObject([
      {
        nom: 'Grands',
        presents: 0,
        enfants: [
          { etat: 'parti à 17 h', enAttente: true },
          { etat: 'attendu 8 h 30 – 17 h 30', sens: 'ARRIVEE' },
        ],
      },
    ]);
  });

  it('un enfant absent ou pas attendu est parmi les autres, sauf s’il vient', () => {
    const malade = { ...enfant, enfantId: lea, nom: 'Léa', absence: 'MALADIE' };
    expect(buildSections([malade], new Map(), []).autres).toMatchObject([{ etat: 'malade' }]);
    expect(
      buildSections([malade], computeEtats([{ enfantId: lea, arrivee: 480, depart: null }], [], JOUR), []).sections,
    ).toHaveLength(1);
  });

  it('un geste se date à Paris ; la page laissée ouverte la nuit pointe le lendemain, sauf un jour figé', () => {
    const lendemain = Temporal.Instant.from('2026-11-21T07:02:00Z').epochMilliseconds;
    expect(computeMoment(lendemain, { jour: JOUR, isFige: false })).toEqual({ jour: '2026-11-21', minute: 482 });
    expect(computeMoment(lendemain, { jour: JOUR, isFige: true }).jour).toBe(JOUR);
  });

  it('la mémoire de la tablette garde les gestes jusqu’à ce qu’ils soient reçus, et survit à une mémoire abîmée', () => {
    const contenu = new Map<string, string>([['marelle.pointage.c', 'abîmée']]);
    const memoire = {
      getItem: (cle: string) => contenu.get(cle) ?? null,
      setItem: (cle: string, valeur: string) => void contenu.set(cle, valeur),
    };
    expect(A_ENVOYER.read(memoire, 'c')).toEqual([]);
    const [un, deux] = [buildGeste(480, 'ARRIVEE'), buildGeste(481, 'ARRIVEE', tom)];
    A_ENVOYER.add(memoire, 'c', un);
    A_ENVOYER.add(memoire, 'c', deux);
    expect(A_ENVOYER.close(memoire, 'c', [un.id])).toEqual([deux]);
    const refuse = { ...un, raison: 'Ce geste a plus d’un mois.' };
    REFUSES.add(memoire, 'c', refuse);
    REFUSES.add(memoire, 'c', refuse);
    expect(REFUSES.read(memoire, 'c')).toEqual([refuse]);
    expect(REFUSES.close(memoire, 'c', [un.id])).toEqual([]);
    expect(A_ENVOYER.read(memoire, 'c')).toEqual([deux]);
  });

  it('un geste refusé se dit avec son sens, son jour et son heure', () => {
    expect(formatGeste(buildGeste(482, 'ARRIVEE'))).toBe('arrivée du vendredi 20 novembre 2026 à 8 h 02');
    expect(formatGeste({ ...buildGeste(482, 'ARRIVEE'), jour: 'hier' as never })).toBe('à une heure illisible');
  });
});
