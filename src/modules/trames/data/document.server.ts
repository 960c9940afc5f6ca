import type { Contexte } from '#database/as-agent.ts';
import { ModeleFautif } from '#documents/word-balises.ts';
import { buildDocumentWord, type DonneesWord } from '#documents/word-remplissage.ts';
import { getDepartement } from '#modules/organisation/index.server.ts';
import { Refus } from '#server/errors.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { BALISES_COMMUNES, type Balises, type DonneesDe } from '../balise.ts';
import type { NatureDocument } from '../nature-document.ts';
import { buildExemple, listLibelles } from '../rules/balises.ts';
import { findContenuEnUsage } from './trames.server.ts';

/**
 * Le document Word, dans la trame du département ou, à défaut, celle de Marelle. Lance `Refus` si la trame du département ne
 * convient plus : on ne lui en substitue pas une autre sans le dire.
 */
export async function buildDocument<B extends Balises>(
  contexte: Contexte,
  nature: NatureDocument<B>,
  donnees: DonneesDe<B>,
): Promise<Buffer> {
  const trame = await findContenuEnUsage(contexte, nature.cle);
  const toutes = { ...(await buildDonneesCommunes(contexte)), ...(donnees as DonneesWord) };
  try {
    return await buildDocumentWord(trame ?? (await getModele(nature)), toutes, listLibelles(nature.balises));
  } catch (erreur) {
    if (!(trame && erreur instanceof ModeleFautif)) throw erreur;
    throw new Refus(`La trame du département pour « ${nature.titre} » ne convient plus. ${erreur.message}`);
  }
}

/** La trame remplie de données inventées. */
export async function buildExempleWord(nature: NatureDocument, trame: Uint8Array): Promise<Buffer> {
  return buildDocumentWord(trame, buildExemple({ ...BALISES_COMMUNES, ...nature.balises }));
}

const modeles = new Map<string, Promise<Buffer>>();

/** La trame de Marelle, écrite une fois par démarrage. */
export function getModele({ cle, modele }: NatureDocument): Promise<Buffer> {
  const connu = modeles.get(cle);
  if (connu) return connu;
  const nouveau = modele();
  modeles.set(cle, nouveau);
  return nouveau;
}

async function buildDonneesCommunes(contexte: Contexte): Promise<DonneesDe<typeof BALISES_COMMUNES>> {
  const { agent, aujourdhui } = contexte;
  return {
    departement: (await getDepartement(contexte)).nom,
    jour: formatJour(aujourdhui, 'long'),
    agent: `${agent.prenom} ${agent.nom}`,
    agent_poste: agent.poste,
    agent_unite: agent.uniteNom,
  };
}
