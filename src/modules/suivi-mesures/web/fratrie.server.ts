import type { Contexte } from '#database/as-agent.ts';
import { type Cible, getCible } from '#modules/acces/index.server.ts';
import type { CibleEnfant } from '#modules/acces/index.ts';
import { listMesuresDe } from '#modules/mesures/index.server.ts';
import { formatMesure, formatReference, isEtatFinal } from '#modules/mesures/index.ts';
import { listFratrie } from '#modules/personnes/index.server.ts';
import { Introuvable } from '#server/errors.ts';
import type { AgentEnSession } from '#shared/agent-en-session.ts';
import { isIdentifiant } from '#shared/identifiant.ts';
import type { JourCivil } from '#shared/jour-civil.ts';

type Juge = (agent: AgentEnSession, cible: CibleEnfant, jour: JourCivil) => boolean;

/** L'enfant de l'adresse, et ses frères et sœurs que l'agent voit et pour qui il peut le même acte. */
export async function getFratrie(contexte: Contexte, request: Request, juge: Juge) {
  const { agent, aujourdhui } = contexte;
  const id = new URL(request.url).searchParams.get('enfant') ?? '';
  if (!isIdentifiant(id))
    throw new Introuvable('Ouvrez d’abord le dossier de l’enfant : l’acte part de son onglet « Mesures ».');
  const cible = await getCible(contexte, id);
  if (!juge(agent, cible, aujourdhui)) throw new Introuvable('Absent, ou hors de vos missions.');
  const enfants = [{ valeur: id, libelle: cible.nom, aide: null as string | null }];
  for (const { cible: sienne, nature } of await listFreres(contexte, id))
    if (juge(agent, sienne, aujourdhui)) enfants.push({ valeur: sienne.id, libelle: sienne.nom, aide: nature });
  return { id, nom: cible.nom, enfants };
}

/** Les frères et sœurs qui ont un dossier que l'agent voit. */
export async function listFreres(contexte: Contexte, enfantId: string): Promise<{ cible: Cible; nature: string }[]> {
  const freres: { cible: Cible; nature: string }[] = [];
  for (const { id, nature } of await listFratrie(contexte, enfantId)) {
    const cible = id === null ? null : await findCible(contexte, id);
    if (cible) freres.push({ cible, nature });
  }
  return freres;
}

async function findCible(contexte: Contexte, id: string): Promise<Cible | null> {
  try {
    return await getCible(contexte, id);
  } catch (erreur) {
    if (erreur instanceof Introuvable) return null;
    throw erreur;
  }
}

/** Les mesures qui courent pour ces enfants : celles qu'une nouvelle décision peut remplacer. */
export async function listRemplacables(contexte: Contexte, enfants: readonly { valeur: string; libelle: string }[]) {
  const choix: { valeur: string; libelle: string }[] = [];
  for (const { valeur: enfantId, libelle } of enfants)
    for (const mesure of await listMesuresDe(contexte, enfantId))
      if (mesure.decideeLe !== null && !isEtatFinal(mesure.etat))
        choix.push({
          valeur: formatReference(mesure),
          libelle: enfants.length > 1 ? `${formatMesure(mesure.code)}, ${libelle}` : formatMesure(mesure.code),
        });
  return choix;
}
