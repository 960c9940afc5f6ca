import { Form } from 'react-router';
import { getCreche } from '#modules/eaje/index.server.ts';
import { canReadCreche, canTenirCreche, type FermetureInscrite, MOTIFS_FERMETURE } from '#modules/eaje/index.ts';
import { FIL_CRECHES, formatAdresseCreche, formatFermeture, formatMotif } from '#modules/eaje/web/composants.tsx';
import { Introuvable } from '#server/errors.ts';
import { EnTetePage } from '#web/gabarits/en-tete-page.tsx';
import { Saisie } from '#web/gabarits/saisie.tsx';
import { actPage, readPage } from '#web/page.server.ts';
import { Bloc } from '#web/ui/bloc.tsx';
import { Bouton } from '#web/ui/bouton.tsx';
import { Radios } from '#web/ui/champ-choix.tsx';
import { ChampJour, ChampTexte } from '#web/ui/champ-texte.tsx';
import { buildChoix } from '#web/ui/choix.ts';
import { readValeurs } from '#web/valeurs.ts';
import { closeFermeture, recordFermeture } from '../data/groupes-commands.server.ts';
import type { Route } from './+types/fermetures.ts';

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async ({ tx, agent, aujourdhui }) => {
    const { etab, fermetures } = await getCreche(tx, args.params.id, aujourdhui);
    if (!canReadCreche(agent, etab)) throw new Introuvable('Absente, ou hors de vos missions.');
    return { id: etab.id, nom: etab.nom, fermetures: fermetures.toReversed(), peut: canTenirCreche(agent, etab) };
  });
}

export async function action(args: Route.ActionArgs) {
  const formulaire = await args.request.clone().formData();
  const commun = {
    avec: { etablissementId: args.params.id },
    vers: (id: string) => formatAdresseCreche(id, '/fermetures'),
  };
  if (formulaire.has('fermetureId'))
    return actPage(args, { ...commun, command: closeFermeture, fait: 'Fermeture retirée.' });
  return actPage(args, { ...commun, command: recordFermeture, fait: 'Fermeture enregistrée.' });
}

export default function Fermetures({ loaderData: { id, nom, fermetures, peut }, actionData }: Route.ComponentProps) {
  const { champ } = readValeurs(actionData, null);
  const entete = {
    titre: 'Fermetures',
    sous: nom,
    fil: [FIL_CRECHES, { titre: nom, href: formatAdresseCreche(id) }],
  };
  const liste = <Inscrites fermetures={fermetures} peut={peut} />;
  if (!peut)
    return (
      <>
        <EnTetePage {...entete} />
        {liste}
      </>
    );
  return (
    <Saisie
      {...entete}
      acte="Enregistrer la fermeture"
      retour={formatAdresseCreche(id)}
      rendue={actionData}
      intro="Les jours fériés ferment déjà la crèche : ne les inscrivez pas."
      cote={liste}
    >
      <ChampJour {...champ('du')} libelle="Premier jour" requis />
      <ChampJour {...champ('au')} libelle="Dernier jour" aide="Vide : un seul jour" />
      <Radios {...champ('motif')} libelle="Motif" requis choix={buildChoix(MOTIFS_FERMETURE)} />
      <ChampTexte {...champ('libelle')} libelle="Précision" />
    </Saisie>
  );
}

function Inscrites({ fermetures, peut }: { fermetures: readonly FermetureInscrite[]; peut: boolean }) {
  return (
    <Bloc titre={`Fermetures inscrites (${fermetures.length})`}>
      {fermetures.length === 0 ? <p className="petit">Aucune encore.</p> : null}
      <ul>
        {fermetures.map(({ id, du, au, motif, libelle }) => (
          <li key={id}>
            <div>
              {formatFermeture({ du, au })}
              <small>{formatMotif(motif, libelle)}</small>
            </div>
            {peut ? (
              <Form method="post">
                <input type="hidden" name="fermetureId" value={id} />
                <Bouton petit variante="discret" aria-label={`Retirer la fermeture ${formatFermeture({ du, au })}`}>
                  Retirer
                </Bouton>
              </Form>
            ) : null}
          </li>
        ))}
      </ul>
    </Bloc>
  );
}
