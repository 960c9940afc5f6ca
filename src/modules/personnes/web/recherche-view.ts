import type { JourCivil } from '#shared/jour-civil.ts';
import { formatPersonne } from '#shared/nom-propre.ts';
import { type GroupeTrouve, LIMITE_PAR_GROUPE, type Trouvaille } from '#web/recherche/source.ts';
import type { PersonneTrouvee } from '../data/recherche-queries.server.ts';
import { LIBELLE_LIEN_QUALITE } from '../lien.ts';
import { formatAge, formatNaissance } from '../personne.ts';

/** Enfants et personnes demandés ensemble ; autant qu'on en demande, il y en a peut-être d'autres. */
export const DEMANDEES = 2 * LIMITE_PAR_GROUPE + 1;

/** Les enfants d'un côté, les personnes autour d'eux de l'autre. */
export function buildGroupes(
  trouvees: readonly PersonneTrouvee[],
  texte: string,
  aujourdhui: JourCivil,
): GroupeTrouve[] {
  const coupe = trouvees.length >= DEMANDEES;
  const enfants = trouvees.filter(({ numero }) => numero !== null);
  const personnes = trouvees.filter(({ numero }) => numero === null);
  return [
    {
      titre: 'Enfants',
      ordre: 10,
      trouvailles: enfants.slice(0, LIMITE_PAR_GROUPE).map((enfant) => buildEnfant(enfant, aujourdhui)),
      ...(enfants.length > LIMITE_PAR_GROUPE || coupe ? { tout: `/enfants?${new URLSearchParams({ q: texte })}` } : {}),
    },
    {
      titre: 'Personnes autour d’un enfant',
      ordre: 20,
      trouvailles: personnes.slice(0, LIMITE_PAR_GROUPE).map(buildPersonne),
    },
  ];
}

function buildEnfant(enfant: PersonneTrouvee, aujourdhui: JourCivil): Trouvaille {
  return {
    href: `/enfants/${enfant.id}`,
    titre: formatPersonne(enfant),
    detail: [`${formatAge(enfant, aujourdhui)}, ${formatNaissance(enfant)}`, formatAutresNoms(enfant)]
      .filter(Boolean)
      .join(' · '),
    etiquette: `${enfant.numero}${enfant.closLe !== null && enfant.closLe < aujourdhui ? ' · fermé' : ''}`,
  };
}

function buildPersonne(personne: PersonneTrouvee): Trouvaille {
  return {
    href: `/personnes/${personne.id}`,
    titre: formatPersonne(personne),
    detail: [formatLiens(personne), formatNaissance(personne), formatAutresNoms(personne)].filter(Boolean).join(' · '),
  };
}

const LIENS_MONTRES = 3;

/** « mère de MARTIN Lou, MARTIN Tom » ; au-delà de trois enfants, le reste est compté. */
function formatLiens({ liens }: PersonneTrouvee): string {
  const parQualite = Map.groupBy(liens.slice(0, LIENS_MONTRES), ({ qualite }) => qualite);
  const dits = [...parQualite].map(
    ([qualite, lies]) =>
      `${LIBELLE_LIEN_QUALITE[qualite]} de ${lies.map(({ nom, prenom }) => formatPersonne({ nom, prenom, nomUsage: null })).join(', ')}`,
  );
  const reste = liens.length - LIENS_MONTRES;
  return [...dits, ...(reste > 0 ? [`et ${reste} autre${reste > 1 ? 's' : ''}`] : [])].join(', ');
}

function formatAutresNoms({ autresNoms }: PersonneTrouvee): string | null {
  return autresNoms && `aussi connu sous ${autresNoms}`;
}
