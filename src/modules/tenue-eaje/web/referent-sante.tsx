import { Form } from 'react-router';
import { getCreche } from '#modules/eaje/index.server.ts';
import { canReadCreche, canTenirCreche } from '#modules/eaje/index.ts';
import { FIL_CRECHES, formatAdresseCreche } from '#modules/eaje/web/composants.tsx';
import { Introuvable } from '#server/errors.ts';
import { jourCivil } from '#shared/jour-civil.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { EnTetePage } from '#web/gabarits/en-tete-page.tsx';
import { Saisie } from '#web/gabarits/saisie.tsx';
import { actPage, readPage } from '#web/page.server.ts';
import { Bloc } from '#web/ui/bloc.tsx';
import { Bouton } from '#web/ui/bouton.tsx';
import { ChampJour, ChampTexte } from '#web/ui/champ-texte.tsx';
import { Etiquette } from '#web/ui/etiquette.tsx';
import { Tableau } from '#web/ui/tableau.tsx';
import { readValeurs } from '#web/valeurs.ts';
import { closeHeuresSante, listHeuresSante, recordHeuresSante } from '../data/referent-sante.server.ts';
import type { HeuresSante } from '../referent-sante.ts';
import type { Route } from './+types/referent-sante.ts';
import { buildPeriodesSante, formatHeures, type LigneDePeriode } from './referent-sante-view.ts';

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async ({ tx, agent, aujourdhui }) => {
    const { etab, murs } = await getCreche(tx, args.params.id, aujourdhui);
    if (!canReadCreche(agent, etab)) throw new Introuvable('Absente, ou hors de vos missions.');
    const heures = await listHeuresSante(tx, etab.id, jourCivil(`${Number(aujourdhui.slice(0, 4)) - 1}-01-01`));
    return {
      id: etab.id,
      nom: etab.nom,
      inscrites: murs.rsaiHeures,
      heures,
      periodes: buildPeriodesSante(etab, heures, aujourdhui),
      peut: canTenirCreche(agent, etab),
    };
  });
}

export async function action(args: Route.ActionArgs) {
  const formulaire = await args.request.clone().formData();
  const commun = {
    avec: { etablissementId: args.params.id },
    vers: (id: string) => formatAdresseCreche(id, '/referent-sante'),
  };
  if (formulaire.has('heuresId'))
    return actPage(args, { ...commun, command: closeHeuresSante, fait: 'Heures retirées.' });
  return actPage(args, { ...commun, command: recordHeuresSante, fait: 'Heures inscrites.' });
}

export default function ReferentSante({ loaderData, actionData }: Route.ComponentProps) {
  const { id, nom, heures, periodes, peut } = loaderData;
  const { champ } = readValeurs(actionData, null);
  const entete = {
    titre: 'Référent santé et accueil inclusif',
    sous: nom,
    fil: [FIL_CRECHES, { titre: nom, href: formatAdresseCreche(id) }],
  };
  return (
    <>
      {peut ? (
        <Saisie
          {...entete}
          acte="Inscrire les heures"
          retour={formatAdresseCreche(id, '#equipe')}
          rendue={actionData}
          intro="Les heures faites dans la crèche, un jour à la fois."
        >
          <ChampJour {...champ('jour')} libelle="Jour" requis />
          <ChampTexte
            {...champ('heures')}
            libelle="Heures"
            aide="Au quart d’heure : 2,5"
            requis
            taille="court"
            inputMode="decimal"
          />
        </Saisie>
      ) : (
        <EnTetePage {...entete} />
      )}
      <Tenue periodes={periodes} inscrites={loaderData.inscrites} />
      <section className="section">
        <Inscrites heures={heures} peut={peut} />
      </section>
    </>
  );
}

function Tenue({ periodes, inscrites }: { periodes: readonly LigneDePeriode[]; inscrites: number | null }) {
  return (
    <section className="section">
      <h2>Faites et dues</h2>
      <p>
        Des heures par an, dont une part chaque trimestre (CSP, art. R2324-39 et R2324-46-2). Le trimestre de l’année
        civile est à confirmer ; des heures en plus un trimestre n’en rachètent pas un autre.{' '}
        {inscrites === null ? 'La fiche ne dit pas combien sont prévues.' : `La fiche en prévoit ${inscrites} par an.`}
      </p>
      {periodes.length === 0 ? (
        <p>Sans autorisation en cours, rien n’est dû : les heures dues paraîtront avec elle.</p>
      ) : (
        <Tableau
          legende="Heures du référent santé, faites et dues"
          lignes={periodes}
          cle={({ cle }) => cle}
          colonnes={[
            { cle: 'nom', titre: 'Période', cellule: ({ nom }) => nom },
            { cle: 'faites', titre: 'Faites', nombre: true, cellule: ({ faites }) => faites },
            { cle: 'dues', titre: 'Dues', nombre: true, cellule: ({ dues }) => dues },
            { cle: 'etat', titre: 'État', cellule: ({ etat, ton }) => <Etiquette ton={ton}>{etat}</Etiquette> },
          ]}
        />
      )}
    </section>
  );
}

function Inscrites({ heures, peut }: { heures: readonly HeuresSante[]; peut: boolean }) {
  return (
    <Bloc titre={`Heures inscrites (${heures.length})`}>
      {heures.length === 0 ? <p className="petit">Aucune encore.</p> : null}
      <ul>
        {heures.map(({ id, jour, minutes }) => (
          <li key={id}>
            <div>
              {formatJour(jour, 'long')}
              <small>{formatHeures(minutes)}</small>
            </div>
            {peut ? (
              <Form method="post">
                <input type="hidden" name="heuresId" value={id} />
                <Bouton petit variante="discret" aria-label={`Retirer les heures du ${formatJour(jour, 'long')}`}>
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
