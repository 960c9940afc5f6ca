import { formatPersonne } from '#shared/nom-propre.ts';
import { EnTetePage } from '#web/gabarits/en-tete-page.tsx';
import { Bouton } from '#web/ui/bouton.tsx';
import { ChampTexte } from '#web/ui/champ-texte.tsx';
import { EtatVide } from '#web/ui/message.tsx';
import { Tableau } from '#web/ui/tableau.tsx';
import type { FicheComparee } from '../data/doublons-queries.server.ts';
import type { PersonneTrouvee } from '../data/recherche-queries.server.ts';
import { formatNaissance } from '../personne.ts';

type ChoixProps = {
  a: FicheComparee;
  q: string;
  trouvees: readonly PersonneTrouvee[];
  fil: readonly { titre: string; href: string }[];
};

/** Trouver l'autre fiche de la même personne, quand les noms ne se ressemblent pas assez pour être proposés. */
export function ChoixDeLaSeconde({ a, q, trouvees, fil }: ChoixProps) {
  return (
    <>
      <EnTetePage
        titre={`L’autre fiche de ${formatPersonne(a)}`}
        sous="Cherchez-la par son nom, un autre nom ou sa naissance"
        fil={fil}
      />
      <form className="filtres" action="/personnes/fusion" aria-label="Chercher l’autre fiche">
        <input type="hidden" name="a" value={a.id} />
        <ChampTexte nom="q" libelle="Nom, naissance, numéro" type="search" valeur={q} autoComplete="off" />
        <Bouton>Chercher</Bouton>
      </form>
      {trouvees.length === 0 ? (
        <EtatVide titre="Aucune autre fiche ne répond">Essayez un autre nom, ou la date de naissance.</EtatVide>
      ) : (
        <Tableau
          legende="Fiches trouvées"
          lignes={trouvees}
          cle={({ id }) => id}
          colonnes={[
            {
              cle: 'nom',
              titre: 'Fiche',
              cellule: (fiche) => <a href={`/personnes/fusion?a=${a.id}&b=${fiche.id}`}>{formatPersonne(fiche)}</a>,
            },
            { cle: 'naissance', titre: 'Naissance', cellule: formatNaissance },
            { cle: 'dossier', titre: 'Dossier', cellule: ({ numero }) => numero ?? 'sans dossier' },
          ]}
        />
      )}
    </>
  );
}
