import { Form, redirect } from 'react-router';
import { formatHeure } from '#shared/instant.ts';
import { jourCivilDeInstant } from '#shared/jour-civil.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { EnTetePage } from '#web/gabarits/en-tete-page.tsx';
import { buildFait } from '#web/page.server.ts';
import { Bouton, LienBouton } from '#web/ui/bouton.tsx';
import { EtatVide } from '#web/ui/message.tsx';
import { Tableau } from '#web/ui/tableau.tsx';
import { closeBrouillon, listBrouillons } from '../data/brouillons.server.ts';
import type { Route } from './+types/brouillons.ts';
import { listBlocs } from './blocs.ts';
import { readPageDeCellule } from './saisie.server.ts';

export function loader(args: Route.LoaderArgs) {
  return readPageDeCellule(args, async (contexte) => {
    const brouillons = await listBrouillons(contexte);
    return brouillons.map(({ id, champs, gardeLe }) => ({
      id,
      qui:
        listBlocs(champs, 'mineurs')
          .map(({ prenom, nom }) => [prenom, nom].filter(Boolean).join(' '))
          .filter(Boolean)
          .join(', ') || 'Enfant encore sans nom',
      debut: String(champs.faits ?? '').slice(0, 120),
      garde: `${formatJour(jourCivilDeInstant(gardeLe), 'long')} à ${formatHeure(gardeLe)}`,
    }));
  });
}

export function action(args: Route.ActionArgs) {
  return readPageDeCellule(args, async (contexte) => {
    const formulaire = await args.request.formData();
    await closeBrouillon(contexte, String(formulaire.get('id')));
    return redirect('/informations/brouillons', {
      status: 303,
      headers: { 'Set-Cookie': buildFait('Le brouillon est supprimé.') },
    });
  });
}

export default function Brouillons({ loaderData: brouillons }: Route.ComponentProps) {
  return (
    <>
      <EnTetePage
        titre="Mes brouillons"
        sous="Ce que vous aviez commencé à recevoir. Vous seul les voyez."
        fil={[{ titre: 'Informations préoccupantes', href: '/informations' }]}
        actes={<LienBouton href="/informations/nouvelle">Recevoir une information</LienBouton>}
      />
      {brouillons.length === 0 ? (
        <EtatVide titre="Aucun brouillon">
          Ce que vous tapez en recevant une information se garde ici, jusqu’à ce que vous l’enregistriez.
        </EtatVide>
      ) : (
        <Tableau
          legende="Mes brouillons"
          lignes={brouillons}
          cle={({ id }) => id}
          colonnes={[
            {
              cle: 'qui',
              titre: 'Enfants',
              cellule: ({ id, qui }) => <a href={`/informations/nouvelle?brouillon=${id}`}>{qui}</a>,
            },
            { cle: 'debut', titre: 'Faits', cellule: ({ debut }) => debut },
            { cle: 'garde', titre: 'Gardé le', cellule: ({ garde }) => garde },
            {
              cle: 'actes',
              titre: 'Acte',
              cellule: ({ id, qui }) => (
                <Form method="post">
                  <input type="hidden" name="id" value={id} />
                  <Bouton petit>
                    Supprimer <span className="lecteur">le brouillon : {qui}</span>
                  </Bouton>
                </Form>
              ),
            },
          ]}
        />
      )}
    </>
  );
}
