import { Form } from 'react-router';
import { canUpdateEnfant } from '#modules/acces/index.ts';
import { readSaisie } from '#web/dossier/saisie.server.ts';
import { buildCadreDeSaisie } from '#web/dossier/saisie-view.ts';
import { Saisie } from '#web/gabarits/saisie.tsx';
import { actPage } from '#web/page.server.ts';
import { Bouton } from '#web/ui/bouton.tsx';
import { Radios } from '#web/ui/champ-choix.tsx';
import { ChampTexte } from '#web/ui/champ-texte.tsx';
import { buildChamp } from '#web/ui/choix.ts';
import { recordLien } from '../data/lien-commands.server.ts';
import { listLiens } from '../data/lien-queries.server.ts';
import { findParRecherche } from '../data/recherche-queries.server.ts';
import type { Route } from './+types/lien.ts';
import { ChampsLien } from './champs-lien.tsx';
import { buildConnus } from './lien-view.ts';

export function loader(args: Route.LoaderArgs) {
  const { id } = args.params;
  const q = new URL(args.request.url).searchParams.get('q')?.trim() ?? '';
  return readSaisie(args, canUpdateEnfant, async (contexte) => {
    const trouvees = q ? await findParRecherche(contexte, q) : [];
    const lies = (await listLiens(contexte, id)).map(({ personneId }) => personneId);
    return { q, connus: buildConnus(trouvees, [id, ...lies]) };
  });
}

export function action(args: Route.ActionArgs) {
  return actPage(args, {
    command: recordLien,
    avec: { enfantId: args.params.id },
    vers: (id) => `/enfants/${id}`,
    fait: 'La personne est ajoutée autour de l’enfant.',
  });
}

export default function LierPersonne({ loaderData, actionData }: Route.ComponentProps) {
  const champ = buildChamp(actionData);
  const { id, q, connus, aujourdhui } = loaderData;
  // Une seule réponse se propose ; entre plusieurs, c'est à la personne de choisir.
  const seule = connus.length === 1 ? connus[0]?.valeur : null;
  const cadre = buildCadreDeSaisie(loaderData);
  return (
    <Saisie
      {...cadre}
      titre="Lier une personne déjà connue"
      acte="Ajouter cette personne"
      rendue={actionData}
      cote={<Chercher id={id} q={q} />}
      intro={
        connus.length > 0
          ? 'Vérifiez qu’il s’agit bien de la même personne.'
          : q
            ? `Personne ne répond à « ${q} » parmi celles que vous voyez et qui ne sont pas déjà autour de l’enfant.`
            : 'Cherchez d’abord la personne par son nom ou sa naissance.'
      }
    >
      <Radios {...champ('personneId', seule)} libelle="Personne" choix={connus} requis />
      <ChampsLien champ={champ} aujourdhui={aujourdhui} />
      <ChampTexte {...champ('commentaire')} libelle="Précision" taille="long" />
    </Saisie>
  );
}

function Chercher({ id, q }: { id: string; q: string }) {
  return (
    <section className="bloc" aria-labelledby="chercher">
      <h2 id="chercher">Chercher la personne</h2>
      <Form method="get">
        <ChampTexte nom="q" libelle="Nom ou naissance" type="search" valeur={q} autoComplete="off" />
        <div className="saisie-boutons">
          <Bouton>Chercher</Bouton>
          <a href={`/enfants/${id}/proche`}>Elle n’est pas encore connue</a>
        </div>
      </Form>
    </section>
  );
}
