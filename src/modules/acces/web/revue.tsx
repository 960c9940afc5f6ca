import { Form } from 'react-router';
import { Introuvable } from '#server/errors.ts';
import { EnTetePage } from '#web/gabarits/en-tete-page.tsx';
import { actPage, readPage } from '#web/page.server.ts';
import { Bouton, LienBouton } from '#web/ui/bouton.tsx';
import { BoutonImprimer } from '#web/ui/bouton-imprimer.tsx';
import { Etiquette } from '#web/ui/etiquette.tsx';
import { Avis, EtatVide } from '#web/ui/message.tsx';
import { LIBELLE_REVUE } from '../bris-de-glace.ts';
import { recordRevue } from '../data/bris-de-glace-commands.server.ts';
import { listMoisARevoir } from '../data/bris-de-glace-queries.server.ts';
import { listBrisDuMois } from '../data/consultations-queries.server.ts';
import { canReadRevue } from '../droits.ts';
import type { Route } from './+types/revue.ts';
import { buildLigneDeRevue, formatComptes, formatMois, type LigneDeRevue, readMois } from './revue-view.ts';

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async (contexte) => {
    const { agent, aujourdhui } = contexte;
    if (!canReadRevue(agent)) throw new Introuvable('Cette page n’existe pas, ou vous n’y avez pas accès.');
    const demande = readMois(args.request.url, aujourdhui);
    const brises = await listBrisDuMois(contexte, demande.mois);
    const autres = (await listMoisARevoir(contexte)).filter(({ mois }) => mois !== demande.mois);
    return {
      ...demande,
      comptes: formatComptes(brises),
      lignes: brises.map((bris) => buildLigneDeRevue(bris, agent)),
      autres: autres.map(({ mois, nombre }) => ({ mois, libelle: `${formatMois(mois)} (${nombre})` })),
    };
  });
}

export function action(args: Route.ActionArgs) {
  const { search } = new URL(args.request.url);
  return actPage(args, {
    command: recordRevue,
    vers: () => `/bris-de-glace/revue${search}`,
    fait: 'La revue est enregistrée.',
  });
}

const adresse = (mois: string) => `/bris-de-glace/revue?mois=${mois}`;

export default function RevueDesUrgences({ loaderData, actionData }: Route.ComponentProps) {
  const { titre, comptes, lignes, mois, avant, apres, autres } = loaderData;
  return (
    <>
      <EnTetePage
        titre={`Ouvertures en urgence, ${titre}`}
        sous={`${comptes}. Celles qui restent à revoir sont en tête.`}
        actes={
          <>
            <LienBouton petit href={adresse(avant)}>
              Mois précédent
            </LienBouton>
            <LienBouton petit href={adresse(apres)}>
              Mois suivant
            </LienBouton>
            <LienBouton petit download href={`/bris-de-glace/revue.xlsx?mois=${mois}`}>
              Exporter vers Excel
            </LienBouton>
            <BoutonImprimer />
          </>
        }
      />
      {actionData ? (
        <Avis ton="retard" annonce>
          {Object.values(actionData.erreurs).join(' ')}
        </Avis>
      ) : null}
      {autres.length > 0 ? <ResteARevoir autres={autres} /> : null}
      {lignes.length === 0 ? (
        <EtatVide titre="Aucune ouverture en urgence ce mois-ci">
          Chaque bris de glace apparaîtra ici, avec sa raison, pour être revu.
        </EtatVide>
      ) : null}
      {lignes.map((ligne) => (
        <UneOuverture key={ligne.id} ligne={ligne} />
      ))}
    </>
  );
}

function ResteARevoir({ autres }: { autres: readonly { mois: string; libelle: string }[] }) {
  return (
    <Avis ton="bientot" titre="Il en reste à revoir d’autres mois">
      <ul>
        {autres.map((autre) => (
          <li key={autre.mois}>
            <a href={adresse(autre.mois)}>{autre.libelle}</a>
          </li>
        ))}
      </ul>
    </Avis>
  );
}

function UneOuverture({ ligne }: { ligne: LigneDeRevue }) {
  return (
    <section className="bloc">
      <h2>
        {ligne.agent} · dossier {ligne.dossier} <Etiquette ton={ligne.ton}>{ligne.verdict}</Etiquette>
      </h2>
      <p>
        {ligne.quand}, pour {ligne.duree} · {ligne.motif}
      </p>
      <p>« {ligne.explication} »</p>
      {ligne.conclusion ? (
        <p>
          <small>{ligne.conclusion}</small>
        </p>
      ) : null}
      {ligne.ouverte ? <Verdict ligne={ligne} /> : null}
      {ligne.sienne ? (
        <p>
          <small>C’est votre ouverture : une autre personne la reverra.</small>
        </p>
      ) : null}
    </section>
  );
}

function Verdict({ ligne: { id, agent, dossier } }: { ligne: LigneDeRevue }) {
  return (
    <Form method="post" className="filtres" aria-label={`Conclure la revue : ${agent}, dossier ${dossier}`}>
      <input type="hidden" name="brisId" value={id} />
      <div className="champ">
        <label>
          Commentaire
          <input type="text" name="commentaire" maxLength={1000} autoComplete="off" />
        </label>
      </div>
      {Object.entries(LIBELLE_REVUE).map(([valeur, libelle]) => (
        <Bouton key={valeur} petit name="revue" value={valeur}>
          {libelle.charAt(0).toLocaleUpperCase('fr') + libelle.slice(1)}
        </Bouton>
      ))}
    </Form>
  );
}
