import { Saisie } from '#web/gabarits/saisie.tsx';
import { actPage } from '#web/page.server.ts';
import { ChampJour, ChampTexte } from '#web/ui/champ-texte.tsx';
import { updateIdentite } from '../data/enfant-commands.server.ts';
import { canUpdateEnfant } from '../droits.ts';
import { formatPersonne } from '../personne.ts';
import type { Route } from './+types/identite.ts';
import { ChampsIdentite } from './champs-identite.tsx';
import { readValeur } from './choix-view.ts';
import { readSaisie } from './saisie-dossier.server.ts';

export function loader(args: Route.LoaderArgs) {
  return readSaisie(args, canUpdateEnfant, (_, enTete) => ({ enTete }));
}

export function action(args: Route.ActionArgs) {
  return actPage(args, {
    command: updateIdentite,
    avec: { id: args.params.id },
    vers: (id) => `/enfants/${id}`,
    fait: 'L’identité est corrigée.',
  });
}

export default function CorrigerIdentite({ loaderData: { enTete: e }, actionData }: Route.ComponentProps) {
  const { erreurs = {}, valeurs } = actionData ?? {};
  const champ = (nom: string, defaut: string | null) => ({
    nom,
    erreur: erreurs[nom],
    valeur: readValeur(valeurs, nom, defaut),
  });
  const { nom, nomUsage, prenom, sexe, dateNaissance, naissancePrecision } = e;
  return (
    <Saisie
      titre="Corriger l’identité"
      sous={formatPersonne(e)}
      acte="Enregistrer l’identité"
      retour={`/enfants/${e.id}`}
      rendue={actionData}
      version={e.versionPersonne}
      fil={[
        { titre: 'Enfants', href: '/enfants' },
        { titre: formatPersonne(e), href: `/enfants/${e.id}` },
      ]}
    >
      <ChampsIdentite
        erreurs={erreurs}
        valeurs={valeurs}
        defauts={{ nom, nomUsage, prenom, sexe, dateNaissance, naissancePrecision }}
      />
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
