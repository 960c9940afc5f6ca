import { Introuvable } from '#server/errors.ts';
import { Saisie } from '#web/gabarits/saisie.tsx';
import { actPage, readPage } from '#web/page.server.ts';
import { ChampTexte } from '#web/ui/champ-texte.tsx';
import { buildChamp } from '#web/ui/choix.ts';
import { recordServiceFait } from '../data/services-commands.server.ts';
import { canReadLigne } from '../droits.ts';
import { isPrestation } from '../ligne-budget.ts';
import type { Route } from './+types/prestation-nouvelle.ts';
import { readLigne } from './acces.server.ts';
import { buildCoches, ChampsConstat } from './champs.tsx';
import { listFilLigne } from './fil.ts';

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async (contexte) => {
    const ligne = await readLigne(contexte, args.params.id, canReadLigne);
    if (!isPrestation(ligne.nature)) throw new Introuvable('Cette ligne ne paie pas de prestataire.');
    const mois = new URL(args.request.url).searchParams.get('mois') ?? contexte.aujourdhui.slice(0, 7);
    return { ligne, nature: ligne.nature, mois: mois.split('-').toReversed().join('/') };
  });
}

export function action(args: Route.ActionArgs) {
  return actPage(args, {
    command: recordServiceFait,
    avec: { ligneId: args.params.id },
    vers: (id) => `/creches/budget/lignes/${id}`,
    fait: 'La prestation est inscrite.',
  });
}

export default function PrestationNouvelle({ loaderData, actionData }: Route.ComponentProps) {
  const { ligne, nature, mois } = loaderData;
  const champ = buildChamp(actionData);
  return (
    <Saisie
      titre={nature === 'MENAGE' ? 'Inscrire un mois de ménage' : 'Inscrire une commande d’intérim'}
      sous={`${ligne.libelle} · ${ligne.creche}`}
      fil={listFilLigne(ligne)}
      acte="Inscrire la prestation"
      retour={`/creches/budget/lignes/${ligne.id}`}
      rendue={actionData}
    >
      <ChampTexte {...champ('mois', mois)} libelle="Mois" taille="court" aide="Par exemple 10/2026" requis />
      <ChampsConstat champ={champ} coches={buildCoches(actionData)} nature={nature} />
    </Saisie>
  );
}
