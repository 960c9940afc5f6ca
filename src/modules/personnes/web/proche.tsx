import { canUpdateEnfant } from '#modules/acces/index.ts';
import { ChampsIdentite } from '#web/dossier/champs-identite.tsx';
import { readSaisie } from '#web/dossier/saisie.server.ts';
import { Saisie } from '#web/gabarits/saisie.tsx';
import { actPage } from '#web/page.server.ts';
import { ChampSelection } from '#web/ui/champ-choix.tsx';
import { ChampJour, ChampTexte } from '#web/ui/champ-texte.tsx';
import { buildChoix, readValeur } from '#web/ui/choix.ts';
import { createProche } from '../data/lien-commands.server.ts';
import { listFoyers } from '../data/menage-queries.server.ts';
import { LIBELLE_FILIATION, LIBELLE_LIEN_QUALITE } from '../lien.ts';
import type { Route } from './+types/proche.ts';

export function loader(args: Route.LoaderArgs) {
  return readSaisie(args, canUpdateEnfant, async (contexte) => ({
    foyers: (await listFoyers(contexte, args.params.id)).map(({ menageId, libelle }) => ({
      valeur: menageId,
      libelle,
    })),
  }));
}

export function action(args: Route.ActionArgs) {
  return actPage(args, {
    command: createProche,
    avec: { enfantId: args.params.id },
    vers: (id) => `/enfants/${id}`,
    fait: 'Le proche est ajouté.',
  });
}

export default function AjouterProche({
  loaderData: { id, nom, foyers, aujourdhui },
  actionData,
}: Route.ComponentProps) {
  const { erreurs = {}, valeurs } = actionData ?? {};
  const champ = (cle: string, defaut: string | null = null) => ({
    nom: cle,
    erreur: erreurs[cle],
    valeur: readValeur(valeurs, cle, defaut),
  });
  return (
    <Saisie
      titre="Ajouter un proche"
      sous={nom}
      acte="Ajouter ce proche"
      retour={`/enfants/${id}`}
      rendue={actionData}
      fil={[
        { titre: 'Enfants', href: '/enfants' },
        { titre: nom, href: `/enfants/${id}` },
      ]}
    >
      <div className="groupe-champs">
        <ChampSelection
          {...champ('qualite')}
          libelle="Qui est-ce pour l’enfant"
          choix={buildChoix(LIBELLE_LIEN_QUALITE)}
          requis
        />
        <ChampSelection
          {...champ('filiation')}
          libelle="Filiation"
          aide="Pour un parent"
          vide="Sans objet"
          choix={buildChoix(LIBELLE_FILIATION)}
        />
        <ChampJour {...champ('du', aujourdhui)} libelle="Depuis le" requis />
      </div>
      <ChampsIdentite
        erreurs={erreurs}
        valeurs={valeurs}
        defauts={{ naissancePrecision: 'inconnue', sexe: 'inconnu' }}
      />
      <div className="groupe-champs">
        <ChampTexte {...champ('telephone')} libelle="Téléphone" type="tel" />
        <ChampTexte {...champ('courriel')} libelle="Courriel" type="email" />
        {foyers.length > 0 ? (
          <ChampSelection {...champ('menageId')} libelle="Vit dans le foyer" vide="Non" choix={foyers} />
        ) : null}
      </div>
      <ChampTexte {...champ('commentaire')} libelle="Précision" taille="long" />
    </Saisie>
  );
}
