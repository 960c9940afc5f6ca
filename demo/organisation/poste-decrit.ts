/** Un poste à pourvoir, avant de savoir qui l'occupe. `carte` : le rôle de démonstration qu'il porte. */
export type PosteDecrit = {
  uniteCode: string;
  profil: string;
  metier: string;
  intitule: string;
  territoireCode: string | null;
  responsable: string | null;
  cle: string;
  carte: string | null;
};
