import { type Colonne, Tableau } from '#web/ui/tableau.tsx';
import type { LigneDeDemiJournee } from './indicateur-view.ts';

const COLONNES: Colonne<LigneDeDemiJournee>[] = [
  { cle: 'nom', titre: 'Demi-journée', cellule: ({ nom }) => nom },
  { cle: 'jours', titre: 'Jours de crèche', nombre: true, cellule: ({ jours }) => jours },
  {
    cle: 'nonMarcheurs',
    titre: 'Heures, enfants qui ne marchent pas',
    nombre: true,
    cellule: ({ nonMarcheurs }) => nonMarcheurs,
  },
  { cle: 'marcheurs', titre: 'Heures, enfants qui marchent', nombre: true, cellule: ({ marcheurs }) => marcheurs },
  { cle: 'parJour', titre: 'Par jour de crèche', nombre: true, cellule: ({ parJour }) => parJour },
];

/** Quand les places restaient libres : ce que l'on propose en occasionnel, jour par jour de la semaine. */
export function DemiJournees({ lignes }: { lignes: readonly LigneDeDemiJournee[] }) {
  if (lignes.length === 0) return null;
  return (
    <section className="section" id="demi-journees">
      <h2>Demi-journée par demi-journée</h2>
      <p>
        Sur toute la période et toutes ces crèches, la journée coupée à 13 h. Les deux offres ne s’additionnent pas :
        une place va à un enfant qui marche ou à un enfant qui ne marche pas, et l’effectif prévu en permet parfois
        davantage au premier.
      </p>
      <Tableau
        legende="Heures que l’on aurait pu offrir, demi-journée par demi-journée"
        colonnes={COLONNES}
        lignes={lignes}
        cle={({ cle }) => cle}
      />
    </section>
  );
}
