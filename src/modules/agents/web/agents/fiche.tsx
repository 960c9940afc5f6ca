import { canRecordDelegation } from '#modules/delegations/index.ts';
import { canUpdateOrganisation } from '#modules/organisation/index.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import { formatNom } from '#shared/nom-propre.ts';
import { containsJour } from '#shared/periode.ts';
import { formatPeriode } from '#shared/periode-format.ts';
import { Fiche } from '#web/gabarits/fiche.tsx';
import { FIL_ORGANISATION } from '#web/gabarits/onglets-organisation.ts';
import { readPage } from '#web/page.server.ts';
import { Bloc, LignesDeBloc } from '#web/ui/bloc.tsx';
import { LienBouton } from '#web/ui/bouton.tsx';
import { Details } from '#web/ui/details.tsx';
import { Etiquette } from '#web/ui/etiquette.tsx';
import { Frise } from '#web/ui/frise.tsx';
import { formatAbsence } from '../../absence.ts';
import { formatMetier } from '../../agent.ts';
import { type AgentFiche, getAgent } from '../../data/agent-fiche.server.ts';
import { canRecordAbsence } from '../../droits.ts';
import type { Route } from './+types/fiche.ts';
import { buildFriseAgent } from './frise-view.ts';
import { Absences, Delegations } from './sections.tsx';

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async (contexte) => {
    const fiche = await getAgent(contexte, args.params.id);
    return {
      fiche,
      aujourdhui: contexte.aujourdhui,
      peut: {
        organisation: canUpdateOrganisation(contexte.agent),
        absence: canRecordAbsence(contexte.agent, fiche.droits),
        delegation: canRecordDelegation(contexte.agent),
      },
    };
  });
}

type Droits = Route.ComponentProps['loaderData']['peut'];

export default function FicheAgent({ loaderData: { fiche, aujourdhui, peut } }: Route.ComponentProps) {
  const { agent, tenues, absences, delegations } = fiche;
  const principal = tenues.find(({ du, au }) => du <= aujourdhui && (au === null || au >= aujourdhui));
  const absence = absences.find(({ du, au }) => du <= aujourdhui && (au === null || au >= aujourdhui));
  const frise = buildFriseAgent(fiche, aujourdhui);
  return (
    <Fiche
      titre={formatNom(agent.nom, agent.prenom)}
      etiquettes={
        <>
          {absence ? <Etiquette ton="bientot">{formatAbsence(absence.au)}</Etiquette> : null}
          {agent.au ? <Etiquette ton="attente">{agent.au < aujourdhui ? 'parti' : 'départ prévu'}</Etiquette> : null}
        </>
      }
      sous={[formatMetier(agent.metier), `matricule ${agent.matricule}`, agent.courriel, agent.telephone]
        .filter(Boolean)
        .join(' · ')}
      fil={[FIL_ORGANISATION, { titre: 'Agents', href: '/organisation/agents' }]}
      actes={<Actes id={agent.id} parti={agent.au !== null} peut={peut} />}
      faits={listFaits(fiche, principal, aujourdhui)}
      large={
        frise.couloirs.length > 0 ? (
          <Frise titre="Son parcours au département" {...frise} aujourdhui={aujourdhui} />
        ) : undefined
      }
      cote={<Autour fiche={fiche} />}
    >
      <Delegations delegations={delegations} aujourdhui={aujourdhui} peut={peut.delegation} agentId={agent.id} />
      <Absences absences={absences} />
    </Fiche>
  );
}

function listFaits(
  { superieur, delegations, equipe }: AgentFiche,
  principal: AgentFiche['tenues'][number] | undefined,
  aujourdhui: JourCivil,
) {
  const enVigueur = delegations.filter((delegation) => containsJour(delegation, aujourdhui));
  return [
    {
      titre: 'Poste',
      valeur: principal ? <a href={`/organisation/postes/${principal.posteId}`}>{principal.intitule}</a> : 'sans poste',
      detail: principal ? formatPeriode(principal.du, principal.au) : undefined,
    },
    {
      titre: 'Unité',
      valeur: principal ? <a href={`/organisation/unites/${principal.uniteId}`}>{principal.unite}</a> : 'aucune',
    },
    {
      titre: 'Supérieur',
      valeur: superieur ? <a href={`/organisation/agents/${superieur.agentId}`}>{superieur.nom}</a> : 'aucun',
      detail: superieur
        ? [superieur.intitule, superieur.absent && 'absent ce jour'].filter(Boolean).join(', ')
        : undefined,
    },
    { titre: 'Encadre', valeur: `${equipe.length} agent${equipe.length > 1 ? 's' : ''}` },
    { titre: 'Signatures', valeur: enVigueur.length, detail: 'délégations en vigueur' },
  ];
}

function Actes({ id, parti, peut }: { id: string; parti: boolean; peut: Droits }) {
  return (
    <>
      {peut.organisation ? (
        <>
          <LienBouton href={`/organisation/affectations/nouvelle?agent=${id}`}>Affecter à un poste</LienBouton>
          <LienBouton href={`/organisation/agents/${id}/modifier`}>Modifier</LienBouton>
        </>
      ) : null}
      {peut.absence ? (
        <LienBouton href={`/organisation/agents/${id}/absence`}>Enregistrer une absence</LienBouton>
      ) : null}
      {peut.organisation && !parti ? (
        <LienBouton variante="discret" href={`/organisation/terminer/agent/${id}`}>
          Enregistrer le départ
        </LienBouton>
      ) : null}
    </>
  );
}

function Autour({ fiche: { equipe, collegues, superieur, etapes } }: { fiche: AgentFiche }) {
  return (
    <>
      <Bloc titre="Hiérarchie">
        <p>{superieur ? `${superieur.nom}, ${superieur.intitule}` : 'Sans supérieur'}</p>
        <Details titre="Comment est-ce déterminé ?">
          {etapes.map((etape) => (
            <p key={etape}>{etape}</p>
          ))}
        </Details>
      </Bloc>
      {equipe.length > 0 ? <Voisins titre="Son équipe" voisins={equipe} /> : null}
      {collegues.length > 0 ? <Voisins titre="Dans la même unité" voisins={collegues} /> : null}
    </>
  );
}

function Voisins({ titre, voisins }: { titre: string; voisins: AgentFiche['equipe'] }) {
  return (
    <Bloc titre={`${titre} (${voisins.length})`}>
      <LignesDeBloc
        lignes={voisins.slice(0, 15).map(({ id, nom, prenom, intitule, absent }) => ({
          cle: id,
          titre: <a href={`/organisation/agents/${id}`}>{formatNom(nom, prenom)}</a>,
          detail: intitule,
          fin: absent ? <Etiquette ton="bientot">absent</Etiquette> : undefined,
        }))}
      />
    </Bloc>
  );
}
