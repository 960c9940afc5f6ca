import { Etiquette } from '#web/ui/etiquette.tsx';
import { Graphique } from '#web/ui/graphique.tsx';
import { EtatVide } from '#web/ui/message.tsx';
import { type Colonne, Tableau } from '#web/ui/tableau.tsx';
import type { PrevisionVue } from './prevision-view.ts';

type Ligne = PrevisionVue['lignes'][number];

const COLONNES: readonly Colonne<Ligne>[] = [
  { cle: 'mois', titre: 'Mois', cellule: ({ nom }) => nom },
  { cle: 'facturees', titre: 'Facturées, h', nombre: true, cellule: ({ facturees }) => facturees },
  { cle: 'prevues', titre: 'Prévues, h', nombre: true, cellule: ({ prevues }) => prevues },
  {
    cle: 'cumul',
    titre: 'Facturées, cumulées, h',
    nombre: true,
    cellule: ({ factureesCumulees }) => factureesCumulees,
  },
  { cle: 'cumulPrevu', titre: 'Prévues, cumulées, h', nombre: true, cellule: ({ prevuesCumulees }) => prevuesCumulees },
  {
    cle: 'ecart',
    titre: 'Écart du cumul',
    nombre: true,
    cellule: ({ ecart, ton }) => (ton ? <Etiquette ton={ton}>{ecart}</Etiquette> : ecart),
  },
];

type PrevisionProps = { id: string; annee: number; prevision: PrevisionVue | null };

/** Ce qui est facturé face à ce qui était prévu : deux courbes par mois, deux en cumulé, et les mêmes chiffres en tableau. */
export function Prevision({ id, annee, prevision }: PrevisionProps) {
  return (
    <section className="section" id="prevision">
      <h2>Facturé et prévu en {annee}</h2>
      {prevision ? (
        <Courbes annee={annee} prevision={prevision} />
      ) : (
        <EtatVide titre="Aucun prévisionnel à comparer">
          Les heures facturées prévues se saisissent avec les{' '}
          <a href={`/creches/${id}/activite/exercice?annee=${annee}`}>charges et le prévisionnel</a>.
        </EtatVide>
      )}
    </section>
  );
}

function Courbes({ annee, prevision: { hypothese, lignes } }: { annee: number; prevision: PrevisionVue }) {
  const abscisses = lignes.map(({ abrege }) => abrege);
  const serie = (titre: string, cle: keyof Ligne['trace']) => ({
    titre,
    valeurs: lignes.map(({ trace }) => trace[cle]),
    prevue: cle.startsWith('prevues'),
  });
  const format = (heures: number) => heures.toLocaleString('fr-FR');
  return (
    <>
      <p>{hypothese} Le mois qui court ne se compare pas encore ; un écart de plus de 5 % se signale.</p>
      <Graphique
        titre="Heures, mois par mois"
        abscisses={abscisses}
        series={[serie('Facturées', 'facturees'), serie('Prévues', 'prevues')]}
        format={format}
        depuisZero
      />
      <Graphique
        titre="Heures cumulées depuis janvier"
        abscisses={abscisses}
        series={[serie('Facturées', 'factureesCumulees'), serie('Prévues', 'prevuesCumulees')]}
        format={format}
        depuisZero
      />
      <Tableau
        legende={`Heures facturées et prévues de ${annee}, mois par mois`}
        colonnes={COLONNES}
        lignes={lignes}
        cle={({ mois }) => mois}
      />
    </>
  );
}
