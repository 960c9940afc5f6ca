/** Ce que les pages des modules plus hauts montrent de l'encadrement. */
import { formatJour } from '#shared/jour-civil-format.ts';
import { Bloc, LignesDeBloc } from '#web/ui/bloc.tsx';
import { Etiquette } from '#web/ui/etiquette.tsx';
import type { SousTaux } from '../data/encadrement.server.ts';
import { ADRESSE_DU_JOUR, formatAdresseJour } from './adresses.ts';

const MONTREES = 6;

/** Dans Ma journée : les crèches à qui il manque quelqu'un, en ce moment d'abord, puis la plus démunie. */
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
            lignes={creches.slice(0, MONTREES).map(({ id, nom, ...manques }) => ({
              cle: id,
              titre: <a href={formatAdresseJour(id, jour)}>{nom}</a>,
              detail: <Manques {...manques} />,
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

type ManquesProps = Pick<SousTaux['creches'][number], 'quarts' | 'maintenant' | 'sorties'>;

function Manques({ quarts, maintenant, sorties }: ManquesProps) {
  return (
    <>
      {maintenant > 0 ? <Etiquette ton="retard">{`il en manque ${maintenant} maintenant`}</Etiquette> : null}
      {quarts > 0 ? <Etiquette ton="retard">{`${quarts} quart${quarts > 1 ? 's' : ''} d’heure`}</Etiquette> : null}
      {sorties > 0 ? (
        <Etiquette ton="retard">{sorties > 1 ? `${sorties} sorties à renforcer` : 'sortie à renforcer'}</Etiquette>
      ) : null}
    </>
  );
}
