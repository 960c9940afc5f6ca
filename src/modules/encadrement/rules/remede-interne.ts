/**
 * Les remèdes qui ne demandent personne de plus : déplacer une pause, une prise ou une fin de poste, regrouper les sections.
 *
 * Ce que dit le texte : dix heures de travail, douze d'amplitude, onze de repos, une pause avant six heures (décret 2000-815, TPS-02 et
 * TPS-04).
 * Comment il est lu ici : une pause bouge d'une heure et demie au plus, un poste d'une heure au plus ; un mouvement qui crée un manque
 * ailleurs n'en est pas un. Regrouper ne change l'effectif que si la crèche arrondit section par section, et seulement dans l'heure et
 * demie qui suit l'ouverture ou précède la fermeture.
 * Non traité : l'accord de la personne, qui reste à demander.
 */
import { DECRET_2000_815, evaluateJourneeDeTravail } from '#modules/eaje/index.ts';
import { formatNom } from '#shared/nom-propre.ts';
import { formatDuree, formatMinutes, PAS } from '#shared/quart-d-heure.ts';
import type { PosteDuJour, Segment } from '../prevision.ts';
import type { Barreau, Effet, Mouvement, NatureRemede, Situation } from '../remede.ts';
import { getBareme } from './bareme.ts';
import { computeEffetPostes, computeIssue, isUtile, listMeilleur } from './effet.ts';
import { computeRequis } from './journee.ts';
import { listQuartsOu } from './quarts.ts';
import { CSP_R2324_43, ECHELLE_DES_REMEDES } from './textes.ts';

const PAUSE_AU_PLUS = 90;
const POSTE_AU_PLUS = 60;
const BORD_DE_PAUSE = 60;
const DEBUT_ET_FIN = 90;

/** `phrase` ne s'écrit que pour le meilleur : une page en essaie des milliers. */
type Essai = Readonly<{ segments: readonly Segment[]; phrase: () => string; derangement: number }>;

/** Pauses, puis prises et fins de poste : chaque personne n'y figure que par son meilleur mouvement. */
export function buildPausesDeplacees(situation: Situation): Barreau {
  const sansPause = !situation.postes.some((poste) => isMobile(poste) && poste.segments.some(isPause));
  return buildBarreau(situation, {
    nature: 'PAUSE',
    listEssais: listEssaisDePause,
    motif: sansPause
      ? 'Aucune pause n’est inscrite à l’horaire de ceux qui sont là.'
      : 'Aucune pause déplacée d’une heure et demie au plus ne libère quelqu’un à ces heures.',
  });
}

export function buildPostesDecales(situation: Situation): Barreau {
  return buildBarreau(situation, {
    nature: 'DECALAGE',
    listEssais: listEssaisDePoste,
    motif:
      'Aucun poste ne se déplace d’une heure au plus sans manquer ailleurs ou passer les bornes du temps de travail.',
  });
}

type Recherche = Readonly<{ nature: NatureRemede; listEssais: (poste: PosteDuJour) => Essai[]; motif: string }>;

function buildBarreau(situation: Situation, { nature, listEssais, motif }: Recherche): Barreau {
  const refus = new Set<string>();
  const { journee } = situation;
  const mouvements = situation.postes.filter(isMobile).flatMap((poste) => {
    const qui = formatNom(poste.nom, poste.prenom);
    const essais = listEssais(poste).filter((essai) => {
      const objection = findObjection(situation, poste, essai);
      if (objection) refus.add(`${qui} : ${objection}`);
      return objection === null && isUtile(journee, essai.segments);
    });
    const essayes = essais.map((essai) => ({
      ...essai,
      effet: computeEffetPostes(journee, [poste], [{ ...poste, segments: essai.segments }]),
    }));
    return listMeilleur(situation, essayes).map((essaye) => buildMouvement(situation, { nature, poste, essaye }));
  });
  const cites = mouvements.length === 0 ? [...refus].slice(0, 2) : [];
  return { mouvements, motif: [motif, ...cites].join(' ') };
}

function isMobile({ etat, categorie, deuxLieux, segments }: PosteDuJour): boolean {
  // Qui accompagne une sortie n'en bouge pas.
  const enSortie = segments.some(({ nature }) => nature === 'SORTIE');
  return etat === 'PREVU' && categorie !== null && !deuxLieux && segments.length > 0 && !enSortie;
}

function isPause({ nature }: Segment): boolean {
  return nature === 'PAUSE';
}

/** Ce qui interdit la journée déplacée, et ne l'interdisait pas avant. */
function findObjection({ findBords }: Situation, poste: PosteDuJour, { segments }: Essai): string | null {
  const evaluate = (candidats: readonly Segment[]) =>
    evaluateJourneeDeTravail({
      plages: candidats.filter((segment) => !isPause(segment)),
      ...findBords(poste.professionnelId),
    });
  const apres = evaluate(segments);
  if (apres.issue !== 'refuse') return null;
  const avant = evaluate(poste.segments);
  return avant.issue === 'refuse' && avant.motif === apres.motif ? null : apres.motif;
}

function buildMouvement(
  { creche }: Situation,
  { nature, poste, essaye }: Readonly<{ nature: NatureRemede; poste: PosteDuJour; essaye: Essai & { effet: Effet } }>,
): Mouvement {
  const { professionnelId } = poste;
  return {
    nature,
    professionnelId,
    phrase: essaye.phrase(),
    derangement: essaye.derangement,
    effet: essaye.effet,
    vacations: essaye.segments.map((segment) => ({ ...segment, professionnelId, etablissementId: creche.id })),
    textes: [CSP_R2324_43, DECRET_2000_815],
  };
}

function listEssaisDePause(poste: PosteDuJour): Essai[] {
  const rang = poste.segments.findIndex(isPause);
  const [avant, pause, apres] = [poste.segments[rang - 1], poste.segments[rang], poste.segments[rang + 1]];
  if (!avant || !pause || !apres || avant.nature !== 'POSTE' || apres.nature !== 'POSTE') return [];
  return listEcarts(PAUSE_AU_PLUS)
    .filter(
      (ecart) => pause.debut + ecart >= avant.debut + BORD_DE_PAUSE && pause.fin + ecart <= apres.fin - BORD_DE_PAUSE,
    )
    .map((ecart) => ({
      segments: [
        ...poste.segments.slice(0, rang - 1),
        { ...avant, fin: pause.debut + ecart },
        { ...pause, debut: pause.debut + ecart, fin: pause.fin + ecart },
        { ...apres, debut: pause.fin + ecart },
        ...poste.segments.slice(rang + 2),
      ],
      phrase: () =>
        `Déplacer une pause : ${formatNom(poste.nom, poste.prenom)}, à ${formatMinutes(pause.debut + ecart)} au lieu de ${formatMinutes(pause.debut)}`,
      derangement: Math.abs(ecart),
    }));
}

/** Glisser la journée entière d'abord : elle ne s'allonge pas. Puis commencer plus tôt, ou finir plus tard. */
function listEssaisDePoste(poste: PosteDuJour): Essai[] {
  const { segments } = poste;
  const [premier, dernier] = [segments[0], segments.at(-1)];
  if (!premier || !dernier) return [];
  const qui = formatNom(poste.nom, poste.prenom);
  const glisses = listEcarts(POSTE_AU_PLUS).map((ecart) => ({
    segments: segments.map((segment) => ({ ...segment, debut: segment.debut + ecart, fin: segment.fin + ecart })),
    phrase: () =>
      `${ecart < 0 ? 'Avancer' : 'Retarder'} de ${formatDuree(Math.abs(ecart))} la journée : ${qui} (${formatMinutes(premier.debut + ecart)}–${formatMinutes(dernier.fin + ecart)})`,
    derangement: Math.abs(ecart),
  }));
  const allonges = [15, 30, 45, 60].flatMap((ecart) => [
    {
      segments: [{ ...premier, debut: premier.debut - ecart }, ...segments.slice(1)],
      phrase: () =>
        `Avancer de ${formatDuree(ecart)} la prise de poste : ${qui} (${formatMinutes(premier.debut - ecart)})`,
      derangement: 100 + ecart,
    },
    {
      segments: [...segments.slice(0, -1), { ...dernier, fin: dernier.fin + ecart }],
      phrase: () =>
        `Retarder de ${formatDuree(ecart)} la fin de poste : ${qui} (${formatMinutes(dernier.fin + ecart)})`,
      derangement: 100 + ecart,
    },
  ]);
  return [...glisses, ...allonges].filter((essai) =>
    essai.segments.every(({ debut, fin }) => debut >= 0 && fin <= 1440),
  );
}

/** −15, 15, −30, 30… */
function listEcarts(auPlus: number): number[] {
  return Array.from({ length: auPlus / PAS }, (_, rang) => (rang + 1) * PAS).flatMap((ecart) => [-ecart, ecart]);
}

/** Toutes les sections ensemble, en début et en fin de journée. */
export function buildRegroupement({ creche, journee }: Situation): Barreau {
  if (creche.agregation === 'ETABLISSEMENT')
    return {
      mouvements: [],
      motif:
        'La crèche arrondit déjà pour tous ses enfants ensemble : regrouper les sections ne change pas l’effectif requis.',
    };
  const { nombre } = journee;
  const ensemble = computeRequis(
    { ...creche, agregation: 'ETABLISSEMENT' },
    journee.groupes,
    nombre,
    getBareme(journee.jour),
  );
  const bord = DEBUT_ET_FIN / PAS;
  const requis = new Int16Array(nombre);
  for (const quart of listQuartsOu(nombre, (rang) => rang < bord || rang >= nombre - bord))
    requis[quart] = (ensemble.requis[quart] ?? 0) - (journee.requis[quart] ?? 0);
  const issue = computeIssue(journee, [{ requis }]);
  const motif =
    'Regrouper les sections dans l’heure et demie d’ouverture ou de fermeture ne suffit à aucun de ces quarts d’heure.';
  if (!issue || issue.corrige.length === 0) return { mouvements: [], motif };
  const mouvement: Mouvement = {
    nature: 'REGROUPEMENT',
    professionnelId: null,
    phrase: 'Regrouper les sections',
    derangement: 0,
    effet: { requis },
    vacations: [],
    textes: [CSP_R2324_43, ECHELLE_DES_REMEDES],
  };
  return { mouvements: [mouvement], motif };
}
