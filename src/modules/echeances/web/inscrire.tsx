import { Form, useNavigation } from 'react-router';
import { getCible } from '#modules/acces/index.server.ts';
import { defineRecordActe, listMesuresDe } from '#modules/mesures/index.server.ts';
import { canExecuterMesure, formatMesure, listFaitsAInscrire } from '#modules/mesures/index.ts';
import { Introuvable } from '#server/errors.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { EnTetePage } from '#web/gabarits/en-tete-page.tsx';
import { Saisie } from '#web/gabarits/saisie.tsx';
import { actPage, readPage } from '#web/page.server.ts';
import { Bouton } from '#web/ui/bouton.tsx';
import { ChampSelection } from '#web/ui/champ-choix.tsx';
import { ChampJour, ChampTexte } from '#web/ui/champ-texte.tsx';
import { buildChamp } from '#web/ui/choix.ts';
import { TYPES_DE_FAIT } from '../rules/champs-de-fait.ts';
import { FAITS } from '../rules/referentiel.ts';
import type { Route } from './+types/inscrire.ts';
import { ChampDuFait } from './champ-du-fait.tsx';

const recordActe = defineRecordActe(FAITS);
const A_INSCRIRE = listFaitsAInscrire(FAITS).map(({ type, titre }) => ({ valeur: type, libelle: titre }));

/** Ce que l'adresse désigne : l'acte, et la mesure dont il s'agit. */
function readDesigne(request: Request) {
  const { searchParams } = new URL(request.url);
  return { type: searchParams.get('type') ?? '', mesure: searchParams.get('mesure') ?? '' };
}

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async (contexte) => {
    const { id } = args.params;
    const cible = await getCible(contexte, id);
    if (!canExecuterMesure(contexte.agent, cible, contexte.aujourdhui))
      throw new Introuvable('Cette page n’existe pas, ou vous n’y avez pas accès.');
    const { type, mesure } = readDesigne(args.request);
    const defini = A_INSCRIRE.some(({ valeur }) => valeur === type) ? TYPES_DE_FAIT.get(type) : undefined;
    const porteMesure = defini?.champs.find(({ nom }) => nom === 'mesure');
    const mesures = porteMesure ? await listMesuresDe(contexte, id) : [];
    return {
      id,
      nom: cible.nom,
      aujourdhui: contexte.aujourdhui,
      mesure,
      fait: defini && { ...defini, champs: defini.champs.filter(({ nom }) => nom !== 'mesure') },
      mesures: mesures.map(({ id: valeur, code, decideeLe }) => ({
        valeur,
        libelle: [formatMesure(code), decideeLe && `décidée le ${formatJour(decideeLe, 'court')}`]
          .filter(Boolean)
          .join(', '),
      })),
      mesureRequise: porteMesure?.requis ?? false,
    };
  });
}

export function action(args: Route.ActionArgs) {
  const { id } = args.params;
  return actPage(args, {
    command: recordActe,
    avec: { enfantId: id, type: readDesigne(args.request).type },
    vers: () => `/enfants/${id}/echeances`,
    fait: 'C’est inscrit. Ce qui est dû a été recalculé.',
  });
}

export default function Inscrire({ loaderData, actionData }: Route.ComponentProps) {
  const { id, nom, fait, aujourdhui, mesure, mesures, mesureRequise } = loaderData;
  const fil = [
    { titre: nom, href: `/enfants/${id}` },
    { titre: 'Échéances', href: `/enfants/${id}/echeances` },
  ];
  if (!fait) return <ChoixDeLActe nom={nom} fil={fil} />;
  const champ = buildChamp(actionData);
  return (
    <Saisie
      titre={fait.titre}
      sous={nom}
      fil={fil}
      acte="Inscrire ce qui est fait"
      retour={`/enfants/${id}/echeances`}
      rendue={actionData}
    >
      <div className="groupe-champs">
        <ChampJour {...champ('le', aujourdhui)} libelle="Le" aide={fait.date} requis />
        <ChampTexte {...champ('heure')} libelle="Heure" aide="Si elle compte" taille="court" />
      </div>
      {mesures.length > 0 ? (
        <ChampSelection
          {...champ('mesureId', mesure)}
          libelle="Mesure"
          choix={mesures}
          vide={mesureRequise ? 'Choisir…' : 'Aucune en particulier'}
          requis={mesureRequise}
        />
      ) : null}
      {fait.champs.map((defini) => (
        <ChampDuFait key={defini.nom} defini={defini} {...champ(`donnees.${defini.nom}`)} />
      ))}
    </Saisie>
  );
}

function ChoixDeLActe({ nom, fil }: { nom: string; fil: { titre: string; href: string }[] }) {
  const attend = useNavigation().state !== 'idle';
  return (
    <>
      <EnTetePage titre="Inscrire ce qui est fait" sous={nom} fil={fil} />
      <Form method="get">
        <ChampSelection nom="type" libelle="Ce qui est fait, ou fixé" choix={A_INSCRIRE} vide="Choisir…" requis />
        <p>
          <Bouton variante="principal" disabled={attend}>
            Continuer
          </Bouton>
        </p>
      </Form>
    </>
  );
}
