import { formatAdresseInformation } from '#modules/informations-preoccupantes/web/composants.tsx';
import { Bloc, LignesDeBloc } from '#web/ui/bloc.tsx';
import { Etiquette } from '#web/ui/etiquette.tsx';

type SurInformation = { id: string; numero: string; enfants: string; version: number };

/** Ce que toutes les pages d'acte disent : sur quelle information, et où revenir. */
export function buildSur({ id, numero, enfants, version }: SurInformation) {
  const href = formatAdresseInformation(id);
  return {
    sous: enfants,
    version,
    retour: href,
    fil: [
      { titre: 'Informations préoccupantes', href: '/informations' },
      { titre: numero, href },
    ],
  };
}

export type AntecedentMontre = { id: string; numero: string; etat: string; detail: string };

/** Ce que la cellule a déjà reçu pour ce foyer. */
export function DejaRecu({ antecedents }: { antecedents: readonly AntecedentMontre[] }) {
  return (
    <Bloc titre="Déjà reçu par la cellule">
      {antecedents.length === 0 ? (
        <p>Rien de reçu pour cet enfant, sa fratrie ou cette adresse.</p>
      ) : (
        <LignesDeBloc
          lignes={antecedents.map(({ id, numero, etat, detail }) => ({
            cle: id,
            titre: <a href={formatAdresseInformation(id)}>{numero}</a>,
            detail,
            fin: <Etiquette>{etat}</Etiquette>,
          }))}
        />
      )}
    </Bloc>
  );
}
