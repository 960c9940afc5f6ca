/**
 * Les documents que la crèche tient à jour (CAP-26).
 *
 * Ce que dit le texte : l'établissement a un projet d'établissement et un règlement de fonctionnement, avec leurs protocoles annexés
 * (CSP, art. R2324-29 et R2324-30). Aucun texte ne fixe de durée : la date de révision est celle que la crèche s'est donnée.
 * Comment il est lu ici : un document dont la date de révision est dite doit être revu ce jour-là au plus tard ; sa révision inscrite,
 * une nouvelle date court. Sans date de révision, rien n'est dû.
 * Non traité : le document qui manque ; la liste exacte des protocoles, à confirmer.
 */
import { jourCivil } from '#shared/jour-civil.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { type Dossier, listFaits, type Obligation, type Regle } from '#shared/obligation.ts';
import type { TexteLegal } from '#shared/texte-legal.ts';
import { NATURES_DOCUMENT, NatureDocument } from '../document.ts';
import { DOCUMENT_CRECHE } from '../faits.ts';

const CSP_R2324_30: TexteLegal = {
  code: 'CSP',
  article: 'R2324-29 et R2324-30',
  source: 'Référentiel petite enfance, sources S15 et S16 ; la date de révision est celle de la crèche',
  confiance: 'a-confirmer',
};

/** Une obligation par document : chaque révision inscrite satisfait la précédente. */
function listRevisions(dossier: Dossier): Obligation[] {
  const parNature = Map.groupBy(listFaits(dossier, DOCUMENT_CRECHE), ({ nature }) => nature);
  return [...parNature].flatMap(([nature, tous]) => {
    const versions = [...new Map(tous.map((version) => [version.date, version])).values()];
    return versions.flatMap(({ date, aRevoirLe }, rang) =>
      aRevoirLe === undefined
        ? []
        : [
            {
              cle: `${nature} ${date}`,
              depuis: date,
              pour: aRevoirLe,
              faiteLe: versions[rang + 1]?.date ?? null,
              libelle: `Revoir un document : ${formatNature(nature)}`,
              etapes: () => [
                `Établi le ${formatJour(date, 'long')}, à revoir au plus tard le ${formatJour(aRevoirLe, 'long')}.`,
              ],
            },
          ],
    );
  });
}

/** Un document connu par son titre, protocole « hygiène » ; un autre, tel qu'il est nommé. */
function formatNature(nature: string): string {
  const connue = NatureDocument.safeParse(nature);
  const titre = connue.success ? NATURES_DOCUMENT[connue.data] : nature;
  return (titre.charAt(0).toLocaleLowerCase('fr') + titre.slice(1)).replace(/ : (.+)$/, ' « $1 »');
}

export const REGLES_DOCUMENT: readonly Regle[] = [
  {
    id: 'CAP-26',
    libelle: 'Revoir un document de la crèche',
    acteur: 'creche',
    gravite: 'normale',
    textes: [CSP_R2324_30],
    vigueur: { du: jourCivil('1900-01-01'), au: null },
    satisfaite: 'La nouvelle version du document est inscrite sur la fiche de la crèche.',
    arretee: 'La crèche ferme.',
    list: listRevisions,
  },
];
