import type { JourCivil } from '#shared/jour-civil.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { Bloc, LignesDeBloc } from './bloc.tsx';

type Correction = Readonly<{
  id: string;
  le: JourCivil;
  motif: string;
  avant: Readonly<Record<string, string>>;
  par: string;
}>;

/** Ce qui était écrit, la raison et le nom ; rien tant que personne n'a corrigé. */
export function Corrections({ corrections }: { corrections: readonly Correction[] }) {
  if (corrections.length === 0) return null;
  return (
    <Bloc titre="Corrections">
      <LignesDeBloc
        lignes={corrections.map(({ id, le, motif, avant, par }) => ({
          cle: id,
          titre: `${formatJour(le, 'long')}, ${par}`,
          detail: `Avant : ${Object.entries(avant)
            .map(([libelle, valeur]) => `${libelle} : ${valeur || 'vide'}`)
            .join(' ; ')}. Raison : ${motif}`,
        }))}
      />
    </Bloc>
  );
}
