import { canUpdateEnfant } from '#modules/acces/index.ts';
import { ChampsIdentite } from '#web/dossier/champs-identite.tsx';
import { readSaisie } from '#web/dossier/saisie.server.ts';
import { buildCadreDeSaisie } from '#web/dossier/saisie-view.ts';
import { Saisie } from '#web/gabarits/saisie.tsx';
import { actPage } from '#web/page.server.ts';
import { ChampJour, ChampTexte } from '#web/ui/champ-texte.tsx';
import { buildChamp } from '#web/ui/choix.ts';
import { updateIdentite } from '../data/identite-commands.server.ts';
import { getPersonne } from '../data/personne-queries.server.ts';
import type { Route } from './+types/identite.ts';

export function loader(args: Route.LoaderArgs) {
  return readSaisie(args, canUpdateEnfant, async (contexte) => ({
    personne: await getPersonne(contexte, args.params.id),
  }));
}

export function action(args: Route.ActionArgs) {
  return actPage(args, {
    command: updateIdentite,
    avec: { id: args.params.id },
    vers: (id) => `/enfants/${id}`,
    fait: 'L’identité est corrigée.',
  });
}

export default function CorrigerIdentite({ loaderData, actionData }: Route.ComponentProps) {
  const champ = buildChamp(actionData);
  const { personne: e } = loaderData;
  const { nom, nomUsage, prenom, sexe, dateNaissance, naissancePrecision } = e;
  return (
    <Saisie
      {...buildCadreDeSaisie(loaderData)}
      titre="Corriger l’identité"
      acte="Enregistrer l’identité"
      rendue={actionData}
      version={e.version}
    >
      <ChampsIdentite champ={champ} defauts={{ nom, nomUsage, prenom, sexe, dateNaissance, naissancePrecision }} />
      <div className="groupe-champs">
        <ChampTexte {...champ('autresPrenoms', e.autresPrenoms)} libelle="Autres prénoms" />
        <ChampTexte {...champ('lieuNaissance', e.lieuNaissance)} libelle="Lieu de naissance" />
        <ChampTexte {...champ('telephone', e.telephone)} libelle="Téléphone" type="tel" />
        <ChampTexte {...champ('courriel', e.courriel)} libelle="Courriel" type="email" />
        <ChampJour {...champ('dateDeces', e.dateDeces)} libelle="Date de décès" />
      </div>
    </Saisie>
  );
}
