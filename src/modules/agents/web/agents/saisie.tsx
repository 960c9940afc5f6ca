import { canUpdateOrganisation } from '#modules/organisation/index.ts';
import { Introuvable } from '#server/errors.ts';
import { formatNom } from '#shared/nom-propre.ts';
import { FIL_ORGANISATION } from '#web/gabarits/onglets-organisation.ts';
import { Saisie } from '#web/gabarits/saisie.tsx';
import { actPage, readPage } from '#web/page.server.ts';
import { ChampSelection } from '#web/ui/champ-choix.tsx';
import { ChampJour, ChampTexte } from '#web/ui/champ-texte.tsx';
import { buildChoix } from '#web/ui/choix.ts';
import { readValeurs } from '#web/valeurs.ts';
import { METIERS } from '../../agent.ts';
import { findAgent } from '../../data/agents.server.ts';
import { createAgent, updateAgent } from '../../data/agents-commands.server.ts';
import type { Route } from './+types/saisie.ts';

/** La même page inscrit (`/nouveau`) et modifie (`/:id/modifier`). */
export function loader(args: Route.LoaderArgs) {
  return readPage(args, async ({ tx, agent: moi }) => {
    if (!canUpdateOrganisation(moi)) throw new Introuvable('Absent, ou hors de vos missions.');
    const id = 'id' in args.params ? args.params.id : undefined;
    const agent = id ? await findAgent(tx, id) : undefined;
    if (id && !agent) throw new Introuvable('Absent, ou hors de vos missions.');
    return { agent: agent ?? null };
  });
}

export { shouldRevalidate } from '#web/gabarits/revalidation.ts';

export function action(args: Route.ActionArgs) {
  const vers = (id: string) => `/organisation/agents/${id}`;
  return 'id' in args.params && args.params.id
    ? actPage(args, { command: updateAgent, avec: { id: args.params.id }, vers, fait: 'Fiche de l’agent corrigée.' })
    : actPage(args, { command: createAgent, vers, fait: 'Agent inscrit. Affectez-le maintenant à un poste.' });
}

const LIBELLES = { Matricule: 'matricule', Nom: 'nom', Prénom: 'prenom', Courriel: 'courriel', Téléphone: 'telephone' };

export default function SaisieAgent({ loaderData: { agent }, actionData }: Route.ComponentProps) {
  const { v, saisi, champ } = readValeurs(actionData, agent, LIBELLES);
  const metiers = buildChoix(METIERS);
  const connu = metiers.some(({ valeur }) => valeur === v('metier')) || v('metier') === '';
  return (
    <Saisie
      titre={agent ? `Modifier ${formatNom(agent.nom, agent.prenom)}` : 'Inscrire un agent'}
      fil={[FIL_ORGANISATION, { titre: 'Agents', href: '/organisation/agents' }]}
      acte={agent ? 'Enregistrer la fiche' : 'Inscrire l’agent'}
      retour={agent ? `/organisation/agents/${agent.id}` : '/organisation/agents'}
      rendue={actionData}
      saisi={saisi}
      version={agent?.version}
    >
      <ChampTexte {...champ('nom')} libelle="Nom" requis spellCheck={false} />
      <ChampTexte {...champ('prenom')} libelle="Prénom" requis spellCheck={false} />
      <ChampTexte {...champ('matricule')} libelle="Matricule" requis taille="court" />
      <ChampSelection
        {...champ('metier')}
        libelle="Métier"
        requis
        choix={connu ? metiers : [...metiers, { valeur: v('metier'), libelle: v('metier') }]}
      />
      <ChampTexte {...champ('courriel')} libelle="Courriel professionnel" type="email" />
      <ChampTexte {...champ('telephone')} libelle="Téléphone" type="tel" taille="moyen" />
      {agent ? null : <ChampJour {...champ('du')} libelle="Au département depuis le" requis />}
    </Saisie>
  );
}
