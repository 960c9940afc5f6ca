import type { Contexte } from '#database/as-agent.ts';
import { readEnsemble } from '#database/ensemble.ts';
import { buildMissions, type MissionDuDossier, parseMissions } from '#modules/acces/index.server.ts';
import {
  type AutreNom,
  buildAutresNoms,
  buildFoyers,
  buildFratrie,
  buildLiens,
  type FoyerDuDossier,
  type FrereOuSoeur,
  type LienDuDossier,
  parseAutresNoms,
  parseFoyers,
  parseFratrie,
  parseLiens,
} from '#modules/personnes/index.server.ts';
import type { AutoriteParentale } from '../autorite-parentale.ts';
import type { Reouverture } from '../reouverture.ts';
import type { Statut } from '../statut.ts';
import {
  buildAutorites,
  buildEnTete,
  buildPartenaires,
  buildReouvertures,
  buildStatuts,
  type EnTeteDossier,
  type PartenaireDuDossier,
  parseAutorites,
  parsePartenaires,
  parseStatuts,
} from './dossier-queries.server.ts';

export type Dossier = {
  enTete: EnTeteDossier;
  autresNoms: AutreNom[];
  liens: LienDuDossier[];
  autorites: AutoriteParentale[];
  statuts: Statut[];
  foyers: FoyerDuDossier[];
  partenaires: PartenaireDuDossier[];
  missions: MissionDuDossier[];
  fratrie: FrereOuSoeur[];
  reouvertures: Reouverture[];
};

/** Tout ce que la fiche montre d'un enfant, en un aller-retour ; rien s'il est absent ou hors des missions. */
export async function findDossier(contexte: Contexte, id: string): Promise<Dossier | undefined> {
  const lu = await readEnsemble(contexte.tx, {
    enTete: buildEnTete(contexte, id),
    autresNoms: buildAutresNoms(contexte, id),
    liens: buildLiens(contexte, id),
    autorites: buildAutorites(contexte, id),
    statuts: buildStatuts(contexte, id),
    partenaires: buildPartenaires(contexte, id),
    missions: buildMissions(contexte, id),
    foyers: buildFoyers(id),
    ...buildFratrie(contexte, id),
    reouvertures: buildReouvertures(contexte, id),
  });
  const [enTete] = lu.enTete;
  if (!enTete) return undefined;
  return {
    enTete: enTete as EnTeteDossier,
    autresNoms: parseAutresNoms(lu.autresNoms),
    liens: parseLiens(lu.liens),
    autorites: parseAutorites(lu.autorites),
    statuts: parseStatuts(lu.statuts),
    partenaires: parsePartenaires(lu.partenaires),
    missions: parseMissions(lu.missions),
    foyers: parseFoyers(lu.foyers),
    fratrie: parseFratrie(id, lu),
    reouvertures: lu.reouvertures as Reouverture[],
  };
}
