/** La liste d'un indicateur en classeur Excel : une ligne une crèche, ce qu'elle y apporte et ce qu'il en résulte. */
import type { ColonneEcrite } from '#documents/tableur-ecriture.ts';

type Partie = { titre: string };
type Ligne = {
  nom: string;
  territoire: string;
  pairs: string;
  cellule: { lu: number | null };
  numerateur: { nombre: number | null };
  denominateur: { nombre: number | null };
};

type Indicateur = Readonly<{
  code: string;
  titre: string;
  unite: string;
  parties: { numerateur: Partie; denominateur: Partie };
}>;

export function listColonnesDIndicateur(indicateur: Indicateur): readonly ColonneEcrite<Ligne>[] {
  const { code, titre, unite, parties } = indicateur;
  const arrondi = (nombre: number | null, rang: number) => (nombre === null ? null : Number(nombre.toFixed(rang)));
  return [
    { titre: 'Crèche', type: 'texte', largeur: 28, valeur: ({ nom }) => nom },
    { titre: 'Territoire', type: 'texte', valeur: ({ territoire }) => territoire },
    { titre: 'Pairs', type: 'texte', largeur: 34, valeur: ({ pairs }) => pairs },
    { titre: parties.numerateur.titre, type: 'nombre', largeur: 18, valeur: (l) => arrondi(l.numerateur.nombre, 2) },
    {
      titre: parties.denominateur.titre,
      type: 'nombre',
      largeur: 18,
      valeur: (l) => arrondi(l.denominateur.nombre, 2),
    },
    {
      titre: `${code} ${titre} (${unite})`,
      type: 'nombre',
      largeur: 22,
      valeur: ({ cellule }) => cellule.lu,
    },
  ];
}
