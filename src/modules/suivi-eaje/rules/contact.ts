/**
 * Le contact d'urgence d'une crèche change : qui doit le savoir (EVT-01).
 *
 * Ce que dit le texte : le gestionnaire informe sans délai le président du conseil départemental de tout changement des coordonnées
 * d'urgence (CSP R2324-25 I, version de 2025).
 * Comment il est lu ici : « sans délai » est le jour même. Le premier contact inscrit n'est pas un changement. Informer d'un contact plus
 * récent répond aussi des précédents : le président a les coordonnées qui valent.
 * Non traité : la forme de l'information ; l'adresse et le téléphone de la crèche, qui se tiennent dans l'organisation.
 */
import { formatJour } from '#shared/jour-civil-format.ts';
import { type Dossier, listFaits, type Obligation } from '#shared/obligation.ts';
import { CONTACT_URGENCE } from '../faits.ts';

export function listChangementsDeContact(dossier: Dossier): Obligation[] {
  // Deux le même jour : le dernier inscrit vaut.
  const contacts = [...new Map(listFaits(dossier, CONTACT_URGENCE).map((contact) => [contact.date, contact])).values()];
  return contacts.slice(1).map(({ date }, rang) => {
    const informes = contacts
      .slice(rang + 1)
      .flatMap(({ pcdLe }) => (pcdLe !== undefined && pcdLe >= date ? pcdLe : []));
    return {
      cle: `contact ${date}`,
      depuis: date,
      pour: date,
      faiteLe: informes.toSorted()[0] ?? null,
      libelle: 'Informer le président du conseil départemental du nouveau contact d’urgence',
      etapes: () => [`Contact d’urgence changé le ${formatJour(date, 'long')} : sans délai, donc le jour même.`],
    };
  });
}

/** Le dernier contact, du plus récent au plus ancien, reste-t-il à dire ? */
export function isInformationDue(contacts: readonly { pcdLe: string | null }[]): boolean {
  return contacts.length > 1 && contacts[0]?.pcdLe === null;
}
