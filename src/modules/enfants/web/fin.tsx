import { Introuvable } from '#server/errors.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { readSaisie } from '#web/dossier/saisie.server.ts';
import { buildCadreDeSaisie } from '#web/dossier/saisie-view.ts';
import { Saisie } from '#web/gabarits/saisie.tsx';
import { readPage } from '#web/page.server.ts';
import { ChampJour } from '#web/ui/champ-texte.tsx';
import { readValeur } from '#web/ui/choix.ts';
import type { Route } from './+types/fin.ts';
import { getFin } from './fin-actes.server.ts';

/** Mettre fin à un lien, à un partenaire, à une mission, à la vie dans un foyer : le même geste, une date. */
export async function loader(args: Route.LoaderArgs) {
  const { id, objet, ligne } = args.params;
  const fin = await readPage(args, async () => getFin(objet));
  return readSaisie(args, fin.droit, async (contexte) => {
    const trouvee = (await fin.list(contexte, id)).find((candidate) => candidate.id === ligne);
    if (!trouvee) throw new Introuvable('Cette ligne est absente, ou hors de vos missions.');
    const { titre, jour, acte, suite } = fin;
    const { du, au, quoi } = trouvee;
    const depuis = `depuis le ${formatJour(du, 'long')}${au ? `, jusqu’au ${formatJour(au, 'long')}` : ''}`;
    return { titre, jour, acte, suite, quoi, depuis, au, version: trouvee.version ?? 1 };
  });
}

export async function action(args: Route.ActionArgs) {
  const { id, objet, ligne } = args.params;
  const { act, fait, suite } = await readPage(args, async () => getFin(objet));
  return act(args, { avec: { id: ligne }, vers: () => `/enfants/${id}${suite}`, fait });
}

export default function MettreFin({ loaderData, actionData }: Route.ComponentProps) {
  const { titre, jour, acte, quoi, depuis, version, au, aujourdhui, id, suite } = loaderData;
  return (
    <Saisie
      {...buildCadreDeSaisie(loaderData)}
      titre={titre}
      acte={acte}
      retour={`/enfants/${id}${suite}`}
      rendue={actionData}
      version={version}
      intro={`${quoi}, ${depuis}.`}
    >
      <ChampJour
        nom="au"
        libelle={jour}
        aide="Compris ; la ligne reste dans l’histoire de l’enfant"
        valeur={readValeur(actionData?.valeurs, 'au', au ?? aujourdhui)}
        erreur={actionData?.erreurs.au}
        requis
      />
    </Saisie>
  );
}
