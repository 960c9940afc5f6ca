import { recordDistinction } from '#modules/rapprochement/index.server.ts';
import { Introuvable } from '#server/errors.ts';
import { Identifiant } from '#shared/identifiant.ts';
import { formatPersonne } from '#shared/nom-propre.ts';
import { Saisie } from '#web/gabarits/saisie.tsx';
import { actPage, readPage } from '#web/page.server.ts';
import { Bouton } from '#web/ui/bouton.tsx';
import { Radios } from '#web/ui/champ-choix.tsx';
import { ZoneTexte } from '#web/ui/champ-texte.tsx';
import { readValeur } from '#web/ui/choix.ts';
import { Etiquette } from '#web/ui/etiquette.tsx';
import { Tableau } from '#web/ui/tableau.tsx';
import { findFiches } from '../data/doublons-queries.server.ts';
import { fusionnerPersonnes } from '../data/fusion-commands.server.ts';
import { findParRecherche } from '../data/recherche-queries.server.ts';
import { canFusionner } from '../droits.ts';
import type { Route } from './+types/fusion.ts';
import { ChoixDeLaSeconde } from './fusion-choix.tsx';
import { buildComparaison, type Comparaison, findAGarder, formatDossier } from './fusion-view.ts';

/** Deux fiches côte à côte ; avec une seule, la page fait choisir l'autre. */
export function loader(args: Route.LoaderArgs) {
  return readPage(args, async (contexte) => {
    const { searchParams } = new URL(args.request.url);
    const ids = ['a', 'b'].flatMap((nom) => searchParams.get(nom) ?? []);
    const [a, b] = ids.every((id) => Identifiant.safeParse(id).success) ? await findFiches(contexte, ids) : [];
    if (!canFusionner(contexte.agent) || !a || (ids.length > 1 && !b) || a.id === b?.id)
      throw new Introuvable('Ces fiches sont absentes, ou hors de vos missions.');
    const q = searchParams.get('q')?.trim() || `${a.nom} ${a.prenom}`;
    const trouvees = b ? [] : (await findParRecherche(contexte, q, 20)).filter(({ id }) => id !== a.id);
    return { a, b: b ?? null, q, trouvees };
  });
}

export async function action(args: Route.ActionArgs) {
  const { searchParams } = new URL(args.request.url);
  const formulaire = await args.request.clone().formData();
  if (formulaire.get('intention') === 'distinguer') return distingue(args, searchParams);
  const gardeeId = formulaire.get('gardeeId');
  const absorbeeId = searchParams.get('a') === gardeeId ? searchParams.get('b') : searchParams.get('a');
  return actPage(args, {
    command: fusionnerPersonnes,
    avec: { absorbeeId },
    vers: ({ gardeeId: id }) => `/personnes/${id}`,
    fait: 'Les deux fiches n’en font plus qu’une. Vous pouvez encore les séparer, ci-dessous.',
  });
}

/** L'inverse d'une fusion : la paire quitte la liste, et aucune recherche ne la rapprochera plus. */
function distingue(args: Route.ActionArgs, searchParams: URLSearchParams) {
  return actPage(args, {
    command: recordDistinction,
    avec: { personneId: searchParams.get('a'), autreId: searchParams.get('b') },
    vers: () => '/personnes/doublons',
    fait: 'C’est gardé : ce sont deux personnes.',
  });
}

const FIL = [{ titre: 'Fiches en double', href: '/personnes/doublons' }];

export default function Fusion({ loaderData: { a, b, q, trouvees }, actionData }: Route.ComponentProps) {
  if (!b) return <ChoixDeLaSeconde a={a} q={q} trouvees={trouvees} fil={FIL} />;
  const { erreurs = {}, valeurs } = actionData ?? {};
  const choix = [a, b].map((fiche, rang) => ({
    valeur: fiche.id,
    libelle: `${rang === 0 ? 'La première' : 'La seconde'} : ${formatPersonne(fiche)}`,
    aide: formatDossier(fiche),
  }));
  return (
    <Saisie
      titre="Réunir deux fiches"
      acte="Réunir ces deux fiches"
      retour="/personnes/doublons"
      rendue={actionData}
      fil={FIL}
      autresActes={
        <Bouton name="intention" value="distinguer">
          Ce sont deux personnes
        </Bouton>
      }
      intro="Liens, foyers, missions, autorité parentale et noms passent à la fiche gardée ; rien n’est effacé, et l’on peut séparer ensuite."
    >
      <div className="champ">
        <CoteACote lignes={buildComparaison(a, b)} />
      </div>
      <Radios
        nom="gardeeId"
        libelle="Fiche à garder"
        aide="Son nom et sa naissance restent ; l’autre nom devient « aussi connu sous »."
        choix={choix}
        valeur={readValeur(valeurs, 'gardeeId', findAGarder(a, b).id)}
        erreur={erreurs.gardeeId ?? erreurs.absorbeeId}
        requis
      />
      <ZoneTexte
        nom="motif"
        libelle="Ce qui montre que c’est la même personne, ou que ce sont deux personnes"
        lignes={2}
        valeur={readValeur(valeurs, 'motif')}
        erreur={erreurs.motif}
        requis
      />
    </Saisie>
  );
}

function CoteACote({ lignes }: { lignes: readonly Comparaison[] }) {
  return (
    <Tableau
      legende="Les deux fiches côte à côte"
      lignes={lignes}
      cle={({ titre }) => titre}
      ton={({ differe }) => (differe ? 'bientot' : undefined)}
      colonnes={[
        {
          cle: 'quoi',
          titre: 'Quoi',
          cellule: ({ titre, differe }) => (
            <>
              {titre} {differe ? <Etiquette ton="bientot">diffère</Etiquette> : null}
            </>
          ),
        },
        { cle: 'a', titre: 'La première', cellule: ({ a }) => a },
        { cle: 'b', titre: 'La seconde', cellule: ({ b }) => b },
      ]}
    />
  );
}
