import { formatJour } from '#shared/jour-civil-format.ts';
import { formatNom } from '#shared/nom-propre.ts';
import { Etiquette } from '#web/ui/etiquette.tsx';
import { type Colonne, Tableau } from '#web/ui/tableau.tsx';
import type { Ton } from '#web/ui/ton.ts';
import { formatAbsence } from '../../absence.ts';
import { NATURES_AFFECTATION, type NatureAffectation } from '../../affectation.ts';
import { formatMetier } from '../../agent.ts';
import { ETATS_POSTE, type EtatPoste, formatProfil, type PosteLigne } from '../../poste.ts';

const TONS: Record<EtatPoste, Ton> = { pourvu: 'fait', absent: 'attente', interim: 'bientot', vacant: 'retard' };

/** L'état d'un poste : un mot, sa couleur, et depuis quand s'il manque quelqu'un. */
export function EtatDePoste({ poste: { etat, vacantDepuis } }: { poste: Pick<PosteLigne, 'etat' | 'vacantDepuis'> }) {
  return (
    <>
      <Etiquette ton={TONS[etat]}>{ETATS_POSTE[etat]}</Etiquette>
      {vacantDepuis ? <small>depuis le {formatJour(vacantDepuis, 'court')}</small> : null}
    </>
  );
}

export function Occupants({ occupants }: Pick<PosteLigne, 'occupants'>) {
  if (occupants.length === 0) return <span className="zero">personne</span>;
  return occupants.map(({ agentId, nom, prenom, nature, absent, absentJusquAu }) => (
    <div key={agentId}>
      <a href={`/organisation/agents/${agentId}`}>{formatNom(nom, prenom)}</a>
      {nature === 'titulaire' ? null : <small>{NATURES_AFFECTATION[nature as NatureAffectation] ?? nature}</small>}
      {absent ? <small>{formatAbsence(absentJusquAu)}</small> : null}
    </div>
  ));
}

export const COLONNES_POSTE: readonly Colonne<PosteLigne>[] = [
  {
    cle: 'intitule',
    titre: 'Poste',
    triable: true,
    cellule: ({ id, intitule, numero }) => (
      <>
        <a href={`/organisation/postes/${id}`}>{intitule}</a>
        <small>{numero}</small>
      </>
    ),
  },
  { cle: 'occupants', titre: 'Tenu par', cellule: (poste) => <Occupants occupants={poste.occupants} /> },
  { cle: 'etat', titre: 'État', cellule: (poste) => <EtatDePoste poste={poste} /> },
  { cle: 'profil', titre: 'Profil', facultative: true, cellule: ({ profil }) => formatProfil(profil) },
  { cle: 'metier', titre: 'Métier', facultative: 'absente', cellule: ({ metier }) => formatMetier(metier) },
  { cle: 'quotite', titre: 'Quotité', nombre: true, facultative: true, cellule: ({ quotite }) => `${quotite} %` },
];

export function TableauPostes({ postes, legende }: { postes: readonly PosteLigne[]; legende: string }) {
  return (
    <Tableau
      legende={legende}
      lignes={postes}
      cle={({ id }) => id}
      ton={({ etat }) => (etat === 'vacant' ? 'retard' : undefined)}
      colonnes={COLONNES_POSTE.filter(({ cle }) => cle !== 'metier').map((colonne) => ({ ...colonne, triable: false }))}
    />
  );
}
