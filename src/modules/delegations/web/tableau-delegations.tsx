import type { JourCivil } from '#shared/jour-civil.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { formatPeriode } from '#shared/periode-format.ts';
import { Etiquette } from '#web/ui/etiquette.tsx';
import { type Colonne, Tableau } from '#web/ui/tableau.tsx';
import { type Delegation, formatActe } from '../delegation.ts';
import { evaluateEtat, formatEtat } from '../rules/delegation.ts';

/** Les colonnes d'une liste de délégations ; `acte` en moins quand la liste est déjà rangée par acte. */
export function buildColonnesDelegation({
  jour,
  peut,
  sansActe,
}: {
  jour: JourCivil;
  peut: boolean;
  sansActe?: boolean;
}) {
  const colonnes: Colonne<Delegation>[] = [
    {
      cle: 'agent',
      titre: 'Agent',
      triable: true,
      cellule: ({ agentId, agentNom, agentAbsent }) => (
        <>
          <a href={`/organisation/agents/${agentId}`}>{agentNom}</a>
          {agentAbsent ? <small>absent ce jour</small> : null}
        </>
      ),
    },
    { cle: 'acte', titre: 'Acte', triable: true, cellule: ({ acte }) => formatActe(acte) },
    {
      cle: 'unite',
      titre: 'Vaut dans',
      triable: true,
      cellule: ({ uniteId, uniteNom, suppleance }) => (
        <>
          <a href={`/organisation/unites/${uniteId}`}>{uniteNom}</a>
          {suppleance ? <Etiquette ton="attente">suppléance</Etiquette> : null}
        </>
      ),
    },
    { cle: 'etat', titre: 'État', cellule: (delegation) => renderEtat(delegation, jour) },
    { cle: 'au', titre: 'Quand', triable: true, cellule: ({ du, au }) => formatPeriode(du, au) },
    {
      cle: 'arrete',
      titre: 'Arrêté',
      cellule: ({ arreteNumero, arreteLe }) => `${arreteNumero} du ${formatJour(arreteLe, 'court')}`,
    },
    {
      cle: 'fin',
      titre: 'Acte à faire',
      cellule: ({ id, au }) =>
        peut && (au === null || au >= jour) ? <a href={`/organisation/terminer/delegation/${id}`}>Mettre fin</a> : null,
    },
  ];
  return colonnes.filter(({ cle }) => !(sansActe && cle === 'acte') && (peut || cle !== 'fin'));
}

type Props = { delegations: readonly Delegation[]; jour: JourCivil; legende: string; peut: boolean };

export function TableauDelegations({ delegations, jour, legende, peut }: Props) {
  return (
    <Tableau
      legende={legende}
      lignes={delegations}
      cle={({ id }) => id}
      ton={(delegation) => (evaluateEtat(delegation, jour) === 'bientot-finie' ? 'bientot' : undefined)}
      colonnes={buildColonnesDelegation({ jour, peut, sansActe: true }).map((colonne) => ({
        ...colonne,
        triable: false,
      }))}
    />
  );
}

function renderEtat(delegation: Delegation, jour: JourCivil) {
  const { ton, mot, reste } = formatEtat(delegation, jour);
  return (
    <>
      <Etiquette ton={ton}>{mot}</Etiquette>
      {reste ? <small>{reste}</small> : null}
    </>
  );
}
