import { formatJour } from '#shared/jour-civil-format.ts';
import { Fiche } from '#web/gabarits/fiche.tsx';
import { readPage } from '#web/page.server.ts';
import { Bloc, LignesDeBloc } from '#web/ui/bloc.tsx';
import { LienBouton } from '#web/ui/bouton.tsx';
import { Etiquette } from '#web/ui/etiquette.tsx';
import { Avis, EtatVide } from '#web/ui/message.tsx';
import { type Colonne, Tableau } from '#web/ui/tableau.tsx';
import { listCorrections, listMandatementsDe } from '../data/depenses-queries.server.ts';
import { loadReglages } from '../data/reglages.server.ts';
import { canReadLigne, canTenirLigne } from '../droits.ts';
import type { Mandatement } from '../ligne-budget.ts';
import { formatCentimes } from '../rules/atterrissage.ts';
import { formatCloture } from '../rules/exercice.ts';
import type { Route } from './+types/engagement.ts';
import { readEngagement } from './acces.server.ts';
import { listFilLigne } from './fil.ts';
import { buildEngagementLu } from './ligne-view.ts';

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async (contexte) => {
    const { ligne, engagement } = await readEngagement(contexte, args.params.id, canReadLigne);
    const { tx, agent, aujourdhui } = contexte;
    const { joursComplementaires } = await loadReglages(contexte);
    const ecrit =
      canTenirLigne(agent, ligne) && formatCloture(ligne.exercice, aujourdhui, joursComplementaires) === null;
    return {
      ligne,
      engagement: buildEngagementLu(engagement),
      mandatements: (await listMandatementsDe(tx, engagement.id)).map((m) => ({ ...m, ecrit: ecrit && !m.annuleLe })),
      corrections: await listCorrections(tx, engagement.id),
      ecrit: ecrit && engagement.annuleLe === null,
    };
  });
}

type Donnees = Route.ComponentProps['loaderData'];

export default function EngagementLu({ loaderData }: Route.ComponentProps) {
  const { ligne, engagement, ecrit } = loaderData;
  const ici = `/creches/budget/engagements/${engagement.id}`;
  return (
    <Fiche
      titre={engagement.objet}
      sous={`Engagement du ${formatJour(engagement.jour, 'long')} · ${ligne.libelle} · ${ligne.creche}`}
      fil={listFilLigne(ligne)}
      actes={
        ecrit ? (
          <>
            <LienBouton href={`${ici}/mandater`} variante="principal">
              Mandater
            </LienBouton>
            <LienBouton href={`${ici}/corriger`}>Corriger l’engagement</LienBouton>
            <LienBouton href={`${ici}/corriger?annuler`}>Annuler l’engagement</LienBouton>
          </>
        ) : null
      }
      alertes={
        engagement.annuleLe ? (
          <Avis ton="neutre" titre={`Annulé le ${formatJour(engagement.annuleLe, 'long')}`}>
            {engagement.annulation}
          </Avis>
        ) : null
      }
      faits={[
        { titre: 'Engagé', valeur: engagement.montant, detail: engagement.par },
        { titre: 'Mandaté', valeur: engagement.mandate },
        { titre: 'Reste à mandater', valeur: engagement.reste },
        { titre: 'Répétition', valeur: engagement.pourExercice ? 'Vaut pour tout l’exercice' : 'Se répète' },
        ...(engagement.depassement
          ? [{ titre: 'Au-delà du disponible', valeur: engagement.depassement, ton: 'bientot' as const }]
          : []),
      ]}
      cote={<Corrections {...loaderData} />}
    >
      <h2>Mandatements</h2>
      <Mandatements {...loaderData} />
    </Fiche>
  );
}

type MandatementLu = Mandatement & { ecrit: boolean };

const COLONNES: readonly Colonne<MandatementLu>[] = [
  { cle: 'jour', titre: 'Mandaté le', cellule: ({ jour }) => formatJour(jour, 'court') },
  { cle: 'reference', titre: 'Référence', cellule: ({ reference }) => reference },
  { cle: 'montant', titre: 'Montant', nombre: true, cellule: ({ centimes }) => formatCentimes(centimes) },
  {
    cle: 'etat',
    titre: 'À savoir',
    cellule: ({ id, jour, annuleLe, annulation, ecrit }) => (
      <>
        {annuleLe ? (
          <>
            <Etiquette>annulé le {formatJour(annuleLe, 'court')}</Etiquette> <small>{annulation}</small>
          </>
        ) : null}
        {ecrit ? (
          <>
            <a href={`/creches/budget/mandatements/${id}/corriger`}>
              Corriger<span className="lecteur"> le mandatement du {formatJour(jour, 'long')}</span>
            </a>{' '}
            <a href={`/creches/budget/mandatements/${id}/corriger?annuler`}>
              Annuler<span className="lecteur"> le mandatement du {formatJour(jour, 'long')}</span>
            </a>
          </>
        ) : null}
      </>
    ),
  },
];

function Mandatements({ mandatements }: Donnees) {
  if (mandatements.length === 0)
    return <EtatVide titre="Rien n’est mandaté">Ce qui est payé sur cet engagement paraîtrait ici.</EtatVide>;
  return (
    <Tableau
      legende="Mandatements, du plus récent au plus ancien"
      colonnes={COLONNES}
      lignes={mandatements}
      cle={({ id }) => id}
    />
  );
}

function Corrections({ corrections }: Donnees) {
  return (
    <Bloc titre="Corrections">
      {corrections.length === 0 ? <p>Aucune : tout est tel qu’inscrit d’abord.</p> : null}
      <LignesDeBloc
        lignes={corrections.map((correction) => ({
          cle: correction.id,
          titre: `${formatJour(correction.le, 'long')} · ${correction.mandatementId ? 'mandatement' : 'engagement'}`,
          detail: `Avant : ${[formatJour(correction.avantJour, 'court'), correction.avantTexte, formatCentimes(correction.avantCentimes)].filter(Boolean).join(', ')}. ${correction.motif} (${correction.par})`,
        }))}
      />
    </Bloc>
  );
}
