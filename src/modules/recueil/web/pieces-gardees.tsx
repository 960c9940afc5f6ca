import { formatTailleDePiece } from '#modules/informations-preoccupantes/index.ts';
import { Bloc, LignesDeBloc } from '#web/ui/bloc.tsx';
import { Bouton } from '#web/ui/bouton.tsx';
import type { PieceGardee } from '../data/brouillon-pieces.server.ts';

/** Les documents déjà envoyés, gardés avec le brouillon : ils seront joints à l'information enregistrée. */
export function PiecesGardees({ pieces }: { pieces: readonly PieceGardee[] }) {
  if (pieces.length === 0) return null;
  return (
    <Bloc titre="Gardés avec le brouillon, joints à l’enregistrement">
      <LignesDeBloc
        lignes={pieces.map(({ id, nom, taille }) => ({
          cle: id,
          titre: nom,
          detail: formatTailleDePiece(taille),
          fin: (
            <Bouton petit variante="discret" name="geste" value={`retirer-piece-${id}`}>
              Retirer <span className="lecteur">{nom}</span>
            </Bouton>
          ),
        }))}
      />
    </Bloc>
  );
}
