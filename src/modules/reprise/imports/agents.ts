import { z } from 'zod';
import type { NATURES_AFFECTATION } from '#modules/agents/index.ts';
import { jourFacultatif, texteFacultatif, texteSaisi } from '#shared/champ-saisi.ts';
import { addJours, type JourCivil } from '#shared/jour-civil.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { normaliseNom } from '#shared/nom-propre.ts';
import { formatDaterange, overlaps, type Periode } from '#shared/periode.ts';
import type { Ecart } from '../importation.ts';
import { computeChangements, computeEcarts } from '../rules/ecart.ts';
import {
  buildRefus,
  type Choix,
  type Circonstances,
  type Colonne,
  type Ecriture,
  type Evaluation,
  type ImportDefini,
  type LigneDeBase,
} from './definition.ts';
import { findMetier } from './metier.ts';

const AFFECTATIONS = {
  titulaire: 'titulaire',
  interim: 'interim',
  interimaire: 'interim',
  remplacement: 'remplacement',
  remplacant: 'remplacement',
} as const;

const COLONNES: readonly Colonne[] = [
  {
    cle: 'matricule',
    titre: 'Matricule',
    synonymes: ['mat', 'n° agent', 'numéro agent', 'id rh', 'identifiant rh'],
    obligatoire: true,
    aide: 'Celui des ressources humaines : il désigne l’agent.',
    exemple: '048213',
  },
  {
    cle: 'nom',
    titre: 'Nom',
    synonymes: ['nom de famille', 'nom d’usage'],
    obligatoire: true,
    aide: '',
    exemple: 'BRIAND',
  },
  { cle: 'prenom', titre: 'Prénom', obligatoire: true, aide: '', exemple: 'Soazig' },
  {
    cle: 'courriel',
    titre: 'Courriel',
    synonymes: ['mail', 'email', 'e-mail', 'adresse mail', 'messagerie'],
    aide: 'Sert à se connecter.',
    exemple: 'soazig.briand@exemple.fr',
  },
  { cle: 'telephone', titre: 'Téléphone', synonymes: ['tel', 'tél', 'poste téléphonique'], aide: '', exemple: '' },
  {
    cle: 'metier',
    titre: 'Métier',
    synonymes: ['fonction', 'cadre d’emplois', 'grade', 'emploi'],
    aide: 'Libellé ou code ; un métier inconnu est gardé tel quel.',
    exemple: 'Éducateur spécialisé',
  },
  {
    cle: 'du',
    titre: 'Arrivée',
    synonymes: ['date d’arrivée', 'date d’entrée', 'entrée', 'depuis le'],
    jour: { anneesAvenir: 1 },
    aide: 'Au département ; le jour de l’import si vide.',
    exemple: '01/09/2021',
  },
  {
    cle: 'poste',
    titre: 'Poste',
    synonymes: ['numéro de poste', 'n° poste', 'code poste'],
    aide: 'Numéro d’un poste déjà dans Marelle.',
    exemple: 'P-0117',
  },
  {
    cle: 'affectation',
    titre: 'Affectation',
    synonymes: ['nature affectation', 'titre', 'à titre de'],
    valeurs: AFFECTATIONS,
    aide: 'Titulaire, intérim ou remplacement ; titulaire si vide.',
    exemple: 'Titulaire',
  },
  {
    cle: 'affecteLe',
    titre: 'Affecté depuis',
    synonymes: ['date d’affectation', 'affecté le', 'date poste'],
    jour: { anneesAvenir: 1 },
    aide: 'Le jour de l’import si vide.',
    exemple: '01/09/2023',
  },
];

const AgentImport = z.object({
  matricule: texteSaisi('Le matricule manque.', 30),
  nom: texteSaisi('Le nom manque.', 80),
  prenom: texteSaisi('Le prénom manque.', 80),
  courriel: texteFacultatif(254).refine((texte) => texte === null || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(texte), {
    error: 'Cette adresse ne se lit pas : prenom.nom@departement.fr.',
  }),
  telephone: texteFacultatif(20),
  metier: texteFacultatif(80),
  du: jourFacultatif(),
  poste: texteFacultatif(30),
  affectation: texteFacultatif(20),
  affecteLe: jourFacultatif(),
});
type AgentImport = z.infer<typeof AgentImport>;

type AgentConnu = { ligne: LigneDeBase; nom: string };
type PosteConnu = { id: string; numero: string; periode: Periode };
export type AffectationConnue = {
  ligne: LigneDeBase;
  posteId: string;
  posteNumero: string;
  agentId: string;
  agentNom: string;
  nature: string;
  periode: Periode;
};

export type FondsAgents = {
  parMatricule: Map<string, AgentConnu>;
  parCourriel: Map<string, AgentConnu>;
  parNom: Map<string, AgentConnu[]>;
  parId: Map<string, AgentConnu>;
  postes: Map<string, PosteConnu>;
  affectations: AffectationConnue[];
};

const TITRES = { nom: 'Nom', prenom: 'Prénom', courriel: 'Courriel', telephone: 'Téléphone', metier: 'Métier' };

export const importAgents: ImportDefini<AgentImport, FondsAgents> = {
  nature: 'agents',
  colonnes: COLONNES,
  saisie: AgentImport,
  getCle: ({ matricule }) => buildCleMatricule(matricule),
  getIdentite: () => null,
  evaluate: (saisie, fonds, circonstances, choix) => {
    const reconnu = matchAgent(saisie, fonds, choix);
    if ('evaluation' in reconnu) return reconnu.evaluation;
    const agent = reconnu.agent ?? { id: circonstances.nouvelId() };
    const porteur = saisie.courriel ? fonds.parCourriel.get(saisie.courriel.toLowerCase()) : undefined;
    if (porteur && porteur.ligne.id !== agent.id)
      return buildRefus('courriel', `Ce courriel est déjà celui de ${porteur.nom}.`);
    const affectation = buildAffectation(saisie, agent.id, fonds, circonstances);
    if ('evaluation' in affectation) return affectation.evaluation;
    const propre = reconnu.agent ? updateAgent(reconnu.agent, saisie) : createAgent(agent.id, saisie, circonstances);
    const ecarts = [...propre.ecarts, ...(reconnu.agent ? affectation.ecarts : [])];
    const ecritures = [...propre.ecritures, ...affectation.ecritures];
    const etat = reconnu.agent === null ? 'creee' : ecritures.length > 0 ? 'modifiee' : 'inchangee';
    return { etat, objetId: agent.id, ecarts, ecritures, remarques: [] };
  },
};

/** « 048213 » et « 48213 » sont le même matricule : un tableur mange les zéros de tête. */
export function buildCleMatricule(matricule: string): string {
  return matricule
    .trim()
    .toUpperCase()
    .replace(/^0+(?=.)/, '');
}

export function buildCleNom(nom: string, prenom: string): string {
  return `${normaliseNom(nom)}|${normaliseNom(prenom)}`;
}

type Reconnu = { agent: LigneDeBase | null } | { evaluation: Evaluation };

function matchAgent(saisie: AgentImport, fonds: FondsAgents, choix: Choix): Reconnu {
  const parMatricule = fonds.parMatricule.get(buildCleMatricule(saisie.matricule));
  if (parMatricule) return { agent: parMatricule.ligne };
  if (choix?.decision === 'creer') return { agent: null };
  if (choix?.decision === 'lier') {
    const choisi = fonds.parId.get(choix.objetId);
    return choisi ? { agent: choisi.ligne } : { evaluation: buildRefus('', 'L’agent choisi n’existe plus.') };
  }
  const parCourriel = saisie.courriel ? fonds.parCourriel.get(saisie.courriel.toLowerCase()) : undefined;
  const proches = parCourriel ? [parCourriel] : (fonds.parNom.get(buildCleNom(saisie.nom, saisie.prenom)) ?? []);
  if (proches.length === 0) return { agent: null };
  const raison = parCourriel ? 'Même courriel, autre matricule.' : 'Même nom et même prénom, autre matricule.';
  const candidats = proches.map(({ ligne, nom }) => ({
    id: ligne.id,
    libelle: `${nom}, matricule ${String(ligne.matricule)}`,
    raison,
  }));
  return { evaluation: { etat: 'douteuse', motif: raison, candidats } };
}

function buildValeurs(saisie: AgentImport): Record<string, unknown> {
  const { nom, prenom, courriel, telephone, metier } = saisie;
  return { nom, prenom, courriel: courriel?.toLowerCase() ?? null, telephone, metier: findMetier(metier) };
}

type Partie = { ecarts: Ecart[]; ecritures: Ecriture[] };

function updateAgent(ligne: LigneDeBase, saisie: AgentImport): Partie {
  const changements = computeChangements(ligne, buildValeurs(saisie), ['nom', 'prenom']);
  if (Object.keys(changements).length === 0) return { ecarts: [], ecritures: [] };
  const valeurs = { ...changements, version: Number(ligne.version) + 1 };
  return {
    ecarts: computeEcarts(ligne, changements, TITRES),
    ecritures: [{ relation: 'organisation.agent', id: ligne.id, avant: ligne, valeurs }],
  };
}

function createAgent(id: string, saisie: AgentImport, { aujourdhui }: Circonstances): Partie {
  const valeurs = {
    ...buildValeurs(saisie),
    matricule: saisie.matricule,
    metier: findMetier(saisie.metier) ?? 'autre',
    periode: formatDaterange({ du: saisie.du ?? computeDebut(saisie, aujourdhui), au: null }),
  };
  return { ecarts: [], ecritures: [{ relation: 'organisation.agent', id, avant: null, valeurs }] };
}

/** Sans date d'arrivée, l'agent est là au plus tard le jour où il prend son poste. */
function computeDebut({ affecteLe }: AgentImport, aujourdhui: JourCivil): JourCivil {
  return affecteLe && affecteLe < aujourdhui ? affecteLe : aujourdhui;
}

/** Le poste demandé : déjà tenu par cet agent, à prendre (en quittant celui d'avant), ou déjà tenu par un autre. */
function buildAffectation(
  saisie: AgentImport,
  agentId: string,
  fonds: FondsAgents,
  { aujourdhui, nouvelId }: Circonstances,
): Partie | { evaluation: Evaluation } {
  if (saisie.poste === null) return { ecarts: [], ecritures: [] };
  const poste = fonds.postes.get(saisie.poste.toUpperCase());
  if (!poste)
    return {
      evaluation: buildRefus('poste', `Le poste « ${saisie.poste} » n’existe pas : importez d’abord l’organisation.`),
    };
  const nature = (saisie.affectation ?? 'titulaire') as keyof typeof NATURES_AFFECTATION;
  const periode = { du: saisie.affecteLe ?? aujourdhui, au: null };
  const tenues = fonds.affectations.filter((a) => overlaps(a.periode, periode));
  if (tenues.some((a) => a.agentId === agentId && a.posteId === poste.id)) return { ecarts: [], ecritures: [] };
  const autre = nature === 'titulaire' && tenues.find((a) => a.posteId === poste.id && a.nature === 'titulaire');
  if (autre) {
    const depuis = formatJour(autre.periode.du, 'court');
    return { evaluation: buildRefus('poste', `Ce poste est tenu par ${autre.agentNom} depuis le ${depuis}.`) };
  }
  const quittees = tenues.filter((a) => nature === 'titulaire' && a.agentId === agentId && a.nature === 'titulaire');
  if (quittees.some((a) => a.periode.du >= periode.du))
    return { evaluation: buildRefus('affecteLe', 'L’agent a pris un autre poste ce jour-là ou depuis.') };
  const id = nouvelId();
  const valeurs = { poste_id: poste.id, agent_id: agentId, nature, periode: formatDaterange(periode) };
  recordPrise(fonds, quittees, { id, posteId: poste.id, posteNumero: poste.numero, agentId, nature, periode, saisie });
  return {
    ecarts: [{ champ: 'Poste', avant: quittees.map((a) => a.posteNumero).join(', '), apres: poste.numero }],
    ecritures: [
      ...quittees.map((a) => closeAffectation(a, periode.du)),
      { relation: 'organisation.affectation', id, avant: null, valeurs },
    ],
  };
}

function closeAffectation({ ligne, periode }: AffectationConnue, du: JourCivil): Ecriture {
  const valeurs = {
    periode: formatDaterange({ du: periode.du, au: addJours(du, -1) }),
    version: Number(ligne.version) + 1,
  };
  return { relation: 'organisation.affectation', id: ligne.id, avant: ligne, valeurs };
}

type Prise = Omit<AffectationConnue, 'ligne' | 'agentNom'> & { id: string; saisie: AgentImport };

/** Les lignes suivantes du même lot doivent voir le poste pris. */
function recordPrise(fonds: FondsAgents, quittees: AffectationConnue[], prise: Prise): void {
  const { id, saisie, ...reste } = prise;
  fonds.affectations = fonds.affectations.filter((a) => !quittees.includes(a));
  fonds.affectations.push({ ...reste, ligne: { id, version: 1 }, agentNom: `${saisie.nom} ${saisie.prenom}` });
}
