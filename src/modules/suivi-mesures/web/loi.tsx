import { Bloc, LignesDeBloc } from '#web/ui/bloc.tsx';
import { Objections } from '#web/ui/objections.tsx';
import type { LoiVue } from './loi-view.ts';

/** Ce que la loi dit d'une mesure, à côté de l'acte qu'on écrit. */
export function CeQueDitLaLoi({ loi }: { loi: LoiVue }) {
  const lignes = [
    ['Fondement', loi.fondement],
    ['Qui décide', loi.decideur],
    ['Durée', loi.duree],
    ['Renouvellement', loi.renouvellement],
    ['Fin', loi.fin],
    ['Accord', loi.consentement],
    ['Enfant confié', loi.confie],
    ['Autorité parentale', loi.effet],
    ['Documents dus', loi.documents.join(', ') || 'aucun que la loi nomme'],
    ...(loi.article ? ([['Règlement départemental', loi.article]] as const) : []),
  ] as const;
  return (
    <Bloc titre={loi.libelle}>
      {loi.objections.length > 0 ? <Objections objections={loi.objections} /> : null}
      <LignesDeBloc lignes={lignes.map(([titre, detail]) => ({ cle: titre, titre, detail }))} />
    </Bloc>
  );
}
