import { Tableau } from '#web/ui/tableau.tsx';
import type { BaliseVue } from './trames-view.ts';

/** Ce que l'on peut écrire entre accolades dans la trame d'un document. */
export function TableauBalises({ balises }: { balises: readonly BaliseVue[] }) {
  return (
    <section className="section">
      <h2>
        Les balises de ce document <span className="nombre">{balises.length}</span>
      </h2>
      <Tableau
        legende="Balises et ce qu’elles écrivent"
        lignes={balises}
        cle={({ cle }) => cle}
        colonnes={[
          { cle: 'ecriture', titre: 'À écrire dans Word', cellule: ({ ecriture }) => <code>{ecriture}</code> },
          { cle: 'libelle', titre: 'Ce qui paraîtra', cellule: ({ libelle }) => libelle },
          { cle: 'exemple', titre: 'Exemple', cellule: ({ exemple }) => exemple },
        ]}
      />
    </section>
  );
}
