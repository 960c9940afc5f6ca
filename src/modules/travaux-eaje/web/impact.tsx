import { Introuvable } from '#server/errors.ts';
import { Saisie } from '#web/gabarits/saisie.tsx';
import { actPage, readPage } from '#web/page.server.ts';
import { Bloc, LignesDeBloc } from '#web/ui/bloc.tsx';
import { ChampTexte } from '#web/ui/champ-texte.tsx';
import { buildChamp } from '#web/ui/choix.ts';
import { Details, EtapesDeCalcul } from '#web/ui/details.tsx';
import { Faits } from '#web/ui/faits.tsx';
import { Avis } from '#web/ui/message.tsx';
import { recordImpact } from '../data/dossiers-commands.server.ts';
import { getDossier } from '../data/dossiers-queries.server.ts';
import { listHotes } from '../data/hotes-queries.server.ts';
import { findChiffrage } from '../data/impact.server.ts';
import { formatJoursOuverts } from '../dossier-travaux.ts';
import { canDecider } from '../droits.ts';
import type { Route } from './+types/impact.ts';
import { formatAdresseDossier, listFilTravaux } from './adresses.ts';
import { formatPerte } from './dossier-view.ts';
import { formatGel, formatHeures } from './dossiers-view.ts';

const HOTES_MONTREES = 8;

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async (contexte) => {
    const dossier = await getDossier(contexte.tx, args.params.id);
    if (!canDecider(contexte.agent, dossier)) throw new Introuvable('Absent, ou hors de vos missions.');
    const chiffrage = await findChiffrage(contexte, dossier);
    const hotes = chiffrage?.gel ? await listHotes(contexte, dossier, chiffrage.gel) : [];
    return { dossier, chiffrage: chiffrage ?? null, hotes };
  });
}

export function action(args: Route.ActionArgs) {
  return actPage(args, {
    command: recordImpact,
    avec: { dossierId: args.params.id },
    vers: (id) => formatAdresseDossier(id),
    fait: 'Impact arrêté : le dossier peut avancer.',
  });
}

type Vue = Route.ComponentProps['loaderData'];

export default function ChiffrerImpact({ loaderData: vue, actionData }: Route.ComponentProps) {
  const { dossier, chiffrage } = vue;
  const champ = buildChamp(actionData);
  return (
    <Saisie
      titre="Chiffrer l’impact"
      sous={`${dossier.objet} · ${dossier.creche} · ${formatGel(dossier)}`}
      fil={listFilTravaux(dossier, dossier)}
      acte="Arrêter ce chiffrage"
      retour={formatAdresseDossier(dossier.id)}
      rendue={actionData}
      cote={<Hotes {...vue} />}
    >
      {chiffrage === null ? (
        <Avis ton="bientot" titre="Les dates manquent">
          <a href={formatAdresseDossier(dossier.id, '/corriger')}>
            Dites quand les travaux commencent et quand la crèche rouvrirait
          </a>{' '}
          : l’impact s’en calcule.
        </Avis>
      ) : (
        <>
          <Chiffres chiffrage={chiffrage} />
          <ChampTexte
            {...champ('agents', String(dossier.impact?.agents ?? chiffrage.agents))}
            libelle="Agents à redéployer"
            taille="court"
            inputMode="numeric"
            aide="Toute l’équipe quand la crèche ferme ; sinon, à votre appréciation"
          />
        </>
      )}
    </Saisie>
  );
}

function Chiffres({ chiffrage: { impact, perte } }: { chiffrage: NonNullable<Vue['chiffrage']> }) {
  return (
    <>
      <Faits
        faits={[
          { titre: 'Jours ouverts', valeur: impact.joursOuverts },
          { titre: 'Heures-places gelées', valeur: formatHeures(impact.minutesGelees) },
          {
            titre: 'Heures d’accueil perdues',
            valeur: formatHeures(impact.minutesPerdues),
            detail: 'avant relogement',
          },
          {
            titre: 'Enfants à reloger',
            valeur: impact.enfants,
            detail: impact.totale ? 'la crèche ferme' : 'au plus chargé',
          },
          { titre: 'Recette perdue, estimée', valeur: formatPerte(perte.centimes), detail: 'à confirmer' },
        ]}
      />
      <Details titre="Comment la recette perdue est estimée">
        <EtapesDeCalcul etapes={perte.methode} textes={[]} />
      </Details>
    </>
  );
}

function Hotes({ hotes }: Vue) {
  return (
    <Bloc titre="Crèches hôtes possibles">
      {hotes.length === 0 ? <p>Aucune autre crèche du territoire, ou aucune place gelée.</p> : null}
      <LignesDeBloc
        lignes={hotes.slice(0, HOTES_MONTREES).map(({ id, nom, places, joursOuverts }) => ({
          cle: id,
          titre: <a href={`/creches/${id}`}>{nom}</a>,
          detail: `${formatJoursOuverts(joursOuverts)} pendant les travaux`,
          fin: <span className="nombre">{`${places} place${places > 1 ? 's' : ''}`}</span>,
        }))}
      />
      <p className="petit">
        Ce qui reste à toute heure, chaque jour des travaux, sans passer la capacité (CAP-05, CAP-06).
      </p>
    </Bloc>
  );
}
