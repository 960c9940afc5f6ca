import type { PosteDecrit } from './poste-decrit.ts';

/** Un genre de poste : `n` à l'échelle 1 (un seul si absent), `carte` portée par le premier d'entre eux. */
export type Genre = Pick<PosteDecrit, 'uniteCode' | 'profil' | 'intitule' | 'responsable' | 'cle'> & {
  metier: string | readonly string[];
  n?: number;
  minimum?: number;
  carte?: string;
};

export const GENRES: readonly Genre[] = [
  {
    uniteCode: 'DEF',
    profil: 'directeur',
    metier: 'administrateur-territorial',
    intitule: 'Directrice enfance-famille',
    responsable: null,
    cle: 'directrice',
    carte: 'directrice',
  },
  {
    uniteCode: 'POLE',
    profil: 'responsable-pole',
    metier: 'attache',
    intitule: 'Chef du pôle départemental de protection de l’enfance',
    responsable: 'directrice',
    cle: 'chef-pole',
    carte: 'chef-pole',
  },
  {
    uniteCode: 'CRIP',
    profil: 'responsable-enfance',
    metier: 'attache',
    intitule: 'Responsable de la CRIP',
    responsable: 'chef-pole',
    cle: 'resp-CRIP',
  },
  {
    uniteCode: 'ETAB',
    profil: 'responsable-enfance',
    metier: 'attache',
    intitule: 'Responsable des établissements et de la tarification',
    responsable: 'chef-pole',
    cle: 'resp-ETAB',
  },
  {
    uniteCode: 'FAM',
    profil: 'responsable-enfance',
    metier: 'attache',
    intitule: 'Responsable de l’accueil familial',
    responsable: 'chef-pole',
    cle: 'resp-FAM',
  },
  {
    uniteCode: 'STAT',
    profil: 'responsable-enfance',
    metier: 'juriste',
    intitule: 'Responsable du statut de l’enfant et de l’adoption',
    responsable: 'chef-pole',
    cle: 'resp-STAT',
  },
  {
    uniteCode: 'MNA',
    profil: 'responsable-enfance',
    metier: 'attache',
    intitule: 'Responsable du dispositif des mineurs non accompagnés',
    responsable: 'chef-pole',
    cle: 'resp-MNA',
  },
  {
    uniteCode: 'STRA',
    profil: 'chef-projet-strategie',
    metier: 'attache',
    intitule: 'Chef de projet stratégie départementale prévention et protection de l’enfance',
    responsable: 'directrice',
    cle: 'chef-projet',
    carte: 'chef-projet',
  },
  {
    uniteCode: 'SAF',
    profil: 'assistant-administratif',
    metier: 'redacteur',
    intitule: 'Assistant de gestion administrative et financière',
    responsable: 'directrice',
    cle: 'assist-SAF',
    n: 10,
    minimum: 2,
    carte: 'sans-mission',
  },
  {
    uniteCode: 'FAM',
    profil: 'assistant-administratif',
    metier: 'redacteur',
    intitule: 'Gestionnaire des assistants familiaux',
    responsable: 'resp-FAM',
    cle: 'assist-FAM',
    n: 4,
    minimum: 1,
  },
  {
    uniteCode: 'CRIP',
    profil: 'assistant-administratif',
    metier: 'redacteur',
    intitule: 'Secrétaire de la CRIP',
    responsable: 'resp-CRIP',
    cle: 'assist-CRIP',
    n: 3,
    minimum: 1,
  },
  {
    uniteCode: 'DSI',
    profil: 'administrateur',
    metier: 'ingenieur',
    intitule: 'Administrateur fonctionnel des solidarités',
    responsable: null,
    cle: 'admin',
    n: 2,
    minimum: 2,
    carte: 'administrateur',
  },
  {
    uniteCode: 'DEP',
    profil: 'delegue-protection-donnees',
    metier: 'attache',
    intitule: 'Délégué à la protection des données',
    responsable: null,
    cle: 'dpo',
  },
];

/**
 * Ceux de chaque territoire : `responsable` et `cle` y sont suffixés du code du territoire. Le minimum est celui du
 * premier territoire, que les cartes de démonstration habitent ; ailleurs, un seul.
 */
export const GENRES_DU_TERRITOIRE: readonly Omit<Genre, 'uniteCode'>[] = [
  {
    profil: 'responsable-territoire-enfance',
    metier: 'conseiller-socio-educatif',
    intitule: 'Responsable de territoire enfance',
    responsable: 'chef-pole',
    cle: 'rte',
    carte: 'responsable-territoire',
  },
  {
    profil: 'cadre-territorial-ase',
    metier: 'conseiller-socio-educatif',
    intitule: 'Cadre territorial de l’aide sociale à l’enfance',
    responsable: 'rte',
    cle: 'ctase',
    carte: 'cadre-territorial',
  },
  {
    profil: 'psychologue',
    metier: 'psychologue',
    intitule: 'Psychologue',
    responsable: 'rte',
    cle: 'psy',
    carte: 'psychologue',
  },
  {
    profil: 'assistant-administratif',
    metier: 'adjoint-administratif',
    intitule: 'Assistant administratif enfance',
    responsable: 'rte',
    cle: 'assist',
  },
  {
    profil: 'referent-educatif',
    metier: ['educateur-specialise', 'educateur-specialise', 'assistant-service-social'],
    intitule: 'Référent éducatif ASE',
    responsable: 'ctase',
    cle: 'ref',
    minimum: 3,
    carte: 'referent',
  },
  {
    profil: 'evaluateur',
    metier: ['assistant-service-social', 'puericultrice'],
    intitule: 'Évaluateur des informations préoccupantes',
    responsable: 'rte',
    cle: 'eval',
    minimum: 2,
    carte: 'evaluateur',
  },
];
