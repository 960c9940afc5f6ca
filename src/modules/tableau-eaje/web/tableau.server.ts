import type { Contexte } from '#database/as-agent.ts';
import { countMoisTouches } from '#modules/activite-psu/index.server.ts';
import { listEtablissementsOuverts } from '#modules/eaje/index.server.ts';
import { countMoisARecompter } from '#modules/journees-eaje/index.server.ts';
import { Introuvable } from '#server/errors.ts';
import { listSommesDuTableau } from '../data/sommes.server.ts';
import { canReadTableau } from '../droits.ts';
import { computeBornes, type TableauFiltre } from '../tableau-filtre.ts';

export type Demande = Pick<TableauFiltre, 'periode' | 'territoire'>;

/** Ce que le tableau, un indicateur et leurs classeurs montrent : les crèches que l'agent finance, leurs sommes, leurs mois. */
export async function readTableau(contexte: Contexte, demande: Demande) {
  const { bornes, creches, territoires } = await readCrechesDuTableau(contexte, demande);
  const ids = creches.map(({ id }) => id);
  const annee = computeBornes('douze-mois', contexte.aujourdhui);
  return {
    bornes,
    creches,
    territoires,
    ...(await listSommesDuTableau(contexte, bornes, annee, ids)),
    aRecompter: {
      journees: await countMoisARecompter(contexte, annee, ids),
      heures: await countMoisTouches(contexte, annee, ids),
    },
  };
}
export type TableauLu = Awaited<ReturnType<typeof readTableau>>;

/** La période, et les crèches ouvertes du territoire demandé. */
export async function readCrechesDuTableau({ tx, agent, aujourdhui }: Contexte, { periode, territoire }: Demande) {
  if (!canReadTableau(agent)) throw new Introuvable('Absent, ou hors de vos missions.');
  const bornes = computeBornes(periode, aujourdhui);
  const toutes = await listEtablissementsOuverts(tx, { du: bornes.du, au: aujourdhui });
  return {
    bornes,
    creches: toutes.filter(({ territoireId }) => territoire === null || territoireId === territoire),
    territoires: listTerritoires(toutes),
  };
}

function listTerritoires(creches: readonly { territoireId: string | null; territoire: string | null }[]) {
  const parId = new Map(creches.map(({ territoireId, territoire }) => [territoireId ?? '', territoire ?? '']));
  return [...parId].filter(([id]) => id !== '').map(([valeur, libelle]) => ({ valeur, libelle }));
}
