import { sql } from 'kysely';
import type { Contexte } from '#database/as-agent.ts';
import { getInformationCible, type InformationCible } from '#modules/informations-preoccupantes/index.server.ts';
import { LIBELLE_ETAT } from '#modules/informations-preoccupantes/index.ts';
import { Conflit, Introuvable, Refus, SaisieInvalide } from '#server/errors.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { getReferentiel } from '../rules/referentiel.ts';

/**
 * L'information que l'on évalue, tenue jusqu'à la fin de l'acte : ce qui s'écrit pendant que quelqu'un remet le rapport attend,
 * puis lit l'état qui en résulte.
 */
export async function lockInformation(
  contexte: Contexte,
  { informationId }: { informationId: string },
): Promise<InformationCible> {
  const { rows } = await sql`select 1 from ip.information i where i.id = ${informationId} for share`.execute(
    contexte.tx,
  );
  if (rows.length === 0) throw new Introuvable('Absente, ou hors de vos missions.');
  return getInformationCible(contexte, informationId);
}

/** La même, quand on va en changer l'état : une personne à la fois, et celle qui travaillait sur une version passée le sait. */
export async function lockEtat(
  contexte: Contexte,
  { informationId, version }: { informationId: string; version: number },
): Promise<InformationCible> {
  const { rows } = await sql`select 1 from ip.information i where i.id = ${informationId} for update`.execute(
    contexte.tx,
  );
  if (rows.length === 0) throw new Introuvable('Absente, ou hors de vos missions.');
  const cible = await getInformationCible(contexte, informationId);
  if (cible.version === version) return cible;
  throw new Conflit(`L’information ${cible.numero} a changé pendant que vous la traitiez.`, {
    État: LIBELLE_ETAT[cible.etat],
  });
}

/** Refuse ce qui ne se fait que pendant l'évaluation. */
export function verifyEnEvaluation({ etat, numero }: InformationCible): void {
  if (etat === 'en-evaluation') return;
  throw new Refus(
    `L’information ${numero} est « ${LIBELLE_ETAT[etat].toLocaleLowerCase('fr')} » : l’évaluation ne s’écrit que pendant qu’elle est en cours.`,
  );
}

/** Ce que l'on inscrit s'est passé : ni avant la réception, ni dans l'avenir. */
export function verifyJour(
  champ: string,
  le: JourCivil,
  { recueLe }: InformationCible,
  { aujourdhui }: Contexte,
): void {
  if (le > aujourdhui) throw new SaisieInvalide({ [champ]: 'Cette date est à venir.' });
  if (le < recueLe)
    throw new SaisieInvalide({ [champ]: `L’information n’a été reçue que le ${formatJour(recueLe, 'long')}.` });
}

/** Refuse un mineur qui n'est pas du foyer évalué. */
export function verifyMineurs(cible: InformationCible, mineurs: readonly (string | null)[]): void {
  const connus = new Set<string | null>([null, ...cible.mineurs.map(({ id }) => id)]);
  if (mineurs.some((id) => !connus.has(id))) throw new Refus('Ce mineur n’est pas de cette information.');
}

/** Le rapport existe dès que l'évaluation commence, avec le référentiel en vigueur ce jour (IP-006). */
export async function openRapport({ tx, aujourdhui }: Contexte, informationId: string): Promise<void> {
  const { nom, version } = getReferentiel(aujourdhui);
  await tx
    .insertInto('ip.rapport')
    .values({ informationId, referentiel: nom, referentielVersion: version })
    .onConflict((conflit) => conflit.doNothing())
    .execute();
}
