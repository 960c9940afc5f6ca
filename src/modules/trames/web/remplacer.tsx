import { Introuvable } from '#server/errors.ts';
import { Saisie } from '#web/gabarits/saisie.tsx';
import { actPage, readPage } from '#web/page.server.ts';
import { LienBouton } from '#web/ui/bouton.tsx';
import { ChampTexte } from '#web/ui/champ-texte.tsx';
import { Avis } from '#web/ui/message.tsx';
import { readValeurs } from '#web/valeurs.ts';
import { recordTrame } from '../data/trames-commands.server.ts';
import { canRecordTrame } from '../droits.ts';
import type { Route } from './+types/remplacer.ts';
import { getNature } from './nature.server.ts';
import { TableauBalises } from './tableau-balises.tsx';
import { buildBalises, FIL_TRAMES } from './trames-view.ts';

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async ({ agent }) => {
    if (!canRecordTrame(agent)) throw new Introuvable('Cette page n’existe pas, ou vous n’y avez pas accès.');
    const { cle, titre, balises } = getNature(args.params.nature);
    return { cle, titre, balises: buildBalises(balises) };
  });
}

/** Le fichier se lit à part : un formulaire ne rend que du texte. */
export async function action(args: Route.ActionArgs) {
  const nature = await readPage(args, async () => getNature(args.params.nature));
  const fichier = (await args.request.clone().formData()).get('fichier');
  const recu =
    fichier instanceof File && fichier.size > 0
      ? { fichierNom: fichier.name, contenu: new Uint8Array(await fichier.arrayBuffer()) }
      : {};
  return actPage(args, {
    command: recordTrame,
    avec: { nature, ...recu },
    vers: (cle) => `/administration/trames/${cle}`,
    fait: 'Votre trame est vérifiée et sert désormais.',
  });
}

export default function Remplacer({ loaderData: { cle, titre, balises }, actionData }: Route.ComponentProps) {
  const { erreurs, champ } = readValeurs(actionData, null);
  const adresse = `/administration/trames/${cle}`;
  return (
    <>
      <Saisie
        titre="Remplacer la trame"
        sous={titre}
        fil={[FIL_TRAMES, { titre, href: adresse }]}
        acte="Vérifier et mettre en service"
        retour={adresse}
        rendue={actionData}
        fichier
      >
        <Avis>
          <p>
            Partez de la trame qui sert : changez-y le texte, le logo, la mise en page, et gardez les balises dont vous
            avez besoin. Chacune tient dans une ligne, accolades comprises.
          </p>
          <LienBouton href={`${adresse}/trame.docx`} download petit>
            Télécharger la trame qui sert
          </LienBouton>
        </Avis>
        <ChampTexte
          nom="fichier"
          libelle="Votre trame"
          type="file"
          requis
          accept=".docx"
          aide="Un document Word .docx de 5 Mo au plus, sans macro. Il est rempli d’un exemple avant d’être gardé."
          erreur={erreurs.fichier ?? erreurs.contenu ?? erreurs.fichierNom}
        />
        <ChampTexte
          {...champ('motif')}
          libelle="Ce qui change"
          aide="Nouveau logo, formule revue par le service juridique…"
          requis
          maxLength={300}
        />
      </Saisie>
      <TableauBalises balises={balises} />
    </>
  );
}
