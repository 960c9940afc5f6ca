import { describe, expect, it } from 'vitest';
import type { PosteDuJour } from '../prevision.ts';
import type { Situation } from '../remede.ts';
import {
  aCreche,
  anAccueil,
  aPoste,
  aPosteAvecPause,
  heure,
  LUNDI,
  listAccueilsEssai,
} from '../testing/creche-essai.ts';
import { computeJournee } from './journee.ts';
import { computeBilan } from './manque.ts';
import { formatPlages, listPlages } from './quarts.ts';
import { buildProposition } from './remede.ts';
import { computeEmpreinte } from './situation.ts';

function aSituation(surcharge: Partial<Situation> & Pick<Situation, 'accueils' | 'postes'>): Situation {
  const creche = surcharge.creche ?? aCreche();
  const journee = computeJournee(creche, LUNDI, surcharge);
  return {
    creche,
    journee,
    manque: computeBilan(journee).aAjouter,
    voisines: [],
    volants: [],
    findBords: () => ({ finVeille: null, debutLendemain: null }),
    ...surcharge,
  };
}

const dit = (situation: Situation) => {
  const { moindre, ecartes } = buildProposition(situation);
  return {
    phrases: moindre?.mouvements.map(({ phrase }) => phrase) ?? [],
    natures: moindre?.mouvements.map(({ nature }) => nature) ?? [],
    reste: moindre ? formatPlages(listPlages(situation.journee, moindre.reste)) : null,
    ecartes: Object.fromEntries(ecartes.map(({ nature, motif }) => [nature, motif])),
  };
};

const JOURNEE_TYPE = [
  [heure(7, 30), 2, 4],
  [heure(8), 5, 10],
  [heure(8, 30), 9, 18],
  [heure(9), 11, 25],
  [heure(10), 12, 28],
  [heure(16), 12, 27],
  [heure(16, 30), 11, 24],
  [heure(17), 8, 18],
  [heure(17, 30), 5, 12],
  [heure(18), 2, 6],
  [heure(18, 15), 1, 2],
  [heure(18, 30), 0, 0],
] as const;

/** Les enfants de la journée type : chaque palier, une plage par enfant. */
function listAccueilsType() {
  return JOURNEE_TYPE.slice(0, -1).flatMap(([debut, nm, m], palier) =>
    listAccueilsEssai(nm, m, { debut, fin: JOURNEE_TYPE[palier + 1]?.[0] ?? heure(18, 30) }),
  );
}

/** V-RMP-01 : l'effectif requis, un AP absent de 8 h 30 à 16 h 30 ; les autres en des postes courts qui ne se déplacent pas. */
function listPostesType(): PosteDuJour[] {
  const requis = computeJournee(aCreche(), LUNDI, { accueils: listAccueilsType(), postes: [] }).requis;
  return Array.from(requis).flatMap((nombre, quart) => {
    const debut = heure(7, 30) + quart * 15;
    const absent = debut >= heure(8, 30) && debut < heure(16, 30) ? 1 : 0;
    return Array.from({ length: nombre - absent }, () => aPoste(debut, debut + 15, { deuxLieux: true }));
  });
}

describe('V-RMP-01 : un AP absent de 8 h 30 à 16 h 30 dans une crèche de 40 places (§6.2)', () => {
  const accueils = listAccueilsType();
  const postes = listPostesType();
  const volant = aPoste(heure(9), heure(16, 30), {
    etablissementId: null,
    rattachementId: null,
    nom: 'Volante',
    metier: 'AP',
  });
  const polyvalent = aPoste(heure(7, 30), heure(18, 30), {
    etablissementId: null,
    rattachementId: null,
    metier: 'AGENT_POLYVALENT',
    categorie: null,
  });

  it('il manque un professionnel trente-deux quarts d’heure, soit huit heures d’agent', () => {
    const { sousTaux, aAjouter } = computeBilan(computeJournee(aCreche(), LUNDI, { accueils, postes }));
    expect([sousTaux.length, aAjouter]).toEqual([32, 32]);
  });

  it('un volant libre de 9 h à 16 h 30 laisse deux quarts d’heure, de 8 h 30 à 9 h', () => {
    const situation = aSituation({ accueils, postes, volants: [volant] });
    const remede = buildProposition(situation).possibles.find(({ mouvements }) => mouvements[0]?.nature === 'VOLANT');
    expect(remede?.corrige).toHaveLength(30);
    expect(formatPlages(listPlages(situation.journee, remede?.reste ?? []))).toBe('8\u00a0h\u00a030–9\u00a0h');
  });

  it('le reste se comble en avançant de trente minutes une prise de poste', () => {
    const titulaire = aPosteAvecPause(heure(9), heure(13), heure(16));
    const quartsOccupes = new Set<number>();
    const autres = postes.filter(({ segments }) => {
      const debut = segments[0]?.debut ?? 0;
      const couvert = titulaire.segments.some((s) => s.nature === 'POSTE' && s.debut <= debut && debut < s.fin);
      if (!couvert || quartsOccupes.has(debut)) return true;
      quartsOccupes.add(debut);
      return false;
    });
    const { natures, phrases, reste } = dit(
      aSituation({ accueils, postes: [...autres, titulaire], volants: [volant] }),
    );
    expect(natures.toSorted()).toEqual(['DECALAGE', 'VOLANT']);
    expect(phrases.join(' ')).toContain('Avancer de 30 min la prise de poste');
    expect(reste).toBe('');
  });

  it('un agent polyvalent ne résout rien : son métier ne compte pas', () => {
    const { natures, ecartes } = dit(aSituation({ accueils, postes, volants: [polyvalent] }));
    expect(natures).not.toContain('VOLANT');
    expect(ecartes.VOLANT).toContain('ne compte pas dans l’encadrement (CAP-21)');
  });
});

describe('le moindre remède', () => {
  const deux = [aPoste(heure(7, 30), heure(13)), aPoste(heure(13), heure(18, 30))];

  it('déplace une pause avant de demander quelqu’un', () => {
    const postes = [...deux, aPosteAvecPause(heure(9), heure(12), heure(17))];
    const accueils = listAccueilsEssai(0, 4, { debut: heure(12), fin: heure(12, 45) });
    const { natures, phrases } = dit(aSituation({ accueils, postes, volants: [aPoste(heure(8), heure(16))] }));
    expect(natures).toEqual(['PAUSE']);
    expect(phrases[0]).toContain('au lieu de 12 h');
  });

  it('avance une prise de poste, et ne crée pas de manque en fin de journée', () => {
    const tot = aPosteAvecPause(heure(9), heure(12, 30), heure(17));
    const accueils = [
      ...listAccueilsEssai(0, 4, { debut: heure(8, 30), fin: heure(12) }),
      ...listAccueilsEssai(0, 4, { debut: heure(14), fin: heure(17) }),
    ];
    const { natures, phrases, ecartes } = dit(aSituation({ accueils, postes: [...deux, tot] }));
    expect(natures).toEqual(['DECALAGE']);
    expect(phrases[0]).toContain('la prise de poste');
    expect(ecartes.PAUSE).toContain('Aucune pause');
  });

  it('refuse le déplacement qui prive des onze heures de repos, et le dit (TPS-02)', () => {
    const tot = aPosteAvecPause(heure(9), heure(12, 30), heure(17));
    const accueils = listAccueilsEssai(0, 4, { debut: heure(8, 30), fin: heure(9) });
    const { natures, ecartes } = dit(
      aSituation({
        accueils,
        postes: [deux[0] ?? tot, tot],
        findBords: () => ({ finVeille: heure(22), debutLendemain: null }),
      }),
    );
    expect(natures).not.toContain('DECALAGE');
    expect(ecartes.DECALAGE).toContain('onze heures de repos');
  });

  it('regroupe les sections en début de journée quand la crèche arrondit à part', () => {
    const creche = aCreche({ agregation: 'UNITE' });
    const sections = ['bebes', 'moyens', 'grands'].map((sectionId) =>
      anAccueil({ sectionId, debut: heure(7, 30), fin: heure(8) }),
    );
    const postes = [aPoste(heure(7, 30), heure(13)), aPoste(heure(7, 30), heure(13))];
    const { natures } = dit(aSituation({ creche, accueils: sections, postes }));
    expect(natures).toEqual(['REGROUPEMENT']);
    expect(dit(aSituation({ accueils: listAccueilsEssai(0, 3), postes: [] })).ecartes.REGROUPEMENT).toContain('déjà');
  });

  it('prend à une crèche voisine qui garde son taux, jamais à celle qui le perdrait', () => {
    const accueils = listAccueilsEssai(0, 4, { debut: heure(9), fin: heure(11) });
    const voisine = (postes: PosteDuJour[], enfants: number) => {
      const creche = aCreche({ id: 'voisine' });
      const journee = computeJournee(creche, LUNDI, { accueils: listAccueilsEssai(0, enfants), postes });
      return { nom: 'Colette', creche, journee, postes };
    };
    const prete = [1, 2, 3].map(() =>
      aPoste(heure(8), heure(17), { etablissementId: 'voisine', rattachementId: 'voisine' }),
    );
    const situation = aSituation({ accueils, postes: [deux[0] ?? aPoste(0, 0)], voisines: [voisine(prete, 10)] });
    const { moindre } = buildProposition(situation);
    expect(moindre?.mouvements[0]?.phrase).toContain('Renfort de Colette');
    expect(moindre?.mouvements[0]?.vacations.map(({ etablissementId }) => etablissementId)).toEqual([
      'creche',
      'voisine',
    ]);
    expect(dit({ ...situation, voisines: [voisine(prete, 20)] }).ecartes.VOISINE).toContain('garderait son taux');
  });

  it('ne prend pas à une voisine la seule qui y tient la direction, même pendant sa pause (CAP-14)', () => {
    const accueils = listAccueilsEssai(0, 12, { debut: heure(8), fin: heure(17) });
    const creche = aCreche({ id: 'voisine', places: 24 });
    const la = { etablissementId: 'voisine', rattachementId: 'voisine' };
    const pretable = { ...aPosteAvecPause(heure(8), heure(12), heure(17)), ...la };
    const deuxieme = [1, 2].map(() =>
      aPoste(heure(8), heure(17), { ...la, categorie: 2, continuite: false, deuxLieux: true }),
    );
    const lire = (direction: PosteDuJour) => {
      const postes = [pretable, ...deuxieme, direction];
      const enfants = listAccueilsEssai(0, 8, { debut: heure(8), fin: heure(17) });
      const journee = computeJournee(creche, LUNDI, { accueils: enfants, postes });
      const voisines = [{ nom: 'Voisine', creche, journee, postes }];
      return dit(aSituation({ accueils, postes: [aPoste(heure(8), heure(17))], voisines })).natures;
    };
    const directrice = { ...aPoste(heure(8), heure(17), { ...la, categorie: null }) };
    const partie = {
      segments: [
        { debut: heure(8), fin: heure(12), nature: 'POSTE' as const },
        { debut: heure(12, 45), fin: heure(17), nature: 'POSTE' as const },
      ],
    };
    expect(lire(directrice)).toContain('VOISINE');
    expect(lire({ ...directrice, ...partie })).not.toContain('VOISINE');
  });

  it('n’accueille moins d’enfants qu’en dernier, et d’abord les occasionnels', () => {
    const accueils = [
      ...listAccueilsEssai(0, 15, { debut: heure(9), fin: heure(11) }),
      ...listAccueilsEssai(0, 2, { debut: heure(9), fin: heure(11), nature: 'OCCASIONNEL' }),
    ];
    const postes = [
      aPoste(heure(7, 30), heure(18, 30), { segments: deuxHeures() }),
      aPoste(heure(9), heure(11), { segments: deuxHeures() }),
    ];
    const { natures, phrases, ecartes } = dit(aSituation({ accueils, postes }));
    expect(natures).toEqual(['OFFRE']);
    expect(phrases[0]).toBe('Ne pas prendre un accueil occasionnel, 9\u00a0h–11\u00a0h');
    expect(Object.keys(ecartes)).toEqual(['PAUSE', 'DECALAGE', 'REGROUPEMENT', 'VOISINE', 'VOLANT']);
  });

  it('dit qu’aucun nombre d’enfants ne remplace la catégorie 1 ni le second professionnel', () => {
    const accueils = listAccueilsEssai(0, 2, { debut: heure(9), fin: heure(10) });
    const { natures, ecartes } = dit(
      aSituation({ accueils, postes: [aPoste(heure(7, 30), heure(18, 30), { deuxLieux: false })] }),
    );
    expect(natures).toEqual([]);
    expect(ecartes.OFFRE).toContain('plancher');
  });

  it('ne propose rien quand rien ne manque', () => {
    expect(buildProposition(aSituation({ accueils: [], postes: [] }))).toEqual({
      moindre: null,
      possibles: [],
      ecartes: [],
    });
  });
});

function deuxHeures() {
  return [{ debut: heure(9), fin: heure(11), nature: 'POSTE' as const }];
}

describe('ce qui reconnaît une proposition', () => {
  it('tient sur une ligne, que le formulaire ne récrit pas, et change avec un seul mouvement', () => {
    const mouvement = (phrase: string) => ({
      nature: 'PAUSE' as const,
      professionnelId: phrase,
      phrase,
      derangement: 0,
      effet: {},
      vacations: [],
      textes: [],
    });
    const empreinte = (...phrases: string[]) =>
      computeEmpreinte({
        moindre: { mouvements: phrases.map(mouvement), corrige: [], reste: [], manque: 0 },
        possibles: [],
        ecartes: [],
      });
    expect(empreinte('une', 'deux')).not.toMatch(/[\r\n]/);
    expect(empreinte('une', 'deux')).not.toBe(empreinte('une', 'trois'));
  });
});
