import { Introuvable } from '#server/errors.ts';
import { formatInstantEcrit } from '#shared/instant.ts';
import { EnTetePage } from '#web/gabarits/en-tete-page.tsx';
import { actPage, readPage } from '#web/page.server.ts';
import { Bouton, LienBouton } from '#web/ui/bouton.tsx';
import { Etiquette } from '#web/ui/etiquette.tsx';
import { EtatVide } from '#web/ui/message.tsx';
import { Tableau } from '#web/ui/tableau.tsx';
import { revoquerJeton } from '../data/commands.server.ts';
import { type JetonResume, listJetons } from '../data/queries.server.ts';
import { canUpdateJeton } from '../droits.ts';
import type { Route } from './+types/jetons.ts';

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async ({ tx, agent }) => {
    if (!canUpdateJeton(agent)) throw new Introuvable('Cette page n’existe pas.');
    return { jetons: await listJetons(tx) };
  });
}

export const action = (args: Route.ActionArgs) =>
  actPage(args, { command: revoquerJeton, vers: () => '/jetons', fait: 'Jeton révoqué : il n’ouvre plus rien.' });

export default function Jetons({ loaderData: { jetons } }: Route.ComponentProps) {
  return (
    <>
      <EnTetePage
        titre="Jetons de l’API"
        sous="Ce qui ouvre Marelle à un autre système, dans les bornes qu’on lui donne."
        actes={
          <LienBouton variante="principal" href="/jetons/nouveau">
            Donner un jeton
          </LienBouton>
        }
      />
      {jetons.length === 0 ? (
        <EtatVide titre="Aucun jeton">Un jeton se donne à un agent de service, avec ses portées et son terme.</EtatVide>
      ) : (
        <Tableau
          legende="Jetons de l’API"
          lignes={jetons}
          cle={({ id }) => id}
          colonnes={[
            { cle: 'nom', titre: 'Pour', cellule: ({ nom }) => nom },
            { cle: 'agent', titre: 'Agent de service', cellule: ({ agent }) => agent },
            { cle: 'portees', titre: 'Portées', cellule: ({ portees }) => portees.join(', ') },
            { cle: 'terme', titre: 'Terme', cellule: ({ expireLe }) => formatInstantEcrit(expireLe) },
            {
              cle: 'usage',
              titre: 'Dernier usage',
              cellule: ({ dernierUsageLe }) => (dernierUsageLe ? formatInstantEcrit(dernierUsageLe) : 'jamais'),
            },
            { cle: 'etat', titre: 'État', cellule: (jeton) => <Etat {...jeton} /> },
          ]}
        />
      )}
    </>
  );
}

function Etat({ id, nom, revoqueLe, expire }: JetonResume) {
  if (revoqueLe) return <Etiquette ton="retard">Révoqué</Etiquette>;
  if (expire) return <Etiquette>Terme passé</Etiquette>;
  return (
    <form method="post">
      <Bouton petit variante="danger" name="jetonId" value={id}>
        Révoquer<span className="lecteur"> le jeton {nom}</span>
      </Bouton>
    </form>
  );
}
