import { Bloc, LignesDeBloc } from '#web/ui/bloc.tsx';
import { Details } from '#web/ui/details.tsx';
import { Etiquette } from '#web/ui/etiquette.tsx';
import type { ActeInscritVu } from './actes-inscrits-view.ts';

/** Ce que l'on a inscrit comme fait : le dernier d'abord ; ce qui l'a été par erreur s'annule et reste lisible. */
export function ActesInscrits({ actes, peutAnnuler }: { actes: readonly ActeInscritVu[]; peutAnnuler: boolean }) {
  if (actes.length === 0) return null;
  return (
    <Bloc titre="Ce qui est inscrit comme fait">
      <Details titre={`${actes.length} acte${actes.length > 1 ? 's' : ''}, du plus récent au plus ancien`}>
        <LignesDeBloc
          lignes={actes.map(({ cle, titre, detail, annule, annulerHref }) => ({
            cle,
            titre,
            detail: annule ? `${detail} · annulé ${annule}` : detail,
            fin: annule ? (
              <Etiquette ton="attente">annulé</Etiquette>
            ) : peutAnnuler && annulerHref ? (
              <a href={annulerHref}>
                Annuler<span className="lecteur">{` : ${titre}`}</span>
              </a>
            ) : null,
          }))}
        />
      </Details>
    </Bloc>
  );
}
