import { formatPersonne } from '#shared/nom-propre.ts';
import type { PersonneTrouvee } from '../data/recherche-queries.server.ts';
import { LIBELLE_LIEN_QUALITE } from '../lien.ts';
import { formatNaissance } from '../personne.ts';

type PersonneConnue = { valeur: string; libelle: string; aide: string };

/** Les personnes trouvées que l'on peut lier, avec de quoi ne pas se tromper de personne. */
export function buildConnus(trouvees: readonly PersonneTrouvee[], lies: readonly string[]): PersonneConnue[] {
  return trouvees
    .filter(({ id }) => !lies.includes(id))
    .map((personne) => ({
      valeur: personne.id,
      libelle: formatPersonne(personne),
      aide: [
        formatNaissance(personne),
        personne.numero && `dossier ${personne.numero}`,
        ...personne.liens.map(
          ({ qualite, nom, prenom }) =>
            `${LIBELLE_LIEN_QUALITE[qualite]} de ${formatPersonne({ nom, nomUsage: null, prenom })}`,
        ),
      ]
        .filter(Boolean)
        .join(' · '),
    }));
}
