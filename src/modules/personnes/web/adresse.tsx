import { canUpdateEnfant } from '#modules/acces/index.ts';
import { Introuvable } from '#server/errors.ts';
import { ChampsAdresse } from '#web/dossier/champs-identite.tsx';
import { readSaisie } from '#web/dossier/saisie.server.ts';
import { buildCadreDeSaisie } from '#web/dossier/saisie-view.ts';
import { Saisie } from '#web/gabarits/saisie.tsx';
import { actPage } from '#web/page.server.ts';
import { ChampJour } from '#web/ui/champ-texte.tsx';
import { buildChamp } from '#web/ui/choix.ts';
import { recordAdresse } from '../data/menage-commands.server.ts';
import { listFoyers } from '../data/menage-queries.server.ts';
import { formatAdresse } from '../menage.ts';
import type { Route } from './+types/adresse.ts';

export function loader(args: Route.LoaderArgs) {
  const { id, menage } = args.params;
  return readSaisie(args, canUpdateEnfant, async (contexte) => {
    const foyer = (await listFoyers(contexte, id)).find(({ menageId }) => menageId === menage);
    if (!foyer) throw new Introuvable('Ce foyer est absent, ou hors de vos missions.');
    const { libelle, membres, adresses } = foyer;
    return { libelle, adresse: formatAdresse(adresses.at(-1) ?? null), avec: membres.map(({ nom }) => nom) };
  });
}

export function action(args: Route.ActionArgs) {
  const { id, menage } = args.params;
  return actPage(args, {
    command: recordAdresse,
    avec: { menageId: menage },
    vers: () => `/enfants/${id}`,
    fait: 'L’adresse est enregistrée ; s’il y en avait une, elle a pris fin la veille.',
  });
}

export default function Demenagement({ loaderData, actionData }: Route.ComponentProps) {
  const champ = buildChamp(actionData);
  const { libelle, adresse, avec, aujourdhui } = loaderData;
  return (
    <Saisie
      {...buildCadreDeSaisie(loaderData)}
      titre="Le foyer déménage"
      acte="Enregistrer l’adresse"
      rendue={actionData}
      intro={`${libelle} : ${adresse}.${avec.length > 0 ? ` L’adresse change aussi pour ${avec.join(', ')}.` : ''}`}
    >
      <ChampJour {...champ('du', aujourdhui)} libelle="À partir du" requis />
      <ChampsAdresse champ={champ} />
    </Saisie>
  );
}
