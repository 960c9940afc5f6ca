import { Form } from 'react-router';
import { getInformationCible } from '#modules/informations-preoccupantes/index.server.ts';
import { formatAdresseInformation } from '#modules/informations-preoccupantes/web/composants.tsx';
import { listUnitesAChoisir } from '#modules/organisation/index.server.ts';
import { Introuvable } from '#server/errors.ts';
import { canDo } from '#shared/agent-en-session.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { formatTexte } from '#shared/texte-legal.ts';
import { Saisie } from '#web/gabarits/saisie.tsx';
import { actPage, readPage } from '#web/page.server.ts';
import { Bloc, LignesDeBloc } from '#web/ui/bloc.tsx';
import { Bouton, LienBouton } from '#web/ui/bouton.tsx';
import { AideEtErreur, formatIdDeChamp } from '#web/ui/champ.tsx';
import { ChampSelection } from '#web/ui/champ-choix.tsx';
import { ZoneTexte } from '#web/ui/champ-texte.tsx';
import { buildChamp, buildChoixNommes } from '#web/ui/choix.ts';
import { Avis } from '#web/ui/message.tsx';
import { Tableau } from '#web/ui/tableau.tsx';
import { recordAttribution } from '../data/attribution-commands.server.ts';
import { listCandidats, listDessertes, listEquipe, listPresences } from '../data/attribution-queries.server.ts';
import { canAttribuer } from '../droits.ts';
import { computeTerritoire, TEXTES_ATTRIBUTION } from '../rules/attribution.ts';
import type { Route } from './+types/attribution.ts';
import { buildCandidats, buildTerritoires, type CandidatVu } from './attribution-view.ts';

export { shouldRevalidate } from '#web/gabarits/revalidation.ts';

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async (contexte) => {
    const { agent, aujourdhui } = contexte;
    const cible = await getInformationCible(contexte, args.params.id);
    if (!canAttribuer(agent, cible)) throw new Introuvable('Cette page n’existe pas, ou vous n’y avez pas accès.');
    const parametres = new URL(args.request.url).searchParams;
    const { commune, dessertes } = await listDessertes(contexte, cible.id);
    const propose = computeTerritoire(commune, dessertes);
    const toutes = canDo(agent, 'ip.recueillir');
    const unites = (await listUnitesAChoisir(contexte)).filter(
      ({ id, nature }) => nature !== 'departement' && (toutes || agent.unites.includes(id)),
    );
    // La cellule confie d'abord là où l'adresse le dit ; l'encadrement garde ce qu'il a reçu.
    const defaut = toutes && cible.etat === 'qualifiee' ? (propose.uniteId ?? cible.uniteId) : cible.uniteId;
    const uniteId = unites.find(({ id }) => id === parametres.get('unite'))?.id ?? defaut;
    const presences = await listPresences(contexte);
    const candidats = await listCandidats(contexte, { uniteId, equipe: cible.evaluateurs });
    const { id, numero, version, etat } = cible;
    return {
      ...{ id, numero, version, etat },
      propose,
      unite: unites.find(({ id }) => id === uniteId)?.nom ?? null,
      desert: (presences.get(uniteId) ?? 0) === 0,
      territoires: buildTerritoires(unites, presences),
      uniteId,
      ...buildCandidats(candidats, { jour: aujourdhui, retenir: parametres.has('proposition'), choisis: null }),
      equipe: (await listEquipe(contexte, cible.id)).map(({ id, nom, du, au, motifFin }) => ({
        cle: `${id}-${du}`,
        titre: nom,
        detail: [
          au === null
            ? `depuis le ${formatJour(du, 'long')}`
            : `du ${formatJour(du, 'long')} au ${formatJour(au, 'long')}`,
          motifFin,
        ]
          .filter(Boolean)
          .join(' · '),
      })),
    };
  });
}

export async function action(args: Route.ActionArgs) {
  const sansEquipe = (await args.request.clone().formData()).get('acte') === 'territoire';
  return actPage(args, {
    command: recordAttribution,
    avec: { informationId: args.params.id, ...(sansEquipe ? { evaluateurs: [] } : {}) },
    vers: (id) => formatAdresseInformation(id, 'evaluation'),
    fait: sansEquipe
      ? 'L’information est confiée à ce territoire, qui nommera son équipe.'
      : 'L’évaluation est attribuée ; l’équipe en est avertie.',
  });
}

export default function Attribution({ loaderData, actionData }: Route.ComponentProps) {
  const { id, numero, etat, version, propose, unite, desert, territoires, uniteId } = loaderData;
  const { evaluateurs, autres, proposition, equipe } = loaderData;
  const champ = buildChamp(actionData);
  const choisis = actionData ? [actionData.valeurs.evaluateurs ?? []].flat() : null;
  return (
    <>
      <Saisie
        sous={numero}
        retour={formatAdresseInformation(id, 'evaluation')}
        fil={[
          { titre: 'Informations préoccupantes', href: '/informations' },
          { titre: numero, href: formatAdresseInformation(id) },
        ]}
        titre={etat === 'qualifiee' ? 'Attribuer l’évaluation' : 'Changer l’équipe ou le territoire'}
        acte={etat === 'qualifiee' ? 'Attribuer à cette équipe' : 'Enregistrer la nouvelle équipe'}
        rendue={actionData}
        version={version}
        autresActes={
          etat === 'qualifiee' ? (
            <Bouton name="acte" value="territoire">
              Confier au territoire, qui nommera l’équipe
            </Bouton>
          ) : null
        }
        cote={
          <>
            <Bloc titre="Le territoire">
              {propose.etapes.map((etape) => (
                <p key={etape}>{etape}</p>
              ))}
              <p>Textes : {TEXTES_ATTRIBUTION.map(formatTexte).join(' · ')}</p>
            </Bloc>
            {equipe.length > 0 ? (
              <Bloc titre="L’équipe et son histoire">
                <LignesDeBloc lignes={equipe} />
              </Bloc>
            ) : null}
          </>
        }
      >
        <input type="hidden" name="uniteId" value={uniteId} />
        <p>
          Évaluateurs pour <strong>{unite ?? 'l’unité choisie'}</strong>.{' '}
          <a href="#changer-territoire">Choisir un autre territoire</a>
        </p>
        <AideEtErreur id={formatIdDeChamp('uniteId')} erreur={actionData?.erreurs.uniteId} />
        {desert ? (
          <Avis ton="bientot" titre="Aucun évaluateur présent ce jour">
            {propose.uniteId === uniteId ? 'L’adresse mène ici, mais personne' : 'Personne'} dont c’est le métier n’y
            est présent. Choisissez un autre territoire, un autre professionnel
            {etat === 'qualifiee' ? ', ou confiez-la au territoire, qui nommera l’équipe' : ''}.
          </Avis>
        ) : null}
        {proposition.length > 0 ? (
          <Avis titre="Proposition">
            {proposition.join(' et ')} : les moins chargés des présents, de métiers différents.{' '}
            <LienBouton petit href={`?unite=${uniteId}&proposition=oui`}>
              Retenir cette proposition
            </LienBouton>
          </Avis>
        ) : null}
        <div id={formatIdDeChamp('evaluateurs')}>
          <AideEtErreur id="evaluateurs" erreur={actionData?.erreurs.evaluateurs} />
          <Candidats legende="Évaluateurs et psychologues du territoire" candidats={evaluateurs} choisis={choisis} />
          {autres.length > 0 ? (
            <details className="details" open={autres.some(({ id }) => choisis?.includes(id))}>
              <summary>Autres professionnels du territoire ({autres.length})</summary>
              <Candidats legende="Autres professionnels du territoire" candidats={autres} choisis={choisis} />
            </details>
          ) : null}
        </div>
        <ZoneTexte
          {...champ('motif')}
          libelle="Pourquoi ce choix"
          aide="Demandé si l’équipe ou le territoire change, s’il y a moins de deux évaluateurs ou un seul métier (IP-013, texte à confirmer)."
          lignes={3}
        />
      </Saisie>
      <section className="section bloc" aria-labelledby="changer-territoire">
        <h2 id="changer-territoire">Choisir un autre territoire</h2>
        <Form className="filtres" method="get">
          <ChampSelection
            nom="unite"
            libelle="Territoire"
            choix={buildChoixNommes(territoires)}
            valeur={uniteId}
            vide={null}
          />
          <Bouton>Voir ses évaluateurs</Bouton>
        </Form>
      </section>
    </>
  );
}

type CandidatsProps = { legende: string; candidats: readonly CandidatVu[]; choisis: readonly string[] | null };

function Candidats({ legende, candidats, choisis }: CandidatsProps) {
  if (candidats.length === 0) return <p>Aucun évaluateur ne tient de poste dans ce territoire ce jour.</p>;
  return (
    <Tableau
      legende={legende}
      lignes={candidats}
      cle={({ id }) => id}
      ton={({ absence }) => (absence ? 'bientot' : undefined)}
      colonnes={[
        {
          cle: 'nom',
          titre: 'Évaluateur',
          cellule: ({ id, nom, choisi }) => (
            <label className="choix">
              <input
                type="checkbox"
                name="evaluateurs[]"
                value={id}
                defaultChecked={choisis ? choisis.includes(id) : choisi}
              />
              <span>{nom}</span>
            </label>
          ),
        },
        { cle: 'metier', titre: 'Métier', cellule: ({ metier }) => metier },
        { cle: 'enCours', titre: 'En cours', nombre: true, cellule: ({ enCours }) => enCours },
        { cle: 'enRetard', titre: 'En retard', nombre: true, cellule: ({ enRetard }) => enRetard },
        { cle: 'absence', titre: 'Absence', cellule: ({ absence }) => absence },
        { cle: 'unite', titre: 'Unité', cellule: ({ unite }) => unite },
      ]}
    />
  );
}
