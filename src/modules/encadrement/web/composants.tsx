/** Ce que les pages des modules plus hauts montrent de l'encadrement. */
import { formatJour } from '#shared/jour-civil-format.ts';
import { Bloc, LignesDeBloc } from '#web/ui/bloc.tsx';
import { Etiquette } from '#web/ui/etiquette.tsx';
import type { SousTaux } from '../data/encadrement.server.ts';
import { ADRESSE_DU_JOUR, formatAdresseJour } from './adresses.ts';

const MONTREES = 6;

/** Dans Ma journée : les crèches à qui il manque quelqu'un, la plus démunie d'abord. */
export function CrechesSousLeTaux({ sousTaux: { jour, aujourdhui, ouvertes, creches } }: { sousTaux: SousTaux }) {
  const quand = aujourdhui ? 'aujourd’hui' : formatJour(jour, 'semaine');
  return (
    <Bloc titre={`Crèches sous le taux, ${quand}`}>
      {creches.length === 0 ? (
        <p>
          {ouvertes > 1 ? 'Le taux est tenu partout.' : 'Le taux est tenu.'}{' '}
          <a href={ADRESSE_DU_JOUR}>{ouvertes > 1 ? `Voir les ${ouvertes} crèches ouvertes` : 'Voir la journée'}</a>
        </p>
      ) : (
        <>
          <LignesDeBloc
            lignes={creches.slice(0, MONTREES).map(({ id, nom, quarts }) => ({
              cle: id,
              titre: <a href={formatAdresseJour(id, jour)}>{nom}</a>,
              fin: <Etiquette ton="retard">{`${quarts} quart${quarts > 1 ? 's' : ''} d’heure`}</Etiquette>,
            }))}
          />
          <p>
            <a href={`${ADRESSE_DU_JOUR}?sous=1`}>
              {creches.length} sur {ouvertes} : tout voir
            </a>
          </p>
        </>
      )}
    </Bloc>
  );
}
