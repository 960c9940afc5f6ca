import { Form } from 'react-router';
import { formatJour } from '#shared/jour-civil-format.ts';
import { containsJour } from '#shared/periode.ts';
import { listOnglets } from '#web/dossier/onglets.server.ts';
import { actPuisQuitte } from '#web/dossier/saisie.server.ts';
import { EnTetePage } from '#web/gabarits/en-tete-page.tsx';
import { readPage } from '#web/page.server.ts';
import { Bouton } from '#web/ui/bouton.tsx';
import { ChampSelection } from '#web/ui/champ-choix.tsx';
import { ChampJour, ChampTexte } from '#web/ui/champ-texte.tsx';
import { buildChamp, buildChoix, buildChoixNommes } from '#web/ui/choix.ts';
import { Onglets } from '#web/ui/navigation-locale.tsx';
import { ResumeErreurs } from '#web/ui/resume-erreurs.tsx';
import { Tableau } from '#web/ui/tableau.tsx';
import { getCible } from '../data/cible.server.ts';
import { recordMission } from '../data/mission-commands.server.ts';
import { listAgentsAChoisir, listMissions, listUnitesAChoisir } from '../data/mission-queries.server.ts';
import { canRecordMission, canRecordRestriction } from '../droits.ts';
import { LIBELLE_MISSION_NATURE } from '../mission.ts';
import type { Route } from './+types/missions.ts';

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async (contexte) => {
    const { id } = args.params;
    const { agent, aujourdhui } = contexte;
    const cible = await getCible(contexte, id);
    const peut = canRecordMission(agent, cible, aujourdhui);
    const missions = await listMissions(contexte, id);
    return {
      id,
      nom: cible.nom,
      aujourdhui,
      onglets: await listOnglets(contexte, id, 'missions', canRecordRestriction(agent, cible, aujourdhui)),
      missions: missions.toReversed().map((mission) => ({
        ...mission,
        enCours: containsJour(mission, aujourdhui),
        fin: mission.au === null || mission.au >= aujourdhui ? `/enfants/${id}/missions/${mission.id}/fin` : null,
        quand: mission.au
          ? `du ${formatJour(mission.du, 'court')} au ${formatJour(mission.au, 'court')}`
          : `depuis le ${formatJour(mission.du, 'court')}`,
      })),
      agents: peut ? await listAgentsAChoisir(contexte) : null,
      unites: peut ? await listUnitesAChoisir(contexte) : [],
    };
  });
}

export function action(args: Route.ActionArgs) {
  return actPuisQuitte(args, {
    command: recordMission,
    avec: { enfantId: args.params.id },
    vers: (id) => `/enfants/${id}/missions`,
    fait: 'La mission est donnée ; la précédente reste dans l’histoire.',
  });
}

const FIN = {
  cle: 'acte',
  titre: 'Acte',
  cellule: ({ fin }: { fin: string | null }) => (fin ? <a href={fin}>Mettre fin…</a> : null),
};

export default function Missions({
  loaderData: { id, nom, onglets, missions, agents, unites, aujourdhui },
  actionData,
}: Route.ComponentProps) {
  const champ = buildChamp(actionData);
  return (
    <>
      <EnTetePage
        titre={`Missions · ${nom}`}
        sous="Une mission est la seule raison de voir un enfant"
        fil={[
          { titre: 'Enfants', href: '/enfants' },
          { titre: nom, href: `/enfants/${id}` },
        ]}
      />
      <Onglets libelle={`Dossier : ${nom}`} onglets={onglets} />
      <Tableau
        legende="Missions auprès de cet enfant"
        lignes={missions}
        cle={({ id: cle }) => cle}
        ton={({ enCours }) => (enCours ? 'fait' : undefined)}
        colonnes={[
          { cle: 'qui', titre: 'Qui', cellule: ({ nom: qui }) => qui },
          { cle: 'nature', titre: 'Mission', cellule: ({ nature }) => LIBELLE_MISSION_NATURE[nature] },
          { cle: 'quand', titre: 'Quand', cellule: ({ quand, enCours }) => `${quand}${enCours ? ' (en cours)' : ''}` },
          { cle: 'motif', titre: 'Motif', cellule: ({ motif }) => motif },
          ...(agents ? [FIN] : []),
        ]}
      />
      {agents ? (
        <section className="bloc" aria-labelledby="donner">
          <h2 id="donner">Donner une mission</h2>
          <ResumeErreurs erreurs={actionData?.erreurs} textes={actionData?.textes} />
          <Form className="saisie" method="post" noValidate>
            <ChampSelection {...champ('nature')} libelle="Mission" choix={buildChoix(LIBELLE_MISSION_NATURE)} requis />
            <ChampSelection
              {...champ('agentId')}
              libelle="Agent"
              aide="Ou une unité, l’un des deux"
              choix={buildChoixNommes(agents)}
            />
            <ChampSelection {...champ('uniteId')} libelle="Unité" choix={buildChoixNommes(unites)} />
            <div className="groupe-champs">
              <ChampJour {...champ('du', aujourdhui)} libelle="Du" requis />
              <ChampJour {...champ('au')} libelle="Au" aide="Vide : sans fin connue" />
            </div>
            <ChampTexte {...champ('motif')} libelle="Motif" taille="long" />
            <div className="saisie-boutons">
              <Bouton variante="principal">Donner la mission</Bouton>
            </div>
          </Form>
        </section>
      ) : null}
    </>
  );
}
