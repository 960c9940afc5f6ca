import type { Contexte } from '#database/as-agent.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import type { SourceDeRecherche } from '#web/recherche/source.ts';
import { findParNumero } from '../data/liste-queries.server.ts';
import { LIBELLE_ETAT, parseNumeroInformation } from '../information.ts';
import { formatAdresseInformation } from './adresses.ts';
import { formatFratrie } from './liste-view.ts';

async function findNommee(contexte: Contexte, texte: string) {
  const numero = parseNumeroInformation(texte);
  return numero === null ? undefined : findParNumero(contexte, numero);
}

/** Une information par son numéro ; par le nom d'un enfant, c'est son dossier ou la liste des informations qui répond. */
export const recherche: SourceDeRecherche = {
  conseils: ['Un numéro d’information préoccupante : « IP-2026-00042 » l’ouvre'],
  find: async (contexte, texte) => {
    const nommee = await findNommee(contexte, texte);
    if (!nommee) return [];
    const { id, numero, etat, recueLe, mineurs } = nommee;
    return [
      {
        titre: 'Informations préoccupantes',
        ordre: 30,
        trouvailles: [
          {
            href: formatAdresseInformation(id),
            titre: numero,
            detail: `${formatFratrie(mineurs)} · reçue le ${formatJour(recueLe, 'long')}`,
            etiquette: LIBELLE_ETAT[etat],
          },
        ],
      },
    ];
  },
  findDirect: async (contexte, texte) => {
    const nommee = await findNommee(contexte, texte);
    return nommee && formatAdresseInformation(nommee.id);
  },
};
