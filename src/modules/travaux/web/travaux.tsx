import { Form } from 'react-router';
import { Introuvable } from '#server/errors.ts';
import { formatInstantEcrit } from '#shared/instant.ts';
import { EnTetePage } from '#web/gabarits/en-tete-page.tsx';
import { actPage, readPage } from '#web/page.server.ts';
import { Bouton, LienBouton } from '#web/ui/bouton.tsx';
import { Etiquette } from '#web/ui/etiquette.tsx';
import { Avis, EtatVide } from '#web/ui/message.tsx';
import { type Colonne, Tableau } from '#web/ui/tableau.tsx';
import { recordRelance } from '../data/commands.server.ts';
import { listTravaux } from '../data/queries.server.ts';
import { canReadTravaux, canRecordRelance } from '../droits.ts';
import { ISSUES, JOURS_D_ECHECS, type Travail } from '../travail.ts';
import type { Route } from './+types/travaux.ts';
import { countEnEchec, formatBilan, formatDuree, formatTon } from './travaux-view.ts';

const PASSAGES = '/administration/travaux/passages';

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async ({ tx, agent }) => {
    if (!canReadTravaux(agent)) throw new Introuvable('Cette page n’existe pas.');
    const travaux = await listTravaux(tx);
    return { travaux: travaux.map((travail) => ({ ...travail, peut: canRecordRelance(agent, travail) })) };
  });
}

export const action = (args: Route.ActionArgs) =>
  actPage(args, {
    command: recordRelance,
    vers: () => '/administration/travaux',
    fait: 'Travail demandé : il passe dès que Marelle est libre, en quelques secondes.',
  });

type Ligne = Travail & { peut: boolean };

const COLONNES: readonly Colonne<Ligne>[] = [
  {
    cle: 'titre',
    titre: 'Travail',
    cellule: ({ nom, titre }) => (
      <>
        <a href={`${PASSAGES}?travail=${nom}`}>{titre}</a>
        <small>{nom}</small>
      </>
    ),
  },
  {
    cle: 'dernier',
    titre: 'Dernier passage',
    cellule: ({ dernier }) =>
      dernier ? (
        <>
          {formatInstantEcrit(dernier.debutLe)}
          <small>{formatDuree(dernier.dureeSecondes)}</small>
        </>
      ) : (
        <span className="zero">jamais</span>
      ),
  },
  { cle: 'issue', titre: 'Issue', cellule: (travail) => <DerniereIssue {...travail} /> },
  {
    cle: 'prochain',
    titre: 'Prochain passage',
    cellule: ({ prochainLe, attendu }) =>
      attendu ? 'dans un instant' : prochainLe ? formatInstantEcrit(prochainLe) : 'à la demande',
  },
  {
    cle: 'echecs',
    titre: `Échecs en ${JOURS_D_ECHECS} jours`,
    nombre: true,
    cellule: ({ nom, echecs }) => (
      <a href={`${PASSAGES}?travail=${nom}&issue=echec&jours=${JOURS_D_ECHECS}`}>{echecs}</a>
    ),
  },
  { cle: 'acte', titre: 'Acte', cellule: (travail) => <Relance {...travail} /> },
];

export default function Travaux({ loaderData: { travaux }, actionData }: Route.ComponentProps) {
  const enEchec = countEnEchec(travaux);
  const refus = Object.values(actionData?.erreurs ?? {}).join(' ');
  const peut = travaux.some((travail) => travail.peut);
  return (
    <>
      <EnTetePage
        titre="Travaux de fond"
        sous="Ce que Marelle fait d’elle-même, la nuit ou quand on le lui demande."
        actes={<LienBouton href={PASSAGES}>Tous les passages</LienBouton>}
      />
      {refus ? (
        <Avis ton="retard" titre="Ce travail n’a pas été demandé" annonce>
          {refus}
        </Avis>
      ) : null}
      {enEchec > 0 ? (
        <Avis ton="retard" titre={enEchec > 1 ? `${enEchec} travaux en échec` : 'Un travail en échec'}>
          La référence de la panne se retrouve dans les traces du serveur. Le travail se refait sans dommage.
        </Avis>
      ) : null}
      {travaux.length === 0 ? (
        <EtatVide titre="Aucun travail déclaré">
          Ils apparaîtront à l’ouverture d’une Marelle qui fait les travaux (MARELLE_TRAVAUX=oui).
        </EtatVide>
      ) : (
        <Tableau
          legende="Travaux de fond"
          lignes={travaux}
          cle={({ nom }) => nom}
          ton={({ dernier }) => (dernier?.issue === 'echec' ? 'retard' : undefined)}
          colonnes={COLONNES.filter(({ cle }) => peut || cle !== 'acte')}
        />
      )}
    </>
  );
}

function DerniereIssue({ dernier }: Travail) {
  if (!dernier) return null;
  return (
    <>
      <Etiquette ton={formatTon(dernier.issue)}>{ISSUES[dernier.issue]}</Etiquette>
      <small>{formatBilan(dernier)}</small>
      {dernier.reference ? <small>référence {dernier.reference}</small> : null}
    </>
  );
}

function Relance({ nom, titre, peut, attendu }: Ligne) {
  if (!peut || attendu) return null;
  return (
    <Form method="post">
      <Bouton petit name="travail" value={nom}>
        Relancer<span className="lecteur"> : {titre}</span>
      </Bouton>
    </Form>
  );
}
