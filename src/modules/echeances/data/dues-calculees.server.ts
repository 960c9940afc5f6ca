import type { Contexte } from '#database/as-agent.ts';
import type { EcheanceDue } from '#shared/echeance.ts';
import { Identifiant } from '#shared/identifiant.ts';
import { formatNom } from '#shared/nom-propre.ts';
import { ACTEURS, isDehors } from '#shared/obligation.ts';
import { findPorteeDArrivee, type Portee } from '../echeance-filtre.ts';
import { findRegle, listTextes } from '../rules/referentiel.ts';
import { countSortes, type EcheanceLigne, listDeSortes, type Sorte } from './echeances-queries.server.ts';

/** Au-delà, une règle tient en une ligne qui ouvre sa liste : on voit ses propres enfants un à un plus longtemps. */
const PAR_SORTE: Record<Portee, number> = { moi: 12, equipe: 4, perimetre: 4 };

/** Ce qui est dû aux enfants, pour soi, son équipe ou son périmètre. */
export async function listDuesCalculees(contexte: Contexte, portee: Portee): Promise<EcheanceDue[]> {
  const sortes = await countSortes(contexte, portee);
  const nombreuses = sortes.filter(({ ensemble }) => ensemble > PAR_SORTE[portee]);
  const lignes = await listDeSortes(
    contexte,
    portee,
    sortes.filter(({ ensemble }) => ensemble <= PAR_SORTE[portee]),
  );
  const arrivee = findPorteeDArrivee(contexte.agent);
  return [
    ...lignes.map(buildDue),
    ...nombreuses.map((sorte) => buildDueDeSorte(sorte, portee === arrivee ? '' : portee)),
  ];
}

function buildDue(ligne: EcheanceLigne): EcheanceDue {
  const {
    id,
    enfantId,
    numero,
    nom,
    prenom,
    regle,
    libelle,
    pour,
    instant,
    acteur,
    gravite,
    agent,
    relaye,
    unite,
    etapes,
    textes,
  } = ligne;
  return {
    regle,
    objet: { module: 'echeances', type: 'echeance', id: Identifiant.parse(id) },
    enfantId: Identifiant.parse(enfantId),
    libelle,
    pour,
    instant,
    gravite,
    attenteDe: isDehors(acteur) ? ACTEURS[acteur] : null,
    faiteLe: null,
    etapes,
    textes: textes ?? listTextes(regle),
    qui: {
      nom: formatNom(nom, prenom),
      href: `/enfants/${enfantId}`,
      detail: relaye ? `pour ${agent}` : (agent ?? unite ?? ACTEURS[acteur]),
    },
    detail: `dossier ${numero}`,
    acte: { titre: 'Ouvrir', href: `/echeances/${id}` },
  };
}

function buildDueDeSorte({ couloir, regle, ensemble, pour, gravite }: Sorte, portee: Portee | ''): EcheanceDue {
  const connue = findRegle(regle);
  const href = `/echeances?${new URLSearchParams({ vue: couloir, regle, ...(portee && { portee }) })}`;
  return {
    regle,
    objet: { module: 'echeances', type: couloir, id: Identifiant.parse(OBJET_DE_SORTE) },
    enfantId: null,
    libelle: connue?.libelle ?? regle,
    pour,
    instant: null,
    gravite,
    attenteDe: connue && isDehors(connue.acteur) ? ACTEURS[connue.acteur] : null,
    faiteLe: null,
    etapes: [],
    textes: listTextes(regle),
    qui: { nom: `${ensemble} échéances`, href },
    detail: 'date de la plus ancienne',
    acte: { titre: 'Voir la liste', href },
    ensemble,
  };
}
/** Une ligne pour plusieurs : elle ne désigne aucune échéance en particulier. */
const OBJET_DE_SORTE = '00000000-0000-4000-8000-000000000000';
