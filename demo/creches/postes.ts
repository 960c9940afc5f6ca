import type { Alea } from '../alea.ts';
import { addAnnees, type Numero } from '../calendrier.ts';
import { formatPeriode } from '../lignes.ts';
import { createLignee, createNom, createPrenom, createTelephone, formatCourriel, type Sexe } from '../noms/identite.ts';
import type { CRECHES } from '../parametres/creches.ts';
import type { Chantier } from './chantier.ts';

export type MetierFictif = keyof typeof CRECHES.metiers.valeur | 'DIRECTION';

type MetierDecrit = { metier: string; intitule: string; categorie: 1 | 2 | null };
export const METIERS: Readonly<Record<MetierFictif, MetierDecrit>> = {
  AP: { metier: 'auxiliaire-puericulture', intitule: 'Auxiliaire de puériculture', categorie: 1 },
  EJE: { metier: 'educateur-jeunes-enfants', intitule: 'Éducateur de jeunes enfants', categorie: 1 },
  IDE: { metier: 'infirmier', intitule: 'Infirmier de crèche', categorie: 1 },
  CAP_AEPE: { metier: 'accompagnant-educatif-petite-enfance', intitule: 'Accompagnant éducatif', categorie: 2 },
  AGENT_AUPRES_ENFANTS: { metier: 'agent-aupres-enfants', intitule: 'Agent auprès d’enfants', categorie: 2 },
  AGENT_POLYVALENT: { metier: 'agent-polyvalent', intitule: 'Agent polyvalent', categorie: null },
  CUISINIER: { metier: 'agent-polyvalent', intitule: 'Cuisinier de crèche', categorie: null },
  DIRECTION: { metier: 'educateur-jeunes-enfants', intitule: 'Adjoint au responsable de crèche', categorie: null },
};

export type PosteOccupe = { uniteId: string; metier: MetierFictif; du: Numero; au: Numero | null; quotite: number };

/** Le poste d'un professionnel et qui l'occupe ou l'a occupé ; rend l'agent. */
export function addPoste(chantier: Chantier, { uniteId, metier, du, au, quotite }: PosteOccupe, alea: Alea): string {
  const { lignes, organisation } = chantier;
  const agentId = addAgent(chantier, metier, du, au, alea.flux('agent'));
  const posteId = alea.identifiant(du);
  const responsable = organisation.postes.find((p) => p.uniteId === uniteId);
  lignes['organisation.poste'].push({
    id: posteId,
    numero: `E${String(lignes['organisation.poste'].length + 1).padStart(4, '0')}`,
    intitule: METIERS[metier].intitule,
    profil: 'professionnel-eaje',
    metier: METIERS[metier].metier,
    uniteId,
    responsableId: responsable?.id ?? null,
    quotite,
    periode: formatPeriode(du, null),
  });
  lignes['organisation.affectation'].push({
    id: alea.identifiant(du),
    posteId,
    agentId,
    nature: 'titulaire',
    periode: formatPeriode(du, au),
  });
  return agentId;
}

function addAgent(
  { commande, lignes }: Chantier,
  metier: MetierFictif,
  du: Numero,
  au: Numero | null,
  alea: Alea,
): string {
  const sexe: Sexe = alea.chance(0.95) ? 'F' : 'M';
  const naissance = addAnnees(du, -alea.entier(20, 52)) - alea.entier(0, 364);
  const lignee = createLignee(alea, commande.profil);
  const [nom, prenom] = [createNom(alea, commande.profil, lignee), createPrenom(alea, sexe, naissance, lignee)];
  const id = alea.identifiant(du);
  // Hors de la plage des matricules de l'organigramme.
  const matricule = String(60_000 + lignes['organisation.agent'].length);
  lignes['organisation.agent'].push({
    id,
    matricule,
    nom,
    prenom,
    courriel: formatCourriel(prenom, `${nom}-${matricule}`),
    telephone: createTelephone(alea, true),
    metier: METIERS[metier].metier,
    periode: formatPeriode(du, au),
  });
  return id;
}
