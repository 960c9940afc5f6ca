import type { z } from 'zod';
import { createDepartement } from '#modules/acces/testing/departement-factory.ts';
import { anEnfant } from '#modules/acces/testing/enfant-factory.ts';
import type { EtatInformation } from '#modules/informations-preoccupantes/index.ts';
import {
  anInformation,
  type InformationPosee,
} from '#modules/informations-preoccupantes/testing/information-factory.ts';
import { type Command, executeCommand } from '#server/define-command.ts';
import type { BaseDeTest } from '#tests/support/base.ts';
import { RUBRIQUES_FOYER, RUBRIQUES_MINEUR } from '../rubrique.ts';

/** Un territoire, son encadrement et deux évaluateurs de métiers différents, et de quoi faire agir chacun. */
export async function createEquipe(base: BaseDeTest) {
  const d = await createDepartement(base.executeSql);
  const addEvaluateur = async (metier: string, nom: string) => {
    const id = await d.addAgent('evaluateur', d.unites.nord1);
    await base.executeSql('update organisation.agent set metier = $2, nom = $3 where id = $1', [id, metier, nom]);
    return id;
  };
  const agents = {
    crip: await d.addAgent('agent-crip', d.unites.departement),
    cadre: await d.addAgent('responsable-enfance', d.unites.nord),
    cadreSud: await d.addAgent('responsable-enfance', d.unites.sud),
    educatrice: await addEvaluateur('educateur-specialise', 'Alma'),
    psychologue: await addEvaluateur('psychologue', 'Bruno'),
    collegue: await addEvaluateur('educateur-specialise', 'Chloé'),
  };
  const poser = async (etat: EtatInformation, equipe: string[] = [agents.educatrice, agents.psychologue]) => {
    const enfantId = await anEnfant().surLeTerritoire(d.unites.sud).insert(base.executeSql);
    const posee = equipe.reduce(
      (information, agentId) => information.evalueePar(agentId, '[2026-11-03,)'),
      anInformation()
        .dansUnite(d.unites.nord)
        .etat(etat)
        .avecMineur({ enfantId, prenom: 'Léa', nom: 'Martin' })
        .avecMineur({ prenom: 'Tom', nom: 'Martin' })
        .avecAdulte({ nom: 'Martin', prenom: 'Ana' }),
    );
    return { ...(await posee.insert(base.executeSql)), enfantId };
  };
  const lireVersion = async ({ id }: { id: string }, table = 'information') => {
    const cle = table === 'information' ? 'id' : 'information_id';
    const [ligne] = await base.executeSql<{ version: number }>(`select version from ip.${table} where ${cle} = $1`, [
      id,
    ]);
    return ligne?.version ?? 1;
  };
  /** Fait l'acte au nom de l'agent, sur la version du moment sauf si elle est donnée. */
  const faire = async <S extends z.ZodType, C, R>(
    agentId: string,
    command: Command<S, C, R>,
    { id }: { id: string },
    saisie: Record<string, unknown> = {},
  ) => {
    const version = await lireVersion({ id });
    return base.asAgent(agentId, (contexte) =>
      executeCommand(contexte, command, { informationId: id, version, ...saisie }),
    );
  };
  return { ...d, agents, poser, lireVersion, faire };
}

/** Toutes les rubriques de tous les volets, écrites par le propriétaire. */
export async function insertVolets(base: BaseDeTest, { id, mineurs }: InformationPosee): Promise<void> {
  const volets: [string | null, readonly { code: string }[]][] = [
    [null, RUBRIQUES_FOYER],
    ...mineurs.map((mineurId): [string, typeof RUBRIQUES_MINEUR] => [mineurId, RUBRIQUES_MINEUR]),
  ];
  for (const [mineurId, rubriques] of volets)
    for (const { code } of rubriques)
      await base.executeSql(
        "insert into ip.rubrique (information_id, mineur_id, code, texte) values ($1, $2, $3, 'Écrit.')",
        [id, mineurId, code],
      );
}
