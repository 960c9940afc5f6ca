import type { Alea } from '../alea.ts';
import { formatNumero, type Numero, parseNumero } from '../calendrier.ts';
import { JOUR_DEMO } from '../jour.ts';
import { formatPeriode } from '../lignes.ts';
import { CRECHES } from '../parametres/creches.ts';
import { type AbsencePro, createAbsences } from './absences-pros.ts';
import type { Chantier } from './chantier.ts';
import { POSTES_FIXES, type Poste } from './horaires.ts';
import type { SectionFictive, Structure } from './murs.ts';
import { addPoste, METIERS, type MetierFictif } from './postes.ts';
import { isProblematique } from './problemes.ts';

/** Quelqu'un qui travaille dans une crèche, ou un volant du territoire ; `au` nul : encore aujourd'hui. */
export type Professionnel = {
  id: string;
  agentId: string;
  etablissementId: string | null;
  metier: MetierFictif;
  categorie: 1 | 2 | null;
  du: Numero;
  au: Numero | null;
  experienceDepuis: Numero;
  /** Ses heures ; l'équipe se partage les postes une fois les enfants connus. */
  poste: Poste;
  /** Le jour non travaillé d'un temps partiel (0 : lundi), ou rien. */
  libre: number | null;
  absences: AbsencePro[];
  /** Ce qui remplace son horaire, certains jours. */
  vacations: VacationFictive[];
};
export type VacationFictive = {
  id: string;
  etablissementId: string;
  le: Numero;
  debut: number;
  fin: number;
  nature: 'POSTE' | 'PAUSE' | 'REUNION';
  motif: string;
};

type Lieu = { id: string | null; uniteId: string; sections: readonly SectionFictive[]; fragilite: number };
type Embauche = { metier: MetierFictif; du: Numero; au: Numero | null; poste: Poste };

const AUJOURDHUI = parseNumero(JOUR_DEMO);

/** Toute l'équipe d'une crèche : sa direction, un adjoint dès soixante places, et 0,44 agent par place, postes vacants compris. */
export function addProfessionnels(chantier: Chantier, structure: Structure): Professionnel[] {
  const racine = chantier.racine.flux(structure.code, 'equipe');
  // Des équipes s'arrêtent plus que d'autres : les absences y vont ensemble.
  const lieu: Lieu = { ...structure, fragilite: Math.exp(racine.normale(-0.06, 0.35)) };
  const equipe = addDirection(chantier, structure, racine.flux('direction'));
  const metiers = listMetiers(structure);
  if (structure.places >= 60) metiers.push('DIRECTION');
  metiers.forEach((metier, rang) => {
    const alea = racine.flux('poste', rang);
    const vacance = metier === 'AP' || metier === 'EJE' ? CRECHES.vacance.valeur[metier] : CRECHES.vacance.valeur.autre;
    // Le poste vacant a eu quelqu'un, parti depuis peu.
    const au = alea.chance(vacance) ? AUJOURDHUI - alea.entier(15, 300) : null;
    const tenue = Math.round(Math.min(7000, 200 - 2400 * Math.log(1 - alea.reel())));
    const poste = metier === 'DIRECTION' ? POSTES_FIXES.ADJOINT : POSTES_FIXES.ENTRETIEN;
    equipe.push(addProfessionnel(chantier, lieu, { metier, du: (au ?? AUJOURDHUI) - tenue, au, poste }, alea));
  });
  return equipe;
}

/** Les postes hors direction, les encadrants d'abord et leurs métiers mêlés. */
function listMetiers(structure: Structure): MetierFictif[] {
  const total = Math.round(structure.places * CRECHES.agentsParPlace.valeur) - (structure.places >= 60 ? 2 : 1);
  const { AP, CAP_AEPE, ...autres } = CRECHES.metiers.valeur;
  const inverse = isProblematique(structure, 'QUOTA');
  const parts = Object.entries({
    AP: inverse ? 0.06 : AP,
    CAP_AEPE: inverse ? AP + CAP_AEPE + 0.03 : CAP_AEPE,
    ...autres,
    EJE: inverse ? 0.05 : autres.EJE,
  }) as [MetierFictif, number][];
  const restes = parts.map(([metier, part]) => ({ metier, du: part * total, mis: 0 }));
  const ordre: MetierFictif[] = [];
  for (let i = 0; i < total; i++) {
    const plusDu = restes.reduce((a, b) => (b.du - b.mis > a.du - a.mis ? b : a));
    plusDu.mis += 1;
    ordre.push(plusDu.metier);
  }
  const encadre = (metier: MetierFictif) => METIERS[metier].categorie !== null;
  return [...ordre.filter(encadre), ...ordre.filter((metier) => !encadre(metier))];
}

/** La direction est celle de l'organigramme : ses titulaires depuis un an, ou personne. Ses absences y sont déjà. */
function addDirection(chantier: Chantier, structure: Structure, alea: Alea): Professionnel[] {
  const titulaires = chantier.organisation.occupations.filter(
    (o) => o.decrit.uniteCode === structure.code && (o.au === null || o.au > AUJOURDHUI - 400),
  );
  return titulaires.map(({ agentId, du, au }) => {
    const embauche: Embauche = { metier: 'DIRECTION', du, au, poste: POSTES_FIXES.DIRECTION };
    return inscrire(chantier, structure, { ...embauche, agentId, quotite: 100, absences: [] }, alea);
  });
}

function addProfessionnel(chantier: Chantier, lieu: Lieu, embauche: Embauche, alea: Alea): Professionnel {
  const { metier, du, au } = embauche;
  const quotite = alea.chance(0.12) ? 80 : 100;
  const agentId = addPoste(chantier, { uniteId: lieu.uniteId, metier, du, au, quotite }, alea.flux('poste'));
  const absences = createAbsences({ du, au, fragilite: lieu.fragilite }, alea.flux('absences'));
  return inscrire(chantier, lieu, { ...embauche, agentId, quotite, absences }, alea);
}

type Inscrit = Embauche & { agentId: string; quotite: number; absences: AbsencePro[] };

function inscrire(
  { lignes }: Chantier,
  { id, uniteId, sections }: Omit<Lieu, 'fragilite'>,
  { agentId, quotite, absences, ...embauche }: Inscrit,
  alea: Alea,
): Professionnel {
  const { metier, du, au } = embauche;
  const { categorie } = METIERS[metier];
  const pro: Professionnel = {
    ...embauche,
    id: alea.identifiant(du),
    agentId,
    etablissementId: id,
    categorie,
    experienceDepuis: du - (alea.chance(0.3) ? 0 : alea.entier(100, 3000)),
    libre: quotite < 100 ? alea.choix([2, 2, 2, 0, 4]) : null,
    absences,
    vacations: [],
  };
  lignes['eaje.professionnel'].push({
    id: pro.id,
    agentId,
    uniteId,
    etablissementId: id,
    sectionId: categorie === null || sections.length === 0 ? null : alea.choix(sections).id,
    metier,
    categorie,
    quotite,
    experienceDepuis: alea.chance(0.96) ? formatNumero(pro.experienceDepuis) : null,
    periode: formatPeriode(du, au),
  });
  return pro;
}

/** Le vivier d'un territoire : deux tiers auprès des enfants, un tiers d'agents polyvalents. */
export function addVolants(
  chantier: Chantier,
  territoire: { code: string; id: string },
  nombre: number,
): Professionnel[] {
  const lieu: Lieu = { id: null, uniteId: territoire.id, sections: [], fragilite: 1 };
  return Array.from({ length: nombre }, (_, rang) => {
    const alea = chantier.racine.flux('volants', territoire.code, rang);
    const metier: MetierFictif = rang % 3 === 2 ? 'AGENT_POLYVALENT' : rang % 2 === 0 ? 'AP' : 'AGENT_AUPRES_ENFANTS';
    const du = AUJOURDHUI - alea.entier(120, 3500);
    return addProfessionnel(chantier, lieu, { metier, du, au: null, poste: POSTES_FIXES.VOLANT }, alea);
  });
}
