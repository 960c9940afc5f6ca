import { describe, expect, it } from 'vitest';
import type { EtablissementOuvert } from '#modules/eaje/index.ts';
import { addJours, jourCivil } from '#shared/jour-civil.ts';
import { anAccueil, aProfessionnel, heure, LUNDI } from '../testing/creche-essai.ts';
import {
  addPointages,
  listCrechesDuJour,
  listJoursOuverts,
  listPrevisionsParCreche,
  listVolantsLibres,
  type Prevision,
} from './territoire.ts';

const ETABLISSEMENT: EtablissementOuvert = {
  id: 'creche',
  uniteId: 'unite',
  nom: 'Les Essais',
  code: 'PE-1-01',
  territoireId: 'territoire',
  territoire: 'Territoire 1',
  methode: 'CINQ_HUIT',
  agregation: 'ETABLISSEMENT',
  ouvre: heure(7, 30),
  ferme: heure(18, 30),
  jours: [1, 2, 3, 4, 5],
  autorisations: [
    {
      du: jourCivil('2020-01-01'),
      au: null,
      places: 40,
      modulations: [{ jours: [1], debut: heure(7, 30), fin: heure(8), places: 20 }],
    },
  ],
  fermetures: [{ du: addJours(LUNDI, 1), au: addJours(LUNDI, 1), motif: 'PEDAGOGIQUE', libelle: '' }],
  qpv: false,
  fournitTout: true,
};
const SEMAINE = [1, 2, 3, 4, 5, 6, 7].flatMap((jour) => (jour <= 5 ? [heure(8), heure(17)] : [0, 0]));
const CONTRAT = {
  ...anAccueil({ enfantId: 'a' }),
  etablissementId: 'creche',
  du: addJours(LUNDI, -30),
  au: null,
  semaine: SEMAINE,
};

function aPrevision(surcharge: Partial<Prevision['accueils']> = {}): Prevision {
  const accueils = { contrats: [CONTRAT], reservations: [], absences: [], ...surcharge };
  const volant = aProfessionnel({ id: 'volant', etablissementId: null });
  return { etablissements: [ETABLISSEMENT], accueils, professionnels: [aProfessionnel(), volant], sorties: [] };
}

describe('les crèches d’un jour', () => {
  it('ouvrent les jours de leur semaine, hors de leurs fermetures', () => {
    expect(listCrechesDuJour(aPrevision(), LUNDI)).toHaveLength(1);
    expect(listCrechesDuJour(aPrevision(), addJours(LUNDI, 1))).toEqual([]);
    expect(listJoursOuverts([ETABLISSEMENT], addJours(LUNDI, -2), 3)).toEqual([
      LUNDI,
      addJours(LUNDI, 2),
      addJours(LUNDI, 3),
    ]);
  });

  it('ne se comptent pas avant le 1er septembre 2021, sans erreur', () => {
    const ancien = { ...CONTRAT, du: jourCivil('2021-01-04') };
    const ouvertes = (jour: string) =>
      listCrechesDuJour(aPrevision({ contrats: [ancien] }), jourCivil(jour)).map(({ journee }) => journee.enfants);
    expect([ouvertes('2021-08-30'), ouvertes('2021-09-01')]).toEqual([[], [1]]);
  });

  it('attendent les enfants sous contrat et ceux qui ont réservé, moins les absents', () => {
    const reservation = { ...anAccueil({ enfantId: 'b' }), etablissementId: 'creche', jour: LUNDI };
    const enfants = (surcharge: Partial<Prevision['accueils']>) =>
      listCrechesDuJour(aPrevision(surcharge), LUNDI)[0]?.journee.enfants;
    expect(enfants({})).toBe(1);
    expect(enfants({ reservations: [reservation, { ...reservation, jour: addJours(LUNDI, 2) }] })).toBe(2);
    expect(enfants({ absences: [{ enfantId: 'a', du: LUNDI, au: LUNDI }] })).toBe(0);
    expect(enfants({ contrats: [{ ...CONTRAT, au: addJours(LUNDI, -1) }] })).toBe(0);
  });

  it('ont les places de leur autorisation, modulées ce jour de la semaine', () => {
    const capacite = (jour: typeof LUNDI) => listCrechesDuJour(aPrevision(), jour)[0]?.journee.capacite[0];
    expect([capacite(LUNDI), capacite(addJours(LUNDI, 2))]).toEqual([20, 40]);
  });

  it('comptent leurs professionnels, et les volants libres à part', () => {
    expect(listCrechesDuJour(aPrevision(), LUNDI)[0]?.postes).toHaveLength(1);
    expect(listVolantsLibres(aPrevision(), LUNDI).map(({ professionnelId }) => professionnelId)).toEqual(['volant']);
  });

  it('montrent les enfants pointés sans rien changer à ce qui est prévu', () => {
    const [creche] = listCrechesDuJour(aPrevision(), LUNDI);
    const pointe = { enfantId: 'a', sectionId: null, marcheDepuis: null, debut: heure(8), fin: null, douteux: true };
    const pointage = { maintenant: heure(9), parCreche: new Map([['creche', [pointe]]]) };
    const [pointee] = addPointages(creche ? [creche] : [], pointage);
    const { presents, maintenant, doutes, ...prevu } = pointee?.journee ?? {};
    expect(Array.from(presents?.nm ?? []).filter((n) => n > 0)).toHaveLength(5);
    expect(maintenant).toMatchObject({ nm: 1, m: 0, requis: 2 });
    expect(doutes?.at(-1)).toEqual({ code: 'POINTAGE_DOUTEUX', nombre: 1 });
    expect(creche?.journee).toMatchObject(prevu);
    expect(creche?.journee.presents).toBeNull();
  });

  it('se séparent crèche par crèche sans que leur journée change, renforts et absences d’ailleurs compris', () => {
    const autre = { ...ETABLISSEMENT, id: 'autre', fermetures: [] };
    const vacation = {
      id: 'v',
      etablissementId: 'autre',
      jour: LUNDI,
      debut: heure(9),
      fin: heure(12),
      nature: 'POSTE',
      motif: '',
    } as const;
    const ensemble: Prevision = {
      etablissements: [ETABLISSEMENT, autre],
      accueils: {
        contrats: [
          CONTRAT,
          { ...CONTRAT, etablissementId: 'autre' },
          { ...CONTRAT, enfantId: 'c', etablissementId: 'autre' },
        ],
        reservations: [],
        absences: [{ enfantId: 'a', du: LUNDI, au: LUNDI }],
      },
      professionnels: [
        aProfessionnel({ id: 'pretee', vacations: [vacation] }),
        aProfessionnel({ id: 'volant', etablissementId: null, vacations: [vacation] }),
        aProfessionnel({ id: 'libre', etablissementId: null }),
      ],
      sorties: ['creche', 'autre'].map((etablissementId) => ({
        ...{
          id: `sortie-${etablissementId}`,
          etablissementId,
          jour: LUNDI,
          lieu: 'Parc',
          enfants: ['c'],
          accompagnants: ['pretee'],
        },
        ...{ debut: heure(9), fin: heure(10) },
      })),
    };
    const separees = [...listPrevisionsParCreche(ensemble).values()].flatMap((prevision) =>
      listCrechesDuJour(prevision, LUNDI),
    );
    expect(separees).toEqual(listCrechesDuJour(ensemble, LUNDI));
    expect(separees.map(({ journee }) => journee.enfants)).toEqual([0, 1]);
  });
});
