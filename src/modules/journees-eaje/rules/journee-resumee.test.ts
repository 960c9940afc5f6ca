import { describe, expect, it } from 'vitest';
import {
  type AccueilAttendu,
  type CrecheOuverte,
  computeJournee,
  evaluateOccupationHebdomadaire,
  getBareme,
  type PosteDuJour,
} from '#modules/encadrement/index.ts';
import {
  aCreche,
  anAccueil,
  aPoste,
  heure,
  LUNDI,
  listAccueilsEssai,
} from '#modules/encadrement/testing/creche-essai.ts';
import type { PresenceFinie } from '../journee-resumee.ts';
import { computeJourneeResumee } from './journee-resumee.ts';

type Essai = {
  creche?: Partial<CrecheOuverte>;
  accueils?: AccueilAttendu[];
  postes?: PosteDuJour[];
  presences?: PresenceFinie[];
  sections?: string[];
};

function resume({ creche: surcharge, accueils = [], postes = [], presences = [], sections = [] }: Essai) {
  const creche = aCreche(surcharge);
  const journee = computeJournee(creche, LUNDI, { accueils, postes });
  const prevue = { etablissement: undefined as never, creche, accueils, postes, journee, sorties: [] };
  return computeJourneeResumee(prevue, { presences, dureeMin: 120, sections });
}

/** Le même enfant, pointé aux heures de son accueil. */
function aPresence(accueil: AccueilAttendu, surcharge: Partial<PresenceFinie> = {}): PresenceFinie {
  const { enfantId, sectionId, marcheDepuis, neLe, debut, fin } = accueil;
  return {
    enfantId,
    sectionId,
    marcheDepuis,
    neLe,
    arrivee: debut,
    depart: fin,
    arriveeSupposee: false,
    douteuse: false,
    ...surcharge,
  };
}

const listPostesEssai = (nombre: number, surcharge: Partial<PosteDuJour> = {}) =>
  Array.from({ length: nombre }, () => aPoste(heure(8), heure(17), surcharge));

describe('la journée résumée d’une crèche', () => {
  // V-ENC-01 : 10 non-marcheurs et 24 marcheurs demandent cinq professionnels, de 8 h à 17 h : trente-six quarts d'heure.
  const accueils = listAccueilsEssai(10, 24);

  it('tient le taux à chaque quart d’heure avec des enfants (IND-07, R2324-43)', () => {
    expect(resume({ accueils, postes: listPostesEssai(5) })).toMatchObject({
      enfants: 34,
      quarts: 36,
      quartsConformes: 36,
      requis: 180,
      cat1: 180,
      manque: 0,
      minutesEnfant: 34 * 9 * 60,
      minutesPlace: 40 * 11 * 60,
      continuite: true,
    });
  });

  it('dit huit heures-agent de manque pour un absent de 8 h 30 à 16 h 30 (IND-08, V-RMP-01)', () => {
    const matinal = aPoste(heure(8), heure(17), {
      segments: [
        { debut: heure(8), fin: heure(8, 30), nature: 'POSTE' },
        { debut: heure(16, 30), fin: heure(17), nature: 'POSTE' },
      ],
    });
    const { quartsConformes, manque } = resume({ accueils, postes: [...listPostesEssai(4), matinal] });
    expect([quartsConformes, manque / 4]).toEqual([4, 8]);
  });

  it('sans catégorie 1 au-delà de vingt-quatre places, aucun quart n’est conforme mais aucun agent ne manque en nombre (R2324-43-1)', () => {
    const postes = listPostesEssai(5, { categorie: 2, continuite: false });
    expect(resume({ accueils, postes })).toMatchObject({ quartsConformes: 0, manque: 0, cat1: 0, continuite: false });
  });

  it('un seul quart d’heure sans personne apte, et la continuité n’est pas tenue du jour (IND-16, R2324-36)', () => {
    const apte = aPoste(heure(8), heure(16, 45));
    const inapte = aPoste(heure(8), heure(17), { categorie: 2, continuite: false });
    const quatre = listAccueilsEssai(0, 4);
    expect(resume({ accueils: quatre, postes: [apte, inapte] }).continuite).toBe(false);
    expect(resume({ accueils: quatre, postes: [aPoste(heure(8), heure(17)), inapte] }).continuite).toBe(true);
  });

  it('toute la crèche en sortie ne rompt ni la continuité ni le taux, et n’ajoute pas de catégorie 1 (IND-16, IND-09, CAP-12)', () => {
    const dix = listAccueilsEssai(0, 10, { debut: heure(9), fin: heure(12) });
    const sortie = {
      id: 's',
      lieu: 'Parc',
      debut: heure(10),
      fin: heure(11),
      enfants: dix.map(({ enfantId }) => enfantId),
      accompagnants: [],
    };
    const segments = [
      { debut: heure(9), fin: heure(10), nature: 'POSTE' as const },
      { debut: heure(10), fin: heure(11), nature: 'SORTIE' as const },
      { debut: heure(11), fin: heure(12), nature: 'POSTE' as const },
    ];
    const postes = [aPoste(0, 0, { segments }), aPoste(0, 0, { segments })];
    expect(resume({ creche: { sorties: [sortie] }, accueils: dix, postes })).toMatchObject({
      continuite: true,
      quarts: 8,
      quartsConformes: 8,
      cat1: 16,
      minutesEnfant: 10 * 180,
    });
  });

  it.each([
    [12, 12, 0, 0, 0],
    [12, 13, 36, 0, 0],
    [12, 14, 36, 0, 36],
    [12, 15, 36, 36, 0],
    [20, 23, 36, 0, 0],
    [20, 24, 36, 36, 0],
    [60, 69, 36, 0, 0],
    [60, 70, 36, 36, 0],
  ])(
    '%d places, %d enfants : %d quarts au-dessus de la capacité, %d au-dessus de 115 %%, %d selon l’arrondi (IND-06, R2324-27)',
    (places, enfants, capacite, surnombre, aConfirmer) => {
      const pleine = listAccueilsEssai(0, enfants);
      expect(resume({ creche: { places }, accueils: pleine })).toMatchObject({
        quartsSurCapacite: capacite,
        quartsSurnombre: surnombre,
        quartsAConfirmer: aConfirmer,
      });
    },
  );

  it('la modulation change la capacité de chaque quart (CAP-04)', () => {
    const modulations = [{ debut: heure(7, 30), fin: heure(8, 30), places: 3 }];
    const quatre = listAccueilsEssai(0, 4);
    // De 8 h à 8 h 30 : quatre enfants pour trois places, et 1,15 × 3 = 3,45, entre trois et quatre.
    expect(resume({ creche: { modulations }, accueils: quatre })).toMatchObject({
      quartsSurCapacite: 2,
      quartsSurnombre: 0,
      quartsAConfirmer: 2,
      minutesPlace: (3 * 1 + 40 * 10) * 60,
    });
  });

  it('la semaine se mesure à la minute : 45 enfants de 8 h 14 à 17 h 46 n’emplissent pas quarante places (CAP-06, R2324-27)', () => {
    const venus = Array.from({ length: 45 }, () => anAccueil({ debut: heure(8, 14), fin: heure(17, 46) }));
    const { minutesEnfant, minutesPlace } = resume({
      accueils: venus,
      presences: venus.map((venu) => aPresence(venu)),
    });
    expect([5 * minutesEnfant, 5 * minutesPlace]).toEqual([2145 * 60, 2200 * 60]);
    expect(evaluateOccupationHebdomadaire(5 * minutesEnfant, 5 * minutesPlace, getBareme(LUNDI)).issue).toBe('accepte');
  });

  it('compte les enfants venus, non les attendus', () => {
    const [premier, second] = [anAccueil(), anAccueil()];
    const presences = [aPresence(premier, { arrivee: heure(9), depart: heure(11) })];
    expect(resume({ accueils: [premier, second], presences })).toMatchObject({
      presences: 1,
      enfants: 1,
      quarts: 8,
      minutesEnfant: 120,
    });
  });

  it('une heure qui manque est celle de l’accueil prévu ; sans accueil prévu, l’enfant ne compte pas, et les deux se disent', () => {
    const prevu = anAccueil({ debut: heure(8), fin: heure(10) });
    const inconnu = anAccueil();
    const sansDepart = { depart: null, douteuse: true };
    const sansArrivee = { arrivee: heure(7, 30), arriveeSupposee: true, douteuse: true };
    expect(
      resume({ accueils: [prevu], presences: [aPresence(prevu, { ...sansDepart, arrivee: heure(9) })] }),
    ).toMatchObject({ presencesDouteuses: 1, quarts: 4 });
    expect(resume({ accueils: [prevu], presences: [aPresence(prevu, sansArrivee)] })).toMatchObject({ quarts: 8 });
    expect(resume({ accueils: [prevu], presences: [aPresence(inconnu, sansDepart)] })).toMatchObject({
      presences: 1,
      presencesDouteuses: 1,
      enfants: 0,
      quarts: 0,
    });
  });

  it('un jour sans pointage se compte sur les accueils prévus', () => {
    expect(resume({ accueils, postes: listPostesEssai(5) })).toMatchObject({ presences: 0, enfants: 34 });
  });

  it('sans autorisation connue, ni occupation ni surnombre : rien ne se divise par zéro place', () => {
    expect(resume({ creche: { places: 0 }, accueils })).toMatchObject({
      sansAutorisation: true,
      minutesEnfant: 0,
      minutesPlace: 0,
      quartsSurCapacite: 0,
      quartsSurnombre: 0,
      libresMatin: 0,
    });
  });

  it('sans enfant, rien n’est exigé et rien ne manque', () => {
    expect(resume({})).toMatchObject({ quarts: 0, quartsConformes: 0, requis: 0, manque: 0, continuite: true });
  });

  it('dit les heures que l’on aurait pu offrir, en deux demi-journées, dans la limite de l’effectif (IND-28, R2324-43)', () => {
    // 5 professionnels tiennent 25 non-marcheurs ; 10 sont là : quinze places, que les 40 autorisées permettent.
    const dix = listAccueilsEssai(10, 0);
    const { libresMatin, libresApresMidi } = resume({ accueils: dix, postes: listPostesEssai(5) });
    expect([libresMatin / 4, libresApresMidi / 4]).toEqual([15 * 5, 15 * 4]);
    // Douze places autorisées : deux seulement, quel que soit l'effectif.
    const douze = resume({ creche: { places: 12 }, accueils: dix, postes: listPostesEssai(5) });
    expect((douze.libresMatin + douze.libresApresMidi) / 4).toBe(2 * 9);
    // Le même effectif, cinq fois huit quarantièmes, tient encore vingt-quatre enfants qui marchent : l'un ou l'autre, jamais la somme.
    const marcheurs = resume({ accueils: dix, postes: listPostesEssai(5) });
    expect([marcheurs.libresMatinMarcheurs / 4, marcheurs.libresApresMidiMarcheurs / 4]).toEqual([24 * 5, 24 * 4]);
    // Personne de trop : rien à offrir.
    expect(resume({ accueils: dix, postes: listPostesEssai(2) })).toMatchObject({ libresMatin: 0, libresApresMidi: 0 });
  });

  it('section par section, l’offre est celle de la section qui en a le plus, sans addition (IND-28)', () => {
    const accueils = [...listAccueilsEssai(1, 0, { sectionId: 'a' }), ...listAccueilsEssai(1, 0, { sectionId: 'b' })];
    const creche = { agregation: 'UNITE', places: 24 } as const;
    const { libresMatin, libresApresMidi } = resume({
      creche,
      accueils,
      postes: listPostesEssai(2),
      sections: ['a', 'b'],
    });
    // Un professionnel par section : il tient quatre non-marcheurs de plus, de 8 h à 17 h.
    expect([libresMatin / 4, libresApresMidi / 4]).toEqual([4 * 5, 4 * 4]);
  });
});
