import type { JourCivil } from '#shared/jour-civil.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { Etiquette } from '#web/ui/etiquette.tsx';
import { EtatVide } from '#web/ui/message.tsx';
import { type Colonne, Tableau } from '#web/ui/tableau.tsx';
import type { Ton } from '#web/ui/ton.ts';
import { isAFaire } from '../rules/transitions.ts';
import {
  CATEGORIES_FAIT,
  ETATS_MESURE,
  type FaitMarquant,
  formatHeureDite,
  type MesureCorrective,
  NATURES_MESURE,
} from '../suite.ts';

/** Ce qu'une échéance a de pressant ce jour. */
function computeTon({ etat, pour }: MesureCorrective, jour: JourCivil): Ton | undefined {
  if (!isAFaire(etat)) return 'fait';
  return pour < jour ? 'retard' : undefined;
}

export function MesuresCorrectives({ mesures, jour }: { mesures: readonly MesureCorrective[]; jour: JourCivil }) {
  if (mesures.length === 0)
    return (
      <EtatVide titre="Aucune mesure corrective">Ce qu’un contrôle demande paraîtrait ici, avec son délai.</EtatVide>
    );
  const colonnes: Colonne<MesureCorrective>[] = [
    { cle: 'creche', titre: 'Crèche', cellule: (m) => <a href={`/creches/${m.etablissementId}/suivi`}>{m.creche}</a> },
    {
      cle: 'libelle',
      titre: 'Ce qui est demandé',
      cellule: (m) => (
        <>
          <a href={`/creches/mesures-correctives/${m.id}`}>{m.libelle}</a> <small>{NATURES_MESURE[m.nature]}</small>
        </>
      ),
    },
    {
      cle: 'etat',
      titre: 'État',
      cellule: (m) => <Etiquette ton={computeTon(m, jour)}>{ETATS_MESURE[m.etat]}</Etiquette>,
    },
    {
      cle: 'pour',
      titre: 'Pour le',
      cellule: (m) => (
        <span className="insecable">
          {formatJour(m.pour, 'court')}
          {isAFaire(m.etat) && m.pour < jour ? ' · en retard' : ''}
        </span>
      ),
    },
    { cle: 'controle', titre: 'Contrôle du', cellule: (m) => formatJour(m.controleLe, 'court') },
  ];
  return (
    <Tableau
      legende="Mesures correctives, la plus pressante d’abord"
      colonnes={colonnes}
      lignes={mesures}
      cle={({ id }) => id}
      ton={(m) => (computeTon(m, jour) === 'retard' ? 'retard' : undefined)}
    />
  );
}

const COLONNES_FAITS: readonly Colonne<FaitMarquant>[] = [
  { cle: 'creche', titre: 'Crèche', cellule: (f) => <a href={`/creches/${f.etablissementId}/suivi`}>{f.creche}</a> },
  {
    cle: 'fait',
    titre: 'Fait',
    cellule: (f) => (
      <a href={`/creches/faits-marquants/${f.id}`}>
        {CATEGORIES_FAIT[f.categorie]} · {formatJour(f.survenuLe, 'court')}
        {f.heure ? ` à ${formatHeureDite(f.heure)}` : ''}
      </a>
    ),
  },
  {
    cle: 'gravite',
    titre: 'Gravité',
    nombre: true,
    cellule: (f) => (
      <Etiquette ton={f.gravite === 4 ? 'retard' : f.gravite === 3 ? 'bientot' : undefined}>{f.gravite}</Etiquette>
    ),
  },
  { cle: 'recit', titre: 'Ce qui s’est passé', cellule: ({ recit }) => recit },
  {
    cle: 'informes',
    titre: 'Qui le sait',
    cellule: ({ informes }) => {
      // Le même, au téléphone puis par écrit, ne compte qu'une fois.
      const nombre = new Set(informes.map(({ destinataire }) => destinataire)).size;
      if (nombre === 0) return <Etiquette ton="retard">personne</Etiquette>;
      return `${nombre} informé${nombre > 1 ? 's' : ''}`;
    },
  },
  {
    cle: 'etat',
    titre: 'État',
    cellule: ({ closLe }) => (closLe ? `clos le ${formatJour(closLe, 'court')}` : 'ouvert'),
  },
];

export function FaitsMarquants({ faits }: { faits: readonly FaitMarquant[] }) {
  if (faits.length === 0)
    return <EtatVide titre="Aucun fait marquant">Ce qui se dit hors de la crèche paraîtrait ici.</EtatVide>;
  return (
    <Tableau
      legende="Faits marquants, le plus récent d’abord"
      colonnes={COLONNES_FAITS}
      lignes={faits}
      cle={({ id }) => id}
    />
  );
}
