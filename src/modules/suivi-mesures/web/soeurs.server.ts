import type { Contexte } from '#database/as-agent.ts';
import { listMesuresDe } from '#modules/mesures/index.server.ts';
import { formatReference, type MesureInscrite } from '#modules/mesures/index.ts';
import { type CheminActe, canActer } from './acte-view.ts';
import { listFreres } from './fratrie.server.ts';

/** La même mesure chez les frères et sœurs, quand le même acte s'y peut : elles se cochent, l'acte se fait d'un coup. */
export async function listMesuresDeLaFratrie(contexte: Contexte, mesure: MesureInscrite, chemin: CheminActe) {
  const { agent, aujourdhui: jour } = contexte;
  const choix: { id: string; valeur: string; libelle: string }[] = [];
  for (const { cible } of await listFreres(contexte, mesure.enfantId))
    for (const sienne of await listMesuresDe(contexte, cible.id))
      if (sienne.code === mesure.code && canActer(chemin, sienne, { agent, cible, jour }))
        choix.push({ id: sienne.id, valeur: formatReference(sienne), libelle: cible.nom });
  return choix;
}
