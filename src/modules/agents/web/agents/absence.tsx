import { Introuvable } from '#server/errors.ts';
import { canDo } from '#shared/agent-en-session.ts';
import { formatNom } from '#shared/nom-propre.ts';
import { FIL_ORGANISATION } from '#web/gabarits/onglets-organisation.ts';
import { Saisie } from '#web/gabarits/saisie.tsx';
import { actPage, readPage } from '#web/page.server.ts';
import { Radios } from '#web/ui/champ-choix.tsx';
import { ChampJour, ZoneTexte } from '#web/ui/champ-texte.tsx';
import { buildChoix } from '#web/ui/choix.ts';
import { readValeurs } from '#web/valeurs.ts';
import { MOTIFS_ABSENCE } from '../../absence.ts';
import { recordAbsence } from '../../data/absences-commands.server.ts';
import { findAgent, getEquipeDe } from '../../data/agents.server.ts';
import { canRecordAbsence } from '../../droits.ts';
import type { Route } from './+types/absence.ts';

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async (contexte) => {
    const agent = await findAgent(contexte.tx, args.params.id);
    const equipe = agent ? await getEquipeDe(contexte, agent.id) : null;
    if (!agent || !equipe || !canRecordAbsence(contexte.agent, equipe)) {
      throw new Introuvable('Absent, ou hors de vos missions.');
    }
    const encadre = equipe.unites.some((unite) => contexte.agent.unites.includes(unite));
    return { agent, confie: encadre && canDo(contexte.agent, 'enfants.affecter') };
  });
}

export function action(args: Route.ActionArgs) {
  return actPage(args, {
    command: recordAbsence,
    avec: { agentId: args.params.id },
    vers: (id) => `/organisation/agents/${id}`,
    fait: 'Absence enregistrée.',
  });
}

export default function SaisieAbsence({ loaderData: { agent, confie }, actionData }: Route.ComponentProps) {
  const { champ } = readValeurs(actionData, null);
  const nom = formatNom(agent.nom, agent.prenom);
  return (
    <Saisie
      titre="Enregistrer une absence"
      sous={nom}
      fil={[FIL_ORGANISATION, { titre: nom, href: `/organisation/agents/${agent.id}` }]}
      acte="Enregistrer l’absence"
      retour={`/organisation/agents/${agent.id}`}
      rendue={actionData}
      intro="Les jours d’absence se voient de tous ; le motif, de l’agent et de sa hiérarchie seulement."
    >
      <ChampJour {...champ('du')} libelle="Premier jour" requis />
      <ChampJour {...champ('au')} libelle="Dernier jour" requis />
      <Radios {...champ('motif')} libelle="Motif" requis choix={buildChoix(MOTIFS_ABSENCE)} />
      <ZoneTexte {...champ('commentaire')} libelle="Commentaire" lignes={2} />
      {confie ? (
        <p>
          Pendant son absence, <a href={`/relais/confier?agent=${agent.id}`}>ses enfants se confient à un collègue</a>.
        </p>
      ) : null}
    </Saisie>
  );
}
