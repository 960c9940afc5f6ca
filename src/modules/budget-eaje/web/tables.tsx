import { formatJour } from '#shared/jour-civil-format.ts';
import { Etiquette } from '#web/ui/etiquette.tsx';
import { EtatVide } from '#web/ui/message.tsx';
import { type Colonne, Tableau } from '#web/ui/tableau.tsx';
import { NATURES_LIGNE } from '../ligne-budget.ts';
import { formatCentimes } from '../rules/atterrissage.ts';
import { COURTES } from './formats.ts';
import type { EngagementLu, LigneLue, ServiceLu } from './ligne-view.ts';

const renderMontant = (centimes: number, taux: string) => (
  <>
    <span className="insecable">{formatCentimes(centimes)}</span> <small className="insecable">{taux} %</small>
  </>
);

const COLONNES_LIGNES: readonly Colonne<LigneLue>[] = [
  {
    cle: 'libelle',
    titre: 'Ligne',
    cellule: ({ id, libelle, nature, imputation }) => (
      <>
        <a href={`/creches/budget/lignes/${id}`}>{libelle}</a>{' '}
        <small>
          {NATURES_LIGNE[nature]}
          {imputation ? ` · ${imputation}` : ''}
        </small>
      </>
    ),
  },
  { cle: 'tenue', titre: 'Tenue par', cellule: ({ tenue }) => tenue },
  { cle: 'budget', titre: 'Budget', nombre: true, cellule: ({ budgetCentimes }) => formatCentimes(budgetCentimes) },
  {
    cle: 'engage',
    titre: 'Engagé',
    nombre: true,
    cellule: (l) => renderMontant(l.engageCentimes, l.engagement),
  },
  {
    cle: 'mandate',
    titre: 'Mandaté',
    nombre: true,
    cellule: (l) => renderMontant(l.mandateCentimes, l.realisation),
  },
  { cle: 'disponible', titre: 'Reste', nombre: true, cellule: ({ disponible }) => disponible },
  {
    cle: 'atterrissage',
    titre: 'Atterrissage',
    nombre: true,
    cellule: ({ atterrissage, taux, alerte, ton }) => (
      <>
        <span className="insecable">{atterrissage}</span>{' '}
        {alerte ? (
          <Etiquette ton={ton}>
            {taux} % · {COURTES[alerte]}
          </Etiquette>
        ) : (
          <small className="insecable">{taux} %</small>
        )}
      </>
    ),
  },
];

export function Lignes({ lignes }: { lignes: readonly LigneLue[] }) {
  return (
    <Tableau
      legende="Lignes budgétaires de la crèche"
      colonnes={COLONNES_LIGNES}
      lignes={lignes}
      cle={({ id }) => id}
      ton={({ alerte }) => (alerte === 'DEPASSEMENT' ? 'retard' : undefined)}
    />
  );
}

const COLONNES_ENGAGEMENTS: readonly Colonne<EngagementLu>[] = [
  {
    cle: 'objet',
    titre: 'Objet',
    cellule: ({ id, objet, pourExercice }) => (
      <>
        <a href={`/creches/budget/engagements/${id}`}>{objet}</a>
        {pourExercice ? <small> pour tout l’exercice</small> : null}
      </>
    ),
  },
  { cle: 'jour', titre: 'Engagé le', cellule: ({ jour }) => formatJour(jour, 'court') },
  { cle: 'montant', titre: 'Montant', nombre: true, cellule: ({ montant }) => montant },
  { cle: 'mandate', titre: 'Mandaté', nombre: true, cellule: ({ mandate }) => mandate },
  { cle: 'reste', titre: 'Reste à mandater', nombre: true, cellule: ({ reste, annuleLe }) => (annuleLe ? '' : reste) },
  {
    cle: 'etat',
    titre: 'À savoir',
    cellule: ({ annuleLe, annulation, depassement, surplus }) => (
      <>
        {annuleLe ? <Etiquette>annulé le {formatJour(annuleLe, 'court')}</Etiquette> : null}
        {annulation ? <small> {annulation}</small> : null}
        {depassement && !annuleLe ? (
          <>
            <Etiquette ton="bientot">au-delà du disponible</Etiquette> <small>{depassement}</small>
          </>
        ) : null}
        {surplus ? <Etiquette ton="bientot">mandaté plus qu’engagé</Etiquette> : null}
      </>
    ),
  },
];

export function Engagements({ engagements }: { engagements: readonly EngagementLu[] }) {
  if (engagements.length === 0)
    return <EtatVide titre="Aucun engagement">Ce que l’on achète sur cette ligne paraîtrait ici.</EtatVide>;
  return (
    <Tableau
      legende="Engagements, du plus récent au plus ancien"
      colonnes={COLONNES_ENGAGEMENTS}
      lignes={engagements}
      cle={({ id }) => id}
    />
  );
}

const COLONNES_SERVICES: readonly Colonne<ServiceLu>[] = [
  { cle: 'mois', titre: 'Mois', cellule: ({ id, mois }) => <a href={`/creches/budget/prestations/${id}`}>{mois}</a> },
  { cle: 'constat', titre: 'Ce qui est constaté', cellule: ({ constat }) => constat },
  {
    cle: 'remarques',
    titre: 'À savoir',
    cellule: ({ remarques }) =>
      remarques.map((remarque) => (
        <Etiquette key={remarque} ton="bientot">
          {remarque}
        </Etiquette>
      )),
  },
  {
    cle: 'atteste',
    titre: 'Service fait',
    cellule: ({ attesteLe, attestePar }) =>
      attesteLe ? (
        <>
          <Etiquette ton="fait">attesté le {formatJour(attesteLe, 'court')}</Etiquette> <small>{attestePar}</small>
        </>
      ) : (
        <Etiquette ton="retard">à attester</Etiquette>
      ),
  },
];

export function Services({ services }: { services: readonly ServiceLu[] }) {
  if (services.length === 0) return null;
  return (
    <Tableau legende="Prestations, mois par mois" colonnes={COLONNES_SERVICES} lignes={services} cle={({ id }) => id} />
  );
}
