import { type Delegation, evaluateEtat, formatActe, formatEtat } from '#modules/delegations/index.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import { formatPeriode } from '#shared/periode-format.ts';
import { LienBouton } from '#web/ui/bouton.tsx';
import { Details } from '#web/ui/details.tsx';
import { Etiquette } from '#web/ui/etiquette.tsx';
import { EtatVide } from '#web/ui/message.tsx';
import { Tableau } from '#web/ui/tableau.tsx';
import { type Absence, MOTIFS_ABSENCE } from '../../absence.ts';

type DelegationsProps = { delegations: readonly Delegation[]; aujourdhui: JourCivil; peut: boolean; agentId: string };

export function Delegations({ delegations, aujourdhui, peut, agentId }: DelegationsProps) {
  const finies = delegations.filter((delegation) => evaluateEtat(delegation, aujourdhui) === 'finie');
  const vivantes = delegations.filter((delegation) => !finies.includes(delegation));
  return (
    <section className="section">
      <h2>
        Ce que cet agent peut signer <span className="nombre">{vivantes.length}</span>
      </h2>
      {vivantes.length === 0 ? (
        <EtatVide titre="Aucune délégation de signature">
          Les arrêtés qui l’autorisent à signer au nom du président apparaîtront ici.
        </EtatVide>
      ) : (
        <TableauDeSignatures legende="Délégations en vigueur ou à venir" lignes={vivantes} jour={aujourdhui} />
      )}
      {finies.length > 0 ? (
        <Details titre={`Délégations finies (${finies.length})`}>
          <TableauDeSignatures legende="Délégations finies" lignes={finies} jour={aujourdhui} />
        </Details>
      ) : null}
      {peut ? (
        <p>
          <LienBouton petit href={`/organisation/delegations/nouvelle?agent=${agentId}`}>
            Enregistrer une délégation
          </LienBouton>
        </p>
      ) : null}
    </section>
  );
}

type SignaturesProps = { legende: string; lignes: readonly Delegation[]; jour: JourCivil };

function TableauDeSignatures({ legende, lignes, jour }: SignaturesProps) {
  return (
    <Tableau
      legende={legende}
      lignes={lignes}
      cle={({ id }) => id}
      colonnes={[
        { cle: 'acte', titre: 'Acte', cellule: ({ acte }) => formatActe(acte) },
        {
          cle: 'unite',
          titre: 'Vaut dans',
          cellule: ({ uniteNom, suppleance }) => (suppleance ? `${uniteNom} (suppléance)` : uniteNom),
        },
        {
          cle: 'etat',
          titre: 'État',
          cellule: (delegation) => renderEtat(delegation, jour),
        },
        { cle: 'periode', titre: 'Quand', cellule: ({ du, au }) => formatPeriode(du, au) },
        { cle: 'arrete', titre: 'Arrêté', cellule: ({ arreteNumero }) => arreteNumero.replaceAll('-', '\u2011') },
      ]}
    />
  );
}

export function Absences({ absences }: { absences: readonly Absence[] }) {
  if (absences.length === 0) return null;
  const montreMotifs = absences.some(({ motif }) => motif !== null);
  return (
    <section className="section">
      <h2>
        Absences <span className="nombre">{absences.length}</span>
      </h2>
      <Tableau
        legende="Absences, de la plus récente à la plus ancienne"
        lignes={absences.slice(0, 20)}
        cle={({ id }) => id}
        colonnes={[
          { cle: 'periode', titre: 'Quand', cellule: ({ du, au }) => formatPeriode(du, au) },
          ...(montreMotifs
            ? [
                {
                  cle: 'motif',
                  titre: 'Motif',
                  cellule: ({ motif }: Absence) => (motif ? MOTIFS_ABSENCE[motif] : null),
                },
                { cle: 'commentaire', titre: 'Commentaire', cellule: ({ commentaire }: Absence) => commentaire },
              ]
            : []),
        ]}
      />
      {montreMotifs ? null : <p className="petit">Le motif se lit de l’intéressé et de sa hiérarchie seulement.</p>}
    </section>
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
