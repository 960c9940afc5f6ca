import { listUnitesAChoisir } from '#modules/acces/index.server.ts';
import { canCreateEnfant } from '#modules/acces/index.ts';
import { Introuvable } from '#server/errors.ts';
import { ChampsAdresse, ChampsIdentite } from '#web/dossier/champs-identite.tsx';
import { actApresVerification } from '#web/dossier/ressemblances.server.ts';
import { BoutonVerifier, Ressemblances } from '#web/dossier/ressemblances.tsx';
import { readRessemblancesSaisies } from '#web/dossier/ressemblances-view.ts';
import { Saisie } from '#web/gabarits/saisie.tsx';
import { readPage } from '#web/page.server.ts';
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
  return actApresVerification(args, {
    command: createEnfant,
    getId: ({ id }) => id,
    vers: ({ id }) => `/enfants/${id}`,
    fait: 'Le dossier est ouvert.',
  });
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
      autresActes={<BoutonVerifier />}
      cote={
        <Ressemblances
          trouvees={actionData?.ressemblances}
          saisie={readRessemblancesSaisies(actionData?.valeurs ?? {})}
          erreur={actionData?.erreurs.motifDistinction}
        />
      }
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
