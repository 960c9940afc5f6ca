import { listUnitesAChoisir } from '#modules/acces/index.server.ts';
import { canCreateEnfant } from '#modules/acces/index.ts';
import { Introuvable } from '#server/errors.ts';
import { ChampsAdresse, ChampsIdentite } from '#web/dossier/champs-identite.tsx';
import { Saisie } from '#web/gabarits/saisie.tsx';
import { actPage, readPage } from '#web/page.server.ts';
import { ChampSelection } from '#web/ui/champ-choix.tsx';
import { ChampJour, ChampTexte } from '#web/ui/champ-texte.tsx';
import { buildChamp, buildChoixNommes } from '#web/ui/choix.ts';
import { createEnfant } from '../data/enfant-commands.server.ts';
import type { Route } from './+types/nouveau.ts';

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async (contexte) => {
    const { agent, aujourdhui } = contexte;
    if (!canCreateEnfant(agent)) throw new Introuvable('Cette page n’existe pas, ou vous n’y avez pas accès.');
    return { unites: await listUnitesAChoisir(contexte), uniteId: agent.uniteId, aujourdhui };
  });
}

export function action(args: Route.ActionArgs) {
  return actPage(args, { command: createEnfant, vers: ({ id }) => `/enfants/${id}`, fait: 'Le dossier est ouvert.' });
}

export default function NouveauDossier({
  loaderData: { unites, uniteId, aujourdhui },
  actionData,
}: Route.ComponentProps) {
  const champ = buildChamp(actionData);
  return (
    <Saisie
      titre="Ouvrir le dossier d’un enfant"
      acte="Ouvrir le dossier"
      retour="/enfants"
      rendue={actionData}
      fil={[{ titre: 'Enfants', href: '/enfants' }]}
      intro="Cherchez d’abord l’enfant : un dossier existe peut-être déjà."
    >
      <ChampsIdentite champ={champ} />
      <ChampTexte {...champ('lieuNaissance')} libelle="Lieu de naissance" />
      <ChampSelection
        {...champ('uniteId', uniteId)}
        libelle="Territoire qui suivra l’enfant"
        choix={buildChoixNommes(unites)}
        requis
      />
      <ChampJour {...champ('ouvertLe', aujourdhui)} libelle="Ouvert le" />
      <ChampsAdresse champ={champ} />
    </Saisie>
  );
}
