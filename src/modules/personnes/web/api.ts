import { z } from 'zod';
import { type ApiEntree, defineActe } from '#server/api/define-api.ts';
import { Identifiant } from '#shared/identifiant.ts';
import { fusionnerPersonnes, separerFusion } from '../data/fusion-commands.server.ts';
import { closeMembre, recordAdresse, recordMembre, recordMenage } from '../data/menage-commands.server.ts';

const FoyerTouche = z.object({ menageId: Identifiant.describe('Le foyer qui a changé.') });
const rendFoyer = (menageId: string) => ({ corps: { menageId } });

const PERSONNE = 'Identifiant de la personne.';
const FOYER = 'Identifiant du foyer.';
const RESIDENCE = 'Comment elle y réside.';
const DU = 'Premier jour.';
const ADRESSE = {
  voie: 'Numéro et voie.',
  complement: 'Complément.',
  codePostal: 'Code postal.',
  communeNom: 'Commune.',
};

const foyers: readonly ApiEntree[] = [
  defineActe({
    methode: 'post',
    chemin: '/personnes/{personneId}/foyers',
    titre: recordMenage.titre,
    command: recordMenage,
    champs: { personneId: PERSONNE, libelle: 'Nom du foyer.', residence: RESIDENCE, du: DU, ...ADRESSE },
    reponse: FoyerTouche,
    rend: rendFoyer,
  }),
  defineActe({
    methode: 'post',
    chemin: '/personnes/foyers/{menageId}/adresses',
    titre: recordAdresse.titre,
    texte: 'L’adresse précédente s’arrête la veille.',
    command: recordAdresse,
    champs: { menageId: FOYER, du: DU, ...ADRESSE },
    reponse: FoyerTouche,
    rend: rendFoyer,
  }),
  defineActe({
    methode: 'post',
    chemin: '/personnes/foyers/{menageId}/membres',
    titre: recordMembre.titre,
    command: recordMembre,
    champs: { menageId: FOYER, personneId: PERSONNE, residence: RESIDENCE, du: DU, au: 'Dernier jour, compris.' },
    reponse: FoyerTouche,
    rend: rendFoyer,
  }),
  defineActe({
    methode: 'put',
    chemin: '/personnes/foyers/membres/{id}/fin',
    titre: closeMembre.titre,
    command: closeMembre,
    champs: { id: 'Identifiant de cette présence au foyer.', au: 'Dernier jour, compris.' },
    reponse: FoyerTouche,
    rend: rendFoyer,
  }),
];

/** Les foyers et les fiches en double par l'API : ce que les écrans en écrivent, sous les mêmes droits. */
export const api: readonly ApiEntree[] = [
  ...foyers,
  defineActe({
    methode: 'post',
    chemin: '/personnes/fusions',
    titre: fusionnerPersonnes.titre,
    texte: 'Rien ne se perd : la fusion se défait.',
    command: fusionnerPersonnes,
    champs: {
      gardeeId: 'Fiche gardée.',
      absorbeeId: 'Fiche absorbée.',
      motif: 'Ce qui montre que c’est la même personne.',
    },
    reponse: z.object({
      gardeeId: Identifiant.describe('Fiche gardée.'),
      fusionId: Identifiant.describe('De quoi défaire la fusion.'),
    }),
    rend: (corps) => ({ corps }),
  }),
  defineActe({
    methode: 'put',
    chemin: '/personnes/fusions/{fusionId}/separation',
    titre: separerFusion.titre,
    command: separerFusion,
    champs: { fusionId: 'Identifiant de la fusion.' },
    reponse: z.object({
      gardeeId: Identifiant.describe('Fiche qui avait été gardée.'),
      absorbeeId: Identifiant.describe('Fiche rendue.'),
    }),
    rend: (corps) => ({ corps }),
  }),
];
