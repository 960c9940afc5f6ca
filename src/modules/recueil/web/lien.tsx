import { Form } from 'react-router';
import { getFicheInformation } from '#modules/informations-preoccupantes/index.server.ts';
import { canConduire, LIBELLE_ETAT, LIBELLE_LIEN } from '#modules/informations-preoccupantes/index.ts';
import { formatAdresseInformation } from '#modules/informations-preoccupantes/web/composants.tsx';
import { Saisie } from '#web/gabarits/saisie.tsx';
import { actPage } from '#web/page.server.ts';
import { Bloc, LignesDeBloc } from '#web/ui/bloc.tsx';
import { Bouton } from '#web/ui/bouton.tsx';
import { ChampTexte } from '#web/ui/champ-texte.tsx';
import { readValeur } from '#web/ui/choix.ts';
import { closeLien, recordLien } from '../data/lien-commands.server.ts';
import type { Route } from './+types/lien.ts';
import { readPageDActe } from './acte.server.ts';
import { buildSur } from './page-acte.tsx';

export function loader(args: Route.LoaderArgs) {
  return readPageDActe(args, canConduire, async (contexte, { id }) => {
    const { liees } = await getFicheInformation(contexte, id);
    return {
      liees: liees.map((liee) => ({
        id: liee.id,
        numero: liee.numero,
        detail: `${LIBELLE_LIEN[liee.nature]} · ${LIBELLE_ETAT[liee.etat]}`,
      })),
    };
  });
}

export async function action(args: Route.ActionArgs) {
  const avec = { id: args.params.id };
  const vers = (id: string) => formatAdresseInformation(id, 'lien');
  const retire = (await args.request.clone().formData()).has('lieeId');
  return retire
    ? actPage(args, { command: closeLien, avec, vers, fait: 'Le lien est retiré.' })
    : actPage(args, { command: recordLien, avec, vers, fait: 'Les deux informations sont reliées.' });
}

export default function Relier({ loaderData, actionData }: Route.ComponentProps) {
  const { erreurs = {}, valeurs } = actionData ?? {};
  const { version: _, ...sur } = buildSur(loaderData);
  return (
    <Saisie
      titre="Relier à une autre information"
      acte="Relier"
      {...sur}
      rendue={actionData}
      cote={<LiensFaits liees={loaderData.liees} />}
    >
      <ChampTexte
        nom="numero"
        libelle="Numéro de l’autre information"
        aide="Par exemple IP-2026-00042"
        valeur={readValeur(valeurs, 'numero')}
        erreur={erreurs.numero}
        requis
      />
      <ChampTexte
        nom="note"
        libelle="Ce qui les relie"
        taille="long"
        valeur={readValeur(valeurs, 'note')}
        erreur={erreurs.note}
        requis
      />
    </Saisie>
  );
}

function LiensFaits({ liees }: { liees: Route.ComponentProps['loaderData']['liees'] }) {
  return (
    <Bloc titre="Déjà reliées">
      {liees.length === 0 ? (
        <p>Aucune information n’est reliée à celle-ci.</p>
      ) : (
        <LignesDeBloc
          lignes={liees.map(({ id, numero, detail }) => ({
            cle: id,
            titre: <a href={formatAdresseInformation(id)}>{numero}</a>,
            detail,
            fin: (
              <Form method="post">
                <input type="hidden" name="lieeId" value={id} />
                <Bouton petit variante="discret">
                  Retirer <span className="lecteur">le lien avec {numero}</span>
                </Bouton>
              </Form>
            ),
          }))}
        />
      )}
    </Bloc>
  );
}
