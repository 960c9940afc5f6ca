import { Introuvable } from '#server/errors.ts';
import { isIdentifiant } from '#shared/identifiant.ts';
import { Saisie } from '#web/gabarits/saisie.tsx';
import { actPage, readPage } from '#web/page.server.ts';
import { ChampSelection } from '#web/ui/champ-choix.tsx';
import { ChampJour, ZoneTexte } from '#web/ui/champ-texte.tsx';
import { buildChamp } from '#web/ui/choix.ts';
import { loadRelaye, recordRelais } from '../data/relais-commands.server.ts';
import { countEnfantsDuReferent, listCollegues } from '../data/relais-queries.server.ts';
import { canRecordRelais } from '../droits.ts';
import type { Route } from './+types/relais-confier.ts';

/** De qui : la personne choisie, à défaut soi-même. */
function findRelaye(request: Request, moi: string): string {
  return new URL(request.url).searchParams.get('agent') || moi;
}

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async (contexte) => {
    const { agent, aujourdhui } = contexte;
    const agentId = findRelaye(args.request, agent.id);
    if (!isIdentifiant(agentId)) throw new Introuvable('Cette adresse ne désigne rien.');
    const relaye = await loadRelaye(contexte, { agentId });
    if (!canRecordRelais(agent, relaye)) throw new Introuvable('Absent, ou hors de vos missions.');
    const collegues = await listCollegues(contexte, agentId);
    return {
      agentId,
      aujourdhui,
      nom: agentId === agent.id ? null : relaye.nom,
      enfants: await countEnfantsDuReferent(contexte, agentId),
      collegues: collegues.map(({ id, nom, prenom, unite }) => ({
        valeur: id,
        libelle: `${nom} ${prenom}`,
        groupe: unite,
      })),
    };
  });
}

export function action(args: Route.ActionArgs) {
  return actPage(args, {
    command: recordRelais,
    vers: () => '/relais',
    fait: 'Les enfants sont confiés : le collègue en est avisé.',
  });
}

export default function ConfierRelais({
  loaderData: { agentId, aujourdhui, nom, enfants, collegues },
  actionData,
}: Route.ComponentProps) {
  const champ = buildChamp(actionData);
  return (
    <Saisie
      titre={nom ? `Confier les enfants de ${nom}` : 'Confier mes enfants'}
      sous={`${enfants} enfant${enfants > 1 ? 's' : ''} à confier, hors dossiers restreints`}
      fil={[{ titre: 'Relais', href: '/relais' }]}
      acte="Confier les enfants"
      retour="/relais"
      rendue={actionData}
      intro="Le collègue voit ces enfants comme leur référent, et trouve leurs échéances dans sa journée. Un enfant confié entre-temps au référent suit. Aucun délai ne s’arrête ; le relais finit de lui-même, et peut s’arrêter avant."
    >
      <input type="hidden" name="agentId" value={agentId} />
      <ChampSelection {...champ('relaisId')} libelle="À qui" choix={collegues} requis />
      <div className="groupe-champs">
        <ChampJour {...champ('du', aujourdhui)} libelle="Premier jour" requis />
        <ChampJour {...champ('au')} libelle="Dernier jour" requis />
      </div>
      <ZoneTexte
        {...champ('motif')}
        libelle="Pourquoi"
        aide="Lu de vous deux et de la hiérarchie : n’y écrivez rien de médical"
        lignes={2}
        requis
      />
    </Saisie>
  );
}
