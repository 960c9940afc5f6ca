import { Form } from 'react-router';
import { TRANCHES } from '#modules/eaje/index.ts';
import { FIL_CRECHES, formatAdresseCreche } from '#modules/eaje/web/composants.tsx';
import { Saisie } from '#web/gabarits/saisie.tsx';
import { actPage, readPage } from '#web/page.server.ts';
import { Bloc } from '#web/ui/bloc.tsx';
import { Bouton, LienBouton } from '#web/ui/bouton.tsx';
import { ChampSelection } from '#web/ui/champ-choix.tsx';
import { ChampTexte } from '#web/ui/champ-texte.tsx';
import { buildChoix, buildChoixNommes } from '#web/ui/choix.ts';
import { readValeurs } from '#web/valeurs.ts';
import { closeGroupe, createSection, createUniteAccueil } from '../data/groupes-commands.server.ts';
import type { Route } from './+types/sections.ts';
import { getCrecheTenue } from './creche-tenue.server.ts';

const UNITE = 'unite';

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async (contexte) => {
    const { murs, unites, sections } = await getCrecheTenue(contexte, args.params.id);
    return { murs: { id: murs.id, nom: murs.nom }, unites, sections };
  });
}

/** Trois actes sur une page : retirer, créer une unité (aucune unité choisie), créer une section. */
export async function action(args: Route.ActionArgs) {
  const formulaire = await args.request.clone().formData();
  const commun = {
    avec: { etablissementId: args.params.id },
    vers: (id: string) => formatAdresseCreche(id, '/sections'),
  };
  if (formulaire.has('groupeId')) return actPage(args, { ...commun, command: closeGroupe, fait: 'Retirée.' });
  if (formulaire.get('uniteAccueilId') === UNITE)
    return actPage(args, { ...commun, command: createUniteAccueil, fait: 'Unité d’accueil créée.' });
  return actPage(args, { ...commun, command: createSection, fait: 'Section créée.' });
}

export default function Sections({ loaderData: { murs, unites, sections }, actionData }: Route.ComponentProps) {
  const { champ } = readValeurs(actionData, null);
  return (
    <Saisie
      titre="Tenir les unités et les sections"
      sous={murs.nom}
      fil={[FIL_CRECHES, { titre: murs.nom, href: formatAdresseCreche(murs.id) }]}
      acte="Ajouter"
      retour={formatAdresseCreche(murs.id, '#sections')}
      rendue={actionData}
      intro="Une unité d’accueil fonctionne à part et a soixante places au plus (CSP, art. R2324-46) ; une section est un groupe d’enfants dans une unité."
      cote={<Existants creche={murs.id} unites={unites} sections={sections} />}
    >
      <ChampTexte {...champ('nom')} libelle="Nom" requis taille="moyen" />
      <ChampSelection
        {...champ('uniteAccueilId')}
        libelle="Où"
        requis
        choix={[
          ...buildChoixNommes(unites.map(({ id, nom }) => ({ id, nom: `Une section de « ${nom} »` }))),
          { valeur: UNITE, libelle: 'Une nouvelle unité d’accueil' },
        ]}
      />
      <ChampSelection
        {...champ('tranche')}
        libelle="Âges de la section"
        vide="Sans objet pour une unité"
        choix={buildChoix(TRANCHES)}
      />
      <ChampTexte {...champ('places')} libelle="Places" requis taille="court" inputMode="numeric" />
    </Saisie>
  );
}

type Existant = Pick<Route.ComponentProps['loaderData'], 'unites' | 'sections'>;

function Existants({ creche, unites, sections }: Existant & { creche: string }) {
  return unites.map((unite) => (
    <Bloc key={unite.id} titre={`${unite.nom} (${unite.places} places)`}>
      <ul>
        {sections
          .filter(({ uniteAccueilId }) => uniteAccueilId === unite.id)
          .map(({ id, nom, tranche, places }) => (
            <li key={id}>
              <div>
                {nom}
                <small>{`${TRANCHES[tranche]}, ${places} places`}</small>
              </div>
              <a href={formatAdresseCreche(creche, `/sections/${id}`)} aria-label={`Corriger : ${nom}`}>
                Corriger
              </a>
              <Retirer id={id} nom={nom} />
            </li>
          ))}
      </ul>
      <LienBouton href={formatAdresseCreche(creche, `/sections/${unite.id}`)} petit>
        Corriger cette unité<span className="lecteur"> : {unite.nom}</span>
      </LienBouton>
      <Retirer id={unite.id} nom={unite.nom} libelle="Retirer cette unité" />
    </Bloc>
  ));
}

function Retirer({ id, nom, libelle = 'Retirer' }: { id: string; nom: string; libelle?: string }) {
  return (
    <Form method="post">
      <input type="hidden" name="groupeId" value={id} />
      <Bouton petit variante="discret" aria-label={`${libelle} : ${nom}`}>
        {libelle}
      </Bouton>
    </Form>
  );
}
