import type { z } from 'zod';
import type { Contexte } from '#database/as-agent.ts';
import { closeMission, listMissions } from '#modules/acces/index.server.ts';
import { canRecordMission, canUpdateEnfant, LIBELLE_MISSION_NATURE } from '#modules/acces/index.ts';
import { closeLien, closeMembre, listFoyers, listLiens } from '#modules/personnes/index.server.ts';
import { LIBELLE_LIEN_QUALITE } from '#modules/personnes/index.ts';
import type { Command } from '#server/define-command.ts';
import { Introuvable } from '#server/errors.ts';
import { formatPersonne } from '#shared/nom-propre.ts';
import type { Periode } from '#shared/periode.ts';
import { actPuisQuitte } from '#web/dossier/saisie.server.ts';
import { listPartenaires } from '../data/dossier-queries.server.ts';
import { closePartenaireEnfant } from '../data/partenaire-commands.server.ts';
import { LIBELLE_PARTENAIRE_QUALITE } from '../partenaire.ts';

type Options = { avec: { id: string }; vers: () => string; fait: string };

function buildAct<S extends z.ZodType, Cible, Resultat>(command: Command<S, Cible, Resultat>) {
  return (args: Parameters<typeof actPuisQuitte>[0], options: Options) => actPuisQuitte(args, { ...options, command });
}

type LigneQuiFinit = Periode & { id: string; version?: number; quoi: string };

/** Ce à quoi l'on met fin depuis un dossier : le dernier mot de l'adresse, l'acte, et ce que la page en dit. */
const FINS = {
  liens: {
    act: buildAct(closeLien),
    droit: canUpdateEnfant,
    titre: 'Mettre fin à un lien',
    jour: 'Dernier jour',
    acte: 'Mettre fin à ce lien',
    fait: 'Le lien a pris fin ; il reste dans l’histoire.',
    suite: '',
    list: async (contexte: Contexte, enfantId: string): Promise<LigneQuiFinit[]> =>
      (await listLiens(contexte, enfantId)).map((lien) => ({
        ...lien,
        quoi: `${formatPersonne(lien.personne)}, ${LIBELLE_LIEN_QUALITE[lien.qualite]}`,
      })),
  },
  partenaires: {
    act: buildAct(closePartenaireEnfant),
    droit: canUpdateEnfant,
    titre: 'Retirer un partenaire',
    jour: 'Dernier jour auprès de l’enfant',
    acte: 'Retirer ce partenaire',
    fait: 'Le partenaire est retiré ; il reste dans l’histoire.',
    suite: '',
    list: async (contexte: Contexte, enfantId: string): Promise<LigneQuiFinit[]> =>
      (await listPartenaires(contexte, enfantId)).map((partenaire) => ({
        ...partenaire,
        quoi: `${partenaire.nom}, ${LIBELLE_PARTENAIRE_QUALITE[partenaire.qualite]}`,
      })),
  },
  missions: {
    act: buildAct(closeMission),
    droit: canRecordMission,
    titre: 'Mettre fin à une mission',
    jour: 'Dernier jour de la mission',
    acte: 'Mettre fin à cette mission',
    fait: 'La mission a pris fin ; elle reste dans l’histoire.',
    suite: '/missions',
    list: async (contexte: Contexte, enfantId: string): Promise<LigneQuiFinit[]> =>
      (await listMissions(contexte, enfantId)).map((mission) => ({
        ...mission,
        quoi: `${mission.nom}, ${LIBELLE_MISSION_NATURE[mission.nature]}`,
      })),
  },
  membres: {
    act: buildAct(closeMembre),
    droit: canUpdateEnfant,
    titre: 'Quitter un foyer',
    jour: 'Dernier jour dans le foyer',
    acte: 'Enregistrer le départ',
    fait: 'Le départ du foyer est enregistré.',
    suite: '',
    list: listDeparts,
  },
} as const;

/** L'enfant lui-même, et ceux qui vivent aujourd'hui dans ses foyers. */
async function listDeparts(contexte: Contexte, enfantId: string): Promise<LigneQuiFinit[]> {
  const foyers = await listFoyers(contexte, enfantId);
  return foyers.flatMap(({ membreId, libelle, du, au, membres }) => [
    { id: membreId, du, au, quoi: `L’enfant quitte le foyer « ${libelle} »` },
    ...membres.map((membre) => ({
      id: membre.id,
      du: membre.du,
      au: membre.au,
      quoi: `${membre.nom} quitte le foyer « ${libelle} »`,
    })),
  ]);
}

export function getFin(objet: string): (typeof FINS)[keyof typeof FINS] {
  if (!Object.hasOwn(FINS, objet)) throw new Introuvable('Cette page n’existe pas.');
  return FINS[objet as keyof typeof FINS];
}
