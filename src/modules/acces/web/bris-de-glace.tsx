import { data } from 'react-router';
import { Introuvable } from '#server/errors.ts';
import { formatInstantEcrit } from '#shared/instant.ts';
import { Saisie } from '#web/gabarits/saisie.tsx';
import { actPage, readFormulaire, readPage, type SaisieRendue } from '#web/page.server.ts';
import { Bloc, LignesDeBloc } from '#web/ui/bloc.tsx';
import { Radios } from '#web/ui/champ-choix.tsx';
import { ChampJour, ChampTexte, ZoneTexte } from '#web/ui/champ-texte.tsx';
import { buildChamp, buildChoix } from '#web/ui/choix.ts';
import { Avis } from '#web/ui/message.tsx';
import { LIBELLE_BRIS_DE_GLACE_MOTIF } from '../bris-de-glace.ts';
import { getReglesBrisDeGlace, openBrisDeGlace } from '../data/bris-de-glace-commands.server.ts';
import { listMesBris } from '../data/bris-de-glace-queries.server.ts';
import { canOpenBrisDeGlace } from '../droits.ts';
import type { Route } from './+types/bris-de-glace.ts';
import { AUCUN_DOSSIER, listConsequences } from './bris-de-glace-view.ts';

const SANS_SUITE = '/bris-de-glace?sans-suite';

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async (contexte) => {
    if (!canOpenBrisDeGlace(contexte.agent))
      throw new Introuvable('Cette page n’existe pas, ou vous n’y avez pas accès.');
    const { enCours, en24Heures } = await listMesBris(contexte);
    return {
      consequences: listConsequences(await getReglesBrisDeGlace(contexte), en24Heures),
      enCours: enCours.map((bris) => ({ ...bris, jusque: formatInstantEcrit(bris.expireLe) })),
    };
  });
}

/** Sans dossier ouvert, la page revient avec ce qui a été tapé ; la tentative, elle, est écrite. */
export async function action(args: Route.ActionArgs) {
  const valeurs = readFormulaire(await args.request.clone().formData());
  const rendue = await actPage(args, {
    command: openBrisDeGlace,
    vers: (id) => (id ? `/enfants/${id}` : SANS_SUITE),
    fait: 'Dossier ouvert en urgence. Votre demande est au journal.',
  });
  if (rendue instanceof Response && rendue.headers.get('Location') === SANS_SUITE)
    return data<SaisieRendue>({ erreurs: { '': AUCUN_DOSSIER }, valeurs, textes: [] }, { status: 422 });
  return rendue;
}

export default function BrisDeGlace({ loaderData: { consequences, enCours }, actionData }: Route.ComponentProps) {
  const champ = buildChamp(actionData);
  return (
    <Saisie
      titre="Ouvrir un dossier en urgence"
      sous="Pour un enfant qui n’est pas dans vos missions, quand on ne peut pas attendre"
      acte="Ouvrir ce dossier en urgence"
      danger
      retour="/enfants"
      rendue={actionData}
      cote={enCours.length > 0 ? <EnCours enCours={enCours} /> : null}
    >
      <Consequences phrases={consequences} />
      <div className="groupe-champs">
        <ChampTexte {...champ('nom')} libelle="Nom exact" requis autoComplete="off" spellCheck={false} />
        <ChampTexte {...champ('prenom')} libelle="Prénom exact" requis autoComplete="off" spellCheck={false} />
        <ChampJour {...champ('dateNaissance')} libelle="Date de naissance" requis />
      </div>
      <Radios {...champ('motif')} libelle="Raison" choix={buildChoix(LIBELLE_BRIS_DE_GLACE_MOTIF)} requis />
      <ZoneTexte
        {...champ('explication')}
        libelle="Expliquez en une phrase"
        aide="Dix caractères au moins. Le référent et la personne qui revoit les ouvertures la liront."
        lignes={3}
        requis
      />
    </Saisie>
  );
}

/** Dit avant les champs, sur un téléphone aussi : on sait ce qu'on déclenche. */
function Consequences({ phrases }: { phrases: readonly string[] }) {
  return (
    <Avis ton="bientot" titre="Ce qui va se passer">
      <ul>
        {phrases.map((phrase) => (
          <li key={phrase}>{phrase}</li>
        ))}
      </ul>
    </Avis>
  );
}

function EnCours({ enCours }: Pick<Route.ComponentProps['loaderData'], 'enCours'>) {
  return (
    <Bloc titre="Vos ouvertures en cours">
      <LignesDeBloc
        lignes={enCours.map(({ enfantId, numero, jusque }) => ({
          cle: enfantId,
          titre: <a href={`/enfants/${enfantId}`}>Dossier {numero}</a>,
          detail: `jusqu’au ${jusque}`,
        }))}
      />
    </Bloc>
  );
}
