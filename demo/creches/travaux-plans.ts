import type { Alea } from '../alea.ts';
import type { CrecheFictive } from './creche-fictive.ts';

/** Des travaux à inscrire ; les jours se comptent depuis le jour figé. */
export type PlanTravaux = {
  nature: string;
  objet: string;
  motif: string;
  enjeux: readonly string[];
  autorisation?: boolean;
  etat: 'BESOIN' | 'VALIDE' | 'PROGRAMME' | 'EN_COURS' | 'RECU' | 'ROUVERT' | 'ABANDONNE';
  demande: number;
  prevu?: readonly [debut: number, reouverture: number];
  /** Part des places gelées. */
  gel?: number;
  valide?: number;
  programme?: number;
  commence?: number;
  recu?: number;
  rouvert?: number;
  abandonne?: number;
  /** Le chiffrage, ou un chiffrage que les dates ont dépassé. */
  chiffre?: 'a-jour' | 'perime';
  points?: number;
  pcd?: number;
  familles?: number;
  relogement?: boolean;
  /** Inscrit au calendrier de la crèche : les places qui restent. */
  calendrier?: boolean;
};

/** Ce qui se voit à coup sûr dans chaque territoire, au rang de sa crèche. */
const CERTAINS: readonly (readonly PlanTravaux[])[] = [
  [
    {
      ...{
        nature: 'STRUCTURE',
        objet: 'Garde-corps de l’escalier',
        motif: 'Descellé sur deux mètres, condamné par un ruban.',
      },
      ...{ enjeux: ['SECURITE', 'CONTINUITE'], etat: 'BESOIN', demande: -9 },
    },
    {
      ...{
        nature: 'EXTERIEUR',
        objet: 'Voile d’ombrage de la cour',
        motif: 'La cour est en plein soleil dès dix heures.',
      },
      ...{ enjeux: ['CONFORT'], etat: 'EN_COURS', demande: -150, prevu: [-10, 12], chiffre: 'a-jour' },
      ...{ valide: -120, programme: -60, commence: -10, familles: -45, points: 1 },
    },
  ],
  [
    // La réouverture est dépassée, un point manque, et les familles l'ont su trop tard.
    {
      ...{
        nature: 'RESEAUX',
        objet: 'Dégât des eaux, section des bébés',
        motif: 'Canalisation rompue, plafond et sol à refaire.',
      },
      ...{
        enjeux: ['CONTINUITE', 'CONFORMITE'],
        autorisation: true,
        etat: 'RECU',
        demande: -96,
        prevu: [-40, -5],
        gel: 0.3,
      },
      ...{
        chiffre: 'a-jour',
        valide: -90,
        programme: -70,
        commence: -40,
        recu: -4,
        pcd: -90,
        familles: -50,
        points: 6,
      },
    },
  ],
  [
    // Validés sans que le président le sache ; les familles restent à prévenir.
    {
      ...{
        nature: 'SANITAIRES',
        objet: 'Réfection complète des salles de change',
        motif: 'Plans de change usés, évacuations bouchées chaque mois.',
      },
      ...{
        enjeux: ['CONFORMITE', 'CONTINUITE'],
        autorisation: true,
        etat: 'PROGRAMME',
        demande: -60,
        prevu: [44, 58],
        gel: 1,
      },
      ...{ chiffre: 'a-jour', valide: -4, programme: -3, relogement: true },
    },
  ],
  [
    {
      ...{
        nature: 'CUISINE',
        objet: 'Hotte et sol de la cuisine',
        motif: 'La hotte n’aspire plus, le sol se décolle.',
      },
      ...{
        enjeux: ['CONTINUITE'],
        etat: 'VALIDE',
        demande: -75,
        prevu: [79, 100],
        gel: 0.5,
        chiffre: 'perime',
        valide: -30,
        calendrier: true,
      },
    },
  ],
  [
    {
      ...{
        nature: 'INCENDIE',
        objet: 'Portes coupe-feu du dortoir',
        motif: 'Demandées par la commission de sécurité.',
      },
      ...{ enjeux: ['CONFORMITE'], etat: 'BESOIN', demande: -33, prevu: [93, 97], gel: 0.4, chiffre: 'a-jour' },
    },
  ],
];

const COURANTS: readonly Pick<PlanTravaux, 'nature' | 'objet' | 'motif' | 'enjeux'>[] = [
  {
    nature: 'INTERIEUR',
    objet: 'Sol de la section des moyens',
    motif: 'Lames décollées, reprises deux fois.',
    enjeux: ['CONTINUITE'],
  },
  { nature: 'RESEAUX', objet: 'Chaudière', motif: 'Trois pannes l’hiver dernier.', enjeux: ['CONTINUITE', 'CONFORT'] },
  {
    nature: 'EXTERIEUR',
    objet: 'Revêtement sous la structure de jeux',
    motif: 'Ne tient plus l’amorti.',
    enjeux: ['SECURITE'],
  },
  {
    nature: 'ACCESSIBILITE',
    objet: 'Rampe d’accès',
    motif: 'Pente trop forte pour un fauteuil.',
    enjeux: ['CONFORMITE'],
  },
  { nature: 'INTERIEUR', objet: 'Peinture des dortoirs', motif: 'Murs tachés, éclats.', enjeux: ['CONFORT'] },
];

/** Les travaux d'une crèche : ceux de son rang, et parfois d'anciens, d'attendus ou d'abandonnés. */
export function listPlansTravaux({ rang }: Pick<CrecheFictive, 'rang'>, alea: Alea): PlanTravaux[] {
  const plans: PlanTravaux[] = [...(CERTAINS[rang] ?? [])];
  if (alea.chance(0.5)) plans.push(buildAncien(alea));
  if (rang >= CERTAINS.length && alea.chance(0.4))
    plans.push({ ...alea.choix(COURANTS), etat: 'BESOIN', demande: -alea.entier(5, 200) });
  if (alea.chance(0.12)) {
    const demande = -alea.entier(120, 400);
    plans.push({ ...alea.choix(COURANTS), etat: 'ABANDONNE', demande, abandonne: demande + alea.entier(20, 90) });
  }
  return plans;
}

/** Des travaux finis, la liste tenue ; un sur cinq a rouvert après le jour prévu. */
function buildAncien(alea: Alea): PlanTravaux {
  const commence = -alea.entier(100, 480);
  const reouverture = commence + alea.entier(3, 20);
  const rouvert = reouverture + (alea.chance(0.2) ? alea.entier(1, 9) : 0);
  return {
    ...{
      ...alea.choix(COURANTS),
      etat: 'ROUVERT',
      demande: commence - 120,
      prevu: [commence, reouverture],
      gel: alea.choix([0.25, 0.5, 1]),
    },
    ...{
      chiffre: 'a-jour',
      valide: commence - 90,
      programme: commence - 60,
      commence,
      recu: rouvert - 1,
      rouvert,
      points: 7,
    },
    familles: commence - alea.entier(25, 50),
  };
}
