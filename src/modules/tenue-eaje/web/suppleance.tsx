import { canAssurerContinuite, LIBELLES_METIER } from '#modules/eaje/index.ts';
import { FIL_CRECHES, formatAdresseCreche } from '#modules/eaje/web/composants.tsx';
import { formatNom } from '#shared/nom-propre.ts';
import { Saisie } from '#web/gabarits/saisie.tsx';
import { actPage, readPage } from '#web/page.server.ts';
import { ChampTexte } from '#web/ui/champ-texte.tsx';
import { EtatVide } from '#web/ui/message.tsx';
import { readValeurs } from '#web/valeurs.ts';
import { recordSuppleance } from '../data/professionnels-commands.server.ts';
import { formatOrdreLu } from '../professionnel-saisie.ts';
import type { Route } from './+types/suppleance.ts';
import { getCrecheTenue } from './creche-tenue.server.ts';

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async (contexte) => {
    const { murs, equipe, suppleance, etab } = await getCrecheTenue(contexte, args.params.id);
    const aptes = equipe.filter(
      (pro) => pro.etablissementId === etab.id && canAssurerContinuite(pro, contexte.aujourdhui),
    );
    return {
      murs: { id: murs.id, nom: murs.nom },
      version: formatOrdreLu(suppleance),
      aptes: aptes.map(({ id, nom, prenom, metier, categorie }) => ({
        id,
        nom: formatNom(nom, prenom),
        aide: `${LIBELLES_METIER[metier]}, catégorie ${categorie}`,
        rang: suppleance.indexOf(id) + 1,
      })),
    };
  });
}

export function action(args: Route.ActionArgs) {
  return actPage(args, {
    command: recordSuppleance,
    avec: { etablissementId: args.params.id },
    vers: (id) => formatAdresseCreche(id),
    fait: 'Ordre de suppléance enregistré.',
  });
}

export default function OrdreDeSuppleance({ loaderData: { murs, aptes, version }, actionData }: Route.ComponentProps) {
  const enregistre = Object.fromEntries(aptes.map(({ id, rang }) => [`rang.${id}`, rang > 0 ? String(rang) : '']));
  const noms = Object.fromEntries(aptes.map(({ id, nom }) => [nom, `rang.${id}`]));
  const { erreurs, v, saisi } = readValeurs(actionData, enregistre, noms);
  return (
    <Saisie
      titre="Fixer l’ordre de suppléance"
      sous={murs.nom}
      fil={[FIL_CRECHES, { titre: murs.nom, href: formatAdresseCreche(murs.id) }]}
      acte="Enregistrer l’ordre"
      retour={formatAdresseCreche(murs.id)}
      rendue={actionData}
      saisi={saisi}
      version={version}
      intro="Qui assure la continuité quand la direction est absente : une personne de catégorie 1, à défaut de catégorie 2 avec un an d’expérience (CSP, art. R2324-36). Un rang vide : elle n’est pas appelée la première."
    >
      {aptes.length === 0 ? (
        <EtatVide titre="Personne d’apte">
          Les professionnels de catégorie 1, ou de catégorie 2 depuis un an, apparaîtront ici.
        </EtatVide>
      ) : null}
      {aptes.map(({ id, nom, aide }) => (
        <ChampTexte
          key={id}
          nom={`rang.${id}`}
          libelle={nom}
          aide={aide}
          taille="court"
          inputMode="numeric"
          valeur={v(`rang.${id}`)}
          erreur={erreurs[`rang.${id}`]}
        />
      ))}
    </Saisie>
  );
}
