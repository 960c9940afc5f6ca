import { Form } from 'react-router';
import { Introuvable } from '#server/errors.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { Saisie } from '#web/gabarits/saisie.tsx';
import { actPage, readPage } from '#web/page.server.ts';
import { Bloc } from '#web/ui/bloc.tsx';
import { Bouton } from '#web/ui/bouton.tsx';
import { Radios } from '#web/ui/champ-choix.tsx';
import { ChampJour, ZoneTexte } from '#web/ui/champ-texte.tsx';
import { buildChamp } from '#web/ui/choix.ts';
import { getDossier } from '../data/dossiers-queries.server.ts';
import { closePoint, recordPoint } from '../data/suites-commands.server.ts';
import { canDemander } from '../droits.ts';
import { isOuvert } from '../rules/transitions.ts';
import type { Route } from './+types/reouverture.ts';
import { formatAdresseDossier, listFilTravaux } from './adresses.ts';
import { listPoints } from './dossier-view.ts';

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async ({ tx, agent, aujourdhui }) => {
    const dossier = await getDossier(tx, args.params.id);
    if (!canDemander(agent, dossier) || !isOuvert(dossier.etat))
      throw new Introuvable('Absent, ou hors de vos missions.');
    return { dossier, points: listPoints(dossier), aujourdhui };
  });
}

export async function action(args: Route.ActionArgs) {
  const formulaire = await args.request.clone().formData();
  const commun = {
    avec: { dossierId: args.params.id },
    vers: (id: string) => formatAdresseDossier(id, '/reouverture'),
  };
  if (formulaire.has('pointId'))
    return actPage(args, { ...commun, command: closePoint, fait: 'Point retiré de la liste.' });
  return actPage(args, { ...commun, command: recordPoint, fait: 'Point tenu.' });
}

type Vue = Route.ComponentProps['loaderData'];

export default function ListeDeReouverture({ loaderData: vue, actionData }: Route.ComponentProps) {
  const { dossier, points, aujourdhui } = vue;
  const champ = buildChamp(actionData);
  const manquent = points.filter(({ tenu }) => tenu === null);
  return (
    <Saisie
      titre="Liste de contrôle de réouverture"
      sous={`${dossier.objet} · ${dossier.creche}`}
      fil={listFilTravaux(dossier, dossier)}
      acte="Inscrire ce point"
      retour={formatAdresseDossier(dossier.id, '#reouverture')}
      rendue={actionData}
      intro="La crèche ne rouvre pas tant qu’un point manque (TRV-03). Un point sans objet se tient aussi : dites pourquoi."
      cote={<Tenus {...vue} />}
    >
      {manquent.length === 0 ? (
        <p>Tous les points sont tenus : la crèche peut rouvrir.</p>
      ) : (
        <>
          <Radios
            {...champ('point')}
            libelle={
              manquent.length > 1 ? `Point tenu, des ${manquent.length} qui manquent` : 'Le point qui manque encore'
            }
            choix={manquent.map(({ point, libelle }) => ({ valeur: point, libelle }))}
            requis
          />
          <ChampJour {...champ('le', aujourdhui)} libelle="Le" requis />
          <ZoneTexte
            {...champ('preuve')}
            libelle="Preuve"
            lignes={2}
            aide="Le document, la mesure, qui l’a vu, et où c’est rangé."
            requis
          />
        </>
      )}
    </Saisie>
  );
}

function Tenus({ points }: Vue) {
  const tenus = points.filter(({ tenu }) => tenu !== null);
  return (
    <Bloc titre={`Tenus : ${tenus.length} sur ${points.length}`}>
      {tenus.length === 0 ? <p className="petit">Aucun encore.</p> : null}
      <ul>
        {tenus.map(({ libelle, tenu }) =>
          tenu ? (
            <li key={tenu.id}>
              <div>
                {libelle}
                <small>
                  le {formatJour(tenu.tenuLe, 'court')}, {tenu.par} : {tenu.preuve}
                </small>
              </div>
              <Form method="post">
                <input type="hidden" name="pointId" value={tenu.id} />
                <Bouton petit variante="discret" aria-label={`Retirer le point : ${libelle}`}>
                  Retirer
                </Bouton>
              </Form>
            </li>
          ) : null,
        )}
      </ul>
    </Bloc>
  );
}
